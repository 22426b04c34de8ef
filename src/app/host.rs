//! The employee's route table.

use crate::old_ui::bridge::view_of;
use crate::page::Site;
use crate::page::access::{AccessMembersPage, AccessVisitorsPage};
use crate::page::approvals::approvals_page;
use crate::page::calendar::calendar_page;
use crate::page::hosted::{hosted, hosted_page};
use crate::page::invitations::{InvitationsPage, InviteAgainPage, InvitePage};
use crate::page::message::MessagePage;
use crate::page::not_found::NotFoundPage;
use crate::page::receptions::lists::Tab;
use crate::page::receptions::receptions_page;
use crate::page::today::today_page;
use crate::route::{HostRoute, Route};
use leptos::prelude::*;

/// The screen of a route.
pub fn screen(route: Route) -> AnyView {
    let site: Site = expect_context();
    match route {
        Route::Host(HostRoute::Access) => view! { <AccessVisitorsPage/> }.into_any(),
        Route::Host(HostRoute::Members) => view! { <AccessMembersPage/> }.into_any(),
        Route::Message(order) => view! { <MessagePage order=order/> }.into_any(),
        Route::Host(HostRoute::Invitations) => view! { <InvitationsPage/> }.into_any(),
        Route::Host(HostRoute::Invite) => view! { <InvitePage/> }.into_any(),
        Route::Host(HostRoute::InviteAgain(visit)) => view! { <InviteAgainPage visit=visit/> }.into_any(),
        Route::Host(HostRoute::Today) => view_of(today_page(site)),
        Route::Host(HostRoute::Approvals) => view_of(approvals_page(site, hosted)),
        Route::Host(HostRoute::Receptions) => view_of(receptions_page(site, Tab::Expected, hosted)),
        Route::Host(HostRoute::OnSite) => view_of(receptions_page(site, Tab::OnSite, hosted)),
        Route::Host(HostRoute::Received) => view_of(receptions_page(site, Tab::Received, hosted)),
        Route::Host(HostRoute::Calendar) => view_of(calendar_page(site, hosted)),
        Route::Host(HostRoute::Visit(name)) => view_of(hosted_page(site, name)),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}
