//! The sheet that asks how to decide: into which areas, or why not.

mod approve;
mod send_back;

use super::{DecisionController, Question, use_decisions};
use crate::api::host_visit;
use crate::context::{use_client, use_session};
use crate::domain::approval::{Candidate, Decidable, Decision, DecisionKind};
use crate::resource::{Remote, Resource};
use crate::text::{Text, use_text};
use crate::ui::button::Button;
use crate::ui::toast::{Toasts, use_toasts};
use approve::ApproveSheet;
use leptos::prelude::*;
use send_back::ReturnSheet;

/// The sheet, while there is a question.
#[component]
pub fn DecisionSheet() -> impl IntoView {
    let question = use_decisions().question;
    move || match question.get() {
        None => ().into_any(),
        Some(Question { kind: DecisionKind::Approve, candidates }) => view! { <ApproveSheet candidates=candidates/> }.into_any(),
        Some(Question { kind: DecisionKind::Return, candidates }) => view! { <ReturnSheet candidates=candidates/> }.into_any(),
    }
}

/// What a sheet decides on, and how it closes.
#[derive(Clone, Copy)]
struct SheetContext {
    /// The candidates that wait, with all that a decision takes.
    visits: Resource<Vec<Decidable>>,
    /// How many candidates there were.
    count: usize,
    decisions: DecisionController,
    text: Text,
    toasts: Toasts,
}

impl SheetContext {
    /// Fetches what the candidates' list left out.
    fn new(candidates: Vec<Candidate>) -> Self {
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
        Self { visits, count, decisions: use_decisions(), text: use_text(), toasts: use_toasts() }
    }

    fn close(self) {
        self.decisions.question.set(None);
    }

    /// Closes the sheet and takes the decision in. Where nothing waits any more, a toast says so.
    fn confirm(self, decision: Decision) {
        if let Remote::Ready(visits) = self.visits.signal().get_untracked() {
            self.close();
            if visits.is_empty() {
                self.toasts.show(self.text.nothing_waits_here().to_owned());
            }
            self.decisions.decide(decision, visits);
        }
    }

    /// Whom the decision is about.
    fn names(self, visits: &[Decidable]) -> AnyView {
        let names = self.text.first_names(visits.iter().map(|visit| visit.visitor_name.as_str()), self.count);
        view! { <p class="decision__names">{names}</p> }.into_any()
    }
}

/// Closes the sheet without a decision.
#[component]
fn CancelButton(sheet: SheetContext) -> impl IntoView {
    view! { <Button label=sheet.text.not_now() on_click=move || sheet.close()/> }
}
