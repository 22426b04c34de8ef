//! Cells: rows of a grouped list.

use super::element::{El, all, block, nothing};

/// A group of cells under a heading; without one where it is empty.
pub fn cells(heading: &str, rows: impl IntoIterator<Item = El>) -> El {
    let title = if heading.is_empty() { nothing() } else { block("h2", "cells__heading").text(heading) };
    block("section", "cells").child(title).child(block("div", "cells__body").children(rows))
}

/// Facts by name and value. Those without a value are left out, and a group without any is nothing.
pub fn facts<'a>(heading: &str, facts: impl IntoIterator<Item = (&'a str, String)>) -> El {
    let told = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let rows: Vec<El> = told.map(|(label, value)| fact(label, &value)).collect();
    if rows.is_empty() { nothing() } else { cells(heading, rows) }
}

/// One fact.
pub fn fact(label: &str, value: &str) -> El {
    block("dl", "cell").child(block("dt", "cell__label").text(label)).child(block("dd", "cell__value").text(value))
}

/// A fact that somebody can be called by; nothing where there is no number.
pub fn call_fact(label: &str, phone: &str) -> El {
    let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    if number.is_empty() {
        return nothing();
    }
    let call = block("a", "cell__call").attr("href", &("tel:".to_owned() + &number)).text(phone);
    block("dl", "cell").child(block("dt", "cell__label").text(label)).child(block("dd", "cell__value").child(call))
}

/// A row that leads to another screen.
pub fn link_cell(href: &str, parts: impl IntoIterator<Item = El>) -> El {
    block("a", "cell").attr("data-leads", "").attr("href", href).child(all(parts))
}

/// A row that is tapped to choose what it says.
pub fn tap_cell(label: &str, on_tap: impl Fn() + 'static) -> El {
    let words = block("span", "cell__words").text(label);
    block("button", "cell").attr("type", "button").attr("data-leads", "").child(words).on("click", move |_| on_tap())
}

/// What a row is about, and lines that say more.
pub fn digest<'a>(title: &str, lines: impl IntoIterator<Item = &'a str>) -> El {
    let told = lines.into_iter().filter(|line| !line.is_empty());
    block("div", "cell__digest")
        .child(block("strong", "cell__title").text(title))
        .children(told.map(|line| block("span", "cell__line").text(line)))
}
