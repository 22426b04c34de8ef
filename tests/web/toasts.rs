//! `Toasts`: each word stays its own time.

use crate::harness::{Clock, Screen, mount, settle};
use leptos::prelude::*;
use visitor_front::ui::toast::{ToastRegion, Toasts};
use wasm_bindgen_test::wasm_bindgen_test;

fn region() -> (Screen, Toasts) {
    let shared = StoredValue::new(None);
    let screen = mount(move || {
        let toasts = Toasts::provide();
        shared.set_value(Some(toasts));
        view! { <ToastRegion toasts=toasts/> }
    });
    (screen, shared.get_value().unwrap())
}

#[wasm_bindgen_test]
async fn a_toast_is_announced_and_goes_by_itself() {
    let clock = Clock::stopped();
    let (screen, toasts) = region();
    let status = screen.only("status");
    toasts.show("Saved".to_owned());
    clock.advance(2_400).await;
    assert_eq!(screen.words(), "Saved");
    clock.advance(200).await;
    assert_eq!(screen.words(), "");
    // Screen readers hear of news in a region that was there before.
    assert!(screen.only("status") == status);
}

#[wasm_bindgen_test]
async fn a_newer_toast_stays_its_own_time() {
    for newer in ["Sent", "Saved"] {
        let clock = Clock::stopped();
        let (screen, toasts) = region();
        toasts.show("Saved".to_owned());
        clock.advance(2_000).await;
        toasts.show(newer.to_owned());
        clock.advance(2_400).await;
        assert_eq!(screen.words(), newer);
        clock.advance(200).await;
        assert_eq!(screen.words(), "");
    }
}

#[wasm_bindgen_test]
async fn a_toast_that_no_longer_holds_is_taken_away() {
    let clock = Clock::stopped();
    let (screen, toasts) = region();
    toasts.show("Offline".to_owned());
    clock.advance(1_000).await;
    toasts.clear();
    settle().await;
    assert_eq!(screen.words(), "");
    toasts.show("Offline".to_owned());
    clock.advance(2_400).await;
    assert_eq!(screen.words(), "Offline");
    drop(screen);
    clock.advance(5_000).await;
}
