//! Sending the booking, and what the visitor sees of it.

use super::booking_form::{BookingForm, Purpose};
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::api::{booking, visit};
use crate::context::{use_href, use_session};
use crate::domain::booking::submission::Submission;
use crate::domain::delivery::{Delivery, Lookup, LookupPolicy, SubmitState};
use crate::domain::visit::Tone;
use crate::form::{DraftStore, SubmitDialog, SubmitTask, SubmitWords, delivery, spawn_look_up, spawn_submit};
use crate::platform::{clock, pattern};
use crate::route::Route;
use crate::session::Session;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::outcome::Outcome;
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
            drafts: booking.drafts.get_value(),
            submission,
            purpose: booking.purpose.get_value(),
            text: booking.form.text(),
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

    /// The draft of a booking that arrived goes, whether the page is still there or not.
    fn settle(&self, state: SubmitState) {
        if state.has_arrived() {
            self.drafts.discard();
        }
        let _ = self.state.try_set(state);
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

/// Where to go on after the booking or the change has arrived.
#[component]
pub fn Sent() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    if let Purpose::Change(visit) = booking.purpose.get_value() {
        let visit = use_href(&Route::Visit(visit));
        return view! {
            <Outcome tone=Tone::Good title=text.changed_title() detail=text.sent_detail()>
                <ButtonLink label=text.see_the_visit() href=visit weight=Weight::Main/>
            </Outcome>
        }
        .into_any();
    }
    let another = move || {
        booking.start_over();
        booking.state.submit.set(SubmitState::Editing);
        booking.has_agreed.0.set(false);
    };
    // In the mini-program, companions confirm by themselves before anybody decides.
    let is_party = booking.attempt.with_value(|sent| sent.as_ref().is_some_and(Submission::is_party));
    let waits_for_companions = is_party && use_session().context.in_mini_program();
    let detail = if waits_for_companions { text.sent_party_detail() } else { text.sent_detail() };
    view! {
        <Outcome tone=Tone::Good title=text.sent_title() detail=detail>
            <ButtonLink label=text.see_my_visits() href=use_href(&Route::Visits) weight=Weight::Main/>
            <Button label=text.book_another() on_click=another/>
        </Outcome>
    }
    .into_any()
}
