//! The employee's route table.

use crate::domain::visit::HostVisitId;
use crate::page::access::{AccessMembersPage, AccessVisitorsPage};
use crate::page::approvals::ApprovalsPage;
use crate::page::calendar::CalendarPage;
use crate::page::host_visit::{HostVisitDetail, HostVisitPage};
use crate::page::invitations::{InvitationsPage, InviteAgainPage, InvitePage};
use crate::page::message::MessagePage;
use crate::page::not_found::NotFoundPage;
use crate::page::receptions::ReceptionsPage;
use crate::page::receptions::state::Tab;
use crate::page::today::TodayPage;
use crate::route::{HostRoute, Route};
use leptos::prelude::*;

/// The screen of a route.
pub fn screen(route: Route) -> AnyView {
    match route {
        Route::Host(HostRoute::Access) => view! { <AccessVisitorsPage/> }.into_any(),
        Route::Host(HostRoute::Members) => view! { <AccessMembersPage/> }.into_any(),
        Route::Message(order) => view! { <MessagePage order=order/> }.into_any(),
        Route::Host(HostRoute::Invitations) => view! { <InvitationsPage/> }.into_any(),
        Route::Host(HostRoute::Invite) => view! { <InvitePage/> }.into_any(),
        Route::Host(HostRoute::InviteAgain(visit)) => view! { <InviteAgainPage visit=visit/> }.into_any(),
        Route::Host(HostRoute::Today) => view! { <TodayPage/> }.into_any(),
        Route::Host(HostRoute::Approvals) => view! { <ApprovalsPage detail=visit_beside_approvals/> }.into_any(),
        Route::Host(HostRoute::Receptions) => view! { <ReceptionsPage tab=Tab::Expected detail=visit_beside/> }.into_any(),
        Route::Host(HostRoute::OnSite) => view! { <ReceptionsPage tab=Tab::OnSite detail=visit_beside/> }.into_any(),
        Route::Host(HostRoute::Received) => view! { <ReceptionsPage tab=Tab::Received detail=visit_beside/> }.into_any(),
        Route::Host(HostRoute::Calendar) => view! { <CalendarPage detail=visit_beside/> }.into_any(),
        Route::Host(HostRoute::Visit(id)) => view! { <HostVisitPage id=id/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}

/// A visit beside the list that it was chosen from.
fn visit_beside(id: HostVisitId) -> AnyView {
    view! { <HostVisitDetail id=id/> }.into_any()
}

/// The same beside the approvals, which show its decisions together with their own.
fn visit_beside_approvals(id: HostVisitId) -> AnyView {
    view! { <HostVisitDetail id=id/> }.into_any()
}
