//! Screens side by side, of which one is shown.

use super::element::{El, block};

/// The ways to the screens, each a [`tab_link`] or a [`tab_button`].
pub fn tabs(label: &str, links: impl IntoIterator<Item = El>) -> El {
    block("nav", "tabs").attr("aria-label", label).children(links)
}

pub fn tab_link(label: &str, href: &str, is_shown: bool) -> El {
    let link = block("a", "tabs__tab").attr("href", href).text(label);
    if is_shown { link.attr("aria-current", "page") } else { link }
}

/// The same where the screens share an address.
pub fn tab_button(label: &str, is_shown: impl Fn() -> bool + 'static, on_tap: impl Fn() + 'static) -> El {
    let shown = move || if is_shown() { "page" } else { "false" }.to_owned();
    block("button", "tabs__tab").attr("type", "button").text(label).live_attr("aria-current", shown).on("click", move |_| on_tap())
}
