//! Signing in again, by the message that was opened last.

use crate::context::sign_in::{SignInGate, last_message, store_return};
use crate::decision::use_decisions;
use crate::domain::host_visit::HostVisitSummary;
use crate::reactive::{effect, memo};
use crate::resource::list::{FetchState, ListResource};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::button::Button;
use leptos::prelude::*;

/// Offers to sign in again, while the list cannot be fetched without that. Whoever signs in elsewhere comes back to this screen.
#[component]
pub fn SignedOut(list: ListResource<HostVisitSummary>) -> impl IntoView {
    let (text, decisions) = (use_text(), use_decisions());
    let is_refused = memo(move || list.state.with(|state| matches!(state, FetchState::Failed(error) if error.needs_sign_in())));
    let here = Route::Host(HostRoute::Approvals);
    effect(move || store_return((is_refused.get() || decisions.store.is_signed_out()).then_some(&here)));
    let refresh = Callback::new(move |()| list.refresh());
    // Where the site has a sign-in, the list itself offers it.
    let is_offered_by_list = SignInGate::here().is_some();
    let shown = move || {
        if is_offered_by_list || !is_refused.get() {
            return ().into_any();
        }
        let Some(order) = last_message() else {
            return view! { <p class="approvals__signed-out">{text.sign_in_by_message()}</p> }.into_any();
        };
        // The page may have been left when the answer comes.
        let sign_in = move || decisions.sign_in_again(order.clone(), move || _ = refresh.try_run(()));
        view! {
            <div class="approvals__signed-out" role="alert">
                <Button label=text.sign_in_again() on_click=sign_in/>
            </div>
        }
        .into_any()
    };
    view! { {move || shown()} }
}
