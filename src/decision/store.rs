//! What was decided, whichever page is shown.

use crate::domain::approval::queue::{DecisionQueue, DecisionState};
use crate::domain::visit::HostVisitId;
use crate::reactive::DynSignal;
use leptos::prelude::*;

/// The decisions that are on their way, from context.
#[derive(Debug, Clone, Copy)]
pub struct DecisionStore {
    pub queue: RwSignal<DecisionQueue>,
    /// Whether a page shows what comes of it.
    pub(super) is_shown: RwSignal<bool>,
    /// Whether the backend no longer knew who decided.
    pub(super) is_signed_out: RwSignal<bool>,
}

impl Default for DecisionStore {
    fn default() -> Self {
        Self { queue: RwSignal::default(), is_shown: RwSignal::new(false), is_signed_out: RwSignal::new(false) }
    }
}

impl DecisionStore {
    /// Whether the backend no longer knew who decided, tracked.
    pub fn is_signed_out(self) -> bool {
        self.is_signed_out.get()
    }

    /// What has been decided on a visit. Decisions on other visits do not change it.
    pub fn state_of(self, id: HostVisitId) -> DynSignal<DecisionState> {
        DynSignal::memo(move || self.queue.with(|queue| queue.state(&id)))
    }
}
