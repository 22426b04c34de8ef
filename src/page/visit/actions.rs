//! What a visitor may do with a visit: what its status allows and the channel offers, and nothing else.

use super::cancel::CancelVisit;
use crate::api::channel::{ApiContext, Operation};
use crate::context::{use_href, use_session};
use crate::domain::invitation::InvitationLink;
use crate::domain::visit::{Status, Visit, VisitRef};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, Weight};
use leptos::prelude::*;

/// The buttons under a visit.
#[component]
pub fn Actions(visit: Signal<Visit>, on_change: Callback<()>) -> impl IntoView {
    let context = use_session().context;
    let actions = Memo::new(move |_| visit.with(|visit| offered(visit, &context)));
    let button = move |action| match action {
        Action::Open(target, route) => view! { <OpenButton target=target route=route/> }.into_any(),
        Action::Cancel => view! { <CancelVisit visit=visit on_change=on_change/> }.into_any(),
    };
    move || {
        let buttons: Vec<AnyView> = actions.get().into_iter().map(button).collect();
        (!buttons.is_empty()).then(|| view! { <div class="visit__actions">{buttons}</div> })
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Action {
    Open(Target, Route),
    Cancel,
}

/// A screen that a visit leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Invitation,
    Pass,
    Change,
    BookAgain,
}

fn offered(visit: &Visit, context: &ApiContext) -> Vec<Action> {
    let is_offered = |operation: Operation| operation.is_offered(context.flavor);
    let open = |target, route: fn(VisitRef) -> Route, is_allowed: bool| is_allowed.then(|| Action::Open(target, route(visit.visit_ref())));
    let may_answer = visit.status == Status::Inviting && is_offered(Operation::AcceptInvitation);
    let invitation = InvitationLink::from_record(&visit.visit_ref(), context.in_mini_program()).filter(|_| may_answer);
    let may_change = visit.status.may_be_changed() && is_offered(Operation::ChangeVisit);
    let may_book_again = visit.status.may_be_booked_again() && is_offered(Operation::BookVisit);
    let may_cancel = visit.status.may_be_cancelled() && is_offered(Operation::CancelVisit);
    let actions = [
        invitation.map(|link| Action::Open(Target::Invitation, Route::Invitation(link))),
        open(Target::Pass, Route::Pass, visit.status.has_pass()),
        open(Target::Change, Route::ChangeVisit, may_change),
        open(Target::BookAgain, Route::BookAgain, may_book_again),
        may_cancel.then_some(Action::Cancel),
    ];
    actions.into_iter().flatten().collect()
}

#[component]
fn OpenButton(target: Target, route: Route) -> impl IntoView {
    let text = use_text();
    let label = match target {
        Target::Invitation => text.answer_invitation(),
        Target::Pass => text.show_pass(),
        Target::Change => text.change_visit(),
        Target::BookAgain => text.book_again(),
    };
    view! { <ButtonLink label=label href=use_href(&route) weight=Weight::Main/> }
}
