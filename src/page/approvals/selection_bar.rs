//! The bar that selects all, and decides on what is selected.

use super::state::{ApprovalsState, use_approvals};
use crate::decision::use_decisions;
use crate::domain::approval::selection::Selection;
use crate::domain::approval::{Candidate, DecisionKind};
use crate::domain::host_visit::HostVisitSummary;
use crate::reactive::{DynSignal, memo};
use crate::resource::list::ListResource;
use crate::text::use_text;
use leptos::prelude::*;

/// How many visits are selected and may be decided on, and how many wait, loaded or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    selected: usize,
    waiting: usize,
}

#[component]
pub fn SelectionBar(list: ListResource<HostVisitSummary>) -> impl IntoView {
    let (text, approvals, decisions) = (use_text(), use_approvals(), use_decisions());
    let (rows, queue) = (list.list.rows, decisions.store.queue);
    let count = DynSignal::memo(move || {
        rows.with(|rows| Count {
            selected: approvals.selection.with(|selection| {
                let may_be_decided = |row: &&HostVisitSummary| queue.with(|queue| queue.state(&row.id).may_decide());
                selection.selected(&rows.items).filter(may_be_decided).count()
            }),
            // A list that is not complete knows only its total, of which some may wait no more.
            waiting: match rows.next() {
                Some(_) => rows.count(),
                None => rows.items.iter().filter(|row| row.status.may_be_decided()).count(),
            },
        })
    });
    let has_selected = memo(move || count.get().selected > 0);
    let decide = Callback::new(move |kind: DecisionKind| {
        let candidates: Vec<Candidate> = rows.with_untracked(|rows| {
            approvals.selection.with_untracked(|selection| selection.selected(&rows.items).filter_map(Candidate::listed).collect())
        });
        decisions.open_sheet(kind, candidates);
    });
    let select = move || {
        if list.is_completing.get() {
            view! { <Completing list=list/> }.into_any()
        } else {
            let toggle = move |_| {
                if has_selected.get_untracked() {
                    approvals.select(Selection::clear);
                } else if rows.with_untracked(|rows| rows.next().is_some()) {
                    list.complete();
                } else {
                    select_all(list, approvals);
                }
            };
            view! {
                <label class="approvals__all">
                    <input type="checkbox" prop:checked=has_selected on:change=toggle/>
                    <span>{move || text.select_all(count.get().selected, count.get().waiting)}</span>
                </label>
            }
            .into_any()
        }
    };
    select_when_complete(list);
    view! {
        <div class="approvals__bar" hidden=move || count.get().waiting == 0>
            {move || select()}
            <div class="approvals__buttons" hidden=move || !has_selected.get()>
                <DecideButton kind=DecisionKind::Return label=text.return_selected() on_click=decide/>
                <DecideButton kind=DecisionKind::Approve label=text.approve_selected() on_click=decide/>
            </div>
        </div>
    }
}

/// Selects all that wait once all have come. Who stops that, or has the line break, has selected nothing.
fn select_when_complete(list: ListResource<HostVisitSummary>) {
    let approvals = use_approvals();
    Effect::new(move |was_completing: Option<bool>| {
        let is_completing = list.is_completing.get();
        let has_ended = was_completing == Some(true) && !is_completing;
        if has_ended && list.list.rows.with_untracked(|rows| rows.next().is_none()) {
            select_all(list, approvals);
        }
        is_completing
    });
}

fn select_all(list: ListResource<HostVisitSummary>, approvals: ApprovalsState) {
    list.list.rows.with_untracked(|rows| approvals.select(|selection| selection.select_all(&rows.items)));
}

/// How many visits have come of all, and the way to stop.
#[component]
fn Completing(list: ListResource<HostVisitSummary>) -> impl IntoView {
    let text = use_text();
    let words = move || list.list.rows.with(|rows| text.loading_rest(rows.items.len(), rows.known_total()));
    view! {
        <p class="approvals__all" role="status">{move || words()}</p>
        <button class="approvals__button" type="button" on:click=move |_| list.is_completing.set(false)>{text.stop_loading()}</button>
    }
}

/// A small button that asks how to decide.
#[component]
pub fn DecideButton(
    kind: DecisionKind,
    #[prop(into)] label: String,
    /// What screen readers say, where the label does not name the visitor.
    #[prop(into, optional)]
    spoken: Option<String>,
    on_click: Callback<DecisionKind>,
) -> impl IntoView {
    let name = match kind {
        DecisionKind::Approve => "approve",
        DecisionKind::Return => "return",
    };
    view! {
        <button class="approvals__button" type="button" data-decision=name aria-label=spoken on:click=move |_| on_click.run(kind)>
            {label}
        </button>
    }
}
