//! A list of any length: only rows near the screen are in the document, between two spacers.

use super::element::{El, all, block, on_window};
use crate::domain::paging::window::Heights;
use crate::state::while_shown;
use leptos::prelude::*;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// How far a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// How many rows there are to draw.
    pub rows: usize,
    /// How many there will be in the end.
    pub total: usize,
    /// Another one has every row drawn anew.
    pub edition: u32,
}

/// Rows by their number. They are still: what is live, or listens, would outlive its row. `near_end` is called
/// whenever the last row is not far; `heights` may outlive the list, to find its place again.
pub fn paged_list(
    heights: RwSignal<Heights>,
    extent: impl Fn() -> Extent + 'static,
    row: impl Fn(usize) -> El + 'static,
    near_end: impl Fn() + 'static,
) -> El {
    let [above, below] = [0, 1].map(|_| block("div", "paged-list__rest"));
    let rows = block("div", "paged-list__rows").attr("role", "list");
    let list = block("div", "paged-list").children([above.clone(), rows.clone(), below.clone()]);
    let board = Rc::new(Board {
        above,
        rows,
        below,
        heights,
        row: Box::new(row),
        near_end: Box::new(near_end),
        drawn: RefCell::default(),
        extent: RefCell::default(),
        anchor: RefCell::default(),
    });
    for event in ["scroll", "resize"] {
        let board = Rc::clone(&board);
        on_window(event, move |_| board.look());
    }
    while_shown(move || {
        board.reach(extent());
        let board = Rc::clone(&board);
        // Only what is on the page has a place and a height.
        request_animation_frame(move || board.look());
    });
    list
}

/// Which row something happened in, and what the part of it that it happened to is there for, by its `data-act`: rows
/// do not listen themselves.
pub fn row_act(event: &Event) -> Option<(usize, String)> {
    let part = event.target()?.dyn_into::<Element>().ok()?.closest("[data-act]").ok()??;
    let row = part.closest(".paged-list__row").ok()??;
    let number: usize = row.get_attribute("aria-posinset")?.parse().ok()?;
    Some((number.checked_sub(1)?, part.get_attribute("data-act")?))
}

struct Board {
    above: El,
    rows: El,
    below: El,
    heights: RwSignal<Heights>,
    row: Box<dyn Fn(usize) -> El>,
    near_end: Box<dyn Fn()>,
    drawn: RefCell<Range<usize>>,
    extent: RefCell<Extent>,
    /// The row at the top of the screen, and how much of it is above.
    anchor: RefCell<(usize, f64)>,
}

impl Board {
    fn reach(&self, extent: Extent) {
        let before = self.extent.replace(extent);
        if before.edition != extent.edition {
            // At once: a page without its rows would be too short for the place that it is scrolled to.
            let drawn = self.drawn.borrow().clone();
            self.draw(0..0);
            self.draw(drawn.start.min(extent.rows)..drawn.end.min(extent.rows));
        }
    }

    /// Draws what the screen has come to.
    fn look(&self) {
        let Some(screen) = screen_height() else { return };
        let Some(rows) = self.rows.element().filter(|rows| rows.is_connected()) else { return };
        let mut is_near_end = false;
        self.heights.update(|heights| {
            let top = self.settle(heights, rows, screen);
            is_near_end = top + 2.0 * screen > heights.span(0..self.extent.borrow().rows);
        });
        if is_near_end {
            (self.near_end)();
        }
    }

    /// Has the rows in the document that the screen wants; gives how much of the list is above the screen.
    fn settle(&self, heights: &mut Heights, rows: &Element, screen: f64) -> f64 {
        let count = self.extent.borrow().rows;
        let drawn = self.drawn.borrow().clone();
        let mut top = self.top();
        if (heights.span(drawn.clone()) - rows.get_bounding_client_rect().height()).abs() > 1.0 {
            // The phone was turned, or its letters grew. What was at the top of the screen comes back there.
            heights.forget();
            self.measure(heights, rows);
            let (row, above) = *self.anchor.borrow();
            if top > 0.0 {
                top = scroll(self.top(), heights.span(0..row) + above);
            }
        }
        let wanted = heights.window(top, top + screen, count, &drawn);
        if wanted != drawn {
            self.draw(wanted);
            let first = heights.row_at(top, count);
            let expected = heights.span(0..first);
            self.make_room(heights);
            self.measure(heights, rows);
            // Rows above that are not as high as they were thought to be do not move those in sight.
            top = scroll(top, top + heights.span(0..first) - expected);
        }
        self.make_room(heights);
        let first = heights.row_at(top, count);
        self.anchor.replace((first, top - heights.span(0..first)));
        top
    }

    /// How much of the list is above the screen.
    fn top(&self) -> f64 {
        self.above.element().map_or(0.0, |above| -above.get_bounding_client_rect().top())
    }

    /// Has these rows in the document, and no others. Those that stay are left alone.
    fn draw(&self, wanted: Range<usize>) {
        let Some(rows) = self.rows.element() else { return };
        let mut drawn = self.drawn.borrow_mut();
        if wanted.start >= drawn.end || wanted.end <= drawn.start {
            rows.set_text_content(None);
            *drawn = wanted.start..wanted.start;
        }
        let remove = |row: Option<Element>| row.iter().for_each(Element::remove);
        (drawn.start..wanted.start).for_each(|_| remove(rows.first_element_child()));
        (wanted.end..drawn.end).for_each(|_| remove(rows.last_element_child()));
        let Extent { total, .. } = *self.extent.borrow();
        let make = |row: usize| {
            let place = block("div", "paged-list__row").attr("role", "listitem");
            place.attr("aria-posinset", &(row + 1).to_string()).attr("aria-setsize", &total.to_string()).child((self.row)(row))
        };
        self.rows.put_first(all((wanted.start..drawn.start).map(make)));
        self.rows.clone().child(all((drawn.end..wanted.end).map(make)));
        *drawn = wanted;
    }

    /// Measures the rows that are drawn, and gives the others their room.
    fn measure(&self, heights: &mut Heights, rows: &Element) {
        let mut row = rows.first_element_child();
        for number in self.drawn.borrow().clone() {
            let Some(element) = row else { break };
            heights.measure(number, element.get_bounding_client_rect().height());
            row = element.next_element_sibling();
        }
        self.make_room(heights);
    }

    /// Gives the rows that are not drawn the room that they would take.
    fn make_room(&self, heights: &Heights) {
        let (drawn, count) = (self.drawn.borrow(), self.extent.borrow().rows);
        set_height(&self.above, heights.span(0..drawn.start));
        set_height(&self.below, heights.span(drawn.end..count));
    }
}

fn set_height(spacer: &El, height: f64) {
    // Whole pixels are near enough, and cost less to write.
    spacer.clone().attr("style", &format!("height:{}px", height.round() as i32));
}

/// Scrolls from one place of the list to another; gives where it is then.
fn scroll(from: f64, to: f64) -> f64 {
    let by = to - from;
    match web_sys::window() {
        Some(window) if by.abs() >= 1.0 => {
            window.scroll_by_with_x_and_y(0.0, by);
            to
        }
        _ => from,
    }
}

fn screen_height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}
