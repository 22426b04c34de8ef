//! What today brings: how many wait for me, who comes next, who is there, and links to the rest.

use crate::access::use_access;
use crate::api::channel::Operation;
use crate::api::host_visit::{AROUND, HostVisitQuery, Part, rows};
use crate::context::{use_client, use_href, use_session};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::host_visit::today::today;
use crate::domain::paging::{Page, Wanted};
use crate::layout::{BackButton, HostScreen};
use crate::platform::clock;
use crate::reactive::{DynSignal, memo};
use crate::resource::{AsyncView, Remote, RemoteSignal, Resource};
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

/// The day of an employee; for others the way back to where visitors start.
#[component]
fn TodayContent() -> impl IntoView {
    let text = use_text();
    let waiting = use_visits(Part::Waiting, Wanted { number: 1, size: 1 });
    let expected = use_visits(Part::Expected, AROUND);
    let both = move || waiting.get().and(expected.get());
    let is_refused = memo(move || matches!(both(), Remote::Ready((None, _) | (_, None))));
    let lists = RemoteSignal::derive(move || {
        both().map(|(waiting, expected)| Lists {
            waiting: waiting.map_or(0, |page| page.total),
            expected: expected.map(|page| page.items).unwrap_or_default(),
        })
    });
    let retry = Callback::new(move |()| {
        waiting.refetch();
        expected.refetch();
    });
    let start = use_href(&Route::Book);
    let shown = move || {
        if is_refused.get() {
            let next = Some((text.back_to_start(), start.clone()));
            view! { <Empty title=text.no_employee_title() detail=text.no_employee_detail() next=next/> }.into_any()
        } else {
            view! { <AsyncView value=lists on_retry=retry children=|lists| view! { <Overview lists=lists/> }/> }.into_any()
        }
    };
    view! { {move || shown()} }
}

/// Some of a list; none where the backend refuses, which it does whoever asks for no employee.
fn use_visits(part: Part, wanted: Wanted) -> Resource<Option<Page<HostVisitSummary>>> {
    let (client, session) = (use_client(), use_session());
    let fetch = move || {
        let answer = client.send(rows(&session.context, part, HostVisitQuery::ALL, wanted));
        async move {
            match answer.await {
                Err(error) if error.is_refusal() => Ok(None),
                answer => answer.map(Some),
            }
        }
    };
    Resource::new(fetch).refresh_on_return()
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
