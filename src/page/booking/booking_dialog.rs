//! What lies over the form while it is sent, and while nobody knows whether it has arrived.

use super::booking_form::{BookingForm, Purpose};
use super::submit::{look_up, submit_again};
use crate::domain::booking::attempt::Attempt;
use crate::form::{SubmitDialog, SubmitWords};
use crate::platform::clock;
use crate::text::{Text, use_text};
use leptos::prelude::*;

/// The dialog of a booking, or of a change.
#[component]
pub fn BookingDialog() -> impl IntoView {
    let (text, booking) = (use_text(), BookingForm::here());
    let words = booking.purpose.with_value(|purpose| match purpose {
        Purpose::Book => booking_words(text),
        Purpose::Change(_) => change_words(text),
    });
    let about = move || booking.attempt.with_value(|attempt| attempt.as_ref().map(|attempt| about(text, attempt)).unwrap_or_default());
    view! {
        <SubmitDialog
            state=booking.state.submit
            words=words
            about=Callback::new(move |()| about())
            is_looked_up_first=true
            on_submit=move || submit_again(booking)
            on_look_up=move || look_up(booking)
        />
    }
}

/// To whom, when, and when it was sent.
fn about(text: Text, attempt: &Attempt) -> String {
    let now = clock::now_by_phone();
    let sent = if attempt.sent.is_same_day(now) { attempt.sent.clock_text() } else { text.moment(attempt.sent, now) };
    text.sent_at(&attempt.host, &text.stay(&attempt.stay, clock::now()), &sent)
}

fn booking_words(text: Text) -> SubmitWords {
    SubmitWords {
        submitting: text.submitting(),
        looking_up: text.checking_arrival(),
        in_doubt: (text.in_doubt_title(), text.in_doubt_detail()),
        unknowable: (text.unknowable_title(), text.unknowable_detail()),
        not_found_yet: (text.not_found_yet_title(), text.not_found_yet_detail()),
        refused: text.refused_title(),
    }
}

fn change_words(text: Text) -> SubmitWords {
    SubmitWords {
        looking_up: text.checking_change(),
        in_doubt: (text.in_doubt_title(), text.change_in_doubt_detail()),
        not_found_yet: (text.change_not_found_yet_title(), text.change_not_found_yet_detail()),
        ..booking_words(text)
    }
}
