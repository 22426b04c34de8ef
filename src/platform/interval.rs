//! A function that is called again and again.

use leptos::prelude::*;
use std::time::Duration;

/// Calls a function at intervals of so many milliseconds, until the component goes.
pub fn use_interval(millis: u32, act: impl Fn() + 'static) {
    // A browser that denies a timer leaves the page as it is.
    if let Ok(interval) = set_interval_with_handle(act, Duration::from_millis(millis.into())) {
        on_cleanup(move || interval.clear());
    }
}
