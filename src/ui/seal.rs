//! What something is worth, to be told from afar: a sign whose shape says it, and words as large.

use super::badge::tone_name;
use crate::domain::visit::Tone;
use leptos::prelude::*;

/// The signs. Each has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealSign {
    Tick,
    Clock,
    Exclamation,
    DoubleTick,
    Dash,
    Cross,
    Dots,
    Back,
    Question,
}

impl SealSign {
    /// The word that the stylesheet knows it by.
    fn name(self) -> &'static str {
        match self {
            Self::Tick => "tick",
            Self::Clock => "clock",
            Self::Exclamation => "exclamation",
            Self::DoubleTick => "double-tick",
            Self::Dash => "dash",
            Self::Cross => "cross",
            Self::Dots => "dots",
            Self::Back => "back",
            Self::Question => "question",
        }
    }
}

/// A seal: sign, word, sentence.
#[component]
pub fn Seal(sign: SealSign, tone: Tone, #[prop(into)] word: String, #[prop(into)] detail: Signal<String>) -> impl IntoView {
    view! {
        <section class="seal" data-tone=tone_name(tone) data-sign=sign.name() role="status">
            <span class="seal__sign" aria-hidden="true"></span>
            <strong class="seal__word">{word}</strong>
            <span class="seal__detail">{detail}</span>
        </section>
    }
}
