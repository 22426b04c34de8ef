//! A card to be shown around: its title, a picture behind it, and what stands on it.

use super::element::{El, block, nothing};
use leptos::prelude::*;

/// A card. A picture that does not come is no picture.
pub fn card(title: &str, background: &str, parts: impl IntoIterator<Item = El>, closing: &str) -> El {
    let behind = if background.is_empty() { nothing() } else { picture("card__background", background, "") };
    let words = |tag: &str, class: &str, words: &str| if words.trim().is_empty() { nothing() } else { block(tag, class).text(words) };
    block("article", "card")
        .child(behind)
        .child(words("h2", "card__title", title))
        .child(block("div", "card__body").children(parts))
        .child(words("p", "card__closing", closing))
}

/// A portrait on a card.
pub fn portrait(address: &str, label: &str) -> El {
    picture("card__portrait", address, label)
}

/// A line across a card.
pub fn separator() -> El {
    block("hr", "card__separator")
}

/// A gap between lines of a card.
pub fn blank_line() -> El {
    block("div", "card__blank")
}

/// From wherever it may be: it is told nothing of us, and when it does not come its place goes.
fn picture(class: &str, address: &str, label: &str) -> El {
    let is_broken = RwSignal::new(false);
    block("img", class)
        .attr("alt", label)
        .attr("referrerpolicy", "no-referrer")
        .live_flag("hidden", move || is_broken.get())
        .on("error", move |_| is_broken.set(true))
        .attr("src", address)
}
