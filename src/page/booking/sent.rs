//! The pages of what has been sent, each with an address of its own: they are still there after a reload, and "back" does not
//! lead to the form again.

use super::receipt::Receipt;
use crate::context::{use_href, use_navigation, use_session};
use crate::domain::calendar::Appointment;
use crate::domain::id::ReceiptId;
use crate::domain::venue::Mode;
use crate::domain::visit::{Tone, VisitRef};
use crate::layout::VisitorScreen;
use crate::platform::clock;
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::cell::Facts;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::outcome::Outcome;
use crate::visit::AddToCalendar;
use leptos::prelude::*;

/// A booking has been sent. Another tab knows nothing of it, and leads to the list.
#[component]
pub fn BookedPage(receipt: ReceiptId) -> impl IntoView {
    let text = use_text();
    // Without an account there is no list.
    let visits = use_session().is_known().then(|| use_href(&Route::Visits));
    let links = visits.clone().map(|visits| view! { <FrameLink label=text.my_visits() href=visits/> }).into_any();
    let id = receipt.clone();
    let receipt = Receipt::read(&receipt);
    let is_known = receipt.is_some();
    let content = match receipt {
        Some(receipt) => view! { <Booked id=id receipt=receipt visits=visits/> }.into_any(),
        None => {
            let next = Some(visits.map_or_else(|| (text.back_to_start(), use_href(&Route::Book)), |visits| (text.my_visits(), visits)));
            view! { <Empty title=text.visit_not_found_title() detail=text.visit_not_found_detail() next=next/> }.into_any()
        }
    };
    view! { <VisitorScreen title=text.book_a_visit() links=links leads_to_outcome=is_known>{content}</VisitorScreen> }
}

#[component]
fn Booked(id: ReceiptId, receipt: Receipt, #[prop(optional_no_strip)] visits: Option<String>) -> impl IntoView {
    let (text, navigation) = (use_text(), use_navigation());
    let detail = match &visits {
        Some(_) if receipt.waits_for_companions => text.sent_party_detail().to_owned(),
        Some(_) => text.sent_detail().to_owned(),
        None if receipt.phone.is_empty() => text.told_by_host().to_owned(),
        None => text.told_by_phone(&receipt.phone),
    };
    let list = visits.map(|visits| view! { <ButtonLink label=text.see_my_visits() href=visits weight=Weight::Main/> }.into_any());
    // Whoever has a list finds the calendar's file with the visit.
    let calendar = list.is_none().then(|| view! { <AddToCalendar appointment=appointment(text, &id, &receipt)/> }.into_any());
    let is_at_place = receipt.mode == Mode::Place;
    let host = if is_at_place { text.place() } else { text.host() };
    let place = if is_at_place { String::new() } else { receipt.place };
    let facts = vec![(host, receipt.host), (text.time(), text.stay(&receipt.stay, clock::now())), (text.place(), place)];
    view! {
        <Outcome tone=Tone::Good title=text.sent_title() detail=detail is_page=true>
            {list}
            {calendar}
            <Button label=text.book_another() on_click=move || navigation.open(Route::Book)/>
        </Outcome>
        <Facts facts=facts/>
    }
}

/// The visit for the phone's own calendar.
fn appointment(text: Text, id: &ReceiptId, receipt: &Receipt) -> Appointment {
    Appointment {
        id: id.as_str().to_owned(),
        stay: receipt.stay,
        title: text.calendar_title(&receipt.host),
        place: receipt.place.clone(),
        note: String::new(),
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
