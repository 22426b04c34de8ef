//! The questions to whoever means to accept.

use super::errand::{sending_face, submit};
use super::portrait::{self, PortraitDesk};
use super::{InvitationContext, when};
use crate::api::form;
use crate::domain::booking::Form;
use crate::domain::booking::answer::Answers;
use crate::domain::booking::field::Field;
use crate::domain::invitation::{self, Invitation};
use crate::domain::venue::{Host, Mode};
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::cell::{cells, facts};
use crate::old_ui::element::{El, all, block, nothing};
use crate::platform::clock;
use crate::remote::{Resource, four_faces};
use crate::sheet::FormController;
use crate::state::while_shown;
use leptos::prelude::*;

/// Begins to load the site's questions, while the invitation is still being read.
pub fn questions(door: InvitationContext, invitation: &Invitation) -> Resource<Vec<Field>> {
    let project = invitation.project.clone();
    door.site.get_untracked().load(move |context| {
        let mut context = context.clone();
        context.project = context.project.or_else(|| project.clone());
        form::questions(&context, Mode::Person)
    })
}

/// The form of who means to come.
pub fn form(door: InvitationContext, invitation: &Invitation, asked: Resource<Vec<Field>>) -> El {
    let invitation = invitation.clone();
    let back = quiet_button(door.text.back_to_invitation(), move || door.turn(false));
    let form = four_faces(move || asked.get(), move || asked.reload(), move |fields| filled_in(door, &invitation, fields));
    all([form, block("div", "invitation__actions").child(back)])
}

fn filled_in(door: InvitationContext, invitation: &Invitation, fields: Vec<Field>) -> El {
    let text = door.text;
    let portraits = PortraitDesk::open(&door.site.get_untracked());
    let fresh = fresh_form(door, invitation, fields, &portraits);
    let drafts = door.drafts.get_untracked();
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
    let send = main_button(text.send_acceptance(), move || submit(door, sheet));
    all([
        note,
        facts("", [(text.host(), invitation.host.clone()), (text.time(), when(text, invitation, clock::now()))]),
        rows,
        left_out,
        portrait::portrait_cells(sheet, portraits),
        block("div", "invitation__actions").child(send),
        sending_face(door, sheet),
    ])
}

/// The questions that the call takes, with what is known of the guest.
fn fresh_form(door: InvitationContext, invitation: &Invitation, fields: Vec<Field>, portraits: &PortraitDesk) -> Form {
    let is_stranger = door.site.with_untracked(|site| !site.session.context.in_mini_program());
    let mut fields = invitation::questions(fields, is_stranger);
    if is_stranger && !fields.iter().any(|field| field.key.as_str() == invitation::NAME) {
        fields.insert(0, invitation::name_question(door.text.visitor()));
    }
    fields.extend(portraits.question());
    let host = Host { id: None, name: invitation.host.clone(), phone: invitation.phone.clone() };
    let mut form = Form::of_guest(host, fields);
    form.answers.take_from(Answers::of_visit(&invitation.answers, &form.fields), &form.fields);
    form
}
