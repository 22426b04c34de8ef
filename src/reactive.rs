//! What Leptos compiles once for each closure or each type, compiled once for all of them.
//!
//! An effect, a memo and a type in a signal weigh half a kilobyte to five each; the graph's rules are the same whatever
//! runs in it.

mod dyn_signal;

pub use dyn_signal::{DynSignal, DynValue, latest, latest_value};

use leptos::prelude::*;

/// Runs a function once the component is in place, and again whenever what it has read changes.
pub fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(move || run());
}

/// Runs `act` whenever what `track` reads changes, and not before. What `act` reads is not tracked.
pub fn watch(track: impl Fn() + 'static, act: impl Fn() + 'static) {
    watch_boxed(Box::new(track), Box::new(act));
}

fn watch_boxed(track: Box<dyn Fn()>, act: Box<dyn Fn()>) {
    Effect::watch(track, move |(), _, _| act(), false);
}

/// A value that is computed anew when what it is computed from changes, and whose readers run only when it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_boxed(Box::new(value))
}

fn memo_boxed<T: PartialEq + Send + Sync + 'static>(value: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| value())
}
