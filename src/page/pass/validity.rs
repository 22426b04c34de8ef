//! What the pass is worth now, to be seen from afar.

use super::use_pass;
use crate::domain::pass::{Pass, Validity};
use crate::domain::visit::Tone;
use crate::platform::clock;
use crate::platform::interval::use_interval;
use crate::reactive::{DynSignal, memo};
use crate::text::use_text;
use crate::ui::seal::{Seal, SealSign};
use leptos::prelude::*;

/// The validity of a pass, checked every second.
pub fn use_validity(pass: DynSignal<Pass>) -> DynSignal<Validity> {
    let second = Trigger::new();
    use_interval(1_000, move || second.notify());
    DynSignal::memo(move || {
        second.track();
        pass.with(|pass| pass.validity(clock::now_shown()))
    })
}

/// Whether a pass has expired, checked every second.
pub fn use_expiry(pass: DynSignal<Pass>) -> Memo<bool> {
    let second = Trigger::new();
    use_interval(1_000, move || second.notify());
    memo(move || {
        second.track();
        pass.with(|pass| pass.has_expired(clock::now_shown(), clock::now_by_phone()))
    })
}

/// The validity as sign and words.
#[component]
pub fn ValiditySeal() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let visit = DynSignal::memo(move || pass.pass.with(|pass| (pass.stay, pass.status.clone())));
    let shown = move || {
        let validity = pass.validity.get();
        let (sign, tone) = sign(validity);
        let detail = visit.with(|(stay, status)| text.validity_detail(validity, stay.as_ref(), &text.status(status), clock::now()));
        view! { <Seal sign=sign tone=tone word=text.validity(validity) detail=detail/> }
    };
    view! { {move || shown()} }
}

fn sign(validity: Validity) -> (SealSign, Tone) {
    match validity {
        Validity::Early(_) => (SealSign::Clock, Tone::Waiting),
        Validity::Valid => (SealSign::Tick, Tone::Good),
        Validity::Late => (SealSign::Exclamation, Tone::Good),
        Validity::Used => (SealSign::DoubleTick, Tone::Over),
        Validity::Over => (SealSign::Dash, Tone::Over),
        Validity::Cancelled => (SealSign::Cross, Tone::Bad),
        Validity::Waiting => (SealSign::Dots, Tone::Waiting),
        Validity::Returned => (SealSign::Back, Tone::Bad),
        Validity::Unknown => (SealSign::Question, Tone::Over),
    }
}
