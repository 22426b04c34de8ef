//! Dialogs over the page. They take the focus; what is behind them cannot be tapped.

use super::element::{El, block};

/// The half-screen dialog, rising from the bottom. Its actions are always in sight.
pub fn popup(title: &str, content: El, actions: El) -> El {
    let sheet = sheet(title)
        .child(block("h2", "popup__title").text(title))
        .child(block("div", "popup__content").child(content))
        .child(block("div", "popup__actions").child(actions));
    block("div", "popup").child(sheet)
}

/// A small dialog in the middle: waiting, or an outcome.
pub fn modal(label: &str, content: El) -> El {
    block("div", "popup").attr("data-place", "middle").child(sheet(label).child(content))
}

fn sheet(label: &str) -> El {
    block("div", "popup__sheet")
        .attr("role", "dialog")
        .attr("aria-modal", "true")
        .attr("aria-label", label)
        .attr("tabindex", "-1")
        .focus_when_shown()
}
