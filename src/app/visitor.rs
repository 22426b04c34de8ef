//! The visitor's program: its contexts and its route table.

use super::Parts;
use crate::context::use_session;
use crate::layout::LinkPage;
use crate::page::booking::{BookedPage, BookingPage, ChangePage, ChangedPage, HasAgreed, RepeatPage};
use crate::page::companions::CompanionsPage;
use crate::page::invitation::InvitationPage;
use crate::page::message::MessagePage;
use crate::page::not_found::NotFoundPage;
use crate::page::pass::PassPage;
use crate::page::visit::VisitPage;
use crate::page::visits::VisitsPage;
use crate::page::visits::lists::{Tab, VisitLists};
use crate::route::{Program, Route};
use crate::session::Channel;
use crate::text::use_text;
use crate::visit::UnknownVisitor;
use leptos::prelude::*;

/// The visitor's program.
pub const PARTS: Parts = Parts { program: Program::Visitor, provide_state, configure: |_| {}, screen };

fn provide_state() {
    provide_context(HasAgreed::default());
    provide_context(VisitLists::default());
}

fn screen(route: Route) -> AnyView {
    // Their forms begin with what the visit was booked with.
    if matches!(route, Route::ChangeVisit(_) | Route::BookAgain(_)) && !use_session().is_known() {
        return view! { <UnknownVisitor title=use_text().visit()/> }.into_any();
    }
    match route {
        Route::Book => view! { <BookingPage/> }.into_any(),
        Route::Booked(receipt) => view! { <BookedPage receipt=receipt/> }.into_any(),
        Route::Visits => view! { <VisitsPage tab=Tab::Upcoming/> }.into_any(),
        Route::History => view! { <VisitsPage tab=Tab::History/> }.into_any(),
        Route::Visit(visit) => view! { <VisitPage visit=visit/> }.into_any(),
        Route::ChangeVisit(visit) => view! { <ChangePage visit=visit/> }.into_any(),
        Route::Changed(visit) => view! { <ChangedPage visit=visit/> }.into_any(),
        Route::BookAgain(visit) => view! { <RepeatPage visit=visit/> }.into_any(),
        Route::Message(order) => view! { <MessagePage order=order/> }.into_any(),
        // Only the mini-program has companions.
        Route::Companions(batch) => view! { <LinkPage only=Channel::MiniProgram><CompanionsPage batch=batch/></LinkPage> }.into_any(),
        Route::Invitation(link) => view! { <LinkPage><InvitationPage link=link/></LinkPage> }.into_any(),
        Route::Pass(visit) => view! { <PassPage visit=visit/> }.into_any(),
        Route::Host(_) | Route::NotFound => view! { <NotFoundPage/> }.into_any(),
    }
}
