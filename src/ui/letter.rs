//! A titled text to read.

use super::element::{El, all, block};
use crate::domain::notice;

/// Paragraphs of a text that a site wrote; markup in it is never run.
pub fn paragraphs(source: &str) -> El {
    all(notice::paragraphs(source).iter().map(|paragraph| block("p", "letter__paragraph").text(paragraph)))
}

/// A letter: title and paragraphs.
pub fn letter(title: &str, content: &str) -> El {
    block("article", "letter").child(block("h3", "letter__title").text(title)).child(paragraphs(content))
}
