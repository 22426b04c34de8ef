//! The visitor's route table.

use crate::old_ui::bridge::view_of;
use crate::page::Site;
use crate::page::booking::{booking_page, change_page, repeat_page};
use crate::page::companions::companions_page;
use crate::page::invitation::invitation_page;
use crate::page::message::message_page;
use crate::page::not_found::NotFoundPage;
use crate::page::pass::{PassPage, delete_expired_pass};
use crate::page::visit::visit_page;
use crate::page::visits::VisitsPage;
use crate::page::visits::lists::Tab;
use crate::route::Route;
use leptos::prelude::*;

/// The screen of a route.
pub fn screen(route: Route) -> AnyView {
    let site: Site = expect_context();
    delete_expired_pass();
    match route {
        Route::Book => view_of(booking_page(site)),
        Route::Visits => view! { <VisitsPage tab=Tab::Upcoming/> }.into_any(),
        Route::History => view! { <VisitsPage tab=Tab::History/> }.into_any(),
        Route::Visit(name) => view_of(visit_page(site, name)),
        Route::ChangeVisit(name) => view_of(change_page(site, name)),
        Route::BookAgain(name) => view_of(repeat_page(site, name)),
        Route::Message(order) => view_of(message_page(site, order)),
        Route::Companions(batch) => view_of(companions_page(site, batch)),
        Route::Invitation(link) => view_of(invitation_page(site, link)),
        Route::Pass(visit) => view! { <PassPage visit=visit/> }.into_any(),
        Route::Host(_) | Route::NotFound => view! { <NotFoundPage/> }.into_any(),
    }
}
