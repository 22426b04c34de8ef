//! The employee's program: its contexts and its route table.

use super::Parts;
use crate::access::AccessControl;
use crate::config::Config;
use crate::decision::DecisionStore;
use crate::domain::visit::HostVisitId;
use crate::page::access::{AccessMembersPage, AccessVisitorsPage};
use crate::page::approvals::ApprovalsPage;
use crate::page::approvals::state::ApprovalsState;
use crate::page::calendar::CalendarPage;
use crate::page::calendar::state::CalendarState;
use crate::page::host_visit::{HostVisitDetail, HostVisitPage};
use crate::page::invitations::state::InvitationsState;
use crate::page::invitations::{InvitationsPage, InviteAgainPage, InvitePage, InvitedPage, JustInvited};
use crate::page::message::MessagePage;
use crate::page::not_found::NotFoundPage;
use crate::page::receptions::ReceptionsPage;
use crate::page::receptions::state::{ReceptionsState, Tab};
use crate::page::today::TodayPage;
use crate::route::{HostRoute, Program, Route};
use crate::visit::HostVisitChanges;
use leptos::prelude::*;

/// The employee's program.
pub const PARTS: Parts = Parts { program: Program::Host, provide_state, configure, screen };

fn provide_state() {
    AccessControl::provide();
    provide_context(ApprovalsState::default());
    provide_context(CalendarState::default());
    provide_context(DecisionStore::default());
    provide_context(HostVisitChanges::default());
    provide_context(InvitationsState::default());
    provide_context(JustInvited::default());
    provide_context(ReceptionsState::default());
}

fn configure(config: &Config) {
    let department = config.access.as_ref().and_then(|settings| settings.department.clone());
    expect_context::<AccessControl>().set_department(department);
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Host(HostRoute::Access) => view! { <AccessVisitorsPage/> }.into_any(),
        Route::Host(HostRoute::Members) => view! { <AccessMembersPage/> }.into_any(),
        Route::Message(order) => view! { <MessagePage order=order/> }.into_any(),
        Route::Host(HostRoute::Invitations) => view! { <InvitationsPage/> }.into_any(),
        Route::Host(HostRoute::Invite) => view! { <InvitePage/> }.into_any(),
        Route::Host(HostRoute::Invited(first)) => view! { <InvitedPage first=first/> }.into_any(),
        Route::Host(HostRoute::InviteAgain(visit)) => view! { <InviteAgainPage visit=visit/> }.into_any(),
        Route::Host(HostRoute::Today) => view! { <TodayPage/> }.into_any(),
        Route::Host(HostRoute::Approvals) => view! { <ApprovalsPage detail=visit_beside/> }.into_any(),
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
