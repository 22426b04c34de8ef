//! The frame of a screen: its title, ways elsewhere, and what it shows.

use super::element::{El, block};

/// One screen. No bar is drawn on top: webviews have their own.
pub fn frame(title: &str, links: impl IntoIterator<Item = El>, content: El) -> El {
    crate::platform::webview::set_title(title);
    let head =
        block("header", "frame__head").child(block("h1", "frame__title").text(title)).child(block("nav", "frame__links").children(links));
    block("div", "frame").child(head).child(block("main", "frame__main").child(content))
}

/// A link beside the title.
pub fn frame_link(label: &str, href: &str) -> El {
    block("a", "frame__link").attr("href", href).text(label)
}

/// A small button that reads like a link.
pub fn frame_button(label: &str, on_tap: impl Fn() + 'static) -> El {
    block("button", "frame__link").attr("type", "button").text(label).on("click", move |_| on_tap())
}
