//! A value on its way as a signal, compiled once for all types.

use super::Remote;
use crate::reactive::DynValue;
use leptos::prelude::*;
use std::fmt;
use std::marker::PhantomData;

/// A value on its way, as a signal.
pub struct RemoteSignal<T> {
    pub(super) inner: Signal<Remote<DynValue>>,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for RemoteSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RemoteSignal<T> {}

impl<T> fmt::Debug for RemoteSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("RemoteSignal")
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> RemoteSignal<T> {
    /// What is computed from other values on their way.
    pub fn derive(value: impl Fn() -> Remote<T> + Send + Sync + 'static) -> Self {
        Self::of(Signal::derive(move || value().map(DynValue::new)))
    }

    pub(super) fn of(inner: Signal<Remote<DynValue>>) -> Self {
        Self { inner, value: PhantomData }
    }

    /// The value, tracked.
    pub fn get(self) -> Remote<T> {
        self.inner.get().map(|value| value.read::<T>().clone())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Signal<Remote<T>>> for RemoteSignal<T> {
    fn from(value: Signal<Remote<T>>) -> Self {
        Self::derive(move || value.get())
    }
}
