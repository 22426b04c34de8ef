//! A line to search by, answered while it is typed.

use super::element::{El, block, typed};

/// The line to type into.
pub fn search(label: &str, value: impl Fn() -> String + 'static, on_input: impl Fn(String) + 'static) -> El {
    let input = block("input", "search__input")
        .attr("type", "text")
        .attr("inputmode", "search")
        .attr("enterkeyhint", "search")
        .attr("autocomplete", "off")
        .attr("aria-label", label)
        .attr("placeholder", label)
        .live_value(value)
        .on("input", move |event| on_input(typed(&event)));
    block("div", "search").attr("role", "search").child(input)
}
