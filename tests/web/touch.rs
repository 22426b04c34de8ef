//! `Swipe` and `PullToRefresh`: what a finger does.

use crate::harness::{Finger, Screen, mount, scroll_to, settle};
use leptos::prelude::*;
use visitor_front::ui::pull::{PullToRefresh, PullWords};
use visitor_front::ui::touch::{Leaf, Swipe};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn leaves() -> (HtmlElement, StoredValue<Vec<Leaf>>, Screen) {
    let leaves = StoredValue::new(Vec::new());
    let turn = move |leaf| leaves.update_value(|leaves| leaves.push(leaf));
    let screen = mount(move || view! { <Swipe on_swipe=turn><p role="note">"A day"</p></Swipe> });
    (screen.only("note"), leaves, screen)
}

#[wasm_bindgen_test]
async fn a_swipe_leafs_back_or_on() {
    let (day, leaves, _screen) = leaves();
    Finger::down(&day, (100, 300)).up((200, 310));
    Finger::down(&day, (200, 300)).up((100, 310));
    assert_eq!(leaves.get_value(), [Leaf::Back, Leaf::On]);
}

#[wasm_bindgen_test]
async fn what_is_no_swipe_turns_nothing() {
    let (day, leaves, _screen) = leaves();
    Finger::down(&day, (100, 300)).up((110, 300));
    Finger::down(&day, (100, 300)).up((180, 400));
    let pinch = Finger::down(&day, (100, 300));
    pinch.joined_by((100, 300), (200, 300));
    pinch.up((300, 300));
    Finger::down(&day, (100, 300)).cancel();
    assert_eq!(leaves.get_value(), []);
}

const WORDS: PullWords = PullWords { pull: "Pull", release: "Let go", refreshing: "Refreshing" };

/// A page that can be pulled.
struct Page {
    content: HtmlElement,
    is_busy: RwSignal<bool>,
    refreshes: RwSignal<u32>,
    screen: Screen,
}

impl Page {
    async fn new() -> Self {
        let (is_busy, refreshes) = (RwSignal::new(false), RwSignal::new(0));
        let refresh = move || {
            refreshes.update(|times| *times += 1);
            is_busy.set(true);
        };
        let screen = mount(move || {
            view! {
                <PullToRefresh words=WORDS is_busy=is_busy on_refresh=refresh>
                    <p role="note" style="height:3000px">"Visits"</p>
                </PullToRefresh>
            }
        });
        settle().await;
        Self { content: screen.only("note"), is_busy, refreshes, screen }
    }

    /// What the sign says, and how many pixels of it are seen.
    fn sign(&self) -> (String, String) {
        let sign = self.screen.place().query_selector("[aria-hidden=true]").unwrap().unwrap();
        (sign.text_content().unwrap(), sign.get_attribute("style").unwrap())
    }

    fn assert_sign(&self, words: &str, height: u32) {
        assert_eq!(self.sign(), (words.to_owned(), format!("height: {height}px;")));
    }
}

#[wasm_bindgen_test]
async fn a_page_that_is_pulled_far_enough_is_refreshed_once() {
    let page = Page::new().await;
    let finger = Finger::down(&page.content, (100, 200));
    finger.moves((100, 260));
    settle().await;
    page.assert_sign("Pull", 30);
    finger.moves((100, 330));
    settle().await;
    page.assert_sign("Let go", 65);
    assert_eq!(page.refreshes.get_untracked(), 0);
    finger.up((100, 330));
    settle().await;
    assert_eq!(page.refreshes.get_untracked(), 1);
    page.assert_sign("Refreshing", 40);
    page.is_busy.set(false);
    settle().await;
    page.assert_sign("Pull", 0);
}

#[wasm_bindgen_test]
async fn a_pull_that_is_too_short_or_taken_away_refreshes_nothing() {
    let page = Page::new().await;
    let short = Finger::down(&page.content, (100, 200));
    short.moves((100, 300));
    short.up((100, 300));
    let cancelled = Finger::down(&page.content, (100, 200));
    cancelled.moves((100, 400));
    cancelled.cancel();
    let with_two = Finger::down(&page.content, (100, 200));
    with_two.joined_by((100, 200), (200, 200));
    with_two.moves((100, 400));
    with_two.up((100, 400));
    settle().await;
    assert_eq!(page.refreshes.get_untracked(), 0);
    page.assert_sign("Pull", 0);
}

/// The listener must not be passive: a webview would move with all it shows.
#[wasm_bindgen_test]
async fn the_page_stands_still_while_it_is_pulled_and_scrolls_otherwise() {
    let page = Page::new().await;
    let finger = Finger::down(&page.content, (100, 200));
    assert!(!finger.moves((100, 260)), "a pull is the sign's");
    assert!(finger.moves((100, 150)), "up is the page's");
    finger.up((100, 150));
    scroll_to(500.0).await;
    let finger = Finger::down(&page.content, (100, 200));
    assert!(finger.moves((100, 400)), "a page in the middle scrolls");
    finger.up((100, 400));
    assert_eq!(page.refreshes.get_untracked(), 0);
    scroll_to(0.0).await;
}

#[wasm_bindgen_test]
async fn the_sign_stays_until_the_refresh_is_over() {
    let page = Page::new().await;
    let finger = Finger::down(&page.content, (100, 200));
    finger.moves((100, 330));
    finger.up((100, 330));
    // What happens meanwhile: a tap, another pull, a gesture of the system.
    Finger::down(&page.content, (100, 200)).up((100, 200));
    let again = Finger::down(&page.content, (100, 200));
    assert!(!again.moves((100, 400)), "a pull is the sign's");
    again.up((100, 400));
    Finger::down(&page.content, (100, 200)).cancel();
    settle().await;
    page.assert_sign("Refreshing", 40);
    assert_eq!(page.refreshes.get_untracked(), 1);
    page.is_busy.set(false);
    settle().await;
    page.assert_sign("Pull", 0);
}
