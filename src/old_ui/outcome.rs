//! What an action came to, as a whole screen or the body of a dialog.

use super::badge::tone_name;
use super::element::{El, block};
use crate::domain::visit::Tone;

/// An outcome: a sign, a title, a sentence, and what to do next.
pub fn outcome(tone: Tone, title: &str, detail: &str, actions: impl IntoIterator<Item = El>) -> El {
    block("section", "outcome")
        .attr("data-tone", tone_name(tone))
        .child(block("div", "outcome__sign").attr("aria-hidden", "true"))
        .child(block("h2", "outcome__title").text(title))
        .child(block("p", "outcome__detail").text(detail))
        .child(block("div", "outcome__actions").children(actions))
}
