//! A month of days to tap, of which some are marked.

use super::element::{El, block};
use crate::domain::month::{Day, Month};
use std::rc::Rc;

/// The words around a month.
pub struct MonthWords {
    /// The month and its year.
    pub title: String,
    pub previous: &'static str,
    pub next: &'static str,
    /// From Monday on, as short as can be.
    pub weekdays: [&'static str; 7],
    /// A day in full, and whether it is marked.
    pub day: Box<dyn Fn(Day, bool) -> String>,
}

/// What is done with a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthAct {
    Turn(Month),
    Choose(Day),
}

/// The days of a month in their weeks; those that are `marked`, by their numbers, have a dot.
pub fn month(
    shown: Month,
    words: &MonthWords,
    marked: &[u32],
    chosen: Option<u32>,
    today: Option<u32>,
    act: impl Fn(MonthAct) + 'static,
) -> El {
    let act = Rc::new(act);
    let turn = |sign: &str, label: &str, to: Month| {
        let act = Rc::clone(&act);
        let button = block("button", "month__turn").attr("type", "button").attr("aria-label", label).text(sign);
        button.on("click", move |_| act(MonthAct::Turn(to)))
    };
    let head = block("div", "month__head")
        .child(turn("‹", words.previous, shown.previous()))
        .child(block("p", "month__title").attr("aria-live", "polite").text(&words.title))
        .child(turn("›", words.next, shown.next()));
    let weekdays = words.weekdays.iter().map(|weekday| block("span", "month__weekday").attr("aria-hidden", "true").text(weekday));
    let lead = (0..shown.lead()).map(|_| block("span", "month__gap"));
    let days = shown.days().into_iter().map(|day| {
        let act = Rc::clone(&act);
        let is_marked = marked.contains(&day.number);
        let button = block("button", "month__day")
            .attr("type", "button")
            .attr("aria-label", &(words.day)(day, is_marked))
            .attr("aria-pressed", if chosen == Some(day.number) { "true" } else { "false" })
            .text(&day.number.to_string())
            .on("click", move |_| act(MonthAct::Choose(day)));
        let button = if is_marked { button.attr("data-marked", "") } else { button };
        if today == Some(day.number) { button.attr("aria-current", "date") } else { button }
    });
    let grid = block("div", "month__days").children(weekdays).children(lead).children(days);
    block("div", "month").child(head).child(grid)
}
