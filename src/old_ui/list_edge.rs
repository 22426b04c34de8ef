//! What stands above and below the rows of a long list.

use super::element::{El, block};

/// How many rows there are, and a button that refreshes them.
pub fn list_head(count: impl Fn() -> String + 'static, label: impl Fn() -> String + 'static, refresh: impl Fn() + 'static) -> El {
    let count = block("p", "list-edge__count").attr("role", "status").live_text(count);
    let button = block("button", "list-edge__refresh").attr("type", "button").live_text(label).on("click", move |_| refresh());
    block("div", "list-edge").child(count).child(button)
}

/// What comes after the last row.
pub fn list_end(words: &str) -> El {
    block("p", "list-edge__end").text(words)
}
