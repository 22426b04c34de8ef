//! A choice among few, all in sight.

use leptos::prelude::*;

/// One of the few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment<T> {
    pub value: T,
    pub label: String,
}

/// Radio buttons side by side.
#[component]
pub fn Segments<T>(
    /// Names the group, and tells it from other groups on the page.
    id: String,
    label: String,
    segments: Vec<Segment<T>>,
    #[prop(into)] chosen: Signal<Option<T>>,
    on_choose: impl Fn(T) + Clone + 'static,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let options = segments.into_iter().map(|segment| {
        let (value, on_choose) = (segment.value, on_choose.clone());
        let is_chosen = Memo::new({
            let value = value.clone();
            move |_| chosen.get().as_ref() == Some(&value)
        });
        view! {
            <label class="segments__option">
                <input type="radio" name=id.clone() prop:checked=is_chosen on:change=move |_| on_choose(value.clone())/>
                <span>{segment.label}</span>
            </label>
        }
    });
    let options = options.collect_view();
    view! { <div class="segments" role="radiogroup" aria-label=label id=id.clone() tabindex="-1">{options}</div> }
}
