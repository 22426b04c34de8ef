//! The bar at the bottom edge of the screen: the few screens that somebody goes between all day.

use super::element::{El, block, el};

/// The sign above a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Day,
    Tick,
    People,
    Letter,
}

impl Sign {
    /// The word that the stylesheet knows it by.
    fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Tick => "tick",
            Self::People => "people",
            Self::Letter => "letter",
        }
    }
}

/// The bar, to be put after what the screen shows.
pub fn tab_bar(label: &str, links: impl IntoIterator<Item = El>) -> El {
    block("nav", "tab-bar").attr("aria-label", label).children(links)
}

/// A way to one of the screens.
pub fn bar_link(sign: Sign, label: &str, href: &str, is_shown: bool) -> El {
    let sign = block("span", "tab-bar__sign").attr("data-sign", sign.name()).attr("aria-hidden", "true");
    let link = block("a", "tab-bar__link").attr("href", href).child(sign).child(el("span").text(label));
    if is_shown { link.attr("aria-current", "page") } else { link }
}
