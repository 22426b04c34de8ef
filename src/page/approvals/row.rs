//! A booking in a list: what it takes to decide, and what became of it.

use crate::api::host_visit::Part;
use crate::deciding::{DecisionController, Kind};
use crate::domain::approval::queue::DecisionState;
use crate::domain::approval::{Decision, Outcome};
use crate::domain::host_visit::HostVisitSummary;
use crate::old_ui::badge::badge;
use crate::old_ui::cell::digest;
use crate::old_ui::element::{El, all, block, el, nothing};
use crate::page::Site;
use crate::platform::clock;
use crate::route::{HostRoute, Route};
use crate::text::Text;
use leptos::prelude::*;

/// What the parts of a row are there for.
pub struct Act;

impl Act {
    pub const SELECT: &str = "select";
    const APPROVE: &str = "approve";
    const RETURN: &str = "return";

    pub fn decision(act: &str) -> Option<Kind> {
        match act {
            Self::APPROVE => Some(Kind::Approve),
            Self::RETURN => Some(Kind::Return),
            _ => None,
        }
    }
}

/// A row of that list. Where decisions are made, rows keep their height, so that none moves under a finger.
pub fn row(site: &Site, deciding: &DecisionController, text: Text, part: Part, visit: &HostVisitSummary) -> El {
    let (words, is_open) = told(deciding, text, visit);
    let is_open = is_open && visit.status.may_be_decided();
    let name = &visit.visitor_name;
    let select = if is_open {
        let tick = el("input").attr("type", "checkbox").attr("data-act", Act::SELECT).attr("aria-label", &text.select_visitor(name));
        let is_selected = site.approvals.selection.with_untracked(|selection| selection.has(&visit.id));
        let tick = if is_selected { tick.attr("checked", "") } else { tick };
        block("label", "approvals__select").child(tick)
    } else if part == Part::Waiting {
        block("span", "approvals__select")
    } else {
        nothing()
    };
    let status = if visit.status.may_be_decided() { nothing() } else { badge(&text.host_status(&visit.status), visit.status.tone()) };
    let href = site.href(&Route::Host(HostRoute::Visit(visit.id.clone())));
    let link = block("a", "approvals__visit").attr("href", &href).child(about(deciding, text, visit)).child(status);
    let told = if words.is_empty() { nothing() } else { block("p", "approvals__told").text(&words) };
    let button = |act: &str, label: &str, spoken: String| {
        block("button", "approvals__button").attr("type", "button").attr("data-act", act).attr("aria-label", &spoken).text(label)
    };
    let buttons = if is_open {
        all([
            button(Act::RETURN, text.send_back(), text.return_visitor(name)),
            button(Act::APPROVE, text.approve(), text.approve_visitor(name)),
        ])
    } else {
        nothing()
    };
    let foot = if part == Part::Waiting { block("div", "approvals__foot").child(told).child(buttons) } else { told };
    let body = block("div", "approvals__body").child(link).child(foot);
    block("div", "approvals__row").child(all([select, body]))
}

/// Who, from where, when, why, how many, to which areas, and whether it was returned before.
fn about(deciding: &DecisionController, text: Text, visit: &HostVisitSummary) -> El {
    let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, clock::now()));
    let people = visit.people.filter(|people| *people > 1).map(|people| text.head_count(people)).unwrap_or_default();
    let areas: Vec<String> = visit.areas.iter().filter_map(|area| deciding.area_name(area)).collect();
    let areas = if areas.is_empty() { String::new() } else { text.asks_for(&areas) };
    let before =
        if visit.status.may_be_decided() && !visit.remark.is_empty() { text.returned_before(&visit.remark) } else { String::new() };
    let why = text.errand(&visit.purpose, &people);
    digest(&visit.visitor_name, [&*visit.visitor_company, &*when, &*why, &*areas, &*before])
}

/// What is said of a decision on it, and whether one may be made.
fn told(deciding: &DecisionController, text: Text, visit: &HostVisitSummary) -> (String, bool) {
    deciding.counter.desk.with_untracked(|desk| match desk.progress(&visit.id) {
        DecisionState::Open | DecisionState::Settled(Outcome::Done) => (String::new(), true),
        DecisionState::Held(Decision::Approve(_)) => (text.approving_soon().to_owned(), false),
        DecisionState::Held(Decision::Return(_)) => (text.returning_soon().to_owned(), false),
        DecisionState::Sending(_) => (text.under_way().to_owned(), false),
        DecisionState::Settled(Outcome::Overtaken(status)) => (text.overtaken(status), true),
        DecisionState::Settled(Outcome::Forbidden(words)) => (words.clone(), false),
        DecisionState::Settled(Outcome::Failed(words)) => (words.clone(), true),
    })
}
