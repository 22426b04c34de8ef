//! Whom or what one visits.

use super::booking_form::BookingForm;
use super::resources::BookingResources;
use crate::api::error::ApiError;
use crate::api::venue;
use crate::domain::booking::{HostOutcome, HostSearch, Subject};
use crate::domain::person::Phone;
use crate::domain::problem::{Cause, Spot};
use crate::domain::venue::{Host, Mode, Place};
use crate::form::spot_id;
use crate::reactive::{DynSignal, memo};
use crate::text::use_text;
use crate::ui::cell::Fact;
use crate::ui::field::{Entry, Field, SelectInput, SelectOption, TextInput};
use crate::ui::segments::Segments;
use leptos::prelude::*;

/// The choice between person and place, where the site offers both.
#[component]
pub fn ModeChoice(modes: Vec<Mode>, resources: BookingResources) -> impl IntoView {
    let text = use_text();
    let label = |mode: &Mode| match mode {
        Mode::Person => text.by_person().to_owned(),
        Mode::Place => text.by_place().to_owned(),
    };
    let labels: Vec<String> = modes.iter().map(label).collect();
    let modes = StoredValue::new(modes);
    let chosen = DynSignal::memo(move || {
        let mode = resources.mode.get();
        modes.with_value(|modes| modes.iter().position(|offered| *offered == mode))
    });
    let choose = move |place: usize| {
        if let Some(mode) = modes.with_value(|modes| modes.get(place).copied()) {
            resources.choose_mode(mode);
        }
    };
    (labels.len() > 1).then(|| view! { <Segments id="mode" label=text.whom_to_visit() options=labels chosen=chosen on_choose=choose/> })
}

/// The host's phone number and who was found by it, or the place.
#[component]
pub fn SubjectField() -> impl IntoView {
    let (text, form) = (use_text(), BookingForm::here().form);
    match form.form.with_untracked(|form| form.subject.clone()) {
        Subject::Person(_) => view! { <HostField/> }.into_any(),
        Subject::Place { offered, .. } => view! { <PlaceField offered=offered/> }.into_any(),
        Subject::Settled { host, .. } => view! { <Fact label=text.host() value=host.name/> }.into_any(),
    }
}

#[component]
fn HostField() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    let form = booking.form;
    let phone = form.select(|form| form.subject.search().phone);
    let outcome = DynSignal::memo(move || form.form.with(|form| form.subject.search().outcome));
    let wrong = form.cause(Spot::Subject);
    let problem = memo(move || match (wrong.get(), outcome.get()) {
        (_, HostOutcome::Nobody(message)) => text.nobody_found(&message),
        (_, HostOutcome::Unanswered) => text.host_search_failed().to_owned(),
        (Some(Cause::HostNotFound), HostOutcome::Searching) | (None, _) => String::new(),
        (Some(cause), _) => text.problem(&cause, text.host_phone()),
    });
    let found = move || match outcome.get() {
        HostOutcome::Searching => text.looking_for_host().to_owned(),
        HostOutcome::Found(host) => text.host_found(&host.name),
        HostOutcome::NotAsked | HostOutcome::Nobody(_) | HostOutcome::Unanswered => String::new(),
    };
    let type_phone = move |typed: String| {
        // A whole mobile number needs no further tap.
        let is_whole = Phone::parse(&typed).is_some_and(|phone| phone.is_mainland_mobile());
        form.edit(&Spot::Subject, |form| form.subject = Subject::Person(HostSearch { phone: typed, outcome: HostOutcome::NotAsked }));
        if is_whole {
            find_host(booking);
        }
    };
    view! {
        <Field id=spot_id(&Spot::Subject) label=text.host_phone() problem=problem required=true>
            <TextInput
                entry=Entry::Phone
                value=phone
                on_input=type_phone
                on_change=move || find_host(booking)
                placeholder=text.host_phone_placeholder()
            />
        </Field>
        <p class="booking__host" role="status">{move || found()}</p>
    }
}

/// Searches for who has the number that is typed, unless that is known or under way already.
fn find_host(booking: BookingForm) {
    let form = booking.form;
    let search = form.form.with_untracked(|form| form.subject.search());
    let Some(phone) = Phone::parse(&search.phone) else { return };
    if !matches!(search.outcome, HostOutcome::NotAsked | HostOutcome::Unanswered) {
        return;
    }
    let settle = move |outcome: HostOutcome| {
        form.edit(&Spot::Subject, |form| {
            if let Subject::Person(current) = &mut form.subject
                && current.phone == search.phone
            {
                current.outcome = outcome;
            }
        });
    };
    settle(HostOutcome::Searching);
    let (client, session) = booking.api.get_value();
    form.spawn(async move {
        let answer = client.send(venue::host_by_phone(&session.context, phone.as_str())).await;
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

#[component]
fn PlaceField(offered: Vec<Place>) -> impl IntoView {
    let (text, form) = (use_text(), BookingForm::here().form);
    let options: Vec<SelectOption> =
        offered.into_iter().enumerate().map(|(index, place)| SelectOption { value: index.to_string(), label: place.name }).collect();
    let value = form.select(|form| match &form.subject {
        Subject::Place { chosen: Some(index), .. } => index.to_string(),
        Subject::Place { chosen: None, .. } | Subject::Person(_) | Subject::Settled { .. } => String::new(),
    });
    let choose = move |index: String| {
        form.edit(&Spot::Subject, |form| {
            if let Subject::Place { chosen, .. } = &mut form.subject {
                *chosen = index.parse().ok();
            }
        });
    };
    view! {
        <Field id=spot_id(&Spot::Subject) label=text.place() problem=form.problem_text(&Spot::Subject, text.place())>
            <SelectInput prompt=text.choose_place() options=options value=value on_change=choose/>
        </Field>
    }
}
