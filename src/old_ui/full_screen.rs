//! One thing alone on a white screen, until it is tapped.

use super::element::{El, block, on_window, pressed};

/// Shows it over everything else. A tap anywhere, or the Escape key, ends it.
pub fn full_screen(label: &str, close: &str, content: El, on_close: impl Fn() + Clone + 'static) -> El {
    let (on_tap, on_key) = (on_close.clone(), on_close);
    on_window("keydown", move |event| {
        if pressed(&event) == "Escape" {
            on_key();
        }
    });
    let button = block("button", "full-screen__close").attr("type", "button").text(close).focus_when_shown();
    block("div", "full-screen")
        .attr("role", "dialog")
        .attr("aria-modal", "true")
        .attr("aria-label", label)
        .on("click", move |_| on_tap())
        .child(content)
        .child(button)
}
