//! Steps on a line: what happened, what holds now, what comes next.

use super::element::{El, block, nothing};
use crate::domain::visit::timeline::When;

/// One step: its words, when it was or will be (empty where unknown), and how it lies to the present.
pub struct Point<'a> {
    pub words: &'a str,
    pub time: String,
    pub when: When,
}

/// The steps, the first one first. The present one is told apart by shape as well as by colour.
pub fn timeline<'a>(label: &str, points: impl IntoIterator<Item = Point<'a>>) -> El {
    block("ol", "timeline").attr("aria-label", label).children(points.into_iter().map(point))
}

fn point(point: Point) -> El {
    let time = if point.time.is_empty() { nothing() } else { block("span", "timeline__time").text(&point.time) };
    let step = block("li", "timeline__step").child(block("span", "timeline__words").text(point.words)).child(time);
    match point.when {
        When::Past => step.attr("data-when", "past"),
        When::Now => step.attr("data-when", "now").attr("aria-current", "step"),
        When::Next => step.attr("data-when", "next"),
    }
}
