//! `ConfirmDialog`, `Popup`, `FullScreen`: they take the focus, do what they are for once, and go.

use crate::harness::{Screen, WindowListeners, click, focused, frame, guard, mount, press, settle};
use leptos::prelude::*;
use visitor_front::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use visitor_front::ui::full_screen::FullScreen;
use visitor_front::ui::popup::{Modal, Popup};
use wasm_bindgen_test::wasm_bindgen_test;

fn confirmation(step: RwSignal<Confirmation>, confirmed: RwSignal<u32>) -> Screen {
    let words = ConfirmWords {
        question: "Cancel the visit?".to_owned(),
        working: "Cancelling".to_owned(),
        confirm: "Cancel it".to_owned(),
        keep: "Keep it".to_owned(),
    };
    let confirm = move || confirmed.update(|times| *times += 1);
    mount(move || {
        view! {
            <ConfirmDialog step=step words=words on_confirm=confirm>
                <p>"Thursday, Wang"</p>
            </ConfirmDialog>
        }
    })
}

#[wasm_bindgen_test]
async fn a_confirmation_says_what_it_is_about_and_is_carried_out_once() {
    let (step, confirmed) = (RwSignal::new(Confirmation::Closed), RwSignal::new(0));
    let screen = confirmation(step, confirmed);
    assert_eq!(screen.names("dialog"), [""; 0]);
    step.set(Confirmation::Asking);
    settle().await;
    assert!(screen.get("dialog", "Cancel the visit?").text_content().unwrap().contains("Thursday, Wang"));
    let button = screen.get("button", "Cancel it");
    guard().await;
    click(&button);
    click(&button);
    settle().await;
    assert_eq!(confirmed.get_untracked(), 1);
    assert!(screen.get("dialog", "Cancelling").text_content().unwrap().contains("Thursday, Wang"));
    assert_eq!((screen.names("heading"), screen.names("button")), (vec!["Cancelling".to_owned()], Vec::new()));
    step.set(Confirmation::Closed);
    settle().await;
    assert_eq!(screen.words(), "");
}

#[wasm_bindgen_test]
async fn a_confirmation_takes_no_tap_while_it_is_new_and_keeps_none_for_later() {
    let (step, confirmed) = (RwSignal::new(Confirmation::Asking), RwSignal::new(0));
    let screen = confirmation(step, confirmed);
    frame().await;
    click(&screen.get("button", "Cancel it"));
    guard().await;
    assert_eq!((confirmed.get_untracked(), step.get_untracked()), (0, Confirmation::Asking));
    click(&screen.get("button", "Cancel it"));
    assert_eq!(confirmed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn escape_closes_what_may_be_closed_and_the_focus_returns() {
    let step = RwSignal::new(Confirmation::Closed);
    let ask = move |_| step.set(Confirmation::Asking);
    let words = || ConfirmWords { question: "Sure?".into(), working: "Working".into(), confirm: "Yes".into(), keep: "No".into() };
    let screen = mount(move || {
        view! {
            <button on:click=ask>"Ask"</button>
            <ConfirmDialog step=step words=words() on_confirm=|()| ()>"It"</ConfirmDialog>
        }
    });
    screen.get("button", "Ask").focus().unwrap();
    click(&screen.get("button", "Ask"));
    frame().await;
    assert!(!screen.has("button", "Ask"), "it is inert");
    press("Escape");
    frame().await;
    assert_eq!((step.get_untracked(), screen.names("dialog")), (Confirmation::Closed, Vec::new()));
    assert!(focused() == screen.get("button", "Ask"));
    step.set(Confirmation::Working);
    frame().await;
    press("Escape");
    settle().await;
    assert_eq!(screen.names("dialog"), ["Working"], "it cannot be left");
}

#[wasm_bindgen_test]
async fn keeping_closes_and_does_nothing_and_one_can_ask_again() {
    let (step, confirmed) = (RwSignal::new(Confirmation::Asking), RwSignal::new(0));
    let screen = confirmation(step, confirmed);
    guard().await;
    click(&screen.get("button", "Keep it"));
    settle().await;
    assert_eq!((screen.words().as_str(), confirmed.get_untracked(), step.get_untracked()), ("", 0, Confirmation::Closed));
    step.set(Confirmation::Asking);
    guard().await;
    click(&screen.get("button", "Cancel it"));
    assert_eq!(confirmed.get_untracked(), 1);
}

#[wasm_bindgen_test]
async fn a_confirmation_has_the_focus_also_after_its_buttons_have_gone() {
    let step = RwSignal::new(Confirmation::Asking);
    let screen = confirmation(step, RwSignal::new(0));
    frame().await;
    assert!(focused() == screen.only("dialog"));
    let button = screen.get("button", "Cancel it");
    button.focus().unwrap();
    guard().await;
    click(&button);
    frame().await;
    assert!(focused() == screen.only("dialog"));
}

#[wasm_bindgen_test]
async fn dialogs_take_the_focus() {
    let popup = mount(|| view! { <Popup title="A time" actions=().into_any()>"Nine o'clock"</Popup> });
    frame().await;
    assert!(focused() == popup.get("dialog", "A time"));
    drop(popup);
    let modal = mount(|| view! { <Modal label="Sending">"One moment"</Modal> });
    frame().await;
    assert!(focused() == modal.get("dialog", "Sending"));
}

/// A picture over everything; gives how often it was closed.
fn picture() -> (Screen, RwSignal<u32>) {
    let closed = RwSignal::new(0);
    let close = move || closed.update(|times| *times += 1);
    let screen = mount(move || {
        view! {
            <FullScreen label="Code" close="Close" on_close=close>
                <img alt="the code"/>
            </FullScreen>
        }
    });
    (screen, closed)
}

#[wasm_bindgen_test]
async fn a_full_screen_focuses_its_button() {
    let (screen, _) = picture();
    frame().await;
    assert!(focused() == screen.get("button", "Close"));
}

#[wasm_bindgen_test]
async fn a_full_screen_is_closed_by_a_tap_anywhere_and_by_escape() {
    let (screen, closed) = picture();
    frame().await;
    press("a");
    assert_eq!(closed.get_untracked(), 0);
    press("Escape");
    assert_eq!(closed.get_untracked(), 1);
    click(&screen.get("img", "the code"));
    assert_eq!(closed.get_untracked(), 2);
    click(&screen.get("button", "Close"));
    assert_eq!(closed.get_untracked(), 3);
}

#[wasm_bindgen_test]
async fn a_full_screen_that_has_gone_hears_no_keys() {
    let listeners = WindowListeners::watch();
    let (screen, closed) = picture();
    frame().await;
    assert_eq!(listeners.count(), 1.0);
    drop(screen);
    settle().await;
    press("Escape");
    assert_eq!((listeners.count(), closed.get_untracked()), (0.0, 0));
}
