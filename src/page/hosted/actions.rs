//! What a host may do with a visit: what its status allows and the channel offers, and nothing else.

use super::HostVisitContext;
use crate::api::channel::Operation;
use crate::api::reception;
use crate::deciding::{Candidate, Kind};
use crate::domain::approval::Decidable;
use crate::domain::approval::queue::DecisionState;
use crate::domain::visit::Visit;
use crate::old_ui::button::{main_button, main_link, quiet_button};
use crate::old_ui::cell::facts;
use crate::old_ui::element::{El, all, block, el, live, nothing};
use crate::old_ui::popup::popup;
use crate::platform::clock;
use crate::remote::Scope;
use crate::route::{HostRoute, Route};
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
pub fn actions(desk: &HostVisitContext, visit: &Visit) -> El {
    let (text, site) = (Text::here(), &desk.site);
    let offers = |operation: Operation| operation.is_offered(site.session.context.flavor);
    let mut buttons = Vec::new();
    if let Some(decidable) = Decidable::detailed(&desk.name, visit)
        && offers(Operation::Decide)
    {
        buttons.push(decide_buttons(desk, decidable));
    }
    if visit.may_be_invited_again() && offers(Operation::Invite) {
        let again = Route::Host(HostRoute::InviteAgain(desk.name.clone()));
        buttons.push(main_link(text.invite_again(), &site.href(&again)));
    }
    if visit.status.may_be_cancelled_by_host() && offers(Operation::CancelReception) {
        buttons.push(cancel_button(desk, visit.clone()));
    }
    if buttons.is_empty() { nothing() } else { block("div", "hosted__actions").children(buttons) }
}

/// Approve and return, as long as nothing is decided here.
fn decide_buttons(desk: &HostVisitContext, visit: Decidable) -> El {
    let (text, deciding) = (Text::here(), desk.deciding.clone());
    live(move || {
        let is_open =
            deciding.counter.desk.with(|desk| matches!(desk.progress(&visit.id), DecisionState::Open | DecisionState::Settled(_)));
        if !is_open {
            return nothing();
        }
        let ask = |kind: Kind| {
            let (deciding, visit) = (deciding.clone(), visit.clone());
            move || deciding.ask(kind, vec![Candidate::Known(visit.clone())])
        };
        let buttons = [main_button(text.approve(), ask(Kind::Approve)), quiet_button(text.send_back(), ask(Kind::Return))];
        block("div", "hosted__decide").children(buttons)
    })
}

/// Asks before it cancels, naming the visit. Whatever comes of it, the visit is shown as it then stands, and why it is
/// not cancelled is said.
fn cancel_button(desk: &HostVisitContext, visit: Visit) -> El {
    let (text, life) = (Text::here(), Scope::here());
    let (site, shown, news) = (desk.site.clone(), desk.shown, desk.news);
    let step = RwSignal::new(Cancelling::No);
    let cancel = Rc::new({
        let visit = visit.clone();
        move || {
            if step.get_untracked() != Cancelling::Asking {
                return;
            }
            step.set(Cancelling::UnderWay);
            let answer = site.client.send(reception::cancel(&site.session.context, &visit));
            let changed = site.receptions.changed;
            life.spawn(async move {
                let words = match answer.await {
                    Ok(()) => text.reception_cancelled().to_owned(),
                    Err(error) if error.leaves_doubt() => text.cancel_in_doubt().to_owned(),
                    Err(error) => text.not_cancelled(&text.failure(&error)),
                };
                news.set(words);
                changed.set(());
                shown.reload();
            });
        }
    });
    let dialog = live(move || match step.get() {
        Cancelling::No => nothing(),
        Cancelling::Asking => {
            let cancel = Rc::clone(&cancel);
            let buttons = [
                main_button(text.confirm_cancel(), move || cancel()),
                quiet_button(text.keep_reception(), move || step.set(Cancelling::No)),
            ];
            popup(text.cancel_reception_question(), named(text, &visit), all(buttons))
        }
        Cancelling::UnderWay => popup(text.cancelling(), named(text, &visit), nothing()),
    });
    all([quiet_button(text.cancel_reception(), move || step.set(Cancelling::Asking)), dialog])
}

/// Which visit it is about, and what cancelling means.
fn named(text: Text, visit: &Visit) -> El {
    let stay = visit.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let about = [(text.visitor(), visit.visitor_name.clone()), (text.company(), visit.visitor_company.clone()), (text.time(), stay)];
    all([facts("", about), el("p").text(text.cancel_reception_note())])
}
