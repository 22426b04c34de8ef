//! The approved visitors who are still to come, and whether they are registered with access control.

use crate::access::{AccessClient, AccessControl, use_access};
use crate::api::host_visit::{HostVisitQuery, Part, rows};
use crate::context::{use_href, use_session};
use crate::domain::access::queue::QueueProgress;
use crate::domain::access::registration::{AccessEntry, AccessTask, Registration};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::paging::{LONGEST_PAGE, Page, Wanted};
use crate::platform::clock;
use crate::reactive::{DynSignal, memo};
use crate::resource::{AsyncView, use_api};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::{Cells, Digest, LinkCell};
use crate::ui::empty::Empty;
use leptos::prelude::*;

/// The visitors, and a button that registers all who are not registered yet.
#[component]
pub fn Visitors() -> impl IntoView {
    let text = use_text();
    let Some(access) = use_access().filter(|_| Part::Admitted.is_offered(use_session().context.flavor)) else {
        return view! { <Empty title=text.not_here_title() detail=text.access_by_visit()/> }.into_any();
    };
    let visits = use_api(move |context| rows(context, Part::Admitted, HostVisitQuery::ALL, Wanted { number: 1, size: LONGEST_PAGE }))
        .refresh_on_return();
    let ready = move |page: DynSignal<Page<HostVisitSummary>>| {
        let is_empty = memo(move || page.with(|page| page.items.is_empty()));
        let shown = move || {
            if is_empty.get() {
                view! { <Empty title=text.no_access_visitors_title() detail=text.no_access_visitors_detail()/> }.into_any()
            } else {
                view! { <VisitorList access=access visits=page/> }.into_any()
            }
        };
        view! { {move || shown()} }
    };
    view! { <AsyncView value=visits.signal() on_retry=move || visits.refetch() children=ready/> }.into_any()
}

#[component]
fn VisitorList(access: AccessControl, visits: DynSignal<Page<HostVisitSummary>>) -> impl IntoView {
    let text = use_text();
    let row = move |visit: &HostVisitSummary| view! { <VisitorRow access=access visit=visit.clone()/> }.into_any();
    view! {
        <RegisterAll access=access visits=visits/>
        <Cells>{move || visits.with(|page| page.items.iter().map(row).collect::<Vec<AnyView>>())}</Cells>
        <p class="access__note">{text.only_this_device()}</p>
    }
}

/// The progress of the queue while it runs; else a button that registers the unregistered visitors, if there are any.
#[component]
fn RegisterAll(access: AccessControl, visits: DynSignal<Page<HostVisitSummary>>) -> impl IntoView {
    let text = use_text();
    let client = StoredValue::new(AccessClient::here());
    let progress = DynSignal::memo(move || access.progress());
    let is_running = memo(move || progress.with(Option::is_some));
    let missing = memo(move || visits.with(|page| page.items.iter().filter(|visit| is_unregistered(access, visit)).count()));
    let is_offered = memo(move || missing.get() > 0);
    let register_all = move || {
        let unregistered = visits.with_untracked(|page| {
            page.items.iter().filter(|visit| untrack(|| is_unregistered(access, visit))).cloned().collect::<Vec<_>>()
        });
        client.with_value(|client| {
            for visit in &unregistered {
                if let Some(order) = &visit.order {
                    access.start(client, order, &visit.visitor_name, &visit.visitor_phone, AccessTask::Register);
                }
            }
        });
    };
    let shown = move || {
        if is_running.get() {
            view! { <Progress progress=progress/> }.into_any()
        } else if is_offered.get() {
            let label = Signal::derive(move || text.register_all(missing.get()));
            view! { <div class="access__line"><Button label=label weight=Weight::Main on_click=register_all/></div> }.into_any()
        } else {
            ().into_any()
        }
    };
    view! { {move || shown()} }
}

#[component]
fn Progress(progress: DynSignal<Option<QueueProgress>>) -> impl IntoView {
    let text = use_text();
    let words = move || progress.get().map(|progress| text.access_progress(progress.done, progress.total));
    let pause = move || {
        progress
            .get()
            .filter(|progress| progress.is_paused)
            .map(|_| view! { <p class="access__note">{text.access_resting()}</p> }.into_any())
    };
    view! {
        <div class="access__line" role="status">
            <p class="access__progress">{move || words()}</p>
            {move || pause()}
        </div>
    }
}

/// Whether this device knows of no registration of a visitor, tracked.
fn is_unregistered(access: AccessControl, visit: &HostVisitSummary) -> bool {
    visit.order.as_ref().is_some_and(|order| access.registration(order) == Registration::idle(AccessEntry::Unknown))
}

#[component]
fn VisitorRow(access: AccessControl, visit: HostVisitSummary) -> impl IntoView {
    let text = use_text();
    let time = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let order = visit.order;
    let state = DynSignal::memo(move || {
        let registration = order.as_ref().map_or_else(|| Registration::idle(AccessEntry::Unknown), |order| access.registration(order));
        text.access_state(&registration)
    });
    let badge = move || {
        let (label, tone) = state.get();
        view! { <Badge label=label tone=tone/> }
    };
    view! {
        <LinkCell href=use_href(&Route::Host(HostRoute::Visit(visit.id)))>
            <Digest title=visit.visitor_name lines=vec![time, visit.visitor_company]/>
            {move || badge()}
        </LinkCell>
    }
}
