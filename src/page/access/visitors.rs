//! The visitors who are approved and still to come, and which of them the doors know.

use crate::api::host_visit::{Part, Sought, rows};
use crate::api::visit::Sort;
use crate::domain::access::registration::{AccessTask, Known, Registration};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::paging::{LONGEST_PAGE, Page, Wanted};
use crate::doors::{AccessClient, AccessControl};
use crate::old_ui::badge::badge;
use crate::old_ui::button::main_button;
use crate::old_ui::cell::{cells, digest, link_cell};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::empty::empty;
use crate::page::Site;
use crate::platform::clock;
use crate::remote::four_faces;
use crate::route::{HostRoute, Route};
use crate::text::Text;
use leptos::prelude::*;

pub fn visitors(site: &Site, doors: AccessControl) -> El {
    let text = Text::here();
    if !Part::Admitted.is_offered(site.session.context.flavor) {
        return empty(text.not_here_title(), text.doors_by_visit(), None);
    }
    let sought = Sought { visitor: "", start: None, sort: Sort::EarliestFirst };
    let admitted =
        site.load(move |context| rows(context, Part::Admitted, sought, Wanted { number: 1, size: LONGEST_PAGE })).refresh_on_return();
    let site = site.clone();
    let ready = move |page: Page<HostVisitSummary>| {
        if page.items.is_empty() {
            return empty(text.no_door_visitors_title(), text.no_door_visitors_detail(), None);
        }
        shown(&site, doors, page.items)
    };
    four_faces(move || admitted.get(), move || admitted.reload(), ready)
}

fn shown(site: &Site, doors: AccessControl, visits: Vec<HostVisitSummary>) -> El {
    let text = Text::here();
    let courier = RwSignal::new(AccessClient { client: site.client.clone(), text });
    let rows: Vec<El> = visits.iter().map(|visit| row(site, doors, visit)).collect();
    let visits = RwSignal::new(visits);
    let missing = move || visits.with(|visits| visits.iter().filter(|visit| is_missing(doors, visit)).count());
    let register_all = move || {
        visits.with_untracked(|visits| {
            for visit in visits.iter().filter(|visit| is_missing(doors, visit)) {
                if let Some(order) = &visit.order {
                    courier.with_untracked(|courier| {
                        doors.begin(courier, order, &visit.visitor_name, &visit.visitor_phone, AccessTask::Register)
                    });
                }
            }
        });
    };
    let head = live(move || match (doors.progress(), missing()) {
        (Some(progress), _) => {
            let rest = if progress.is_resting { block("p", "doors__note").text(text.door_resting()) } else { nothing() };
            let told = block("p", "doors__progress").text(&text.door_progress(progress.settled, progress.all));
            block("div", "doors__line").attr("role", "status").child(told).child(rest)
        }
        (None, 0) => nothing(),
        (None, missing) => block("div", "doors__line").child(main_button(&text.register_all(missing), register_all)),
    });
    all([head, cells("", rows), block("p", "doors__note").text(text.only_this_device())])
}

/// Whether the doors do not know a visitor, as far as this device can tell, tracked.
fn is_missing(doors: AccessControl, visit: &HostVisitSummary) -> bool {
    let is_fresh = |registration: Registration| registration == Registration::known(Known::Nothing);
    visit.order.as_ref().is_some_and(|order| is_fresh(doors.of(order)))
}

fn row(site: &Site, doors: AccessControl, visit: &HostVisitSummary) -> El {
    let text = Text::here();
    let when = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let what = digest(&visit.visitor_name, [&*when, &*visit.visitor_company]);
    let order = visit.order.clone();
    let state = live(move || {
        let registration = order.as_ref().map_or(Registration::known(Known::Nothing), |order| doors.of(order));
        let (word, tone) = text.door_state(&registration);
        badge(word, tone)
    });
    link_cell(&site.href(&Route::Host(HostRoute::Visit(visit.id.clone()))), [what, state])
}
