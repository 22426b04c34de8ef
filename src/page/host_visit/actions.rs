//! What a host may do with a visit: what its status allows and the channel offers, and nothing else.

use super::cancel::CancelVisit;
use super::context::use_host_visit;
use crate::api::channel::Operation;
use crate::context::{use_href, use_session};
use crate::deciding::{Candidate, Kind};
use crate::domain::approval::Decidable;
use crate::domain::approval::queue::DecisionState;
use crate::domain::visit::Visit;
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, Weight};
use leptos::prelude::*;

/// The buttons under a visit. Each stays as long as it is of use, whatever else of the visit changes.
#[component]
pub fn Actions(visit: Signal<Visit>) -> impl IntoView {
    let (text, flavor, id) = (use_text(), use_session().context.flavor, use_host_visit().id);
    let again = use_href(&Route::Host(HostRoute::InviteAgain(id.clone())));
    let [decides, invites, cancels] =
        [Operation::Decide, Operation::Invite, Operation::CancelReception].map(|operation| operation.is_offered(flavor));
    let decidable = Memo::new(move |_| visit.with(|visit| Decidable::detailed(&id, visit)).filter(|_| decides));
    let may_invite = Memo::new(move |_| invites && visit.with(Visit::may_be_invited_again));
    let may_cancel = Memo::new(move |_| cancels && visit.with(|visit| visit.status.may_be_cancelled_by_host()));
    let has_any = Memo::new(move |_| decidable.with(Option::is_some) || may_invite.get() || may_cancel.get());
    let invite = move || view! { <ButtonLink label=text.invite_again() href=again.clone() weight=Weight::Main/> };
    view! {
        <div class="host-visit__actions" hidden=move || !has_any.get()>
            {move || decidable.get().map(|visit| view! { <Decide visit=visit/> })}
            {move || may_invite.get().then(&invite)}
            {move || may_cancel.get().then(|| view! { <CancelVisit visit=visit/> })}
        </div>
    }
}

/// Approve and return, as long as nothing is decided here.
#[component]
fn Decide(visit: Decidable) -> impl IntoView {
    let (text, decisions) = (use_text(), use_host_visit().decisions);
    let (queue, id) = (decisions.counter.desk, visit.id.clone());
    let is_open = Memo::new(move |_| queue.with(|queue| matches!(queue.progress(&id), DecisionState::Open | DecisionState::Settled(_))));
    let decide = Callback::new(move |kind: Kind| decisions.ask(kind, vec![Candidate::Known(visit.clone())]));
    move || {
        is_open.get().then(|| {
            view! {
                <div class="host-visit__decide">
                    <Button label=text.approve() weight=Weight::Main on_click=move || decide.run(Kind::Approve)/>
                    <Button label=text.send_back() on_click=move || decide.run(Kind::Return)/>
                </div>
            }
        })
    }
}
