//! An invitation that nobody has answered: what it is about, yes or no, then the questions.

use super::accept_form::{AcceptForm, use_questions};
use super::decline::Decline;
use super::{InvitationContext, InvitationFacts};
use crate::context::use_session;
use crate::domain::invitation::Invitation;
use crate::reactive::DynSignal;
use crate::resource::Remote;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::letter::Letter;
use crate::visit::OpenInMiniProgram;
use leptos::prelude::*;

/// The invitation, or the form of a guest who means to come.
#[component]
pub fn OpenInvitation(invitation: DynSignal<Invitation>) -> impl IntoView {
    let InvitationContext { is_answering, .. } = InvitationContext::here();
    // Fetched while the invitation is still being read.
    let questions = use_questions(&invitation.get_untracked());
    let shown = move || {
        if is_answering.get() {
            view! { <AcceptForm invitation=invitation questions=questions/> }.into_any()
        } else {
            view! { <Preview invitation=invitation/> }.into_any()
        }
    };
    view! { {move || shown()} }
}

#[component]
fn Preview(invitation: DynSignal<Invitation>) -> impl IntoView {
    let (text, context, session) = (use_text(), InvitationContext::here(), use_session());
    let needs_mini_program = session.context.in_mini_program() && !session.is_known();
    let actions = if needs_mini_program {
        let link = context.link.get_value();
        view! { <OpenInMiniProgram route=Route::Invitation(link)/> }.into_any()
    } else {
        view! {
            <div class="invitation__actions">
                <Button label=text.accept_invitation() weight=Weight::Main on_click=move || context.show_form(true)/>
                <Decline invitation=invitation/>
            </div>
        }
        .into_any()
    };
    view! {
        <h2 class="invitation__title">{move || invitation.with(|invitation| text.invites_you(&invitation.host))}</h2>
        <InvitationFacts invitation=invitation is_mine=false/>
        <ParkNotice/>
        {actions}
    }
}

/// The park's notice. Accepting does not need it: a failure shows nothing.
#[component]
fn ParkNotice() -> impl IntoView {
    let (text, InvitationContext { notice, .. }) = (use_text(), InvitationContext::here());
    let shown = move || match notice.get() {
        Remote::Ready(Ok(Some(notice))) => {
            let title = if notice.title.trim().is_empty() { text.park_notice().to_owned() } else { notice.title };
            let letter = view! {
                <div class="invitation__notice">
                    <Letter title=title content=notice.content/>
                </div>
            };
            Some(letter.into_any())
        }
        _ => None,
    };
    view! { {move || shown()} }
}
