//! The sheet that asks how to decide: into which areas, or why not.

mod approve;
mod send_back;

use super::{DecisionController, use_decisions};
use crate::api::host_visit;
use crate::context::{use_client, use_session};
use crate::domain::approval::{Candidate, Decidable, Decision, DecisionKind};
use crate::resource::{Remote, Resource};
use crate::text::{Text, use_text};
use crate::ui::button::Weight;
use crate::ui::confirm::ConfirmButton;
use crate::ui::toast::{Toasts, use_toasts};
use approve::ApproveSheet;
use leptos::prelude::*;
use send_back::ReturnSheet;

/// More visits are not looked through one by one.
const MANY: usize = 20;

/// The sheet, while there is a question.
#[component]
pub fn DecisionSheet() -> impl IntoView {
    let question = use_decisions().question;
    let shown = move || match question.get() {
        None => ().into_any(),
        Some(question) => {
            let sheet = SheetContext::new(question.candidates, question.frozen);
            match question.kind {
                DecisionKind::Approve => view! { <ApproveSheet sheet=sheet/> }.into_any(),
                DecisionKind::Return => view! { <ReturnSheet sheet=sheet/> }.into_any(),
            }
        }
    };
    view! { {move || shown()} }
}

/// What a sheet decides on, and how it closes.
#[derive(Clone, Copy)]
struct SheetContext {
    /// The candidates that wait, with all that a decision takes.
    visits: Resource<Vec<Decidable>>,
    /// How many candidates there were.
    count: usize,
    /// How many more were meant, on which a decision is on its way.
    frozen: usize,
    decisions: DecisionController,
    text: Text,
    toasts: Toasts,
}

impl SheetContext {
    /// Fetches what the candidates' list left out.
    fn new(candidates: Vec<Candidate>, frozen: usize) -> Self {
        let (client, session, count) = (use_client(), use_session(), candidates.len());
        let visits = Resource::new(move || {
            let (client, context, candidates) = (client.clone(), session.context.clone(), candidates.clone());
            async move {
                let mut visits = Vec::new();
                for candidate in candidates {
                    match candidate {
                        Candidate::Known(visit) => visits.push(visit),
                        Candidate::Id(id) => {
                            let visit = client.send(host_visit::detail(&context, &id)).await?;
                            visits.extend(visit.and_then(|visit| Decidable::detailed(&id, &visit)));
                        }
                    }
                }
                Ok(visits)
            }
        });
        Self { visits, count, frozen, decisions: use_decisions(), text: use_text(), toasts: use_toasts() }
    }

    fn close(self) {
        self.decisions.question.set(None);
    }

    /// Closes the sheet and takes the decision in. Where nothing waits any more, a toast says so.
    fn confirm(self, decision: Decision) {
        if let Remote::Ready(visits) = self.visits.get_untracked() {
            self.close();
            if visits.is_empty() {
                self.toasts.show(self.text.nothing_waits_here().to_owned());
            }
            self.decisions.decide(decision, visits);
        }
    }

    /// The button that decides: where it is on more than fit the screen, it says on how many.
    fn confirm_label(self, kind: DecisionKind) -> String {
        match (kind, self.count > MANY) {
            (DecisionKind::Approve, true) => self.text.approve_many(self.count),
            (DecisionKind::Approve, false) => self.text.approve().to_owned(),
            (DecisionKind::Return, true) => self.text.return_many(self.count),
            (DecisionKind::Return, false) => self.text.send_back().to_owned(),
        }
    }

    /// Whom the decision is about, and who was meant and is left out.
    fn names(self, visits: &[Decidable]) -> AnyView {
        let names = self.text.first_names(visits.iter().map(|visit| visit.visitor_name.as_str()), self.count);
        let frozen = (self.frozen > 0).then(|| view! { <p class="decision__note">{self.text.frozen_left_out(self.frozen)}</p> }.into_any());
        view! {
            <p class="decision__names">{names}</p>
            {frozen}
        }
        .into_any()
    }
}

/// Closes the sheet without a decision.
#[component]
fn CancelButton(sheet: SheetContext) -> impl IntoView {
    view! { <ConfirmButton label=sheet.text.not_now() weight=Weight::Quiet on_click=move || sheet.close()/> }
}
