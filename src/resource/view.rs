//! The faces of waiting.

use super::failure::Failure;
use super::{Remote, RemoteSignal};
use crate::api::error::ApiError;
use crate::reactive::{DynSignal, DynValue, latest_value};
use crate::text::use_text;
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows that a value is on its way, that it did not come, or its children, which get the value as a signal: another
/// value does not build them anew. An empty value's face is the page's to give.
#[component]
pub fn AsyncView<T, F, V>(#[prop(into)] value: RemoteSignal<T>, #[prop(into)] on_retry: Callback<()>, children: F) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(DynSignal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    faces(value.inner, on_retry, Box::new(move |value| children(DynSignal::of(value)).into_any()))
}

/// Shows a value that may be absent. Its children get it as a signal, and are not built anew for another value.
#[component]
pub fn OptionView<T, F, V>(#[prop(into)] value: DynSignal<Option<T>>, #[prop(into)] absent: ViewFn, children: F) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(DynSignal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let present = move || value.with(|value| value.clone().map(DynValue::new));
    option_face(Arc::new(present), absent, Box::new(move |value| children(DynSignal::of(value)).into_any()))
}

/// Draws a value that is there.
type Ready = Box<dyn Fn(Memo<DynValue>) -> AnyView + Send + Sync>;

/// What is shown of a value.
#[derive(Debug, Clone, PartialEq)]
enum Face {
    Waiting,
    Failed(ApiError),
    Ready,
}

fn faces(value: Signal<Remote<DynValue>>, on_retry: Callback<()>, ready: Ready) -> AnyView {
    let text = use_text();
    let face = DynSignal::memo(move || {
        value.with(|value| match value {
            Remote::Waiting => Face::Waiting,
            Remote::Failed(error) => Face::Failed(error.clone()),
            Remote::Ready(_) => Face::Ready,
        })
    });
    let shown = move || match face.get() {
        Face::Waiting => view! { <Skeleton label=text.loading()/> }.into_any(),
        Face::Failed(error) => view! { <Failure error=error on_retry=on_retry/> }.into_any(),
        Face::Ready => latest_value(Arc::new(move || value.get().ready())).map_or_else(|| ().into_any(), &ready),
    };
    view! { {move || shown()} }.into_any()
}

fn option_face(value: Arc<dyn Fn() -> Option<DynValue> + Send + Sync>, absent: ViewFn, ready: Ready) -> AnyView {
    let is_present = Memo::new({
        let value = value.clone();
        move |_| value().is_some()
    });
    // Whether it is present is always read, so that its coming is noticed.
    let shown = move || match is_present.get().then(|| latest_value(value.clone())).flatten() {
        Some(value) => ready(value),
        None => absent.run(),
    };
    view! { {move || shown()} }.into_any()
}
