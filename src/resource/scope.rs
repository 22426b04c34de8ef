//! How long a task may run.

use leptos::prelude::Owner;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::pin::Pin;

/// The component that a task belongs to: leaving it ends the task, and aborts its calls.
#[derive(Debug, Clone)]
pub struct Scope(Option<Owner>);

impl Scope {
    /// The component that is being built. An event handler belongs to none, and takes the scope of its component along.
    pub fn here() -> Self {
        Self(Owner::current())
    }

    /// Runs a task until the component goes.
    pub fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.spawn_boxed(Box::pin(task));
    }

    fn spawn_boxed(&self, task: Pin<Box<dyn Future<Output = ()>>>) {
        match &self.0 {
            Some(owner) => owner.with(|| spawn_local_scoped_with_cancellation(task)),
            None => spawn_local_scoped_with_cancellation(task),
        }
    }
}
