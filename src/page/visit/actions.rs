//! What a visitor may do with a visit: what its status allows and the channel offers, and nothing else.

use crate::api::booking;
use crate::api::channel::Operation;
use crate::domain::invitation::InvitationLink;
use crate::domain::visit::{Status, Visit};
use crate::old_ui::button::{main_button, main_link, quiet_button};
use crate::old_ui::cell::facts;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::popup::popup;
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::platform::clock;
use crate::remote::{Resource, Scope};
use crate::route::Route;
use crate::text::Text;
use leptos::prelude::*;
use std::rc::Rc;

/// How far a cancellation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cancelling {
    No,
    Asking,
    UnderWay,
}

/// The buttons under a visit.
pub fn actions(site: &Site, visit: &Visit, shown: Resource<Option<Visit>>) -> El {
    let text = Text::here();
    let offers = |operation: Operation| operation.is_offered(site.session.context.flavor);
    let mut buttons = Vec::new();
    let invitation = InvitationLink::from_record(&visit.visit_ref(), site.session.context.in_mini_program());
    if let Some(link) = invitation.filter(|_| visit.status == Status::Inviting && offers(Operation::AcceptInvitation)) {
        buttons.push(main_link(text.answer_invitation(), &site.href(&Route::Invitation(link))));
    }
    if visit.status.has_pass() {
        buttons.push(main_link(text.show_pass(), &site.href(&Route::Pass(visit.visit_ref()))));
    }
    if visit.status.may_be_changed() && offers(Operation::ChangeVisit) {
        buttons.push(main_link(text.change_visit(), &site.href(&Route::ChangeVisit(visit.visit_ref()))));
    }
    if visit.status.may_be_booked_again() && offers(Operation::BookVisit) {
        buttons.push(main_link(text.book_again(), &site.href(&Route::BookAgain(visit.visit_ref()))));
    }
    if visit.status.may_be_cancelled() && offers(Operation::CancelVisit) {
        buttons.push(cancel_button(site.clone(), visit.clone(), shown));
    }
    if buttons.is_empty() { nothing() } else { block("div", "visit__actions").children(buttons) }
}

/// Asks before it cancels, naming the visit. Whatever comes of it, the visit is shown as it then stands.
fn cancel_button(site: Site, visit: Visit, shown: Resource<Option<Visit>>) -> El {
    let (text, toasts, life) = (Text::here(), Toasts::here(), Scope::here());
    let step = RwSignal::new(Cancelling::No);
    let cancel = Rc::new({
        let order = visit.order.clone();
        move || {
            if step.get_untracked() != Cancelling::Asking {
                return;
            }
            step.set(Cancelling::UnderWay);
            let answer = site.client.send(booking::cancel(&site.session.context, order.clone()));
            life.spawn(async move {
                if let (Err(error), Some(toasts)) = (answer.await, toasts) {
                    toasts.show(text.failure(&error));
                }
                shown.reload();
            });
        }
    });
    let dialog = live(move || match step.get() {
        Cancelling::No => nothing(),
        Cancelling::Asking => {
            let cancel = Rc::clone(&cancel);
            let buttons =
                [main_button(text.confirm_cancel(), move || cancel()), quiet_button(text.keep_visit(), move || step.set(Cancelling::No))];
            popup(text.cancel_question(), named(text, &visit), all(buttons))
        }
        Cancelling::UnderWay => popup(text.cancelling(), named(text, &visit), nothing()),
    });
    all([quiet_button(text.cancel_visit(), move || step.set(Cancelling::Asking)), dialog])
}

/// Which visit it is about.
fn named(text: Text, visit: &Visit) -> El {
    let stay = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    facts("", [(text.host(), visit.host.name.clone()), (text.time(), stay), (text.purpose(), visit.purpose.clone())])
}
