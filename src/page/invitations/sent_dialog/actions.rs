//! The buttons under an invitation that was sent: what its state allows and the channel offers, and nothing else.

use super::{SentTask, Step};
use crate::api::channel::Operation;
use crate::api::share::{self, ShareStatus};
use crate::context::{use_href, use_session};
use crate::domain::invitation::sent::{Sent, SentStatus, ShareState};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::confirm::{ConfirmButton, Confirmation};
use leptos::prelude::*;

#[component]
pub(super) fn Actions(task: SentTask, sent: Sent) -> impl IntoView {
    let (text, flavor) = (use_text(), use_session().context.flavor);
    let offers = |operation: Operation| operation.is_offered(flavor);
    let share = sent
        .may_be_shared()
        .then(|| view! { <Button label=text.share_link() weight=Weight::Main on_click=move || task.step.set(Step::Sharing)/> });
    let again = Route::Host(HostRoute::InviteAgain(sent.visit.clone()));
    let repeat = (sent.may_be_repeated() && offers(Operation::Invite))
        .then(|| view! { <ButtonLink label=text.invite_again() weight=Weight::Main href=use_href(&again)/> });
    let id = sent.id.clone();
    let resend = (sent.may_be_resent() && offers(Operation::ResendSms))
        .then(|| view! { <ConfirmButton label=text.resend_sms() weight=Weight::Quiet on_click=move || task.run(share::resend(&id), text.sms_resent())/> });
    let withdraw = (sent.may_be_withdrawn() && offers(Operation::WithdrawInvitation))
        .then(|| view! { <Button label=text.withdraw() on_click=move || task.withdrawing.set(Confirmation::Asking)/> });
    view! {
        {share}
        {repeat}
        {resend}
        {offers(Operation::ManageLinks).then(|| view! { <LinkSwitch task=task sent=sent/> })}
        {withdraw}
        <Button label=text.close() on_click=move || task.close()/>
    }
}

/// Stops a shared link, or opens it again.
#[component]
fn LinkSwitch(task: SentTask, sent: Sent) -> impl IntoView {
    let text = use_text();
    let change = match sent.status {
        SentStatus::Shared(link) if link.state == ShareState::Open => Some((text.stop_link(), ShareStatus::Closed, text.link_stopped())),
        SentStatus::Shared(link) if link.state == ShareState::Stopped => {
            Some((text.reopen_link(), ShareStatus::Open, text.link_reopened()))
        }
        SentStatus::Shared(_) | SentStatus::Single(_) => None,
    };
    change.map(|(label, status, done)| view! { <ConfirmButton label=label weight=Weight::Quiet on_click=move || task.run(share::set(&sent.id, status), done)/> })
}
