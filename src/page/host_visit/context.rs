//! What the parts of a visit's page share.

use crate::api;
use crate::decision::use_decisions;
use crate::domain::approval::queue::DecisionState;
use crate::domain::visit::{HostVisitId, Visit};
use crate::reactive::{effect, memo};
use crate::resource::{Remote, RemoteSignal, Resource, Scope, use_api};
use crate::visit::CancelFailure;
use leptos::prelude::*;

/// A visit on the screen.
#[derive(Clone)]
pub struct HostVisitContext {
    pub id: HostVisitId,
    /// None where the answer holds no visit.
    pub resource: Resource<Option<Visit>>,
    /// What has happened to the visit meanwhile, in words.
    pub news: RwSignal<String>,
    pub cancel_failure: RwSignal<Option<CancelFailure>>,
    /// Tasks that end with the page.
    pub scope: Scope,
}

/// The visit around the component that is being built.
pub fn use_host_visit() -> HostVisitContext {
    expect_context()
}

impl HostVisitContext {
    /// Fetches the visit.
    pub fn new(id: HostVisitId) -> Self {
        let wanted = id.clone();
        let visit = use_api(move |context| api::host_visit::detail(context, &wanted));
        let (news, cancel_failure) = (RwSignal::new(String::new()), RwSignal::new(None));
        Self { id, resource: visit.refresh_on_return(), news, cancel_failure, scope: Scope::here() }
    }

    /// Whether the answer holds no visit.
    pub fn is_missing(&self) -> Memo<bool> {
        let visit = self.resource;
        memo(move || matches!(visit.get(), Remote::Ready(None)))
    }

    /// The visit, where it is not missing.
    pub fn visit(&self) -> RemoteSignal<Visit> {
        let visit = self.resource;
        RemoteSignal::derive(move || match visit.get() {
            Remote::Ready(Some(visit)) => Remote::Ready(visit),
            Remote::Failed(error) => Remote::Failed(error),
            Remote::Ready(None) | Remote::Waiting => Remote::Waiting,
        })
    }

    /// Shows what came of a decision as soon as that is known.
    pub fn refresh_when_decided(&self) {
        let (visit, state) = (self.resource, use_decisions().store.state_of(self.id.clone()));
        let is_decided = memo(move || state.with(|state| matches!(state, DecisionState::Settled(_))));
        effect(move || {
            if is_decided.get() {
                visit.refresh();
            }
        });
    }
}
