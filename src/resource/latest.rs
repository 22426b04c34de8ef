//! A value that stays readable while there is no new one.

use leptos::prelude::*;

/// The latest value that there was, if there is one now. It can be read until its owner goes, whatever becomes of the
/// value: a part of the screen that is shown only while there is a value reads it without a case for none.
pub fn latest<T: Clone + PartialEq + Send + Sync + 'static>(value: impl Fn() -> Option<T> + Send + Sync + 'static) -> Option<Signal<T>> {
    let first = untrack(&value)?;
    Some(Memo::new(move |before: Option<&T>| value().unwrap_or_else(|| before.unwrap_or(&first).clone())).into())
}
