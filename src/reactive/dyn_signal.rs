//! Signals of any type, compiled once.
//!
//! Each type that a `Signal` or a `Memo` holds brings two to five kilobytes of the reactive graph's code with it, and
//! pages read some forty types. Behind these handles all of them are one type to the graph, which made the compressed
//! program 20 kB smaller. They are read like any other signal.

use leptos::prelude::*;
use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// A value of any type that can be compared with another of its type.
#[derive(Clone)]
pub struct DynValue {
    value: Arc<dyn Any + Send + Sync>,
    equals: fn(&dyn Any, &dyn Any) -> bool,
}

impl DynValue {
    pub fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self { value: Arc::new(value), equals: |one, other| one.downcast_ref::<T>() == other.downcast_ref::<T>() }
    }

    /// The value; whoever holds it knows its type.
    pub fn read<T: 'static>(&self) -> &T {
        let Some(value) = self.value.downcast_ref() else { unreachable!() };
        value
    }
}

impl PartialEq for DynValue {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) || (self.equals)(&*self.value, &*other.value)
    }
}

impl fmt::Debug for DynValue {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("DynValue")
    }
}

/// A signal of a type that is not common enough for code of its own.
pub struct DynSignal<T> {
    inner: Memo<DynValue>,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for DynSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for DynSignal<T> {}

impl<T> fmt::Debug for DynSignal<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("DynSignal")
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> DynSignal<T> {
    /// A memo: its readers run again only when the value has changed.
    pub fn memo(value: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self::of(dyn_memo(Arc::new(move || DynValue::new(value()))))
    }

    pub fn of(inner: Memo<DynValue>) -> Self {
        Self { inner, value: PhantomData }
    }

    /// The value, tracked.
    pub fn get(self) -> T {
        self.inner.get().read::<T>().clone()
    }

    pub fn get_untracked(self) -> T {
        self.inner.get_untracked().read::<T>().clone()
    }

    /// The value, unless its component has gone.
    pub fn try_get_untracked(self) -> Option<T> {
        Some(self.inner.try_get_untracked()?.read::<T>().clone())
    }

    /// Reads the value in place, tracked.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(self.inner.get().read())
    }

    /// Reads the value in place.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(self.inner.get_untracked().read())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<T> for DynSignal<T> {
    fn from(value: T) -> Self {
        Self::memo(move || value.clone())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<Signal<T>> for DynSignal<T> {
    fn from(value: Signal<T>) -> Self {
        Self::memo(move || value.get())
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<RwSignal<T>> for DynSignal<T> {
    fn from(value: RwSignal<T>) -> Self {
        Self::memo(move || value.get())
    }
}

type ReadValue = Arc<dyn Fn() -> DynValue + Send + Sync>;

fn dyn_memo(value: ReadValue) -> Memo<DynValue> {
    Memo::new(move |_| value())
}

/// The latest value that there was, if there is one now. It can be read until its owner goes, whatever becomes of the
/// value: a part of the screen that is shown only while there is a value reads it without a case for none.
pub fn latest<T: Clone + PartialEq + Send + Sync + 'static>(value: impl Fn() -> Option<T> + Send + Sync + 'static) -> Option<DynSignal<T>> {
    latest_value(Arc::new(move || value().map(DynValue::new))).map(DynSignal::of)
}

pub fn latest_value(value: Arc<dyn Fn() -> Option<DynValue> + Send + Sync>) -> Option<Memo<DynValue>> {
    let first = untrack(|| value())?;
    Some(Memo::new(move |before: Option<&DynValue>| value().unwrap_or_else(|| before.unwrap_or(&first).clone())))
}
