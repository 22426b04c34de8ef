//! How an employee decides on bookings: a sheet asks for areas or a reason, then the decision
//! is held for four seconds in which it can be undone, then it is sent.
//!
//! A page stands in a [`DecisionProvider`], whose [`DecisionController`] its parts use. What was decided is in the [`DecisionStore`], which
//! outlives the page.

mod buttons;
mod notes;
mod sender;
mod sheet;
mod store;

pub use buttons::{DecisionButtons, DecisionButtonsProps};
pub use store::DecisionStore;

use crate::api::area;
use crate::api::error::ApiError;
use crate::context::sign_in::{SignInGate, hold_page_while};
use crate::context::{use_client, use_session};
use crate::domain::approval::queue::{DecisionQueue, OutcomeCounts, Undecided};
use crate::domain::approval::{Candidate, Decidable, Decision, DecisionKind};
use crate::domain::id::{AreaId, OrderId};
use crate::domain::venue::Area;
use crate::domain::visit::{HostVisitId, Status};
use crate::platform::visibility::on_page_hide;
use crate::resource::{Remote, Resource, use_optional_api};
use crate::text::use_text;
use crate::ui::toast::use_toasts;
use leptos::context::Provider;
use leptos::prelude::*;
use notes::DecisionNotes;
use sender::DecisionSender;
use sheet::DecisionSheet;

/// The means to decide, as long as a page is shown.
#[derive(Clone, Copy)]
pub struct DecisionController {
    pub store: DecisionStore,
    sender: StoredValue<DecisionSender>,
    /// The areas of the site, if they came.
    areas: Resource<Result<Vec<Area>, ApiError>>,
    /// What the sheet asks; none while it is closed.
    question: RwSignal<Option<Question>>,
}

/// Which decision is about to be made, and on what.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Question {
    kind: DecisionKind,
    candidates: Vec<Candidate>,
    /// How many more were meant, on which a decision is on its way.
    frozen: usize,
}

/// The controller of the page around the component that is being built.
pub fn use_decisions() -> DecisionController {
    expect_context()
}

impl DecisionController {
    /// To be called while the page is built. What is held is sent when the page is left or goes out of sight.
    fn new() -> Self {
        let store: DecisionStore = expect_context();
        let sender = DecisionSender {
            client: use_client(),
            session: use_session(),
            store,
            text: use_text(),
            toasts: use_toasts(),
            gate: SignInGate::here(),
        };
        let areas = use_optional_api(area::for_employee);
        store.is_shown.set(true);
        hold_page_while(move || store.queue.try_with_untracked(|queue| !queue.decisions().is_empty()) == Some(true));
        let (stored, leaving) = (StoredValue::new(sender.clone()), sender.clone());
        on_cleanup(move || leaving.leave());
        on_page_hide(move || sender.send_all_keepalive());
        Self { store, sender: stored, areas, question: RwSignal::new(None) }
    }

    /// Opens the sheet that asks how to decide on these. What a decision is on its way for is left out, and said.
    pub fn open_sheet(self, kind: DecisionKind, candidates: Vec<Candidate>) {
        let Undecided { open, frozen } = self.store.queue.with_untracked(|queue| queue.undecided(candidates, Candidate::id));
        if !open.is_empty() {
            self.question.set(Some(Question { kind, candidates: open, frozen }));
        } else if frozen > 0 {
            self.sender.with_value(|sender| sender.toasts.show(sender.text.frozen_left_out(frozen)));
        }
    }

    /// The names of these areas, tracked; without those that the site does not list.
    pub fn area_names(self, ids: &[AreaId]) -> Vec<String> {
        self.areas.with(|areas| match areas {
            Remote::Ready(Ok(areas)) => {
                ids.iter().filter_map(|id| areas.iter().find(|area| area.id == *id)).map(|area| area.name.clone()).collect()
            }
            _ => Vec::new(),
        })
    }

    /// Whether the names of these areas may still come, tracked.
    pub fn awaits_area_names(self, ids: &[AreaId]) -> bool {
        !ids.is_empty() && self.areas.with(|areas| matches!(areas, Remote::Waiting))
    }

    /// Signs in again by the link to a booking, then goes on; where that is not possible, a toast says how to.
    pub fn sign_in_again(self, order: OrderId, then: impl FnOnce() + 'static) {
        self.sender.get_value().sign_in_again(order, then);
    }

    /// Takes a decision in, and sends it when it can no longer be undone.
    fn decide(self, decision: Decision, visits: Vec<Decidable>) {
        self.sender.get_value().decide(decision, visits);
    }
}

/// A page on which decisions are made: its content as children, the sheet that asks, and the notes about decisions.
#[component]
pub fn DecisionProvider(
    /// Called for every booking whose status has changed, while the page is shown.
    #[prop(into)]
    on_decided: Callback<(HostVisitId, Status)>,
    children: Children,
) -> impl IntoView {
    let controller = DecisionController::new();
    let queue = controller.store.queue;
    let before = queue.with_untracked(DecisionQueue::outcome_counts);
    Effect::new(move |seen: Option<OutcomeCounts>| {
        let seen = seen.unwrap_or_else(|| before.clone());
        let (changes, counts) = queue.with(|queue| (queue.changes_since(&seen), queue.outcome_counts()));
        untrack(|| changes.into_iter().for_each(|change| on_decided.run(change)));
        counts
    });
    // A context that the page itself provided would still be found by the next page.
    view! {
        <Provider value=controller>
            {children()}
            <DecisionSheet/>
            <DecisionNotes/>
        </Provider>
    }
}
