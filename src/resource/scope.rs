//! How long a task may run.

use leptos::reactive::owner::{Owner, WeakOwner};
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::pin::Pin;

/// The component that a task belongs to: leaving it ends the task, and aborts its calls.
///
/// It does not keep the component's owner alive: components store scopes, and one that did would keep itself.
#[derive(Clone)]
pub struct Scope(Option<WeakOwner>);

impl Scope {
    /// The component that is being built. An event handler belongs to none, and takes the scope of its component along.
    pub fn here() -> Self {
        Self(Owner::current().map(|owner| owner.downgrade()))
    }

    /// Runs a task until the component goes.
    pub fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(&self, task: Pin<Box<dyn Future<Output = ()>>>) {
        match &self.0 {
            Some(owner) => {
                // Nobody waits any more where the component has gone.
                if let Some(owner) = owner.upgrade() {
                    owner.with(|| spawn_local_scoped_with_cancellation(task));
                }
            }
            None => spawn_local_scoped_with_cancellation(task),
        }
    }
}
