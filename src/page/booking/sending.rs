//! Sending the booking, and what the visitor sees of it.

use super::desk::{BookingForm, Purpose};
use crate::api::error::ApiError;
use crate::api::{booking, visit};
use crate::domain::booking::check::Submission;
use crate::domain::booking::sending::{Delivery, Lookup, Sending};
use crate::domain::visit::Tone;
use crate::old_ui::button::{main_button, main_link, quiet_button};
use crate::old_ui::element::{El, block, live, nothing};
use crate::old_ui::outcome::outcome;
use crate::old_ui::popup::modal;
use crate::page::Site;
use crate::platform::{clock, pattern};
use crate::route::Route;
use crate::sheet::drafts::Drafts;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long to wait before looking a second time for a booking that may still be on its way, in milliseconds.
const SECOND_LOOK: u32 = 2_000;

/// Checks the form and sends it, unless that is under way already.
pub fn submit(desk: BookingForm) {
    if !desk.sending.with_untracked(Sending::may_submit) {
        return;
    }
    match desk.sheet.form.with_untracked(|form| form.check(clock::now(), &pattern::fits)) {
        Ok(submission) => {
            desk.sheet.problems.set(Vec::new());
            desk.toasts.iter().for_each(|toasts| toasts.clear());
            desk.attempt.set(Some(submission.clone()));
            desk.sending.set(Sending::Submitting);
            // Not bound to the page: a booking that is on its way is not called back by leaving.
            let errand = SubmitTask::new(desk, submission);
            spawn_local(async move { errand.deliver().await });
        }
        Err(problems) => {
            desk.sending.set(Sending::Editing);
            if let Some(toasts) = desk.toasts {
                toasts.show(desk.sheet.text.problem_count(problems.len()));
            }
            desk.sheet.complain(problems);
        }
    }
}

/// Looks again for a booking whose answer was lost.
fn check_again(desk: BookingForm) {
    // A second tap finds the search under way.
    if desk.sending.get_untracked() != Sending::InDoubt {
        return;
    }
    let Some(submission) = desk.attempt.get_untracked() else { return };
    desk.sending.set(Sending::LookingForIt);
    let errand = SubmitTask::new(desk, submission);
    spawn_local(async move { errand.look().await });
}

/// A booking on its way, with all it needs when the page is gone before it arrives.
struct SubmitTask {
    desk: BookingForm,
    site: Site,
    drafts: Drafts,
    submission: Submission,
    purpose: Purpose,
}

impl SubmitTask {
    fn new(desk: BookingForm, submission: Submission) -> Self {
        Self {
            desk,
            site: desk.site.get_untracked(),
            drafts: desk.drafts.get_untracked(),
            submission,
            purpose: desk.purpose.get_untracked(),
        }
    }

    async fn deliver(&self) {
        let context = &self.site.session.context;
        let (ask, after): (_, fn(Delivery) -> Sending) = match &self.purpose {
            Purpose::Book => (booking::book(context, &self.submission), Sending::after_delivery),
            Purpose::Change(name) => (booking::change(context, name.order.clone(), &self.submission), Sending::after_change),
        };
        let next = after(match self.site.client.send(ask).await {
            Ok(()) => Delivery::Accepted,
            Err(error) if error.leaves_doubt() => Delivery::AnswerLost,
            Err(error) => Delivery::Refused(self.desk.sheet.text.failure(&error)),
        });
        let is_lost = next == Sending::LookingForIt;
        self.settle(next);
        if is_lost {
            self.look().await;
        }
    }

    /// Looks twice before saying that a booking is not there: it may still be on its way.
    async fn look(&self) {
        let mut found = self.lookup().await;
        if found == Lookup::Absent {
            TimeoutFuture::new(SECOND_LOOK).await;
            found = self.lookup().await;
        }
        self.settle(Sending::after_lookup(found));
    }

    async fn lookup(&self) -> Lookup {
        let Site { client, session, .. } = &self.site;
        if !session.is_known() {
            return Lookup::NoList;
        }
        match client.send(visit::starting_at(&session.context, self.submission.stay().start)).await {
            Ok(page) if page.items.iter().any(|visit| self.submission.is(visit)) => Lookup::Found,
            Ok(_) => Lookup::Absent,
            Err(error) if error.needs_sign_in() => Lookup::NoList,
            Err(ApiError::Refused { .. }) => Lookup::NoList,
            Err(_) => Lookup::Failed,
        }
    }

    /// Takes the next step, if the page is still there; the draft of a booking that arrived goes either way.
    fn settle(&self, next: Sending) {
        if next == Sending::Arrived {
            self.drafts.discard();
        }
        self.desk.sending.set(next);
    }
}

/// What lies over or instead of the form while it is being sent.
pub fn sending_face(desk: BookingForm) -> El {
    let text = desk.sheet.text;
    let again = move || main_button(text.send_again(), move || submit(desk));
    let back = move || quiet_button(text.back_to_form(), move || desk.sending.set(Sending::Editing));
    let look = move || main_button(text.check_again(), move || check_again(desk));
    let say = |title: &str, detail: &str, actions: Vec<El>| modal(title, outcome(Tone::Bad, title, detail, actions));
    live(move || match desk.sending.get() {
        Sending::Editing => nothing(),
        Sending::Submitting => waiting(text.submitting()),
        Sending::LookingForIt => waiting(text.checking_arrival()),
        Sending::InDoubt => say(text.in_doubt_title(), text.in_doubt_detail(), vec![look()]),
        Sending::Unknowable => say(text.unknowable_title(), text.unknowable_detail(), vec![back(), again()]),
        Sending::NotArrived => say(text.not_arrived_title(), text.not_arrived_detail(), vec![again(), back()]),
        Sending::ChangeLost => say(text.unknowable_title(), text.change_lost_detail(), vec![again(), back()]),
        Sending::Refused(message) => say(text.refused_title(), &message, vec![back()]),
        Sending::Arrived => sent(desk),
    })
}

fn waiting(words: &str) -> El {
    modal(words, block("p", "booking__waiting").attr("role", "status").text(words))
}

fn sent(desk: BookingForm) -> El {
    let text = desk.sheet.text;
    if let Purpose::Change(name) = desk.purpose.get_untracked() {
        let visit = desk.site.with_untracked(|site| site.href(&Route::Visit(name)));
        return outcome(Tone::Good, text.changed_title(), text.sent_detail(), [main_link(text.see_the_visit(), &visit)]);
    }
    let visits = desk.site.with_untracked(|site| site.href(&Route::Visits));
    let another = move || {
        desk.start_over();
        desk.sending.set(Sending::Editing);
        desk.site.with_untracked(|site| site.has_agreed.set(false));
    };
    let actions = [main_link(text.see_my_visits(), &visits), quiet_button(text.book_another(), another)];
    // In the mini-program, companions confirm by themselves before anybody decides.
    let in_mini_program = desk.site.with_untracked(|site| site.session.context.in_mini_program());
    let is_party = desk.attempt.with_untracked(|sent| sent.as_ref().is_some_and(Submission::is_party));
    let detail = if in_mini_program && is_party { text.sent_party_detail() } else { text.sent_detail() };
    outcome(Tone::Good, text.sent_title(), detail, actions)
}
