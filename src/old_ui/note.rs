//! Notes at the lower edge of the screen: of what is under way, each with what can be done about it.

use super::element::{El, block};

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteState {
    /// It happens in a moment, which runs out.
    Held,
    Sending,
    Settled,
}

/// The place where notes appear; there all the time, so that screen readers hear of news.
pub fn notes(shown: El) -> El {
    block("div", "notes").attr("role", "status").attr("aria-live", "polite").child(shown)
}

/// A note: what it says, lines of detail, and buttons.
pub fn note(course: NoteState, words: &str, lines: impl IntoIterator<Item = El>, buttons: impl IntoIterator<Item = El>) -> El {
    let course = match course {
        NoteState::Held => "held",
        NoteState::Sending => "under-way",
        NoteState::Settled => "told",
    };
    let head =
        block("div", "note__head").child(block("p", "note__words").text(words)).child(block("div", "note__buttons").children(buttons));
    let time = block("span", "note__time").attr("aria-hidden", "true");
    block("section", "note").attr("data-state", course).child(time).child(head).child(block("ul", "note__lines").children(lines))
}

/// A line of detail.
pub fn note_line(name: &str, words: &str) -> El {
    block("li", "note__line").child(block("strong", "note__name").text(name)).text(words)
}

pub fn note_button(label: &str, on_tap: impl Fn() + 'static) -> El {
    block("button", "note__button").attr("type", "button").text(label).on("click", move |_| on_tap())
}
