//! The bar that selects all, and decides on what is selected.

use super::state::use_approvals;
use crate::api::host_visit::Part;
use crate::decision::use_decisions;
use crate::domain::approval::{Candidate, DecisionKind};
use crate::text::use_text;
use leptos::prelude::*;

/// How many visits are selected, and how many could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    selected: usize,
    loaded: usize,
}

#[component]
pub fn SelectionBar() -> impl IntoView {
    let (text, approvals, decisions) = (use_text(), use_approvals(), use_decisions());
    let rows = approvals.list(Part::Waiting).rows;
    let count = Memo::new(move |_| {
        rows.with(|rows| Count {
            selected: approvals.selection.with(|selection| selection.selected(&rows.items).count()),
            loaded: rows.items.iter().filter(|row| row.status.may_be_decided()).count(),
        })
    });
    let has_selected = Memo::new(move |_| count.get().selected > 0);
    let toggle_all = move || {
        let is_all = !has_selected.get_untracked();
        rows.with_untracked(|rows| {
            approvals.select(|selection| if is_all { selection.select_all(&rows.items) } else { selection.clear() })
        });
    };
    let decide = Callback::new(move |kind: DecisionKind| {
        let candidates: Vec<Candidate> = rows.with_untracked(|rows| {
            approvals.selection.with_untracked(|selection| selection.selected(&rows.items).filter_map(Candidate::listed).collect())
        });
        decisions.open_sheet(kind, candidates);
    });
    view! {
        <div class="approvals__bar" hidden=move || count.get().loaded == 0>
            <label class="approvals__all">
                <input type="checkbox" prop:checked=has_selected on:change=move |_| toggle_all()/>
                <span>{move || text.select_all(count.get().selected, count.get().loaded)}</span>
            </label>
            <div class="approvals__buttons" hidden=move || !has_selected.get()>
                <DecideButton kind=DecisionKind::Return label=text.return_selected() on_click=decide/>
                <DecideButton kind=DecisionKind::Approve label=text.approve_selected() on_click=decide/>
            </div>
        </div>
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
