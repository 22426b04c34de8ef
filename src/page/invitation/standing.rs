//! An invitation that is not open: how it stands, and the next step.

use super::{InvitationContext, about};
use crate::api::channel::Operation;
use crate::domain::calendar::Appointment;
use crate::domain::invitation::{Invitation, InvitationAction, InvitationStatus};
use crate::domain::visit::VisitRef;
use crate::old_ui::button::{main_link, quiet_link};
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::outcome::outcome;
use crate::page::calendar_way;
use crate::route::Route;
use leptos::prelude::*;

/// How it stands.
pub fn standing(door: InvitationContext, invitation: &Invitation) -> El {
    let text = door.text;
    let is_mine = door.is_mine(invitation);
    // Who was filling in the form meanwhile has done nothing wrong.
    let is_surprise = door.is_answering.get_untracked() && !is_mine;
    let surprise =
        if is_surprise { block("p", "invitation__hint").attr("role", "status").text(text.changed_meanwhile()) } else { nothing() };
    let (title, detail) = text.standing(&invitation.status, is_mine);
    let actions = invitation.status.actions().iter().map(|way| action(door, invitation, *way, is_mine));
    let actions = actions.chain([calendar(door, invitation)]);
    all([surprise, outcome(invitation.status.tone(), title, &detail, actions), about(text, invitation, is_mine), follow(door, invitation)])
}

/// One way on, where the channel has it.
fn action(door: InvitationContext, invitation: &Invitation, way: InvitationAction, is_mine: bool) -> El {
    let text = door.text;
    let site = door.site.get_untracked();
    let offers = |operation: Operation| operation.is_offered(site.session.context.flavor);
    let to_visit = |route: fn(VisitRef) -> Route| invitation.visit.clone().map(|visit| site.href(&route(visit)));
    match way {
        // Only what is open can be answered.
        InvitationAction::Accept | InvitationAction::Decline => nothing(),
        InvitationAction::ShowPass if offers(Operation::ShowQrCode) => {
            to_visit(Route::Pass).map_or_else(nothing, |pass| main_link(text.see_pass(), &pass))
        }
        InvitationAction::ShowVisit if offers(Operation::ShowMyVisit) => {
            to_visit(Route::Visit).map_or_else(nothing, |visit| quiet_link(text.see_the_visit(), &visit))
        }
        InvitationAction::ContactHost if invitation.may_call(is_mine) => {
            quiet_link(&text.call(&invitation.host), &["tel:", &invitation.phone].concat())
        }
        InvitationAction::ContactHost => block("p", "invitation__hint").text(&text.ask_who_invited(&invitation.host)),
        InvitationAction::Book if offers(Operation::BookVisit) => quiet_link(text.book_yourself(), &site.href(&Route::Book)),
        InvitationAction::ShowPass | InvitationAction::ShowVisit | InvitationAction::Book => nothing(),
    }
}

/// An accepted visit for the guest's own calendar.
fn calendar(door: InvitationContext, invitation: &Invitation) -> El {
    let (InvitationStatus::Accepted, Some(stay)) = (&invitation.status, invitation.stay) else { return nothing() };
    let place = if invitation.company.is_empty() { &invitation.account } else { &invitation.company };
    let appointment = Appointment {
        id: door.link.with_untracked(|link| link.id.as_str().to_owned()),
        stay,
        title: door.text.calendar_title(&invitation.host),
        place: place.clone(),
        note: invitation.purpose.clone(),
    };
    calendar_way(&appointment)
}

/// Where the notices come from.
fn follow(door: InvitationContext, invitation: &Invitation) -> El {
    let is_awaited =
        matches!(invitation.status, InvitationStatus::Waiting | InvitationStatus::Accepted) && !invitation.account.trim().is_empty();
    if is_awaited { block("p", "invitation__hint").text(&door.text.follow_account(&invitation.account)) } else { nothing() }
}
