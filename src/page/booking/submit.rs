//! Sending the booking, and what the visitor sees of it meanwhile.

use super::booking_form::{BookingForm, Purpose};
use super::receipt::Receipt;
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::api::{booking, visit};
use crate::domain::booking::submission::Submission;
use crate::domain::delivery::{Delivery, Lookup, LookupPolicy, SubmitState};
use crate::form::{DraftStore, SubmitDialog, SubmitTask, SubmitWords, delivery, spawn_look_up, spawn_submit};
use crate::platform::history::Navigation;
use crate::platform::{clock, pattern};
use crate::route::Route;
use crate::session::Session;
use crate::text::{Text, use_text};
use leptos::prelude::*;

/// Checks the form and sends it, unless that is under way already.
pub fn submit(booking: BookingForm) {
    if !booking.state.submit.with_untracked(SubmitState::may_submit) {
        return;
    }
    match booking.form.form.with_untracked(|form| form.check(clock::now(), &pattern::fits)) {
        Ok(submission) => {
            booking.form.problems.set(Vec::new());
            booking.toasts.clear();
            if booking.stay_question.try_update(|question| question.may_send(submission.stay())) != Some(true) {
                return;
            }
            booking.attempt.set_value(Some(submission.clone()));
            booking.save_draft();
            spawn_submit(BookingTask::new(booking, submission));
        }
        Err(problems) => {
            booking.state.submit.set(SubmitState::Editing);
            booking.toasts.show(booking.form.text().problem_count(problems.len()));
            booking.form.show_problems(problems);
        }
    }
}

/// Searches again for a booking whose answer was lost.
fn look_up(booking: BookingForm) {
    if booking.state.submit.with_untracked(SubmitState::may_look_up)
        && let Some(submission) = booking.attempt.get_value()
    {
        spawn_look_up(BookingTask::new(booking, submission));
    }
}

/// A booking on its way.
struct BookingTask {
    state: RwSignal<SubmitState>,
    client: Client,
    session: Session,
    navigation: Navigation,
    drafts: DraftStore,
    submission: Submission,
    purpose: Purpose,
    text: Text,
}

impl BookingTask {
    fn new(booking: BookingForm, submission: Submission) -> Self {
        let (client, session) = booking.api.get_value();
        Self {
            state: booking.state.submit,
            client,
            session,
            navigation: booking.navigation.get_value(),
            drafts: booking.drafts.get_value(),
            submission,
            purpose: booking.purpose.get_value(),
            text: booking.form.text(),
        }
    }

    /// What is shown once it has arrived. In the mini-program, companions confirm by themselves before anybody decides.
    fn success(&self) -> Route {
        match &self.purpose {
            Purpose::Change(visit) => Route::Changed(visit.clone()),
            Purpose::Book => {
                let waits_for_companions = self.submission.is_party() && self.session.context.in_mini_program();
                Receipt::of(&self.submission, waits_for_companions).store().map_or(Route::Visits, Route::Booked)
            }
        }
    }
}

impl SubmitTask for BookingTask {
    type Receipt = ();

    fn lookup_policy(&self) -> LookupPolicy {
        match self.purpose {
            Purpose::Book => LookupPolicy::WhenLost,
            Purpose::Change(_) => LookupPolicy::Never,
        }
    }

    async fn send(&self) -> Delivery {
        let context = &self.session.context;
        let call = match &self.purpose {
            Purpose::Book => booking::book(context, &self.submission),
            Purpose::Change(visit) => booking::change(context, visit.order.clone(), &self.submission),
        };
        delivery(self.client.send(call).await, self.text)
    }

    async fn look_up(&self) -> Lookup {
        if !self.session.is_known() {
            return Lookup::NoList;
        }
        match self.client.send(visit::starting_at(&self.session.context, self.submission.stay().start)).await {
            Ok(page) if page.items.iter().any(|visit| self.submission.is_booked_as(visit)) => Lookup::Found(()),
            Ok(_) => Lookup::Absent,
            Err(error) if error.needs_sign_in() => Lookup::NoList,
            Err(ApiError::Refused { .. }) => Lookup::NoList,
            Err(_) => Lookup::Failed,
        }
    }

    /// The draft of a booking that arrived goes, whether the page is still there or not; the page gives way to the success.
    fn settle(&self, state: SubmitState) {
        let has_arrived = state.has_arrived();
        if has_arrived {
            self.drafts.discard();
        }
        let is_shown = self.state.try_set(state).is_none();
        if has_arrived && is_shown {
            self.navigation.replace(self.success());
        }
    }
}

/// What lies over the form while it is being sent.
#[component]
pub fn BookingDialog() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    let words = SubmitWords {
        submitting: text.submitting(),
        looking_up: text.checking_arrival(),
        in_doubt: (text.in_doubt_title(), text.in_doubt_detail()),
        unknowable: (text.unknowable_title(), text.unknowable_detail()),
        not_arrived: (text.not_arrived_title(), text.not_arrived_detail()),
        answer_lost: (text.unknowable_title(), text.change_lost_detail()),
        refused: text.refused_title(),
    };
    view! {
        <SubmitDialog
            state=booking.state.submit
            words=words
            on_submit=move || submit(booking)
            on_look_up=move || look_up(booking)
        />
    }
}
