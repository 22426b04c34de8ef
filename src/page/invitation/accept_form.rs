//! The questions to a guest who means to accept.

use super::accept::{sending_face, submit};
use super::portrait::{self, PortraitDesk};
use super::{InvitationContext, stay};
use crate::api::form;
use crate::context::use_session;
use crate::domain::booking::Form;
use crate::domain::booking::answer::Answers;
use crate::domain::booking::field::Field;
use crate::domain::invitation::{self, Invitation};
use crate::domain::venue::{Host, Mode};
use crate::old_ui::bridge::view_of;
use crate::old_ui::button::main_button;
use crate::old_ui::cell::{cells, facts};
use crate::old_ui::element::{El, all, block, nothing};
use crate::platform::clock;
use crate::resource::{AsyncView, Resource, use_api};
use crate::sheet::FormController;
use crate::state::while_shown;
use crate::text::{Text, use_text};
use crate::ui::button::Button;
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

/// The form of a guest who means to come.
#[component]
pub fn AcceptForm(invitation: Signal<Invitation>, questions: Resource<Vec<Field>>) -> impl IntoView {
    let (text, context) = (use_text(), InvitationContext::here());
    let ready = move |fields: Signal<Vec<Field>>| view_of(filled_in(context, &invitation.get_untracked(), fields.get_untracked()));
    view! {
        <AsyncView value=questions.signal() on_retry=move || questions.refetch() children=ready/>
        <div class="invitation__actions">
            <Button label=text.back_to_invitation() on_click=move || context.show_form(false)/>
        </div>
    }
}

fn filled_in(context: InvitationContext, invitation: &Invitation, fields: Vec<Field>) -> El {
    let text = use_text();
    let portraits = PortraitDesk::open(&expect_context());
    let fresh = fresh_form(text, invitation, fields, &portraits);
    let drafts = context.drafts.get_value();
    let restored = drafts.restored(&fresh);
    let note =
        if restored.is_some() { block("p", "invitation__hint").attr("role", "status").text(text.draft_restored()) } else { nothing() };
    let sheet = FormController::new(restored.unwrap_or_else(|| fresh.clone()), portraits.uploader());
    while_shown(move || sheet.form.with(|form| if *form == fresh { drafts.discard() } else { drafts.keep(form) }));
    let left_out = sheet.form.with_untracked(|form| form.left_out().into_iter().map(str::to_owned).collect::<Vec<_>>());
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
    let left_out = if left_out.is_empty() { nothing() } else { block("p", "invitation__hint").text(&text.left_out(&left_out)) };
    let rows = sheet.questions();
    let rows = if rows.is_empty() { nothing() } else { cells(text.about_you(), rows) };
    let task = super::accept::AcceptContext::here(context);
    let send = {
        let task = task.clone();
        main_button(text.send_acceptance(), move || submit(&task, sheet))
    };
    all([
        note,
        facts("", [(text.host(), invitation.host.clone()), (text.time(), stay(text, invitation, clock::now()))]),
        rows,
        left_out,
        portrait::portrait_cells(sheet, portraits),
        block("div", "invitation__actions").child(send),
        sending_face(task, sheet),
    ])
}

/// The questions that the call takes, with what is known of the guest.
fn fresh_form(text: Text, invitation: &Invitation, fields: Vec<Field>, portraits: &PortraitDesk) -> Form {
    let is_stranger = !use_session().context.in_mini_program();
    let mut fields = invitation::questions(fields, is_stranger);
    if is_stranger && !fields.iter().any(|field| field.key.as_str() == invitation::NAME) {
        fields.insert(0, invitation::name_question(text.visitor()));
    }
    fields.extend(portraits.question());
    let host = Host { id: None, name: invitation.host.clone(), phone: invitation.phone.clone() };
    let mut form = Form::of_guest(host, fields);
    form.answers.take_from(Answers::of_visit(&invitation.answers, &form.fields), &form.fields);
    form
}
