//! The faces of waiting.

use super::{Remote, latest};
use crate::api::error::ApiError;
use crate::text::use_text;
use crate::ui::failed::Failed;
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;
use std::sync::Arc;

/// Shows that a value is on its way, that it did not come, or its children, which get the value as a signal: another
/// value does not build them anew. An empty value's face is the page's to give.
#[component]
pub fn AsyncView<T, F, V>(#[prop(into)] value: Signal<Remote<T>>, #[prop(into)] on_retry: Callback<()>, children: F) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(Signal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let face = Memo::new(move |_| {
        value.with(|value| match value {
            Remote::Waiting => Face::Waiting,
            Remote::Failed(error) => Face::Failed(error.clone()),
            Remote::Ready(_) => Face::Ready,
        })
    });
    let ready = move || latest(move || value.get().ready()).map_or_else(|| ().into_any(), |value| children(value).into_any());
    faces(face, on_retry, Arc::new(ready))
}

/// Shows a value that may be absent. Its children get it as a signal, and are not built anew for another value.
#[component]
pub fn OptionView<T, F, V>(value: Signal<Option<T>>, #[prop(into)] absent: ViewFn, children: F) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
    F: Fn(Signal<T>) -> V + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let is_present = Memo::new(move |_| value.with(Option::is_some));
    let present = move || latest(move || value.get()).map_or_else(|| ().into_any(), |value| children(value).into_any());
    move || if is_present.get() { present() } else { absent.run() }
}

/// What is shown of a value.
#[derive(Debug, Clone, PartialEq)]
enum Face {
    Waiting,
    Failed(ApiError),
    Ready,
}

fn faces(face: Memo<Face>, on_retry: Callback<()>, ready: Arc<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
    let text = use_text();
    let shown = move || match face.get() {
        Face::Waiting => view! { <Skeleton label=text.loading()/> }.into_any(),
        Face::Failed(error) => view! { <Failed sentence=text.failure(&error) retry_label=text.retry() on_retry=on_retry/> }.into_any(),
        Face::Ready => ready(),
    };
    shown.into_any()
}
