//! Whom or what one visits.

use super::desk::BookingForm;
use crate::api::error::ApiError;
use crate::api::venue;
use crate::domain::booking::{HostOutcome, HostSearch, Subject};
use crate::domain::person::Phone;
use crate::domain::problem::{Cause, Spot};
use crate::domain::venue::{Host, Mode, Place};
use crate::old_ui::cell::fact;
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::field::{Entry, Question, field, input, select};
use crate::old_ui::segments::segments;
use crate::sheet::spot_id;
use crate::state::Derived;
use crate::text::Text;
use leptos::prelude::*;

/// The choice between person and place, where the site offers both.
pub fn mode_choice(offered: &[Mode], mode: RwSignal<Mode>, on_choose: impl Fn(Mode) + 'static) -> El {
    let text = Text::here();
    if offered.len() < 2 {
        return nothing();
    }
    let label = |mode: &Mode| match mode {
        Mode::Person => text.by_person(),
        Mode::Place => text.by_place(),
    };
    let labels: Vec<&str> = offered.iter().map(label).collect();
    let (offered, for_choice) = (offered.to_vec(), offered.to_vec());
    let chosen = move || offered.iter().position(|offer| *offer == mode.get());
    let choose = move |place: usize| for_choice.get(place).copied().into_iter().for_each(&on_choose);
    segments("mode", text.whom_to_visit(), &labels, chosen, choose)
}

/// The host's phone number and who was found by it, or the place.
pub fn subject_cell(desk: BookingForm) -> El {
    desk.sheet.form.with_untracked(|form| match &form.subject {
        Subject::Person(_) => host_cell(desk),
        Subject::Place { offered, .. } => place_cell(desk, offered),
        Subject::Settled { host, .. } => fact(desk.sheet.text.host(), &host.name),
    })
}

fn host_cell(desk: BookingForm) -> El {
    let text = Text::here();
    let search = move || desk.sheet.form.with(|form| search_of(&form.subject));
    let problem = Derived::new(move || match (desk.sheet.problem_at(&Spot::Subject), search().outcome) {
        (_, HostOutcome::Nobody(message)) => text.nobody_found(&message),
        (_, HostOutcome::Unanswered) => text.host_search_failed().to_owned(),
        (Some(Cause::HostNotFound), HostOutcome::Searching) | (None, _) => String::new(),
        (Some(cause), _) => text.problem(&cause, text.host_phone()),
    });
    let question = Question { id: spot_id(&Spot::Subject), label: text.host_phone().to_owned(), problem, ..Question::default() };
    let type_phone = move |typed: String| {
        desk.sheet.edit(&Spot::Subject, |form| form.subject = Subject::Person(HostSearch { phone: typed, outcome: HostOutcome::NotAsked }));
        // A whole mobile number needs no further tap.
        let phone = desk.sheet.form.with_untracked(|form| Phone::parse(&search_of(&form.subject).phone));
        if phone.is_some_and(|phone| phone.is_mainland_mobile()) {
            find_host(desk);
        }
    };
    let found = move || match search().outcome {
        HostOutcome::Searching => text.looking_for_host().to_owned(),
        HostOutcome::Found(host) => text.host_found(&host.name),
        HostOutcome::NotAsked | HostOutcome::Nobody(_) | HostOutcome::Unanswered => String::new(),
    };
    let phone = input(&question, Entry::Phone, move || search().phone, type_phone)
        .attr("placeholder", text.host_phone_placeholder())
        .on("change", move |_| find_host(desk));
    all([field(&question, phone), block("p", "booking__host").attr("role", "status").live_text(found)])
}

fn search_of(subject: &Subject) -> HostSearch {
    match subject {
        Subject::Person(search) => search.clone(),
        Subject::Place { .. } | Subject::Settled { .. } => HostSearch::default(),
    }
}

/// Asks who has the number that is typed, unless that is known or being asked already.
fn find_host(desk: BookingForm) {
    let search = desk.sheet.form.with_untracked(|form| search_of(&form.subject));
    let Some(phone) = Phone::parse(&search.phone) else { return };
    if !matches!(search.outcome, HostOutcome::NotAsked | HostOutcome::Unanswered) {
        return;
    }
    let settle = move |outcome: HostOutcome| {
        desk.sheet.edit(&Spot::Subject, |form| {
            if let Subject::Person(current) = &mut form.subject
                && current.phone == search.phone
            {
                current.outcome = outcome;
            }
        });
    };
    settle(HostOutcome::Searching);
    let site = desk.site.get_untracked();
    desk.sheet.spawn(async move {
        let answer = site.client.send(venue::host_by_phone(&site.session.context, phone.as_str())).await;
        settle(outcome(answer));
    });
}

fn outcome(answer: Result<Option<Host>, ApiError>) -> HostOutcome {
    match answer {
        Ok(Some(host)) => HostOutcome::Found(host),
        Ok(None) => HostOutcome::Nobody(String::new()),
        Err(ApiError::Refused { message, .. }) => HostOutcome::Nobody(message),
        Err(_) => HostOutcome::Unanswered,
    }
}

fn place_cell(desk: BookingForm, offered: &[Place]) -> El {
    let text = Text::here();
    let problem = desk.sheet.problem_words(Spot::Subject, text.place().to_owned());
    let question = Question { id: spot_id(&Spot::Subject), label: text.place().to_owned(), problem, ..Question::default() };
    let options = offered.iter().enumerate().map(|(index, place)| (index.to_string(), place.name.clone()));
    let chosen_place = move || {
        desk.sheet.form.with(|form| match &form.subject {
            Subject::Place { chosen: Some(index), .. } => index.to_string(),
            _ => String::new(),
        })
    };
    let choose = move |index: String| {
        desk.sheet.edit(&Spot::Subject, |form| {
            if let Subject::Place { chosen, .. } = &mut form.subject {
                *chosen = index.parse().ok();
            }
        });
    };
    field(&question, select(&question, text.choose_place(), options, chosen_place, choose))
}
