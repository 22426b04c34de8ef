//! What today brings: how many wait for me, who comes next, who is there, and links to the rest.

use crate::access::use_access;
use crate::api::channel::Operation;
use crate::api::host_visit::{AROUND, HostVisitQuery, Part, rows};
use crate::context::{use_href, use_session};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::host_visit::today::today;
use crate::domain::paging::Wanted;
use crate::layout::{BackButton, HostScreen, RemoveData};
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, RemoteSignal, use_api};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::cell::{Cells, Digest, LinkCell};
use crate::ui::empty::Empty;
use crate::ui::figures::{Figure, Figures};
use crate::visit::HostVisitRow;
use leptos::prelude::*;

/// How many of those on site are named; the figure leads to all.
const NAMED_ON_SITE: usize = 3;

/// The employee's start page.
#[component]
pub fn TodayPage() -> impl IntoView {
    let text = use_text();
    view! {
        <HostScreen route=HostRoute::Today title=text.today() links=view! { <BackButton/> }.into_any()>
            <TodayContent/>
        </HostScreen>
    }
}

/// The day of an employee.
#[component]
fn TodayContent() -> impl IntoView {
    let fetch = |part, wanted| use_api(move |context| rows(context, part, HostVisitQuery::ALL, wanted)).refresh_on_return();
    let waiting = fetch(Part::Waiting, Wanted { number: 1, size: 1 });
    let expected = fetch(Part::Expected, AROUND);
    let lists = RemoteSignal::derive(move || {
        let both = waiting.get().and(expected.get());
        both.map(|(waiting, expected)| Lists { waiting: waiting.total, expected: expected.items })
    });
    let retry = move || {
        waiting.refetch();
        expected.refetch();
    };
    view! { <AsyncView value=lists on_retry=retry children=|lists| view! { <Overview lists=lists/> }/> }
}

/// What was fetched of the day.
#[derive(Debug, Clone, PartialEq)]
struct Lists {
    /// How many wait for a decision.
    waiting: usize,
    /// Those to come, and those on site.
    expected: Vec<HostVisitSummary>,
}

#[component]
fn Overview(lists: DynSignal<Lists>) -> impl IntoView {
    let text = use_text();
    let today = DynSignal::memo(move || lists.with(|lists| today(&lists.expected, clock::now_shown())));
    let next = DynSignal::memo(move || today.with(|today| today.next.clone()));
    let on_site: DynSignal<Vec<HostVisitSummary>> = DynSignal::memo(move || {
        let on_site =
            |lists: &Lists| lists.expected.iter().filter(|visit| visit.status.is_on_site()).take(NAMED_ON_SITE).cloned().collect();
        lists.with(on_site)
    });
    let [approvals, receptions, here] =
        [HostRoute::Approvals, HostRoute::Receptions, HostRoute::OnSite].map(|route| use_href(&Route::Host(route)));
    let waiting = Signal::derive(move || lists.with(|lists| lists.waiting));
    let to_come = Signal::derive(move || today.with(|today| today.to_come));
    let count_on_site = Signal::derive(move || today.with(|today| today.on_site));
    let next_visits = move || {
        if next.with(Vec::is_empty) {
            view! { <Empty title=text.nobody_comes_title() detail=text.nobody_comes_detail()/> }.into_any()
        } else {
            view! { <VisitCells heading=text.comes_next() visits=next.get()/> }.into_any()
        }
    };
    let visits_on_site = move || {
        let visits = on_site.get();
        (!visits.is_empty()).then(|| view! { <VisitCells heading=text.on_site_now() visits=visits/> })
    };
    view! {
        <Figures label=text.figures()>
            <Figure label=text.waits_for_me() count=waiting href=approvals/>
            <Figure label=text.still_to_come() count=to_come href=receptions/>
            <Figure label=text.on_site() count=count_on_site href=here/>
        </Figures>
        {move || next_visits()}
        {move || visits_on_site()}
        <Entrances/>
        <RemoveData/>
    }
}

#[component]
fn VisitCells(heading: &'static str, visits: Vec<HostVisitSummary>) -> impl IntoView {
    let rows: Vec<AnyView> = visits.into_iter().map(|visit| view! { <HostVisitRow visit=visit/> }.into_any()).collect();
    view! { <Cells heading=heading>{rows}</Cells> }
}

/// Links to what the channel offers.
#[component]
fn Entrances() -> impl IntoView {
    let (text, flavor) = (use_text(), use_session().context.flavor);
    let offered = |operation: Operation| operation.is_offered(flavor);
    let entrances = [
        (offered(Operation::Invite), text.invite_somebody(), HostRoute::Invite),
        (offered(Operation::ListApprovals), text.approvals(), HostRoute::Approvals),
        (offered(Operation::ListReceptions), text.receptions(), HostRoute::Receptions),
        (offered(Operation::ListVisitDays), text.calendar(), HostRoute::Calendar),
        (offered(Operation::ListInvitations), text.invitations(), HostRoute::Invitations),
        (use_access().is_some() && Part::Admitted.is_offered(flavor), text.access_control(), HostRoute::Access),
    ];
    let links: Vec<AnyView> = entrances
        .into_iter()
        .filter(|(is_offered, _, _)| *is_offered)
        .map(|(_, label, route)| {
            view! {
                <LinkCell href=use_href(&Route::Host(route))>
                    <Digest title=label lines=Vec::new()/>
                </LinkCell>
            }
            .into_any()
        })
        .collect();
    view! { <Cells heading=text.quick_links()>{links}</Cells> }
}
