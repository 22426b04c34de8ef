//! What an action came to, as a whole screen or the body of a dialog.

use super::badge::mood_name;
use super::element::{El, block};
use crate::domain::visit::Mood;

/// An outcome: a sign, a title, a sentence, and what to do next.
pub fn outcome(mood: Mood, title: &str, detail: &str, actions: impl IntoIterator<Item = El>) -> El {
    block("section", "outcome")
        .attr("data-mood", mood_name(mood))
        .child(block("div", "outcome__sign").attr("aria-hidden", "true"))
        .child(block("h2", "outcome__title").text(title))
        .child(block("p", "outcome__detail").text(detail))
        .child(block("div", "outcome__actions").children(actions))
}
