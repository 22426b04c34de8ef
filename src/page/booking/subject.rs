//! Whom or what one visits.

use super::desk::Desk;
use crate::api::error::ApiError;
use crate::api::venue::FindHost;
use crate::domain::booking::problem::{Cause, Spot};
use crate::domain::booking::{HostOutcome, HostSearch, Subject};
use crate::domain::person::Phone;
use crate::domain::venue::{Host, Mode, Place};
use crate::text::Text;
use crate::ui::field::{Entry, Input, Question, Select};
use crate::ui::segments::{Segment, Segments};
use leptos::prelude::*;

/// The choice between person and place, where the site offers both.
#[component]
pub fn ModeChoice(offered: Vec<Mode>, mode: RwSignal<Mode>, on_choose: impl Fn(Mode) + Clone + 'static) -> impl IntoView {
    let text = Text::here();
    let label = |mode| match mode {
        Mode::Person => text.by_person(),
        Mode::Place => text.by_place(),
    };
    (offered.len() > 1).then(|| {
        let segments = offered.into_iter().map(|mode| Segment { value: mode, label: label(mode).to_owned() }).collect();
        let chosen = Signal::derive(move || Some(mode.get()));
        view! { <Segments id="mode".to_owned() label=text.whom_to_visit().to_owned() segments chosen on_choose/> }
    })
}

/// The host's phone number and who was found by it, or the place.
#[component]
pub fn SubjectCell(desk: Desk) -> impl IntoView {
    desk.form.with_untracked(|form| match &form.subject {
        Subject::Person(_) => view! { <HostCell desk/> }.into_any(),
        Subject::Place { offered, .. } => view! { <PlaceCell desk offered=offered.clone()/> }.into_any(),
    })
}

#[component]
fn HostCell(desk: Desk) -> impl IntoView {
    let text = Text::here();
    let search = Memo::new(move |_| desk.form.with(|form| search_of(&form.subject)));
    let question = Question { id: "subject".to_owned(), label: text.host_phone().to_owned(), ..Question::default() };
    let cause = desk.problem_at(Spot::Subject);
    let problem = Signal::derive(move || {
        let search = search.get();
        match (cause.get(), search.outcome) {
            (_, HostOutcome::Nobody(message)) => Some(text.nobody_found(&message)),
            (_, HostOutcome::Unanswered) => Some(text.host_search_failed().to_owned()),
            (Some(Cause::HostNotFound), HostOutcome::Searching) | (None, _) => None,
            (Some(cause), _) => Some(text.problem(&cause, text.host_phone())),
        }
    });
    let typed = move |typed: String| {
        desk.edit(&Spot::Subject, |form| form.subject = Subject::Person(HostSearch { phone: typed, outcome: HostOutcome::NotAsked }));
        // A whole mobile number needs no further tap.
        if Phone::parse(&search.get_untracked().phone).is_some_and(|phone| phone.is_mainland_mobile()) {
            find_host(desk);
        }
    };
    let found = move || match search.get().outcome {
        HostOutcome::Searching => text.looking_for_host().to_owned(),
        HostOutcome::Found(host) => text.host_found(&host.name),
        HostOutcome::NotAsked | HostOutcome::Nobody(_) | HostOutcome::Unanswered => String::new(),
    };
    let placeholder = text.host_phone_placeholder().to_owned();
    let value = Signal::derive(move || search.get().phone);
    let leave: Box<dyn Fn() + Send> = Box::new(move || find_host(desk));
    view! {
        <Input question entry=Entry::Phone placeholder value problem on_input=typed on_leave=leave/>
        <p class="booking__host" role="status">{found}</p>
    }
}

fn search_of(subject: &Subject) -> HostSearch {
    match subject {
        Subject::Person(search) => search.clone(),
        Subject::Place { .. } => HostSearch::default(),
    }
}

/// Asks who has the number that is typed, unless that is known or being asked already.
fn find_host(desk: Desk) {
    let search = desk.form.with_untracked(|form| search_of(&form.subject));
    let Some(phone) = Phone::parse(&search.phone) else { return };
    if !matches!(search.outcome, HostOutcome::NotAsked | HostOutcome::Unanswered) {
        return;
    }
    let settle = move |outcome: HostOutcome| {
        desk.edit(&Spot::Subject, |form| {
            if let Subject::Person(current) = &mut form.subject
                && current.phone == search.phone
            {
                current.outcome = outcome;
            }
        });
    };
    settle(HostOutcome::Searching);
    let site = desk.site.get_value();
    desk.spawn(async move {
        let open_id = site.session.open_id.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
        let answer = site.client.send(&FindHost { open_id, phone_no: phone.as_str().to_owned() }).await;
        settle(outcome(answer, phone));
    });
}

fn outcome(answer: Result<String, ApiError>, phone: Phone) -> HostOutcome {
    match answer {
        Ok(name) if !name.trim().is_empty() => HostOutcome::Found(Host { id: None, name, phone: phone.as_str().to_owned() }),
        Ok(_) => HostOutcome::Nobody(String::new()),
        Err(ApiError::Refused { message, .. }) => HostOutcome::Nobody(message),
        Err(_) => HostOutcome::Unanswered,
    }
}

#[component]
fn PlaceCell(desk: Desk, offered: Vec<Place>) -> impl IntoView {
    let text = Text::here();
    let question = Question { id: "subject".to_owned(), label: text.place().to_owned(), ..Question::default() };
    let options = offered.into_iter().enumerate().map(|(index, place)| (index.to_string(), place.name)).collect();
    let value = Signal::derive(move || {
        desk.form.with(|form| match &form.subject {
            Subject::Place { chosen: Some(index), .. } => index.to_string(),
            _ => String::new(),
        })
    });
    let cause = desk.problem_at(Spot::Subject);
    let problem = Signal::derive(move || cause.get().map(|cause| text.problem(&cause, text.place())));
    let choose = move |index: String| {
        desk.edit(&Spot::Subject, |form| {
            if let Subject::Place { chosen, .. } = &mut form.subject {
                *chosen = index.parse().ok();
            }
        });
    };
    view! { <Select question options value problem prompt=text.choose_place() on_choose=choose/> }
}
