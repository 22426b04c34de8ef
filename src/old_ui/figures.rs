//! Numbers side by side, each the way to what it counts.

use super::element::{El, block};

/// The figures, each a [`figure`].
pub fn figures(label: &str, figures: impl IntoIterator<Item = El>) -> El {
    block("nav", "figures").attr("aria-label", label).children(figures)
}

/// How many of something there are.
pub fn figure(label: &str, count: usize, href: &str) -> El {
    let number = block("strong", "figures__count").text(&count.to_string());
    block("a", "figures__figure").attr("href", href).child(number).child(block("span", "figures__label").text(label))
}
