//! A list and the detail of one of its rows, side by side where the screen is wide enough for both.

use super::element::{El, block};

/// The list, and the detail under its name for screen readers. On a narrow screen there is only the list.
pub fn pair(list: El, detail_label: &str, detail: El) -> El {
    let detail = block("section", "pair__detail").attr("aria-label", detail_label).child(detail);
    block("div", "pair").child(block("div", "pair__list").child(list)).child(detail)
}

/// What stands beside the list before a row is chosen.
pub fn pair_hint(words: &str) -> El {
    block("p", "pair__hint").text(words)
}
