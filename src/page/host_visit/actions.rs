//! What a host may do with a visit: what its status allows and the channel offers, and nothing else.

use super::cancel::CancelVisit;
use super::context::use_host_visit;
use crate::api::channel::Operation;
use crate::context::{use_href, use_session};
use crate::decision::{DecisionButtons, use_decisions};
use crate::domain::approval::Decidable;
use crate::domain::visit::Visit;
use crate::reactive::{DynSignal, memo};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::button::{ButtonLink, Weight};
use leptos::prelude::*;

/// The buttons under a visit. Each stays as long as it is of use, whatever else of the visit changes.
#[component]
pub fn Actions(visit: DynSignal<Visit>) -> impl IntoView {
    let (text, flavor, id) = (use_text(), use_session().context.flavor, use_host_visit().id);
    let again = use_href(&Route::Host(HostRoute::InviteAgain(id.clone())));
    let decision = use_decisions().store.state_of(id.clone());
    let [decides, invites, cancels] =
        [Operation::Decide, Operation::Invite, Operation::CancelReception].map(|operation| operation.is_offered(flavor));
    let decidable = DynSignal::memo(move || visit.with(|visit| Decidable::detailed(&id, visit)).filter(|_| decides));
    let may_invite = memo(move || invites && visit.with(Visit::may_be_invited_again));
    let may_cancel = memo(move || cancels && visit.with(|visit| visit.status.may_be_cancelled_by_host()));
    let has_any = memo(move || decidable.with(Option::is_some) || may_invite.get() || may_cancel.get());
    // While a decision is on its way, nothing else is done with the visit.
    let frozen = memo(move || decision.with(|decision| text.frozen(decision)));
    let is_free = memo(move || frozen.get().is_empty());
    let invite = move || view! { <ButtonLink label=text.invite_again() href=again.clone() weight=Weight::Main/> };
    view! {
        <div class="host-visit__actions" hidden=move || !has_any.get()>
            <p class="host-visit__frozen" role="status">{move || frozen.get()}</p>
            {move || decidable.get().map(|visit| view! { <DecisionButtons visit=visit/> })}
            {move || (may_invite.get() && is_free.get()).then(&invite)}
            {move || (may_cancel.get() && is_free.get()).then(|| view! { <CancelVisit visit=visit/> })}
        </div>
    }
}
