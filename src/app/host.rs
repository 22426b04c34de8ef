//! The employee's route table.

use crate::page::Site;
use crate::page::access::{members_page, visitors_page};
use crate::page::approvals::approvals_page;
use crate::page::calendar::calendar_page;
use crate::page::hosted::{hosted, hosted_page};
use crate::page::invitations::{invitations_page, invite_again_page, invite_page};
use crate::page::message::message_page;
use crate::page::not_found::not_found_page;
use crate::page::receptions::lists::Tab;
use crate::page::receptions::receptions_page;
use crate::page::today::today_page;
use crate::route::{HostRoute, Route};
use crate::old_ui::element::El;

/// The screen of a route.
pub fn screen(site: Site, route: Route) -> El {
    match route {
        Route::Host(HostRoute::Access) => visitors_page(site),
        Route::Host(HostRoute::Members) => members_page(site),
        Route::Message(order) => message_page(site, order),
        Route::Host(HostRoute::Invitations) => invitations_page(&site),
        Route::Host(HostRoute::Invite) => invite_page(&site),
        Route::Host(HostRoute::InviteAgain(visit)) => invite_again_page(&site, visit),
        Route::Host(HostRoute::Today) => today_page(site),
        Route::Host(HostRoute::Approvals) => approvals_page(site, hosted),
        Route::Host(HostRoute::Receptions) => receptions_page(site, Tab::Expected, hosted),
        Route::Host(HostRoute::OnSite) => receptions_page(site, Tab::OnSite, hosted),
        Route::Host(HostRoute::Received) => receptions_page(site, Tab::Received, hosted),
        Route::Host(HostRoute::Calendar) => calendar_page(site, hosted),
        Route::Host(HostRoute::Visit(name)) => hosted_page(site, name),
        _ => not_found_page(&site),
    }
}
