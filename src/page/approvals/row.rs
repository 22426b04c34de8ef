//! A booking in a list: what it takes to decide, and what became of it.

use super::selection_bar::DecideButton;
use super::state::use_approvals;
use crate::api::host_visit::Part;
use crate::context::use_href;
use crate::decision::use_decisions;
use crate::domain::approval::past::PastDecision;
use crate::domain::approval::queue::DecisionState;
use crate::domain::approval::{Candidate, DecisionKind, Outcome};
use crate::domain::host_visit::HostVisitSummary;
use crate::platform::clock;
use crate::route::{HostRoute, Route};
use crate::text::{Text, use_text};
use crate::ui::badge::Badge;
use crate::ui::cell::Digest;
use leptos::prelude::*;

/// A line as high as one with words.
const NO_WORDS_YET: &str = "\u{a0}";

/// A row. Where decisions are made, it keeps its height, so that none moves under a finger. It follows the selection and
/// the decisions on its own visit only.
///
/// Many rows are drawn while a finger scrolls, so that a row makes few memos and keeps one copy of its visit.
#[component]
pub fn ApprovalRow(part: Part, visit: HostVisitSummary) -> impl IntoView {
    let text = use_text();
    let state = use_decisions().store.state_of(visit.id.clone());
    let may_be_decided = visit.status.may_be_decided();
    let may_decide = Signal::derive(move || may_be_decided && state.with(DecisionState::may_decide));
    let decision = move || {
        let words = state.with(|state| state_words(text, state));
        (!words.is_empty()).then(|| view! { <p class="approvals__decision">{words}</p> }.into_any())
    };
    let href = use_href(&Route::Host(HostRoute::Visit(visit.id.clone())));
    let badge = (!may_be_decided).then(|| view! { <Badge label=text.host_status(&visit.status) tone=visit.status.tone()/> });
    let visit = StoredValue::new(visit);
    let (select, foot) = if part == Part::Waiting {
        let foot = view! {
            <div class="approvals__foot">
                {move || decision()}
                <RowButtons visit=visit may_decide=may_decide/>
            </div>
        };
        (view! { <SelectBox visit=visit may_decide=may_decide/> }.into_any(), foot.into_any())
    } else {
        (().into_any(), view! { {move || decision()} }.into_any())
    };
    view! {
        <div class="approvals__row">
            {select}
            <div class="approvals__body">
                <a class="approvals__visit" href=href>
                    <VisitDigest part=part visit=visit/>
                    {badge}
                </a>
                {foot}
            </div>
        </div>
    }
}

/// The box that selects the visit; its place stays while it cannot be decided on.
#[component]
fn SelectBox(visit: StoredValue<HostVisitSummary>, may_decide: Signal<bool>) -> impl IntoView {
    let (text, approvals) = (use_text(), use_approvals());
    let selected = visit.with_value(|visit| approvals.is_selected(visit.id.clone()));
    let shown = move || {
        if !may_decide.get() {
            return view! { <span class="approvals__select"></span> }.into_any();
        }
        let label = visit.with_value(|visit| text.select_visitor(&visit.visitor_name));
        let toggle = move |_| visit.with_value(|visit| approvals.select(|selection| selection.toggle(&visit.id)));
        view! {
            <label class="approvals__select">
                <input type="checkbox" aria-label=label prop:checked=selected on:change=toggle/>
            </label>
        }
        .into_any()
    };
    view! { {move || shown()} }
}

/// Return and approve, while that is possible.
#[component]
fn RowButtons(visit: StoredValue<HostVisitSummary>, may_decide: Signal<bool>) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let decide = Callback::new(move |kind: DecisionKind| {
        decisions.open_sheet(kind, visit.with_value(Candidate::listed).into_iter().collect());
    });
    let shown = move || {
        may_decide.get().then(|| {
            let (send_back, approve) =
                visit.with_value(|visit| (text.return_visitor(&visit.visitor_name), text.approve_visitor(&visit.visitor_name)));
            view! {
                <DecideButton kind=DecisionKind::Return label=text.send_back() spoken=send_back on_click=decide/>
                <DecideButton kind=DecisionKind::Approve label=text.approve() spoken=approve on_click=decide/>
            }
            .into_any()
        })
    };
    view! { {move || shown()} }
}

/// What was decided and when, who, from where, when, why, how many, to which areas, and whether it was returned before.
#[component]
fn VisitDigest(part: Part, visit: StoredValue<HostVisitSummary>) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let shown = move || {
        visit.with_value(|visit| {
            // The names of the areas may come later than the row, which keeps their line free.
            let names = decisions.area_names(&visit.areas);
            let areas = match names.is_empty() {
                true if decisions.awaits_area_names(&visit.areas) => NO_WORDS_YET.to_owned(),
                true => String::new(),
                false => text.asks_for(&names),
            };
            let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, clock::now()));
            let people = visit.people.filter(|people| *people > 1).map(|people| text.head_count(people)).unwrap_or_default();
            let is_returned = visit.status.may_be_decided() && !visit.remark.is_empty();
            let returned = if is_returned { text.returned_before(&visit.remark) } else { String::new() };
            let decided = PastDecision::of(visit).filter(|_| part == Part::Decided);
            let decided =
                decided.map(|past| text.past_decision(past.kind, past.at.map(|at| text.moment(at, clock::now())))).unwrap_or_default();
            let lines = vec![decided, visit.visitor_company.clone(), when, text.purpose_line(&visit.purpose, &people), areas, returned];
            view! { <Digest title=visit.visitor_name.clone() lines=lines/> }.into_any()
        })
    };
    view! { {move || shown()} }
}

/// The words under a visit that has been decided on.
fn state_words(text: Text, state: &DecisionState) -> String {
    match state {
        DecisionState::Open | DecisionState::Settled(Outcome::Done) => String::new(),
        DecisionState::Held(DecisionKind::Approve) => text.approving_soon().to_owned(),
        DecisionState::Held(DecisionKind::Return) => text.returning_soon().to_owned(),
        DecisionState::Sending => text.under_way().to_owned(),
        DecisionState::Settled(Outcome::Overtaken(status)) => text.overtaken(status),
        DecisionState::Settled(Outcome::Forbidden(words) | Outcome::Failed(words)) => words.clone(),
    }
}
