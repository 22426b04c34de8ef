//! A page that is nobody's but the visitor's own, for somebody who is not known.

use crate::context::use_href;
use crate::layout::{SignInRequired, VisitorScreen};
use crate::route::Route;
use crate::text::use_text;
use leptos::prelude::*;

/// Says in place of a page that nobody is known here, and how to get in.
#[component]
pub fn UnknownVisitor(title: &'static str) -> impl IntoView {
    let text = use_text();
    let next = Some((text.back_to_start(), use_href(&Route::Book)));
    view! {
        <VisitorScreen title=title>
            <SignInRequired title=text.list_needs_identity_title() next=next/>
        </VisitorScreen>
    }
}
