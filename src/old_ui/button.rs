//! Buttons: one main action a screen, the rest quieter.

use super::element::{El, block};

/// The one main action.
pub fn main_button(label: &str, on_tap: impl Fn() + 'static) -> El {
    button("main", label, on_tap)
}

/// Another action.
pub fn quiet_button(label: &str, on_tap: impl Fn() + 'static) -> El {
    button("quiet", label, on_tap)
}

/// A link that looks like the main button, because it leads to another screen.
pub fn main_link(label: &str, href: &str) -> El {
    link("main", label, href)
}

/// A link that looks like a quiet button.
pub fn quiet_link(label: &str, href: &str) -> El {
    link("quiet", label, href)
}

fn button(weight: &str, label: &str, on_tap: impl Fn() + 'static) -> El {
    block("button", "button").attr("type", "button").attr("data-weight", weight).text(label).on("click", move |_| on_tap())
}

fn link(weight: &str, label: &str, href: &str) -> El {
    block("a", "button").attr("data-weight", weight).attr("href", href).text(label)
}
