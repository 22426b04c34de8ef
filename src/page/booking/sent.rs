//! The pages of what has been sent, each with an address of its own: they are still there after a reload, and "back" does not
//! lead to the form again.

use super::receipt::Receipt;
use crate::context::{use_href, use_navigation};
use crate::domain::id::ReceiptId;
use crate::domain::venue::Mode;
use crate::domain::visit::{Tone, VisitRef};
use crate::layout::VisitorScreen;
use crate::platform::clock;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::cell::Facts;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::outcome::Outcome;
use leptos::prelude::*;

/// A booking has been sent. Another tab knows nothing of it, and leads to the list.
#[component]
pub fn BookedPage(receipt: ReceiptId) -> impl IntoView {
    let text = use_text();
    let visits = use_href(&Route::Visits);
    let links = view! { <FrameLink label=text.my_visits() href=visits.clone()/> }.into_any();
    let receipt = Receipt::read(&receipt);
    let is_known = receipt.is_some();
    let content = match receipt {
        Some(receipt) => view! { <Booked receipt=receipt visits=visits/> }.into_any(),
        None => {
            let next = Some((text.my_visits(), visits));
            view! { <Empty title=text.visit_not_found_title() detail=text.visit_not_found_detail() next=next/> }.into_any()
        }
    };
    view! { <VisitorScreen title=text.book_a_visit() links=links leads_to_outcome=is_known>{content}</VisitorScreen> }
}

#[component]
fn Booked(receipt: Receipt, visits: String) -> impl IntoView {
    let (text, navigation) = (use_text(), use_navigation());
    let detail = if receipt.waits_for_companions { text.sent_party_detail() } else { text.sent_detail() };
    let host = if receipt.mode == Mode::Place { text.place() } else { text.host() };
    let facts = vec![(host, receipt.host), (text.time(), text.stay(&receipt.stay, clock::now()))];
    view! {
        <Outcome tone=Tone::Good title=text.sent_title() detail=detail is_page=true>
            <ButtonLink label=text.see_my_visits() href=visits weight=Weight::Main/>
            <Button label=text.book_another() on_click=move || navigation.open(Route::Book)/>
        </Outcome>
        <Facts facts=facts/>
    }
}

/// A change has been sent.
#[component]
pub fn ChangedPage(visit: VisitRef) -> impl IntoView {
    let text = use_text();
    let visit = use_href(&Route::Visit(visit));
    view! {
        <VisitorScreen title=text.change_visit() leads_to_outcome=true>
            <Outcome tone=Tone::Good title=text.changed_title() detail=text.sent_detail() is_page=true>
                <ButtonLink label=text.see_the_visit() href=visit weight=Weight::Main/>
            </Outcome>
        </VisitorScreen>
    }
}
