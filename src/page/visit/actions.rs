//! What a visitor may do with a visit: what its status allows and the channel offers, and nothing else.

use super::cancel::CancelVisit;
use crate::api::channel::{ApiContext, Operation};
use crate::context::{use_href, use_session};
use crate::domain::invitation::InvitationLink;
use crate::domain::visit::{Status, Visit, VisitRef};
use crate::reactive::{DynSignal, memo};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, Weight};
use crate::visit::CancelFailure;
use leptos::prelude::*;

/// The buttons under a visit. The one that cancels stays when others come and go: its dialog may be open.
#[component]
pub fn Actions(visit: DynSignal<Visit>, on_change: Callback<()>, failure: RwSignal<Option<CancelFailure>>) -> impl IntoView {
    let session = use_session();
    // Whatever the backend lets through, only somebody who is known does something with a visit.
    let is_known = session.is_known();
    let context = StoredValue::new(session.context);
    let offered = move || visit.with(|visit| context.with_value(|context| offered_links(visit, context)));
    let links = DynSignal::memo(move || if is_known { offered() } else { Vec::new() });
    let may_cancel = memo(move || {
        let is_offered = context.with_value(|context| Operation::CancelVisit.is_offered(context.flavor));
        is_known && is_offered && visit.with(|visit| visit.status.may_be_cancelled())
    });
    let is_empty = memo(move || !may_cancel.get() && links.with(Vec::is_empty));
    let link = |(target, route)| view! { <OpenButton target=target route=route/> }.into_any();
    let buttons = move || {
        view! {
            <div class="visit__actions">
                {move || links.get().into_iter().map(link).collect::<Vec<AnyView>>()}
                {move || may_cancel.get().then(|| view! { <CancelVisit visit=visit on_change=on_change failure=failure/> })}
            </div>
        }
        .into_any()
    };
    view! { {move || (!is_empty.get()).then(buttons)} }
}

/// A screen that a visit leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    Invitation,
    Pass,
    Change,
    BookAgain,
}

fn offered_links(visit: &Visit, context: &ApiContext) -> Vec<(Target, Route)> {
    let is_offered = |operation: Operation| operation.is_offered(context.flavor);
    let link = |target, route: fn(VisitRef) -> Route, is_allowed: bool| is_allowed.then(|| (target, route(visit.visit_ref())));
    let may_answer = visit.status == Status::Inviting && is_offered(Operation::AcceptInvitation);
    let invitation = InvitationLink::from_record(&visit.visit_ref(), context.in_mini_program()).filter(|_| may_answer);
    let may_change = visit.status.may_be_changed() && is_offered(Operation::ChangeVisit);
    let may_book_again = visit.status.may_be_booked_again() && is_offered(Operation::BookVisit);
    let links = [
        invitation.map(|link| (Target::Invitation, Route::Invitation(link))),
        link(Target::Pass, Route::Pass, visit.status.has_pass()),
        link(Target::Change, Route::ChangeVisit, may_change),
        link(Target::BookAgain, Route::BookAgain, may_book_again),
    ];
    links.into_iter().flatten().collect()
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
