//! The bar that selects all, and decides on what is selected.

use super::kept::ApprovalsState;
use crate::deciding::{Candidate, DecisionController, Kind};
use crate::domain::host_visit::HostVisitSummary;
use crate::old_ui::element::{El, block, el};
use crate::remote::listing::List;
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use leptos::prelude::*;

/// How many are selected, and how many could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    selected: usize,
    loaded: usize,
}

pub fn selecting(kept: ApprovalsState, list: List<HostVisitSummary>, deciding: DecisionController) -> El {
    let text = Text::here();
    let count = RwSignal::new(Count::default());
    while_shown(move || {
        let now = list.rows.with(|rows| Count {
            selected: kept.selection.with(|selection| selection.chosen(&rows.items).count()),
            loaded: rows.items.iter().filter(|row| row.status.may_be_decided()).count(),
        });
        count.set_if_changed(now);
    });
    let all_or_none = move || {
        let is_none = count.get_untracked().selected == 0;
        list.rows.with_untracked(|rows| kept.select(|selection| if is_none { selection.fill(&rows.items) } else { selection.clear() }));
        crate::remote::listing::redraw(list);
    };
    let tick =
        el("input").attr("type", "checkbox").live_flag("checked", move || count.get().selected > 0).on("change", move |_| all_or_none());
    let label = el("span").live_text(move || text.select_all(count.get().selected, count.get().loaded));
    let all = block("label", "approvals__all").child(tick).child(label);
    let button = |weight: &str, label: &str, kind: Kind| {
        let deciding = deciding.clone();
        let ask = move || {
            let chosen: Vec<Candidate> = list.rows.with_untracked(|rows| {
                kept.selection.with_untracked(|selection| selection.chosen(&rows.items).filter_map(Candidate::listed).collect())
            });
            deciding.ask(kind, chosen);
        };
        block("button", "approvals__button").attr("type", "button").attr("data-act", weight).text(label).on("click", move |_| ask())
    };
    let buttons = block("div", "approvals__buttons")
        .child(button("return", text.return_selected(), Kind::Return))
        .child(button("approve", text.approve_selected(), Kind::Approve))
        .live_flag("hidden", move || count.get().selected == 0);
    block("div", "approvals__bar").child(all).child(buttons).live_flag("hidden", move || count.get().loaded == 0)
}
