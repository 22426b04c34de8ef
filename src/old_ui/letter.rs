//! A titled text to read.

use super::element::{El, block};
use super::rich_text::rich_text;

/// A letter: its title, and a text that a site wrote.
pub fn letter(title: &str, content: &str) -> El {
    block("article", "letter").child(block("h3", "letter__title").text(title)).child(rich_text(content).shown)
}
