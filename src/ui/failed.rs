//! The face of failure: a sentence, and another try.

use super::button::{Button, Weight};
use leptos::prelude::*;

/// Something did not come.
#[component]
pub fn Failed(sentence: String, retry_label: &'static str, retry: impl Fn() + 'static) -> impl IntoView {
    view! {
        <section class="failed" role="alert">
            <p class="failed__sentence">{sentence}</p>
            <Button label=retry_label on_tap=retry weight=Weight::Quiet/>
        </section>
    }
}
