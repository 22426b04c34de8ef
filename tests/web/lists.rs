//! `ListView` and `ListSearch`: a list from the backend, page by page.

use crate::harness::{Backend, Clock, Screen, click, frame, mount, settle, type_text};
use leptos::prelude::*;
use visitor_front::api::error::ApiError;
use visitor_front::domain::paging::{Page, Row};
use visitor_front::platform::visibility::Visibility;
use visitor_front::resource::list::{List, ListResource, ListSearch, ListView, ListWords};
use visitor_front::ui::toast::Toasts;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

/// A visit, by its number, and by a word that may change.
#[derive(Debug, Clone, PartialEq)]
struct Visit(u32, &'static str);

impl Row for Visit {
    fn is_same(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

fn page(visits: impl IntoIterator<Item = Visit>, total: usize) -> Page<Visit> {
    Page { items: visits.into_iter().collect(), total }
}

fn waiting(numbers: std::ops::Range<u32>) -> impl Iterator<Item = Visit> {
    numbers.map(|number| Visit(number, "waiting"))
}

#[derive(Clone, Copy)]
struct Visits {
    list: List<Visit>,
    backend: Backend<Page<Visit>>,
    /// What the backend was asked to search for, call by call.
    queries: StoredValue<Vec<String>>,
}

impl Visits {
    fn new() -> Self {
        Self { list: List::new(), backend: Backend::new(), queries: StoredValue::new(Vec::new()) }
    }

    fn show(self) -> Screen {
        mount(move || {
            Visibility::provide();
            let toasts = Toasts::provide();
            let visits = ListResource::new(self.list, move |_| {
                self.queries.update_value(|queries| queries.push(self.list.query.get_untracked()));
                self.backend.fetch()
            });
            let empty = Callback::new(|()| view! { <p>"No visits"</p> }.into_any());
            let words = ListWords { count: |_, count| format!("{count} visits"), empty };
            let row = |visit: Visit| {
                view! { <a href="#visit" style="display:block;height:60px">{format!("Visit {} {}", visit.0, visit.1)}</a> }.into_any()
            };
            view! {
                <ListView list=visits words=words row=row>
                    <ListSearch list=visits label="Host"/>
                </ListView>
                <visitor_front::ui::toast::ToastRegion toasts=toasts/>
            }
        })
    }
}

#[wasm_bindgen_test]
async fn a_list_waits_then_says_how_many_there_are_and_shows_them() {
    let visits = Visits::new();
    let screen = visits.show();
    assert!(screen.has("status", "正在加载"));
    visits.backend.answer(0, Ok(page(waiting(1..4), 3))).await;
    frame().await;
    assert!(screen.has("status", "3 visits"));
    assert_eq!(screen.names("link"), ["Visit 1 waiting", "Visit 2 waiting", "Visit 3 waiting"]);
}

#[wasm_bindgen_test]
async fn the_next_page_comes_under_the_first_whose_rows_stay() {
    let visits = Visits::new();
    let screen = visits.show();
    visits.backend.answer(0, Ok(page(waiting(1..4), 5))).await;
    frame().await;
    let first = screen.get("link", "Visit 1 waiting");
    assert_eq!(visits.backend.count(), 2);
    visits.backend.answer(1, Ok(page(waiting(4..6), 5))).await;
    frame().await;
    assert_eq!(screen.names("link").len(), 5);
    assert!(screen.get("link", "Visit 1 waiting") == first);
}

#[wasm_bindgen_test]
async fn a_refresh_changes_the_rows_that_changed_and_a_failure_none() {
    let visits = Visits::new();
    let screen = visits.show();
    visits.backend.answer(0, Ok(page(waiting(1..4), 3))).await;
    frame().await;
    let first = screen.get("link", "Visit 1 waiting");
    click(&screen.all("button")[0]);
    visits.backend.answer(1, Ok(page([Visit(1, "waiting"), Visit(2, "approved")], 2))).await;
    frame().await;
    assert_eq!(screen.names("link"), ["Visit 1 waiting", "Visit 2 approved"]);
    assert!(screen.get("link", "Visit 1 waiting") == first);
    click(&screen.all("button")[0]);
    visits.backend.answer(2, Err(ApiError::Unreachable)).await;
    frame().await;
    assert_eq!(screen.names("link"), ["Visit 1 waiting", "Visit 2 approved"]);
    assert!(screen.has("status", "网络不通，请检查网络后重试。"));
}

#[wasm_bindgen_test]
async fn no_rows_and_no_answer_look_different() {
    let visits = Visits::new();
    let screen = visits.show();
    visits.backend.answer(0, Err(ApiError::Unreachable)).await;
    assert!(screen.only("alert").text_content().unwrap().contains("网络不通，请检查网络后重试。"));
    click(&screen.get("button", "重试"));
    visits.backend.answer(1, Ok(page([], 0))).await;
    assert!(screen.words().contains("No visits") && screen.all("alert").is_empty());
}

#[wasm_bindgen_test]
async fn a_search_begins_when_typing_rests() {
    let clock = Clock::stopped();
    let visits = Visits::new();
    let screen = visits.show();
    visits.backend.answer(0, Ok(page(waiting(1..4), 3))).await;
    let line: HtmlInputElement = screen.control("textbox", "Host");
    for letter in ["w", "a", "n", "g"] {
        type_text(&line, letter);
        clock.advance(200).await;
    }
    assert_eq!(visits.queries.get_value(), [""]);
    clock.advance(150).await;
    assert_eq!(visits.queries.get_value(), ["", "wang"]);
    visits.backend.answer(1, Ok(page(waiting(2..3), 1))).await;
    frame().await;
    assert_eq!(screen.names("link"), ["Visit 2 waiting"]);
    assert_eq!(line.value(), "wang");
}

#[wasm_bindgen_test]
async fn words_that_come_back_within_the_rest_wait_for_it_again() {
    let clock = Clock::stopped();
    let visits = Visits::new();
    let screen = visits.show();
    let line: HtmlInputElement = screen.control("textbox", "Host");
    type_text(&line, "w");
    clock.advance(100).await;
    type_text(&line, "a");
    clock.advance(100).await;
    line.set_value("w");
    line.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    clock.advance(200).await;
    assert_eq!(visits.queries.get_value(), [""]);
    clock.advance(150).await;
    assert_eq!(visits.queries.get_value(), ["", "w"]);
}

#[wasm_bindgen_test]
async fn a_search_that_changed_nothing_or_lost_its_page_asks_nobody() {
    let clock = Clock::stopped();
    let visits = Visits::new();
    let screen = visits.show();
    let line: HtmlInputElement = screen.control("textbox", "Host");
    visits.backend.answer(0, Ok(page(waiting(1..4), 3))).await;
    type_text(&line, " ");
    clock.advance(400).await;
    assert_eq!(visits.queries.get_value(), [""]);
    type_text(&line, "w");
    drop(screen);
    settle().await;
    clock.advance(400).await;
    assert_eq!(visits.queries.get_value(), [""]);
}

#[wasm_bindgen_test]
async fn a_list_that_outlives_its_page_is_there_at_once_and_refreshed() {
    let visits = Visits::new();
    let screen = visits.show();
    visits.backend.answer(0, Ok(page(waiting(1..4), 3))).await;
    frame().await;
    drop(screen);
    let screen = visits.show();
    frame().await;
    assert_eq!((screen.names("link").len(), visits.backend.count()), (3, 2));
}
