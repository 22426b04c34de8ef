//! Leptos' signals, and what is left of the old ones.

use leptos::prelude::*;
use leptos::reactive::effect::RenderEffect;
use std::fmt;
use std::rc::Rc;

/// Sets a signal only where that changes it, so that nothing runs for nothing.
pub trait SetIfChanged<T> {
    fn set_if_changed(self, new: T);
}

impl<T: PartialEq + Send + Sync + 'static> SetIfChanged<T> for RwSignal<T> {
    fn set_if_changed(self, new: T) {
        if self.try_with_untracked(|value| *value == new) == Some(false) {
            self.set(new);
        }
    }
}

/// A value that is made from states whenever somebody asks for it.
pub struct Derived<T>(Rc<dyn Fn() -> T>);

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Derived<T> {
    pub fn new(make: impl Fn() -> T + 'static) -> Self {
        Self(Rc::new(make))
    }

    /// The value, tracked.
    pub fn get(&self) -> T {
        (self.0)()
    }
}

impl<T: Default + 'static> Default for Derived<T> {
    fn default() -> Self {
        Self::new(T::default)
    }
}

impl<T> fmt::Debug for Derived<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Derived")
    }
}

/// Runs now, and again when the states that it reads change, until the part of the page that it belongs to goes.
pub fn while_shown(run: impl FnMut() + 'static) {
    run_boxed(Box::new(run));
}

fn run_boxed(mut run: Box<dyn FnMut()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| run()));
}
