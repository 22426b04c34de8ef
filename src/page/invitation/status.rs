//! An invitation that is not open: its status, and the next step.

use super::{InvitationContext, InvitationFacts, is_mine};
use crate::api::channel::Operation;
use crate::context::{use_href, use_tab_session};
use crate::domain::calendar::Appointment;
use crate::domain::invitation::{Invitation, InvitationAction, InvitationStatus};
use crate::domain::visit::VisitRef;
use crate::reactive::DynSignal;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, Weight};
use crate::ui::outcome::Outcome;
use crate::visit::AddToCalendar;
use leptos::prelude::*;

/// What became of an invitation.
#[component]
pub fn AnsweredInvitation(invitation: DynSignal<Invitation>) -> impl IntoView {
    let (text, context) = (use_text(), InvitationContext::here());
    let is_mine = context.link.with_value(|link| invitation.with_untracked(|invitation| is_mine(link, invitation)));
    // Somebody who was filling in the form meanwhile has done nothing wrong.
    let is_surprise = context.is_answering.get_untracked() && !is_mine;
    let surprise = is_surprise.then(|| view! { <p class="invitation__hint" role="status">{text.changed_meanwhile()}</p> }.into_any());
    let outcome = move || {
        let invitation = invitation.get();
        let (title, detail) = text.invitation_status(&invitation.status, is_mine);
        let actions = invitation.status.actions().iter();
        let actions: Vec<AnyView> =
            actions.map(|action| view! { <ActionView action=*action invitation=invitation.clone() is_mine=is_mine/> }.into_any()).collect();
        let appointment = appointment(&context, &invitation, text.calendar_title(&invitation.host));
        view! {
            <Outcome tone=invitation.status.tone() title=title detail=detail>
                {actions}
                {appointment.map(|appointment| view! { <AddToCalendar appointment=appointment/> })}
            </Outcome>
        }
    };
    view! {
        {surprise}
        {move || outcome()}
        <InvitationFacts invitation=invitation is_mine=is_mine/>
        {move || invitation.with(follow_hint)}
    }
}

/// What the guest can do next, where the channel offers it.
#[component]
fn ActionView(action: InvitationAction, invitation: Invitation, is_mine: bool) -> impl IntoView {
    // What it leads to are pages of the tab.
    let (text, tab) = (use_text(), use_tab_session());
    let (flavor, is_known) = (tab.context.flavor, tab.is_known());
    let visit_href = |route: fn(VisitRef) -> Route| invitation.visit.clone().map(|visit| use_href(&route(visit)));
    let link = |label: String, href: String, weight| view! { <ButtonLink label=label href=href weight=weight/> }.into_any();
    match action {
        InvitationAction::ShowPass if is_mine && Operation::ShowQrCode.is_offered(flavor) => {
            visit_href(Route::Pass).map(|pass| link(text.see_pass().to_owned(), pass, Weight::Main))
        }
        InvitationAction::ShowVisit if is_mine && is_known && Operation::ShowMyVisit.is_offered(flavor) => {
            visit_href(Route::Visit).map(|visit| link(text.see_the_visit().to_owned(), visit, Weight::Quiet))
        }
        // Whose visit it has become, the list of whoever opened it says.
        InvitationAction::ShowVisit if is_known && Operation::ListMyVisits.is_offered(flavor) => {
            Some(link(text.my_visits().to_owned(), use_href(&Route::Visits), Weight::Quiet))
        }
        InvitationAction::ShowVisit if !is_mine => {
            Some(view! { <p class="invitation__hint">{text.ask_who_invited(&invitation.host)}</p> }.into_any())
        }
        InvitationAction::ContactHost if invitation.may_call(is_mine) => {
            Some(link(text.call(&invitation.host), ["tel:", &invitation.shown_phone(is_mine)].concat(), Weight::Quiet))
        }
        InvitationAction::ContactHost => {
            Some(view! { <p class="invitation__hint">{text.ask_who_invited(&invitation.host)}</p> }.into_any())
        }
        InvitationAction::Book if Operation::BookVisit.is_offered(flavor) => {
            Some(link(text.book_yourself().to_owned(), use_href(&Route::Book), Weight::Quiet))
        }
        // Only an open invitation can be answered; the others are not offered here.
        _ => None,
    }
}

/// An accepted visit for the guest's own calendar.
fn appointment(context: &InvitationContext, invitation: &Invitation, title: String) -> Option<Appointment> {
    let stay = invitation.stay.filter(|_| invitation.status == InvitationStatus::Accepted)?;
    let place = if invitation.company.is_empty() { &invitation.account } else { &invitation.company };
    let id = context.link.with_value(|link| link.id.as_str().to_owned());
    Some(Appointment { id, stay, title, place: place.clone(), note: invitation.purpose.clone() })
}

/// Which account sends the notices.
fn follow_hint(invitation: &Invitation) -> Option<AnyView> {
    let is_awaited = matches!(invitation.status, InvitationStatus::Waiting | InvitationStatus::Accepted);
    let account = Some(invitation.account.trim()).filter(|account| is_awaited && !account.is_empty())?;
    Some(view! { <p class="invitation__hint">{use_text().follow_account(account)}</p> }.into_any())
}
