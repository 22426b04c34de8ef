//! The face of a call that failed.

use crate::api::error::ApiError;
use crate::context::sign_in::SignInGate;
use crate::text::use_text;
use crate::ui::failed::Failed;
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;

/// Something did not come. Where the backend does not know who asks, the site's sign-in is gone to first, if there is one: coming
/// back fetches it again.
#[component]
pub fn Failure(error: ApiError, on_retry: Callback<()>) -> impl IntoView {
    let gate = if error.needs_sign_in() { SignInGate::here() } else { None };
    match gate {
        Some(gate) => view! { <SignedOut gate=gate/> }.into_any(),
        None => {
            let text = use_text();
            view! { <Failed sentence=text.failure(&error) retry_label=text.retry() on_retry=on_retry/> }.into_any()
        }
    }
}

#[component]
fn SignedOut(gate: SignInGate) -> impl IntoView {
    let text = use_text();
    let hindrance = gate.enter(false);
    let gate = StoredValue::new(gate);
    let retry = move || gate.with_value(|gate| gate.enter_again(false, hindrance));
    let shown = move || match hindrance.get() {
        None => view! { <Skeleton label=text.signing_in()/> }.into_any(),
        Some(found) => {
            view! { <Failed sentence=text.sign_in_hindrance(found) retry_label=text.sign_in_again() on_retry=retry/> }.into_any()
        }
    };
    view! { {move || shown()} }
}
