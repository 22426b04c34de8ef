//! An address that leads nowhere, and the way on.

use crate::context::use_href;
use crate::route::{HostRoute, Route};
use crate::text::{Reader, use_text};
use crate::ui::empty::Empty;
use crate::ui::frame::Frame;
use leptos::prelude::*;

/// Says that there is no such page, and leads back to the reader's own start.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let text = use_text();
    let (title, label, start) = match text.reader {
        Reader::Visitor => (text.book_a_visit(), text.back_to_start(), Route::Book),
        Reader::Employee => (text.today(), text.back_to_today(), Route::Host(HostRoute::Today)),
    };
    let next = (label, use_href(&start));
    view! {
        <Frame title=title links=().into_any()>
            <Empty title=text.not_found_title() detail=text.not_found_detail() next=Some(next)/>
        </Frame>
    }
}
