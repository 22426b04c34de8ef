//! Sending a booking or a change once: what may have been sent before is looked for first.

use super::booking_form::{BookingForm, Purpose};
use super::receipt::Receipt;
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::api::{booking, visit};
use crate::domain::booking::attempt::Attempt;
use crate::domain::booking::submission::Submission;
use crate::domain::delivery::{Delivery, Lookup, SubmitState};
use crate::domain::venue::Mode;
use crate::form::{AttemptStore, DraftStore, SubmitTask, delivery, spawn_look_up, spawn_submit};
use crate::platform::history::Navigation;
use crate::platform::{clock, pattern};
use crate::route::Route;
use crate::session::Session;
use crate::text::Text;
use leptos::prelude::*;

/// Checks the form and sends it, unless that is under way already. A booking that may have been sent before is looked for
/// instead; a change that is made twice is made once.
pub fn submit(booking: BookingForm) {
    let Some((attempt, submission)) = check(booking) else { return };
    let earlier = booking.attempts.with_value(|attempts| attempts.earlier(&attempt));
    match earlier {
        Some(earlier) if attempt.order().is_none() => look_for(booking, earlier),
        _ => send(booking, attempt, submission, earlier.is_some()),
    }
}

/// Sends what was not found once more, after the warning that it may be there twice then.
pub fn submit_again(booking: BookingForm) {
    let Some((attempt, submission)) = check(booking) else { return };
    let is_warned_of = booking.attempt.with_value(|warned| warned.as_ref().is_some_and(|warned| warned.is_same(&attempt)));
    if is_warned_of {
        send(booking, attempt, submission, true);
    } else {
        // The form holds another booking than the one that was looked for.
        booking.state.submit.set(SubmitState::Editing);
    }
}

/// Searches once more for what was not found so far.
pub fn look_up(booking: BookingForm) {
    if booking.state.submit.with_untracked(SubmitState::may_look_up)
        && let Some(attempt) = booking.attempt.get_value()
    {
        look_for(booking, attempt);
    }
}

/// Looks for what was on its way when the page was left, unless the form holds another visit by now.
pub fn resume(booking: BookingForm) {
    if booking.state.has_resumed.try_update_value(|has_resumed| std::mem::replace(has_resumed, true)) != Some(false) {
        return;
    }
    let attempts = booking.attempts.get_value();
    let latest = booking.purpose.with_value(|purpose| attempts.latest(purpose.order()));
    if let Some(attempt) = latest
        && booking.form.form.with_untracked(|form| form.start.is_empty() || attempt.order().is_some() || attempt.is_written_in(form))
    {
        look_for(booking, attempt);
    }
}

/// What the form says, ready to be sent; none while something is under way, is wrong, or is asked about first.
fn check(booking: BookingForm) -> Option<(Attempt, Submission)> {
    if !booking.state.submit.with_untracked(SubmitState::may_submit) {
        return None;
    }
    match booking.form.form.with_untracked(|form| form.check(clock::now(), &pattern::fits)) {
        Ok(submission) => {
            booking.form.problems.set(Vec::new());
            booking.toasts.clear();
            if booking.stay_question.try_update(|question| question.may_send(submission.stay())) != Some(true) {
                return None;
            }
            let order = booking.purpose.with_value(|purpose| purpose.order().cloned());
            Some((Attempt::new(&submission, order, clock::now_by_phone()), submission))
        }
        Err(problems) => {
            booking.state.submit.set(SubmitState::Editing);
            booking.toasts.show(booking.form.text().problem_count(problems.len()));
            booking.form.show_problems(problems);
            None
        }
    }
}

/// Sends it. What is needed to know it again is stored first: the page may be gone before the answer is there.
fn send(booking: BookingForm, attempt: Attempt, submission: Submission, is_repeated: bool) {
    booking.attempts.with_value(|attempts| attempts.keep(attempt.clone()));
    booking.save_draft();
    spawn_submit(BookingTask { submission: Some(submission), is_repeated, ..BookingTask::new(booking, attempt) });
}

fn look_for(booking: BookingForm, attempt: Attempt) {
    spawn_look_up(BookingTask::new(booking, attempt));
}

/// A booking or a change on its way.
struct BookingTask {
    state: RwSignal<SubmitState>,
    rounds: StoredValue<u32>,
    round: u32,
    client: Client,
    session: Session,
    navigation: Navigation,
    /// The draft that it was sent from; none where the form holds something else.
    drafts: Option<DraftStore>,
    attempts: AttemptStore,
    attempt: Attempt,
    /// What is sent; none where it is only looked for.
    submission: Option<Submission>,
    /// Whether an earlier attempt may still arrive.
    is_repeated: bool,
    purpose: Purpose,
    text: Text,
}

impl BookingTask {
    fn new(booking: BookingForm, attempt: Attempt) -> Self {
        let (client, session) = booking.api.get_value();
        let rounds = booking.state.round;
        rounds.update_value(|round| *round += 1);
        booking.attempt.set_value(Some(attempt.clone()));
        let is_in_form = booking.form.form.with_untracked(|form| attempt.is_written_in(form));
        Self {
            state: booking.state.submit,
            rounds,
            round: rounds.get_value(),
            client,
            session,
            navigation: booking.navigation.get_value(),
            drafts: is_in_form.then(|| booking.drafts.get_value()),
            attempts: booking.attempts.get_value(),
            attempt,
            submission: None,
            is_repeated: false,
            purpose: booking.purpose.get_value(),
            text: booking.form.text(),
        }
    }

    /// What is shown once it has arrived. In the mini-program, companions confirm by themselves before anybody decides.
    fn success(&self) -> Route {
        match &self.purpose {
            Purpose::Change(visit) => Route::Changed(visit.clone()),
            Purpose::Book => {
                let waits_for_companions = self.attempt.is_party && self.session.context.in_mini_program();
                let place = match (&self.session.context.enterprise, self.attempt.mode) {
                    (Some(enterprise), _) => enterprise.name.clone(),
                    (None, Mode::Place) => self.attempt.host.clone(),
                    (None, Mode::Person) => String::new(),
                };
                Receipt::of(&self.attempt, place, waits_for_companions).store().map_or(Route::Visits, Route::Booked)
            }
        }
    }

    async fn look_in_list(&self) -> Lookup {
        if !self.session.is_known() {
            return Lookup::NoList;
        }
        match self.client.send(visit::starting_at(&self.session.context, self.attempt.stay.start)).await {
            Ok(page) if page.items.iter().any(|visit| self.attempt.is_booked_as(visit)) => Lookup::Found(()),
            Ok(_) => Lookup::Absent,
            Err(error) if error.needs_sign_in() => Lookup::NoList,
            Err(ApiError::Refused { .. }) => Lookup::NoList,
            Err(_) => Lookup::Failed,
        }
    }
}

impl SubmitTask for BookingTask {
    type Receipt = ();

    async fn send(&self) -> Delivery {
        let Some(submission) = &self.submission else { return Delivery::AnswerLost };
        let context = &self.session.context;
        let call = match &self.purpose {
            Purpose::Book => booking::book(context, submission),
            Purpose::Change(visit) => booking::change(context, visit.order.clone(), submission),
        };
        delivery(self.client.send(call).await, self.text)
    }

    async fn look_up(&self) -> Lookup {
        let Purpose::Change(changed) = &self.purpose else { return self.look_in_list().await };
        match self.client.send(visit::detail(&self.session.context, changed)).await {
            Ok(Some(visit)) if self.attempt.is_made_in(&visit) => Lookup::Found(()),
            Ok(_) => Lookup::Absent,
            Err(_) => Lookup::Failed,
        }
    }

    fn is_awaited(&self) -> bool {
        let is_shown = self.state.try_with_untracked(|state| *state == SubmitState::NotFoundYet) == Some(true);
        is_shown && self.rounds.try_get_value() == Some(self.round)
    }

    /// What has arrived is remembered no longer, nor is its draft, whether the page is still there or not; the page gives way to
    /// the success. A refusal says nothing of an earlier attempt.
    fn settle(&self, state: SubmitState) {
        let has_arrived = state.has_arrived();
        if has_arrived || (matches!(state, SubmitState::Refused(_) | SubmitState::SignedOut(_)) && !self.is_repeated) {
            self.attempts.forget(&self.attempt);
        }
        if has_arrived {
            self.drafts.iter().for_each(DraftStore::discard);
        }
        let is_shown = self.state.try_set(state).is_none();
        if has_arrived && is_shown {
            self.navigation.replace(self.success());
        }
    }
}
