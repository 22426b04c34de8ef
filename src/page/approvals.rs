//! What an employee is to decide on: what waits, what was not decided in time, what was decided.

pub mod kept;

mod filter;
mod row;
mod selecting;

use super::{Beside, MESSAGE_KEY, RETURN_KEY, Site, beside, host_frame, keep_up, language_switch, way_out};
use crate::api::host_visit::{self, Part, Sought};
use crate::deciding::{Candidate, DecisionController};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::id::OrderId;
use crate::domain::visit::{HostVisitId, Status};
use crate::old_ui::button::quiet_button;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::paged_list::row_act;
use crate::old_ui::tabs::{tab_button, tabs};
use crate::platform::storage::Storage;
use crate::remote::listing::{FetchState, List, ListResource, Words, listing};
use crate::route::{HostRoute, Route};
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use filter::filter;
use leptos::prelude::*;
use row::{Act, row};
use selecting::selecting;

/// `detail` is what stands beside the list on a wide screen.
pub fn approvals_page(site: Site, detail: Beside) -> El {
    let text = Text::here();
    let frame_site = site.clone();
    let links = [way_out(&site), language_switch()];
    let frame = host_frame(&frame_site, &HostRoute::Approvals, text.approvals(), links, move || {
        site.approvals.recall();
        let deciding = site.deciding();
        let flavor = site.session.context.flavor;
        let parts = [(Part::Waiting, text.waiting()), (Part::Overdue, text.overdue()), (Part::Decided, text.decided_before())];
        let part = site.approvals.part;
        let ways = parts.into_iter().filter(|(way, _)| way.is_offered(flavor));
        let ways = ways.map(|(way, label)| tab_button(label, move || part.get() == way, move || part.set_if_changed(way)));
        let ways = tabs(text.which_approvals(), ways);
        let told = {
            let waiting = site.approvals.list(Part::Waiting);
            let kept = site.approvals;
            deciding.shown(move |name, status| {
                take_over(waiting, name, status);
                if kept.selection.with_untracked(|selection| selection.has(name)) {
                    kept.select(|selection| selection.toggle(name));
                }
            })
        };
        let (page, decided_here) = (site.clone(), deciding.clone());
        let list = live(move || part_list(&site, &deciding, part.get()));
        all([beside(&page, all([ways, list]), Some(decided_here), detail), told])
    });
    frame.attr("data-wide", "")
}

/// A row takes the state that its visit has now.
fn take_over(list: List<HostVisitSummary>, name: &HostVisitId, status: &Status) {
    let is_news = list.rows.with_untracked(|rows| rows.items.iter().any(|row| row.id == *name && row.status != *status));
    if is_news {
        list.rows.update(|rows| rows.pass(|row| row.id == *name, |row| row.status = status.clone()));
    }
}

fn part_list(site: &Site, deciding: &DecisionController, part: Part) -> El {
    let kept = site.approvals;
    let list = kept.list(part);
    let reading = site.read(list, move |context, wanted| {
        let visitor = list.query.get_untracked();
        let start = kept.day.get_untracked().map(|day| day.span());
        host_visit::rows(context, part, Sought { visitor: &visitor, start, sort: kept.sort(part).get_untracked() }, wanted)
    });
    keep_place(deciding, reading);
    keep_up(reading);
    let mut is_first = true;
    let for_news = deciding.clone();
    while_shown(move || {
        for_news.track();
        if !std::mem::replace(&mut is_first, false) {
            crate::remote::listing::redraw(list);
        }
    });
    let bar = if part == Part::Waiting { selecting(kept, list, deciding.clone()) } else { nothing() };
    let above = all([signed_out(deciding, reading), filter(site, reading, part), bar]);
    let words = Words {
        count: if part == Part::Waiting { Text::waiting_count } else { Text::visit_count },
        row: Box::new({
            let (site, deciding, text) = (site.clone(), deciding.clone(), Text::here());
            move |visit| row(&site, &deciding, text, part, visit)
        }),
        nothing_there: Box::new(move || nothing_there(kept, list, part)),
    };
    let for_click = deciding.clone();
    listing(reading, above, words)
        .on("click", move |event| {
            let Some((place, act)) = row_act(&event) else { return };
            let Some(kind) = Act::decision(&act) else { return };
            let candidate = list.rows.with_untracked(|rows| rows.items.get(place).and_then(Candidate::listed));
            for_click.ask(kind, candidate.into_iter().collect());
        })
        .on("change", move |event| {
            let name = row_act(&event).and_then(|(place, _)| list.rows.with_untracked(|rows| Some(rows.items.get(place)?.id.clone())));
            if let Some(name) = name {
                kept.select(|selection| selection.toggle(&name));
            }
        })
}

fn nothing_there(kept: kept::ApprovalsState, list: List<HostVisitSummary>, part: Part) -> El {
    let text = Text::here();
    let is_narrowed = kept.day.get_untracked().is_some() || !list.query.with_untracked(String::is_empty);
    let (title, detail) = match part {
        _ if is_narrowed => (text.none_found_title(), text.none_found_detail()),
        Part::Overdue => (text.no_overdue_title(), text.no_overdue_detail()),
        Part::Decided => (text.no_decided_title(), text.no_decided_detail()),
        _ => (text.no_approvals_title(), text.no_approvals_detail()),
    };
    empty(title, detail, None)
}

/// Who has to sign in again comes back here.
fn keep_place(deciding: &DecisionController, reading: ListResource<HostVisitSummary>) {
    let counter = deciding.counter;
    let here = Route::Host(HostRoute::Approvals).path();
    while_shown(move || {
        if is_lost(reading) || counter.is_signed_out() {
            Storage::Session.write(RETURN_KEY, &here);
        } else {
            Storage::Session.remove(RETURN_KEY);
        }
    });
}

/// Whether the list did not come because nobody knows any more who asks, tracked.
fn is_lost(reading: ListResource<HostVisitSummary>) -> bool {
    reading.course.with(|course| matches!(course, FetchState::Failed(error) if error.needs_sign_in()))
}

/// The way back in, by the message that was opened last.
fn signed_out(deciding: &DecisionController, reading: ListResource<HostVisitSummary>) -> El {
    let (text, deciding) = (Text::here(), deciding.clone());
    live(move || {
        if !is_lost(reading) {
            return nothing();
        }
        let order = Storage::Session.read(MESSAGE_KEY).as_deref().and_then(OrderId::parse);
        let Some(order) = order else { return block("p", "approvals__lost").text(text.sign_in_by_message()) };
        let deciding = deciding.clone();
        let again = quiet_button(text.sign_in_again(), move || deciding.sign_in_again(order.clone(), move || reading.refresh()));
        block("div", "approvals__lost").attr("role", "alert").child(again)
    })
}
