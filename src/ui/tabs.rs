//! Screens side by side, of which one is shown.

use super::element::{El, block};

/// The ways to the screens, each a [`tab_link`].
pub fn tabs(label: &str, links: [El; 2]) -> El {
    block("nav", "tabs").attr("aria-label", label).children(links)
}

pub fn tab_link(label: &str, href: &str, is_shown: bool) -> El {
    let link = block("a", "tabs__tab").attr("href", href).text(label);
    if is_shown { link.attr("aria-current", "page") } else { link }
}
