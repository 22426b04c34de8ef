//! What something is worth, to be told from afar: a sign whose shape says it, and words as large.

use super::badge::tone_name;
use super::element::{El, block};
use crate::domain::visit::Tone;

/// The signs. Each has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
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

/// A seal: sign, word, sentence.
pub fn seal(sign: Sign, tone: Tone, word: &str, detail: &str) -> El {
    block("section", "seal")
        .attr("data-tone", tone_name(tone))
        .attr("data-sign", name(sign))
        .attr("role", "status")
        .child(block("span", "seal__sign").attr("aria-hidden", "true"))
        .child(block("strong", "seal__word").text(word))
        .child(block("span", "seal__detail").text(detail))
}

fn name(sign: Sign) -> &'static str {
    match sign {
        Sign::Tick => "tick",
        Sign::Clock => "clock",
        Sign::Exclamation => "exclamation",
        Sign::DoubleTick => "double-tick",
        Sign::Dash => "dash",
        Sign::Cross => "cross",
        Sign::Dots => "dots",
        Sign::Back => "back",
        Sign::Question => "question",
    }
}
