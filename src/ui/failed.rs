//! The face of failure: a sentence, and another try.

use super::button::Button;
use leptos::prelude::*;

/// Something did not come.
#[component]
pub fn Failed(#[prop(into)] sentence: String, #[prop(into)] retry_label: String, #[prop(into)] on_retry: Callback<()>) -> impl IntoView {
    view! {
        <section class="failed" role="alert">
            <p class="failed__sentence">{sentence}</p>
            <Button label=retry_label on_click=on_retry/>
        </section>
    }
}
