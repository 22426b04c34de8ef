//! A list of any length: only rows near the screen are in the document, between two spacers.
//!
//! Rows are mounted by hand instead of by `<For>`: they are measured and the page is scrolled in the same moment in
//! which they appear, and `<For>` draws only after that moment has passed. Each row is an ordinary view with an owner
//! of its own, which ends when it is scrolled away.

mod row;

use crate::domain::paging::window::Heights;
use crate::reactive::{DynSignal, effect};
use leptos::reactive::owner::WeakOwner;
use leptos::{ev, html, prelude::*};
use row::MountedRow;
use std::collections::VecDeque;
use std::ops::Range;
use web_sys::{Element, HtmlElement};

/// How far a list goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// How many rows there are to draw.
    pub rows: usize,
    /// How many there will be in the end.
    pub total: usize,
}

/// The item that is shown elsewhere on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CurrentRow {
    /// Tells one item from another.
    pub key: String,
    /// Its row, if that is loaded.
    pub number: Option<usize>,
}

/// Rows by their number. `heights` may outlive the list, to find its place again.
#[component]
pub fn PagedList(
    heights: RwSignal<Heights>,
    #[prop(into)] extent: DynSignal<Extent>,
    /// Draws a row by its number, which stays while what the row shows may change.
    #[prop(into)]
    row: Callback<usize, AnyView>,
    /// The item whose row is marked; its row comes into sight when another item becomes current.
    #[prop(optional_no_strip)]
    current: Option<DynSignal<Option<CurrentRow>>>,
    /// Called whenever the last row is not far.
    #[prop(into)]
    on_near_end: Callback<()>,
) -> impl IntoView {
    let (above, rows, below) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let owner = Owner::current().map(|owner| owner.downgrade());
    let board = Board {
        above,
        rows,
        below,
        heights,
        row,
        owner,
        mounted: VecDeque::new(),
        first: 0,
        anchor: (0, 0.0),
        current: None,
        to_reveal: None,
    };
    let board = StoredValue::new_local(board);
    let look = move || {
        // Gone with its page, where a frame was asked for before.
        let Some(extent) = extent.try_get_untracked() else { return };
        let is_near_end = board.try_update_value(|board| board.look(extent)).unwrap_or_default();
        if is_near_end {
            on_near_end.run(());
        }
    };
    let scroll = window_event_listener(ev::scroll, move |_| look());
    let resize = window_event_listener(ev::resize, move |_| look());
    on_cleanup(move || {
        scroll.remove();
        resize.remove();
    });
    effect(move || {
        board.update_value(|board| board.reach(extent.get()));
        // Only what is on the page has a place and a height.
        request_animation_frame(look);
    });
    if let Some(current) = current {
        effect(move || {
            board.update_value(|board| board.mark(current.get()));
            request_animation_frame(look);
        });
    }
    view! {
        <div class="paged-list">
            <div class="paged-list__rest" node_ref=above></div>
            <div class="paged-list__rows" role="list" node_ref=rows></div>
            <div class="paged-list__rest" node_ref=below></div>
        </div>
    }
}

struct Board {
    above: NodeRef<html::Div>,
    rows: NodeRef<html::Div>,
    below: NodeRef<html::Div>,
    heights: RwSignal<Heights>,
    row: Callback<usize, AnyView>,
    /// The owner of the list, under which rows find their contexts. It owns this board, which must not keep it alive.
    owner: Option<WeakOwner>,
    mounted: VecDeque<MountedRow>,
    /// The number of the first row that is mounted.
    first: usize,
    /// The row at the top of the screen, and how much of it is above.
    anchor: (usize, f64),
    /// The item whose row is marked.
    current: Option<CurrentRow>,
    /// The row that is to come into sight.
    to_reveal: Option<usize>,
}

impl Board {
    fn drawn(&self) -> Range<usize> {
        self.first..self.first + self.mounted.len()
    }

    /// Drops the rows that the list no longer has, and tells the others how long it is.
    fn reach(&mut self, extent: Extent) {
        let drawn = self.drawn();
        self.draw(drawn.start.min(extent.rows)..drawn.end.min(extent.rows), extent.total);
        self.mounted.iter().for_each(|row| row.set_total(extent.total));
    }

    /// Draws what the screen has come to; says whether the last row is not far.
    fn look(&mut self, extent: Extent) -> bool {
        let (Some(screen), Some(rows)) = (screen_height(), self.rows.get_untracked()) else { return false };
        if !rows.is_connected() {
            return false;
        }
        let mut heights = self.heights.get_untracked();
        let top = self.settle(&mut heights, &rows, screen, extent);
        let is_near_end = top + 2.0 * screen > heights.span(0..extent.rows);
        self.heights.set(heights);
        if let Some(number) = self.to_reveal.take() {
            self.reveal(number);
        }
        is_near_end
    }

    /// Marks the row of the current item and no other.
    fn mark(&mut self, current: Option<CurrentRow>) {
        let key = |row: &Option<CurrentRow>| row.as_ref().map(|row| row.key.clone());
        if key(&current) != key(&self.current) {
            self.to_reveal = current.as_ref().and_then(|row| row.number);
        }
        self.current = current;
        self.drawn().zip(&self.mounted).for_each(|(number, row)| row.set_current(self.is_current(number)));
    }

    fn is_current(&self, number: usize) -> bool {
        self.current.as_ref().is_some_and(|row| row.number == Some(number))
    }

    /// Scrolls a row into sight, as little as that takes.
    fn reveal(&self, number: usize) {
        if let Some(row) = number.checked_sub(self.first).and_then(|place| self.mounted.get(place)) {
            return row.scroll_into_view();
        }
        // Scrolling there draws it.
        let place = self.heights.with_untracked(|heights| heights.span(0..number));
        scroll(self.top(), place - screen_height().unwrap_or_default() / 3.0);
    }

    /// Has the rows in the document that the screen wants; gives how much of the list is above the screen.
    fn settle(&mut self, heights: &mut Heights, rows: &Element, screen: f64, extent: Extent) -> f64 {
        let count = extent.rows;
        let mut top = self.top();
        if (heights.span(self.drawn()) - rows.get_bounding_client_rect().height()).abs() > 1.0 {
            // The phone was turned, or its letters grew. What was at the top of the screen comes back there.
            heights.forget();
            self.measure(heights, count);
            let (row, above) = self.anchor;
            if top > 0.0 {
                top = scroll(self.top(), heights.span(0..row) + above);
            }
        }
        let wanted = heights.window(top, top + screen, count, &self.drawn());
        if wanted != self.drawn() {
            self.draw(wanted, extent.total);
            let first = heights.row_at(top, count);
            let expected = heights.span(0..first);
            self.make_room(heights, count);
            self.measure(heights, count);
            // Rows above that are not as high as they were thought to be do not move those in sight.
            top = scroll(top, top + heights.span(0..first) - expected);
        }
        self.make_room(heights, count);
        let first = heights.row_at(top, count);
        self.anchor = (first, top - heights.span(0..first));
        top
    }

    /// How much of the list is above the screen.
    fn top(&self) -> f64 {
        self.above.get_untracked().map_or(0.0, |above| -above.get_bounding_client_rect().top())
    }

    /// Has these rows in the document, and no others. Those that stay are left alone.
    fn draw(&mut self, wanted: Range<usize>, total: usize) {
        let Some(rows) = self.rows.get_untracked() else { return };
        let drawn = self.drawn();
        if wanted.start >= drawn.end || wanted.end <= drawn.start {
            self.mounted.clear();
            self.first = wanted.start;
        }
        while self.first < wanted.start && self.mounted.pop_front().is_some() {
            self.first += 1;
        }
        while self.drawn().end > wanted.end && self.mounted.pop_back().is_some() {}
        let Some(owner) = self.owner.as_ref().and_then(WeakOwner::upgrade) else { return };
        let row = self.row;
        let mount = |number: usize| owner.with(|| MountedRow::new(&rows, number, total, move || row.run(number)));
        while self.first > wanted.start {
            let row = mount(self.first - 1);
            row.set_current(self.is_current(self.first - 1));
            row.move_before(self.mounted.front());
            self.first -= 1;
            self.mounted.push_front(row);
        }
        while self.drawn().end < wanted.end {
            let row = mount(self.drawn().end);
            row.set_current(self.is_current(self.drawn().end));
            self.mounted.push_back(row);
        }
    }

    /// Measures the rows that are drawn, and gives the others their room.
    fn measure(&self, heights: &mut Heights, count: usize) {
        self.drawn().zip(&self.mounted).for_each(|(number, row)| heights.measure(number, row.height()));
        self.make_room(heights, count);
    }

    /// Gives the rows that are not drawn the room that they would take.
    fn make_room(&self, heights: &Heights, count: usize) {
        let drawn = self.drawn();
        set_height(self.above, heights.span(0..drawn.start));
        set_height(self.below, heights.span(drawn.end..count));
    }
}

fn set_height(spacer: NodeRef<html::Div>, height: f64) {
    if let Some(spacer) = spacer.get_untracked() {
        // Whole pixels are near enough, and cost less to write. Setting a style cannot fail.
        let _ = HtmlElement::style(&spacer).set_property("height", &format!("{}px", height.round() as i32));
    }
}

/// Scrolls from one place of the list to another; gives where it is then.
fn scroll(from: f64, to: f64) -> f64 {
    let by = to - from;
    if by.abs() < 1.0 {
        return from;
    }
    window().scroll_by_with_x_and_y(0.0, by);
    to
}

fn screen_height() -> Option<f64> {
    window().inner_height().ok()?.as_f64()
}
