//! What the lists of a host's visits have in common: a row, and that they are refreshed when a visit changes elsewhere.

use crate::context::{use_href, use_navigation};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::visit::HostVisitId;
use crate::platform::clock;
use crate::reactive::{DynSignal, watch};
use crate::resource::list::{List, ListResource};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::badge::Badge;
use crate::ui::cell::{Digest, LinkCell};
use crate::ui::paged_list::CurrentRow;
use leptos::prelude::*;

/// A visit in a list of its host's; it leads to the visit.
#[component]
pub fn HostVisitRow(visit: HostVisitSummary) -> impl IntoView {
    let text = use_text();
    let href = use_href(&Route::Host(HostRoute::Visit(visit.id.clone())));
    let status = view! { <Badge label=text.host_status(&visit.status) tone=visit.status.tone()/> };
    // It says "today", and so is drawn again when the clock is corrected.
    let digest = move || {
        let now = clock::now_shown();
        let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, now));
        let lines = vec![text.purpose_line(&visit.visitor_company, &visit.purpose), when];
        view! { <Digest title=visit.visitor_name.clone() lines=lines/> }.into_any()
    };
    view! { <LinkCell href=href>{digest}{status}</LinkCell> }
}

/// The row of a list whose visit stands beside it.
pub fn current_row(list: List<HostVisitSummary>) -> DynSignal<Option<CurrentRow>> {
    let chosen = use_navigation().chosen;
    DynSignal::memo(move || {
        let chosen = chosen.get()?;
        let number = list.rows.with(|rows| rows.items.iter().position(|row| row.id == chosen));
        let key = match chosen {
            HostVisitId::Order(order) => order.as_str().to_owned(),
            HostVisitId::Batch(batch) => batch.as_str().to_owned(),
        };
        Some(CurrentRow { key, number })
    })
}

/// The visits of a list in their order, as far as they are loaded.
pub fn visits_of(list: List<HostVisitSummary>) -> Vec<HostVisitId> {
    list.rows.with_untracked(|rows| rows.items.iter().map(|row| row.id.clone()).collect())
}

/// Tells the lists on the screen that a visit has changed beside them.
#[derive(Debug, Clone, Copy, Default)]
pub struct HostVisitChanges(RwSignal<()>);

/// The changes of visits, from context.
pub fn use_host_visit_changes() -> HostVisitChanges {
    expect_context()
}

impl HostVisitChanges {
    /// A visit has another status than the lists show.
    pub fn notify(self) {
        self.0.set(());
    }

    /// Refreshes a list at every change, as long as the component lives that is being built.
    pub fn refresh(self, list: ListResource<HostVisitSummary>) {
        watch(move || self.0.track(), move || list.refresh());
    }
}
