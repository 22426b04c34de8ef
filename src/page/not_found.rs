//! An address that leads nowhere, and the way on.

use crate::context::use_href;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::frame::Frame;
use leptos::prelude::*;

/// Says that there is no such page, and leads back to the start.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let text = use_text();
    let next = (text.back_to_start(), use_href(&Route::Book));
    view! {
        <Frame title=text.book_a_visit() links=().into_any()>
            <Empty title=text.not_found_title() detail=text.not_found_detail() next=Some(next)/>
        </Frame>
    }
}
