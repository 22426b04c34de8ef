//! A word for a status, told apart by shape and colour.

use super::element::{El, block};
use crate::domain::visit::Tone;

/// A status in a word.
pub fn badge(label: &str, tone: Tone) -> El {
    block("span", "badge").attr("data-tone", tone_name(tone)).text(label)
}

/// The word that stylesheets know a tone by.
pub fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Waiting => "waiting",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Over => "over",
    }
}
