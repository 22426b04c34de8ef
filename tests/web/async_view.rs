//! `AsyncView`, `OptionView`, `Resource`: the faces of waiting, and what is kept while something newer is on its way.

use crate::harness::{Backend, Screen, click, mount, settle};
use leptos::prelude::*;
use visitor_front::api::error::ApiError;
use visitor_front::resource::{AsyncView, OptionView, Remote, Resource};
use wasm_bindgen_test::wasm_bindgen_test;

const LOADING: &str = "正在加载";
const NO_CONNECTION: &str = "网络不通，请检查网络后重试。";
const RETRY: &str = "重试";

fn view_of(value: Signal<Remote<String>>, retry: impl Into<Callback<()>> + 'static) -> Screen {
    mount(move || {
        view! {
            <AsyncView value=value on_retry=retry let:name>
                <p role="note" aria-label="visitor">{move || name.get()}</p>
            </AsyncView>
        }
    })
}

fn shown(resource: RwSignal<Option<Resource<String>>>, backend: Backend<String>) -> Screen {
    mount(move || {
        let visitor = Resource::new(move || backend.fetch());
        resource.set(Some(visitor));
        view! {
            <AsyncView value=visitor.signal() on_retry=move || visitor.refetch() let:name>
                <p role="note" aria-label="visitor">{move || name.get()}</p>
            </AsyncView>
        }
    })
}

#[wasm_bindgen_test]
async fn another_value_changes_the_words_and_keeps_the_elements() {
    let value = RwSignal::new(Remote::Waiting);
    let screen = view_of(value.into(), || ());
    assert_eq!(screen.names("status"), [LOADING]);
    value.set(Remote::Ready("Wang".to_owned()));
    settle().await;
    assert_eq!(screen.names("status"), [""; 0]);
    let note = screen.get("note", "visitor");
    assert_eq!(screen.words(), "Wang");
    value.set(Remote::Ready("Li".to_owned()));
    settle().await;
    assert!(screen.get("note", "visitor") == note);
    assert_eq!(screen.words(), "Li");
}

#[wasm_bindgen_test]
async fn a_failure_says_why_and_can_be_tried_again() {
    let (value, retries) = (RwSignal::new(Remote::Failed(ApiError::Unreachable)), RwSignal::new(0));
    let screen = view_of(value.into(), move || retries.update(|retries| *retries += 1));
    assert!(screen.only("alert").text_content().unwrap().contains(NO_CONNECTION));
    click(&screen.get("button", RETRY));
    assert_eq!(retries.get_untracked(), 1);
    value.set(Remote::Ready("Wang".to_owned()));
    settle().await;
    assert_eq!(screen.words(), "Wang");
}

#[wasm_bindgen_test]
async fn what_was_ready_gives_way_to_waiting_and_comes_back_new() {
    let value = RwSignal::new(Remote::Ready("Wang".to_owned()));
    let screen = view_of(value.into(), || ());
    value.set(Remote::Waiting);
    settle().await;
    assert!(screen.has("status", LOADING) && !screen.words().contains("Wang"));
    value.set(Remote::Ready("Li".to_owned()));
    settle().await;
    assert_eq!(screen.words(), "Li");
}

#[wasm_bindgen_test]
async fn what_may_be_absent_is_shown_while_it_is_there_and_keeps_its_elements() {
    let name = RwSignal::new(None::<String>);
    let shown = Signal::derive(move || name.get());
    let screen = mount(move || {
        view! {
            <OptionView value=shown absent=|| "nobody" let:name>
                <p role="note" aria-label="visitor">{move || name.get()}</p>
            </OptionView>
        }
    });
    assert_eq!(screen.words(), "nobody");
    name.set(Some("Wang".to_owned()));
    settle().await;
    let note = screen.get("note", "visitor");
    name.set(Some("Li".to_owned()));
    settle().await;
    assert!(screen.words() == "Li" && screen.get("note", "visitor") == note);
    name.set(None);
    settle().await;
    assert_eq!(screen.words(), "nobody");
    name.set(Some("Wang".to_owned()));
    settle().await;
    assert_eq!(screen.words(), "Wang");
}

#[wasm_bindgen_test]
async fn a_resource_is_fetched_when_its_page_opens_and_again_after_a_failure() {
    let (backend, resource) = (Backend::new(), RwSignal::new(None));
    let screen = shown(resource, backend);
    assert_eq!((backend.count(), screen.names("status")), (1, vec![LOADING.to_owned()]));
    backend.answer(0, Err(ApiError::Unreachable)).await;
    click(&screen.get("button", RETRY));
    settle().await;
    assert_eq!((backend.count(), screen.names("status")), (2, vec![LOADING.to_owned()]));
    backend.answer(1, Ok("Wang".to_owned())).await;
    assert_eq!(screen.words(), "Wang");
}

#[wasm_bindgen_test]
async fn a_refresh_keeps_what_is_there_until_something_else_comes() {
    let (backend, resource) = (Backend::new(), RwSignal::new(None));
    let screen = shown(resource, backend);
    backend.answer(0, Ok("Wang".to_owned())).await;
    let (visitor, note) = (resource.get_untracked().unwrap(), screen.get("note", "visitor"));
    visitor.refresh();
    settle().await;
    assert_eq!(screen.words(), "Wang");
    backend.answer(1, Err(ApiError::Unreachable)).await;
    assert_eq!(screen.words(), "Wang");
    visitor.refresh();
    backend.answer(2, Ok("Li".to_owned())).await;
    assert_eq!(screen.words(), "Li");
    assert!(screen.get("note", "visitor") == note);
}

#[wasm_bindgen_test]
async fn a_late_answer_does_not_replace_a_newer_one() {
    let (backend, resource) = (Backend::new(), RwSignal::new(None));
    let screen = shown(resource, backend);
    backend.answer(0, Ok("first".to_owned())).await;
    let visitor = resource.get_untracked().unwrap();
    visitor.refetch();
    visitor.refetch();
    backend.answer(2, Ok("third".to_owned())).await;
    backend.answer(1, Ok("second".to_owned())).await;
    assert_eq!(screen.words(), "third");
}

#[wasm_bindgen_test]
async fn who_leaves_a_page_gives_up_its_calls() {
    let (backend, is_open) = (Backend::<String>::new(), RwSignal::new(true));
    let page = move || {
        let visitor = Resource::new(move || backend.fetch());
        view! { <p>{move || visitor.get().ready()}</p> }
    };
    let screen = mount(move || move || is_open.get().then(page));
    assert_eq!((backend.count(), backend.given_up()), (1, 0));
    is_open.set(false);
    settle().await;
    assert_eq!((backend.given_up(), screen.words().as_str()), (1, ""));
    backend.answer(0, Ok("Wang".to_owned())).await;
    assert_eq!(backend.count(), 1);
}
