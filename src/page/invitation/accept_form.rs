//! The form of a guest who means to accept.

use super::accept::AcceptButton;
use super::portrait::{PortraitField, portrait_question, use_portrait_uploader};
use super::{InvitationContext, stay};
use crate::api::form;
use crate::context::use_session;
use crate::domain::booking::Form;
use crate::domain::booking::answer::Answers;
use crate::domain::booking::field::Field;
use crate::domain::invitation::{self, Invitation};
use crate::domain::portrait::Quality;
use crate::domain::venue::{Host, Mode};
use crate::form::{FormController, Questions};
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, Resource, use_api};
use crate::text::use_text;
use crate::ui::button::Button;
use crate::ui::cell::Facts;
use leptos::prelude::*;

/// Fetches the site's questions.
pub fn use_questions(invitation: &Invitation) -> Resource<Vec<Field>> {
    let project = invitation.project.clone();
    use_api(move |context| {
        let mut context = context.clone();
        context.project = context.project.or_else(|| project.clone());
        form::questions(&context, Mode::Person)
    })
}

/// The form, once its questions are there, and the button back to the invitation.
#[component]
pub fn AcceptForm(invitation: DynSignal<Invitation>, questions: Resource<Vec<Field>>) -> impl IntoView {
    let (text, context) = (use_text(), InvitationContext::here());
    let ready = move |fields: DynSignal<Vec<Field>>| {
        view! { <GuestForm invitation=invitation.get_untracked() fields=fields.get_untracked()/> }
    };
    view! {
        <AsyncView value=questions.signal() on_retry=move || questions.refetch() children=ready/>
        <div class="invitation__actions">
            <Button label=text.back_to_invitation() on_click=move || context.show_form(false)/>
        </div>
    }
}

#[component]
fn GuestForm(invitation: Invitation, fields: Vec<Field>) -> impl IntoView {
    let text = use_text();
    let drafts = InvitationContext::here().drafts.get_value();
    let quality = RwSignal::new(None::<Quality>);
    let fresh = fresh_form(&invitation, fields);
    let restored = drafts.restore_form(&fresh);
    let is_restored = restored.is_some();
    let form = FormController::new(restored.unwrap_or_else(|| fresh.clone()), use_portrait_uploader(quality));
    form.keep_draft(drafts, fresh);
    let left_out = form.form.with_untracked(|form| {
        let labels = form.left_out();
        (!labels.is_empty()).then(|| text.left_out(&labels))
    });
    let facts = vec![(text.host(), invitation.host.clone()), (text.time(), stay(text, &invitation, clock::now()))];
    view! {
        {is_restored.then(|| view! { <p class="invitation__hint" role="status">{text.draft_restored()}</p> }.into_any())}
        <Facts facts=facts/>
        <Questions form=form heading=text.about_you()/>
        {left_out.map(|words| view! { <p class="invitation__hint">{words}</p> }.into_any())}
        <PortraitField form=form quality=quality/>
        <AcceptButton form=form/>
    }
}

/// The questions that the call takes, with what is known of the guest.
fn fresh_form(invitation: &Invitation, fields: Vec<Field>) -> Form {
    let (text, session) = (use_text(), use_session());
    let (viewer, context) = (session.viewer(), session.context);
    let is_stranger = !context.in_mini_program();
    let mut fields = invitation::questions(fields, is_stranger);
    if is_stranger && !fields.iter().any(|field| field.key.as_str() == invitation::NAME) {
        fields.insert(0, invitation::name_question(text.visitor()));
    }
    fields.extend(portrait_question(text, context.flavor));
    let host = Host { id: None, name: invitation.host.clone(), phone: String::new() };
    let mut form = Form::of_guest(host, fields);
    form.answers.take_from(Answers::of_visit(&invitation.answers.shown_to(viewer), &form.fields), &form.fields);
    form
}
