//! `KeyedList`: rows keep their elements, what was typed into them, and the focus.

use crate::harness::{Screen, focused, mount, settle, type_text};
use leptos::prelude::*;
use std::sync::{Arc, Mutex};
use visitor_front::resource::Scope;
use visitor_front::ui::keyed_list::KeyedList;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

fn list_of(keys: RwSignal<Vec<u32>>) -> Screen {
    let row = |key: u32| view! { <li><input aria-label=key.to_string()/></li> }.into_any();
    mount(move || view! { <ul><KeyedList keys=keys row=row/></ul> })
}

fn input(screen: &Screen, key: u32) -> HtmlInputElement {
    screen.control("textbox", &key.to_string())
}

#[wasm_bindgen_test]
async fn rows_keep_their_elements_while_others_come_and_go() {
    let keys = RwSignal::new(vec![1, 2, 3]);
    let screen = list_of(keys);
    let (second, third) = (input(&screen, 2), input(&screen, 3));
    type_text(&second, "half a wo");
    keys.set(vec![4, 2, 5, 3]);
    settle().await;
    assert_eq!(screen.names("textbox"), ["4", "2", "5", "3"]);
    assert!(input(&screen, 2) == second && input(&screen, 3) == third);
    assert_eq!(input(&screen, 2).value(), "half a wo");
}

#[wasm_bindgen_test]
async fn the_focus_stays_in_its_row() {
    for others in [vec![2, 1, 3], vec![7, 8, 9, 1, 2, 3], vec![2], vec![3, 2, 1], vec![3, 2, 7], vec![8, 3, 9, 2, 1]] {
        let keys = RwSignal::new(vec![1, 2, 3]);
        let screen = list_of(keys);
        let second = input(&screen, 2);
        second.focus().unwrap();
        keys.set(others.clone());
        settle().await;
        assert!(focused() == *second, "the focus after {others:?}");
    }
}

#[wasm_bindgen_test]
async fn a_row_that_goes_leaves_the_focus_to_the_page() {
    let keys = RwSignal::new(vec![1, 2]);
    let screen = list_of(keys);
    input(&screen, 1).focus().unwrap();
    keys.set(vec![2]);
    settle().await;
    assert!(focused().local_name() == "body");
}

#[wasm_bindgen_test]
async fn what_a_row_owns_ends_with_it() {
    let (keys, gone) = (RwSignal::new(vec![1, 2, 3]), Arc::new(Mutex::new(Vec::new())));
    let log = Arc::clone(&gone);
    let row = move |key: u32| {
        let log = Arc::clone(&log);
        on_cleanup(move || log.lock().unwrap().push(key));
        view! { <li>{key}</li> }.into_any()
    };
    let screen = mount(move || view! { <ul><KeyedList keys=keys row=row/></ul> });
    keys.set(vec![3, 1, 4]);
    settle().await;
    assert_eq!(*gone.lock().unwrap(), [2]);
    drop(screen);
    settle().await;
    gone.lock().unwrap().sort_unstable();
    assert_eq!(*gone.lock().unwrap(), [1, 2, 3, 4]);
}

/// Also where it holds a task's scope.
#[wasm_bindgen_test]
async fn a_row_with_tasks_ends_as_well() {
    let (keys, ended) = (RwSignal::new(vec![1, 2]), Arc::new(Mutex::new(Vec::new())));
    let log = Arc::clone(&ended);
    let row = move |key: u32| {
        let (log, scope) = (Arc::clone(&log), StoredValue::new(Scope::here()));
        on_cleanup(move || log.lock().unwrap().push(key));
        view! { <li on:click=move |_| scope.get_value().spawn(async {})>{key}</li> }.into_any()
    };
    let _screen = mount(move || view! { <ul><KeyedList keys=keys row=row/></ul> });
    keys.set(vec![2]);
    settle().await;
    assert_eq!(*ended.lock().unwrap(), [1]);
}

/// Whatever the keys were before, the rows stand in the order of the keys.
#[wasm_bindgen_test]
async fn rows_stand_in_the_order_of_their_keys() {
    let keys = RwSignal::new(Vec::new());
    let screen = list_of(keys);
    let mut chance = 0x2545_f491_u32;
    for round in 0..300 {
        let mut wanted: Vec<u32> = Vec::new();
        for _ in 0..round % 9 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let key = (chance >> 16) % 12;
            if !wanted.contains(&key) {
                wanted.push(key);
            }
        }
        let before = keys.get_untracked();
        keys.set(wanted.clone());
        settle().await;
        let names: Vec<String> = wanted.iter().map(u32::to_string).collect();
        assert_eq!(screen.names("textbox"), names, "after {before:?}");
    }
}
