//! What today brings: how many wait for me, who comes next, who is there, and the ways to the rest.

use super::{Site, host_frame, host_row, language_switch, way_out};
use crate::api::channel::Operation;
use crate::api::error::ApiError;
use crate::api::host_visit::{AROUND, Part, Sought, rows};
use crate::api::visit::Sort;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::host_visit::today::{Today, today};
use crate::domain::paging::{Page, Wanted};
use crate::old_ui::cell::{cells, digest, link_cell};
use crate::old_ui::element::{El, all, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::figures::{figure, figures};
use crate::platform::clock;
use crate::remote::{Remote, Resource, four_faces};
use crate::route::{HostRoute, Route};
use crate::text::Text;

/// All of them, the earliest first.
const ALL: Sought<'static> = Sought { visitor: "", start: None, sort: Sort::EarliestFirst };

/// Some of a list, or that the backend takes whoever asks for no employee.
type Told = Result<Page<HostVisitSummary>, ApiError>;

pub fn today_page(site: Site) -> El {
    let text = Text::here();
    host_frame(&site.clone(), &HostRoute::Today, text.today(), [way_out(&site), language_switch()], move || {
        let part =
            |part, wanted: Wanted| -> Resource<Told> { site.try_load(move |context| rows(context, part, ALL, wanted)).refresh_on_return() };
        let waiting = part(Part::Waiting, Wanted { number: 1, size: 1 });
        let expected = part(Part::Expected, AROUND);
        let retry = move || {
            waiting.reload();
            expected.reload();
        };
        four_faces(
            move || told(waiting.get()).and(told(expected.get())),
            retry,
            move |told| match told {
                (Some(waiting), Some(expected)) => shown(&site, waiting.total, &expected.items),
                _ => empty(text.no_employee_title(), text.no_employee_detail(), Some((text.back_to_start(), &*site.href(&Route::Book)))),
            },
        )
    })
}

/// None where the backend refuses: asking again cannot help.
fn told(told: Remote<Told>) -> Remote<Option<Page<HostVisitSummary>>> {
    match told {
        Remote::Waiting => Remote::Waiting,
        Remote::Ready(Ok(page)) => Remote::Ready(Some(page)),
        Remote::Ready(Err(error @ ApiError::Refused { .. })) if !error.needs_sign_in() => Remote::Ready(None),
        Remote::Ready(Err(error)) | Remote::Failed(error) => Remote::Failed(error),
    }
}

fn shown(site: &Site, waiting: usize, expected: &[HostVisitSummary]) -> El {
    let (text, now) = (Text::here(), clock::now_shown());
    let way = |route: HostRoute| site.href(&Route::Host(route));
    let Today { to_come, on_site, next } = today(expected, now);
    let numbers = [
        figure(text.waits_for_me(), waiting, &way(HostRoute::Approvals)),
        figure(text.still_to_come(), to_come, &way(HostRoute::Receptions)),
        figure(text.on_site(), on_site, &way(HostRoute::OnSite)),
    ];
    let here = expected.iter().filter(|visit| visit.status.is_on_site());
    let here: Vec<El> = here.take(NAMED_ON_SITE).map(|visit| host_row(site, text, visit, now)).collect();
    let here = if here.is_empty() { nothing() } else { cells(text.on_site_now(), here) };
    let next = if next.is_empty() {
        empty(text.nobody_comes_title(), text.nobody_comes_detail(), None)
    } else {
        cells(text.comes_next(), next.iter().map(|visit| host_row(site, text, visit, now)))
    };
    all([figures(text.figures(), numbers), next, here, cells(text.quick_ways(), ways(site))])
}

/// How many of those on site are named; the figure leads to all.
const NAMED_ON_SITE: usize = 3;

/// The ways that the channel offers.
fn ways(site: &Site) -> Vec<El> {
    let text = Text::here();
    let ways = [
        (Operation::Invite, text.invite_somebody(), HostRoute::Invite),
        (Operation::ListApprovals, text.approvals(), HostRoute::Approvals),
        (Operation::ListReceptions, text.receptions(), HostRoute::Receptions),
        (Operation::ListVisitDays, text.calendar(), HostRoute::Calendar),
        (Operation::ListInvitations, text.invitations(), HostRoute::Invitations),
    ];
    let offered = ways.into_iter().filter(|(operation, _, _)| operation.is_offered(site.session.context.flavor));
    let access = site.access.map(|_| (text.door_access(), HostRoute::Access));
    let ways = offered.map(|(_, label, route)| (label, route)).chain(access);
    ways.map(|(label, route)| link_cell(&site.href(&Route::Host(route)), [digest(label, [])])).collect()
}
