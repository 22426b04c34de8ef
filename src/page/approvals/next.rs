//! Going on to the next visit once the chosen one is decided on.

use super::state::use_approvals;
use crate::context::use_navigation;
use crate::decision::use_decisions;
use crate::domain::approval::next::next_open;
use crate::domain::visit::HostVisitId;
use crate::layout::beside;
use crate::route::HostList;
use leptos::prelude::*;

/// Opens the next visit of the list beside it as soon as a decision on the chosen one is taken in.
#[component]
pub fn NextAfterDecision() -> impl IntoView {
    let (navigation, approvals, queue) = (use_navigation(), use_approvals(), use_decisions().store.queue);
    Effect::new(move |before: Option<(Option<HostVisitId>, bool)>| {
        let chosen = navigation.chosen.get();
        let is_under_way = chosen.as_ref().is_some_and(|id| queue.with(|queue| !queue.state(id).is_open()));
        let was_open = before.is_some_and(|(visit, was_under_way)| visit == chosen && !was_under_way);
        if let Some(decided) = chosen.as_ref().filter(|_| was_open && is_under_way) {
            let rows = approvals.list(approvals.part.get_untracked()).rows;
            let may_decide = |id: &HostVisitId| queue.with_untracked(|queue| queue.state(id).may_decide());
            let next = rows.with_untracked(|rows| next_open(&rows.items, decided, may_decide));
            untrack(|| navigation.choose(beside(HostList::Approvals, next), false));
        }
        (chosen, is_under_way)
    });
}
