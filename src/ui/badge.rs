//! A word for a status, told apart by shape and colour.

use super::element::{El, block};
use crate::domain::visit::Mood;

/// A status in a word.
pub fn badge(label: &str, mood: Mood) -> El {
    block("span", "badge").attr("data-mood", mood_name(mood)).text(label)
}

/// The word that stylesheets know a mood by.
pub fn mood_name(mood: Mood) -> &'static str {
    match mood {
        Mood::Waiting => "waiting",
        Mood::Good => "good",
        Mood::Bad => "bad",
        Mood::Over => "over",
    }
}
