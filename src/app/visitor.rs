//! The visitor's route table.

use crate::page::Site;
use crate::page::booking::{booking_page, change_page, repeat_page};
use crate::page::companions::companions_page;
use crate::page::invitation::invitation_page;
use crate::page::message::message_page;
use crate::page::not_found::not_found_page;
use crate::page::pass::{forget_what_is_over, pass_page};
use crate::page::visit::visit_page;
use crate::page::visits::lists::Tab;
use crate::page::visits::visits_page;
use crate::route::Route;
use crate::old_ui::element::El;

/// The screen of a route.
pub fn screen(site: Site, route: Route) -> El {
    forget_what_is_over();
    match route {
        Route::Book => booking_page(site),
        Route::Visits => visits_page(site, Tab::Upcoming),
        Route::History => visits_page(site, Tab::History),
        Route::Visit(name) => visit_page(site, name),
        Route::ChangeVisit(name) => change_page(site, name),
        Route::BookAgain(name) => repeat_page(site, name),
        Route::Message(order) => message_page(site, order),
        Route::Companions(batch) => companions_page(site, batch),
        Route::Invitation(link) => invitation_page(site, link),
        Route::Pass(name) => pass_page(site, name),
        Route::Host(_) | Route::NotFound => not_found_page(&site),
    }
}
