//! What stands in place of a page whose visitor or employee is not known.

use crate::context::sign_in::{SignInGate, way_in};
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::empty::{Empty, NextStep};
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;

/// Goes to the site's sign-in and comes back to this page; says what is in the way, or how else to get in.
#[component]
pub fn SignInRequired(
    title: &'static str,
    /// Whether the page is an employee's.
    #[prop(optional)]
    is_for_staff: bool,
    #[prop(optional_no_strip)] next: Option<NextStep>,
) -> impl IntoView {
    let text = use_text();
    let Some(gate) = SignInGate::here() else {
        return view! { <Empty title=title detail=way_in(text, is_for_staff) next=next/> }.into_any();
    };
    let hindrance = gate.enter(false);
    let gate = StoredValue::new(gate);
    let retry = move || gate.with_value(|gate| gate.enter_again(false, hindrance));
    let shown = move || match hindrance.get() {
        None => view! { <Skeleton label=text.signing_in()/> }.into_any(),
        Some(found) => {
            let again = found.can_retry().then(|| view! { <Button label=text.sign_in_again() weight=Weight::Main on_click=retry/> });
            view! {
                <div role="alert">
                    <Empty title=title detail=text.sign_in_hindrance(found) next=next.clone() action=again.into_any()/>
                </div>
            }
            .into_any()
        }
    };
    view! { {move || shown()} }.into_any()
}
