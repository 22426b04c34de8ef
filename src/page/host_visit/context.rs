//! What the parts of a visit's page share.

use crate::api;
use crate::api::error::ApiError;
use crate::context::{use_client, use_session};
use crate::decision::use_decisions;
use crate::domain::approval::queue::DecisionState;
use crate::domain::visit::{HostVisitId, Visit};
use crate::reactive::{effect, memo};
use crate::resource::{Remote, RemoteSignal, Resource, Scope};
use leptos::prelude::*;

/// A visit on the screen.
#[derive(Clone)]
pub struct HostVisitContext {
    pub id: HostVisitId,
    /// None where there is no such visit for this host.
    pub resource: Resource<Option<Visit>>,
    /// What has happened to the visit meanwhile, in words.
    pub news: RwSignal<String>,
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
        let (client, session, wanted) = (use_client(), use_session(), id.clone());
        let visit = Resource::new(move || {
            let answer = client.send(api::host_visit::detail(&session.context, &wanted));
            async move { none_if_refused(answer.await) }
        });
        Self { id, resource: visit.refresh_on_return(), news: RwSignal::new(String::new()), scope: Scope::here() }
    }

    /// Whether there is no such visit for this host.
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

/// A visit that the backend refuses to show does not exist for this host.
fn none_if_refused(answer: Result<Option<Visit>, ApiError>) -> Result<Option<Visit>, ApiError> {
    match answer {
        Err(error) if error.is_refusal() => Ok(None),
        answer => answer,
    }
}
