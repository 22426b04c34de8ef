//! An address that leads nowhere, and the way on.

use super::Site;
use crate::route::Route;
use crate::text::Text;
use crate::ui::empty::Empty;
use crate::ui::frame::Frame;
use leptos::prelude::*;

#[component]
pub fn NotFoundPage(site: Site) -> impl IntoView {
    let text = Text::here();
    let next = Some((text.back_to_start(), site.href(&Route::Book)));
    view! {
        <Frame title=text.book_a_visit()>
            <Empty title=text.not_found_title() detail=text.not_found_detail() next/>
        </Frame>
    }
}
