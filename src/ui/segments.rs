//! A choice among few, all in sight.

use crate::reactive::DynSignal;
use leptos::prelude::*;

/// Radio buttons side by side; options are told apart by their place. `id` tells the group from others on the page.
#[component]
pub fn Segments(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    options: Vec<String>,
    #[prop(into)] chosen: DynSignal<Option<usize>>,
    #[prop(into)] on_choose: Callback<usize>,
) -> impl IntoView {
    let options: Vec<AnyView> = options
        .into_iter()
        .enumerate()
        .map(|(place, option)| {
            view! {
                <label class="segments__option">
                    <input
                        type="radio"
                        name=id.clone()
                        prop:checked=move || chosen.get() == Some(place)
                        on:change=move |_| on_choose.run(place)
                    />
                    <span>{option}</span>
                </label>
            }
            .into_any()
        })
        .collect();
    view! { <div class="segments" role="radiogroup" aria-label=label id=id tabindex="-1">{options}</div> }
}
