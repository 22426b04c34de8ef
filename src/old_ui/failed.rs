//! The face of failure: a sentence, and another try.

use super::button::quiet_button;
use super::element::{El, block};

/// Something did not come.
pub fn failed(sentence: &str, retry_label: &str, retry: impl Fn() + 'static) -> El {
    block("section", "failed")
        .attr("role", "alert")
        .child(block("p", "failed__sentence").text(sentence))
        .child(quiet_button(retry_label, retry))
}
