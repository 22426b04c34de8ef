//! `PagedList`: a thousand rows of which those near the screen exist.

use crate::harness::{Screen, WindowListeners, frame, mount, scroll_to, settle, words_of};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use visitor_front::domain::paging::window::{Heights, MOST_ROWS};
use visitor_front::ui::paged_list::{Extent, PagedList};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

const THOUSAND: Extent = Extent { rows: 1_000, total: 1_000 };

/// A list of rows that are 50 pixels high, with what happens to it.
#[derive(Clone, Copy)]
struct Rows {
    heights: RwSignal<Heights>,
    extent: RwSignal<Extent>,
    /// The height of a row, in pixels, by its number.
    height: RwSignal<fn(usize) -> usize>,
    /// What the rows say beside their numbers.
    remark: RwSignal<String>,
    ended: StoredValue<Vec<usize>>,
    near_end: RwSignal<u32>,
}

impl Rows {
    fn new(extent: Extent) -> Self {
        Self {
            heights: RwSignal::new(Heights::default()),
            extent: RwSignal::new(extent),
            height: RwSignal::new(|_| 50),
            remark: RwSignal::new(String::new()),
            ended: StoredValue::new(Vec::new()),
            near_end: RwSignal::new(0),
        }
    }

    async fn show(self) -> Screen {
        let row = move |number: usize| {
            on_cleanup(move || self.ended.update_value(|ended| ended.push(number)));
            let style = move || format!("height:{}px;overflow:hidden", self.height.get()(number));
            view! { <div style=style>{move || format!("Row {number}{}", self.remark.get())}</div> }.into_any()
        };
        let near_end = move || self.near_end.update(|times| *times += 1);
        let screen = mount(move || view! { <PagedList heights=self.heights extent=self.extent row=row on_near_end=near_end/> });
        frame().await;
        screen
    }
}

fn row(screen: &Screen, number: usize) -> Option<HtmlElement> {
    let words = format!("Row {number}");
    screen.all("listitem").into_iter().find(|row| words_of(row) == words)
}

/// The row at the top of the screen, and where its upper edge is.
fn top_row(screen: &Screen) -> (String, f64) {
    let rows = screen.all("listitem").into_iter();
    let row = rows.map(|row| (row.get_bounding_client_rect(), row)).find(|(place, _)| place.bottom() > 0.0).unwrap();
    (words_of(&row.1), row.0.top())
}

fn assert_near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() <= 1.5, "{found} instead of {wanted}");
}

#[wasm_bindgen_test]
async fn only_rows_near_the_screen_exist_and_the_page_is_as_long_as_the_list() {
    let screen = Rows::new(THOUSAND).show().await;
    for top in [0.0, 20_000.0, 49_000.0, 333.0] {
        scroll_to(top).await;
        let rows = screen.all("listitem");
        assert!(rows.len() <= MOST_ROWS, "{} rows", rows.len());
        let (first, last) = (rows[0].get_bounding_client_rect(), rows[rows.len() - 1].get_bounding_client_rect());
        let below = window().inner_height().unwrap().as_f64().unwrap().min(screen.place().get_bounding_client_rect().bottom());
        assert!(first.top() <= 8.0 && last.bottom() >= below - 8.0, "a gap at {top}");
        assert_near(screen.place().get_bounding_client_rect().height(), 50_000.0);
    }
}

#[wasm_bindgen_test]
async fn screen_readers_hear_which_row_of_how_many() {
    let list = Rows::new(Extent { rows: 30, total: 400 });
    let screen = list.show().await;
    let place = |row: &HtmlElement| (row.get_attribute("aria-posinset").unwrap(), row.get_attribute("aria-setsize").unwrap());
    assert_eq!(place(&row(&screen, 2).unwrap()), ("3".to_owned(), "400".to_owned()));
    list.extent.set(Extent { rows: 50, total: 500 });
    frame().await;
    assert_eq!(place(&row(&screen, 2).unwrap()), ("3".to_owned(), "500".to_owned()));
}

#[wasm_bindgen_test]
async fn rows_keep_their_elements_while_they_change_and_others_come() {
    let list = Rows::new(Extent { rows: 20, total: 60 });
    let screen = list.show().await;
    let third = row(&screen, 2).unwrap();
    list.remark.set(", newer".to_owned());
    list.extent.set(Extent { rows: 40, total: 60 });
    frame().await;
    assert_eq!(words_of(&third), "Row 2, newer");
    list.remark.set(String::new());
    scroll_to(120.0).await;
    assert!(row(&screen, 2).unwrap() == third);
}

#[wasm_bindgen_test]
async fn what_a_row_owns_ends_when_it_is_scrolled_away() {
    let list = Rows::new(THOUSAND);
    let screen = list.show().await;
    assert_eq!(list.ended.get_value(), Vec::<usize>::new());
    scroll_to(30_000.0).await;
    assert!(list.ended.get_value().contains(&0) && row(&screen, 0).is_none());
    let drawn = screen.all("listitem").len();
    list.ended.set_value(Vec::new());
    drop(screen);
    settle().await;
    assert_eq!(list.ended.get_value().len(), drawn);
}

#[wasm_bindgen_test]
async fn a_list_that_comes_again_finds_its_place() {
    let list = Rows::new(THOUSAND);
    list.height.set(|number| 40 + number % 7 * 15);
    let screen = list.show().await;
    for top in (0..=30).map(|step| f64::from(step) * 400.0) {
        scroll_to(top).await;
    }
    let (place, length) = (top_row(&screen), screen.place().get_bounding_client_rect().height());
    drop(screen);
    scroll_to(0.0).await;
    let screen = list.show().await;
    assert_near(screen.place().get_bounding_client_rect().height(), length);
    scroll_to(12_000.0).await;
    let again = top_row(&screen);
    assert_eq!(again.0, place.0);
    assert_near(again.1, place.1);
}

#[wasm_bindgen_test]
async fn what_is_in_sight_stays_when_rows_grow() {
    let list = Rows::new(THOUSAND);
    let screen = list.show().await;
    scroll_to(10_020.0).await;
    let (place, _) = top_row(&screen);
    list.height.set(|_| 80);
    settle().await;
    // A phone that is turned.
    window().dispatch_event(&web_sys::Event::new("resize").unwrap()).unwrap();
    frame().await;
    assert_eq!(top_row(&screen).0, place);
}

#[wasm_bindgen_test]
async fn more_is_wanted_near_the_end_and_not_before() {
    let list = Rows::new(Extent { rows: 400, total: 900 });
    let screen = list.show().await;
    scroll_to(2_000.0).await;
    assert_eq!(list.near_end.get_untracked(), 0);
    scroll_to(19_000.0).await;
    assert!(list.near_end.get_untracked() > 0);
    drop(screen);
}

#[wasm_bindgen_test]
async fn a_list_that_shrinks_shows_the_rows_that_are_left() {
    let list = Rows::new(THOUSAND);
    let screen = list.show().await;
    scroll_to(30_000.0).await;
    list.extent.set(Extent { rows: 3, total: 3 });
    frame().await;
    frame().await;
    let words: Vec<String> = screen.all("listitem").iter().map(|row| words_of(row)).collect();
    assert_eq!(words, ["Row 0", "Row 1", "Row 2"]);
    assert_near(screen.place().get_bounding_client_rect().height(), 150.0);
}

#[wasm_bindgen_test]
async fn a_list_that_goes_no_longer_listens() {
    let listeners = WindowListeners::watch();
    let screen = Rows::new(THOUSAND).show().await;
    assert!(listeners.count() > 0.0);
    drop(screen);
    settle().await;
    assert_eq!(listeners.count(), 0.0);
}

#[wasm_bindgen_test]
async fn a_list_may_go_before_the_next_frame() {
    let list = Rows::new(THOUSAND);
    let screen = list.show().await;
    list.extent.set(Extent { rows: 40, total: 40 });
    settle().await;
    drop(screen);
    frame().await;
}

/// Rows are built in the order in which a person comes to them, each once.
#[wasm_bindgen_test]
async fn a_row_is_built_once_while_it_is_near() {
    let built = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&built);
    let row = move |number: usize| {
        log.lock().unwrap().push(number);
        view! { <div style="height:50px">{number}</div> }.into_any()
    };
    let (heights, extent) = (RwSignal::new(Heights::default()), RwSignal::new(THOUSAND));
    let _screen = mount(move || view! { <PagedList heights=heights extent=extent row=row on_near_end=|| ()/> });
    frame().await;
    for top in [50.0, 120.0, 60.0, 300.0] {
        scroll_to(top).await;
    }
    let mut built = built.lock().unwrap().clone();
    let count = built.len();
    built.sort_unstable();
    built.dedup();
    assert_eq!(built.len(), count);
    assert_eq!(built, (0..count).collect::<Vec<_>>());
}
