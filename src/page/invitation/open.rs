//! An invitation that nobody has answered: what it is about, yes or no, then the questions.

use super::{InvitationContext, about, answering, when};
use crate::api::booking;
use crate::api::channel::Operation;
use crate::domain::id::OrderId;
use crate::domain::invitation::Invitation;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::cell::facts;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::letter::letter;
use crate::old_ui::popup::popup;
use crate::old_ui::toast::Toasts;
use crate::platform::clock;
use crate::remote::{Remote, Scope};
use crate::text::Text;
use leptos::prelude::*;

/// The invitation, or the questions of who means to come.
pub fn open(door: InvitationContext, invitation: Invitation) -> El {
    let asked = answering::questions(door, &invitation);
    live(move || if door.is_answering.get() { answering::form(door, &invitation, asked) } else { preview(door, &invitation) })
}

fn preview(door: InvitationContext, invitation: &Invitation) -> El {
    let text = door.text;
    let title = block("h2", "invitation__title").text(&text.invites_you(&invitation.host));
    let accept = main_button(text.accept_invitation(), move || door.turn(true));
    let actions = block("div", "invitation__actions").child(accept).child(no(door, invitation));
    all([title, about(text, invitation, false), notice(door), actions])
}

/// The park's notice. Where it could not be read, nobody is kept from accepting.
fn notice(door: InvitationContext) -> El {
    let text = door.text;
    live(move || match door.notice.get() {
        Remote::Ready(Ok(Some(notice))) => {
            let title = if notice.title.trim().is_empty() { text.park_notice() } else { &notice.title };
            block("div", "invitation__notice").child(letter(title, &notice.content))
        }
        _ => nothing(),
    })
}

/// The way to decline; where there is none, whom to tell.
fn no(door: InvitationContext, invitation: &Invitation) -> El {
    let text = door.text;
    let is_offered = door.site.with_untracked(|site| Operation::CancelVisit.is_offered(site.session.context.flavor));
    match &invitation.visit {
        Some(visit) if is_offered => decline(door, visit.order.clone(), named(text, invitation)),
        _ => block("p", "invitation__hint").text(&text.cannot_come(&invitation.host)),
    }
}

/// Which invitation it is about.
fn named(text: Text, invitation: &Invitation) -> El {
    facts("", [(text.host(), invitation.host.clone()), (text.time(), when(text, invitation, clock::now()))])
}

/// How far a refusal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Declining {
    No,
    Asking,
    UnderWay,
}

/// Asks before it declines. Whatever comes of it, the invitation is shown as it then stands.
fn decline(door: InvitationContext, order: OrderId, told: El) -> El {
    let (text, toasts, life) = (Text::here(), Toasts::here(), Scope::here());
    let step = RwSignal::new(Declining::No);
    let say_no = RwSignal::new((order, life));
    let send = move || {
        if step.get_untracked() != Declining::Asking {
            return;
        }
        step.set(Declining::UnderWay);
        let (order, life) = say_no.get_untracked();
        let answer = door.site.with_untracked(|site| site.client.send(booking::cancel(&site.session.context, order)));
        life.spawn(async move {
            if let (Err(error), Some(toasts)) = (answer.await, toasts) {
                toasts.show(text.failure(&error));
            }
            door.seen.reload();
        });
    };
    let dialog = live(move || match step.get() {
        Declining::No => nothing(),
        Declining::Asking => {
            let buttons =
                [main_button(text.confirm_decline(), send), quiet_button(text.keep_invitation(), move || step.set(Declining::No))];
            popup(text.decline_question(), told.clone(), all(buttons))
        }
        Declining::UnderWay => popup(text.declining(), nothing(), nothing()),
    });
    all([quiet_button(text.decline_invitation(), move || step.set(Declining::Asking)), dialog])
}
