//! The face of nothing: what it means, and the next step.

use super::button::quiet_link;
use super::element::{El, block};

/// Nothing is here; `next` is label and address of the way on.
pub fn empty(title: &str, detail: &str, next: Option<(&str, &str)>) -> El {
    block("section", "empty")
        .child(block("h2", "empty__title").text(title))
        .child(block("p", "empty__detail").text(detail))
        .children(next.map(|(label, href)| quiet_link(label, href)))
}
