//! Accepting an invitation: sent once, and looked up in the invitation itself where the answer is lost.

use super::InvitationContext;
use super::fetch::fetch;
use crate::api::acceptance::accept;
use crate::api::transport::Client;
use crate::context::{use_client, use_session};
use crate::domain::booking::field::FieldKey;
use crate::domain::delivery::{Delivery, Lookup, LookupPolicy, SubmitState};
use crate::domain::invitation::{InvitationLink, InvitationStatus, NAME};
use crate::form::{DraftStore, FormController, SubmitDialog, SubmitTask, SubmitWords, delivery, spawn_look_up, spawn_submit};
use crate::link::LinkOrigin;
use crate::platform::webview;
use crate::session::Session;
use crate::text::{Text, use_text};
use crate::ui::button::{Button, Weight};
use crate::visit::remember_acceptance;
use leptos::prelude::*;

/// The button that sends the answers of a form, and the dialog over it meanwhile.
#[component]
pub fn AcceptButton(form: FormController) -> impl IntoView {
    let (text, InvitationContext { submit_state, .. }) = (use_text(), InvitationContext::here());
    let task = StoredValue::new(AcceptTask::here());
    let task = move |answers| AcceptTask { name: name_in(form), answers, ..task.get_value() };
    let submit = Callback::new(move |()| {
        if !submit_state.with_untracked(SubmitState::may_submit) {
            return;
        }
        submit_state.set(SubmitState::Editing);
        if let Some(answers) = form.checked_answers() {
            form.save_draft();
            spawn_submit(task(answers));
        }
    });
    let look_up = move || {
        if submit_state.with_untracked(SubmitState::may_look_up) {
            spawn_look_up(task(Vec::new()));
        }
    };
    view! {
        <div class="invitation__actions">
            <Button label=text.send_acceptance() weight=Weight::Main on_click=submit/>
        </div>
        <SubmitDialog state=submit_state words=submit_words(text) on_submit=submit on_look_up=look_up/>
    }
}

/// Who accepts; empty where an account says it.
fn name_in(form: FormController) -> String {
    form.form.with_untracked(|form| form.answers.text(&FieldKey::new(NAME)).trim().to_owned())
}

fn submit_words(text: Text) -> SubmitWords {
    let in_doubt = (text.in_doubt_title(), text.acceptance_in_doubt());
    SubmitWords {
        submitting: text.submitting(),
        looking_up: text.checking_acceptance(),
        in_doubt,
        // An invitation can always be looked up.
        unknowable: in_doubt,
        not_found_yet: (text.acceptance_not_found_yet_title(), text.acceptance_not_found_yet()),
        refused: text.acceptance_refused_title(),
    }
}

/// An acceptance on its way. The page may be left before it arrives.
#[derive(Clone)]
struct AcceptTask {
    client: Client,
    session: Session,
    text: Text,
    page: InvitationContext,
    link: InvitationLink,
    origin: LinkOrigin,
    drafts: DraftStore,
    name: String,
    answers: Vec<(FieldKey, String)>,
}

impl AcceptTask {
    /// A task of the page that is being built, without answers yet.
    fn here() -> Self {
        let page = InvitationContext::here();
        Self {
            client: use_client(),
            session: use_session(),
            text: use_text(),
            page,
            link: page.link.get_value(),
            origin: page.origin.get_value(),
            drafts: page.drafts.get_value(),
            name: String::new(),
            answers: Vec::new(),
        }
    }

    fn remember(&self) {
        remember_acceptance(&self.link.id, &self.origin);
        self.drafts.discard();
    }
}

impl SubmitTask for AcceptTask {
    type Receipt = ();

    /// A refusal may mean that the invitation has changed since it was fetched.
    fn lookup_policy(&self) -> LookupPolicy {
        LookupPolicy::WhenLostOrRefused
    }

    async fn send(&self) -> Delivery {
        let answer = self.client.send(accept(&self.session.context, &self.link, self.answers.clone())).await;
        if answer.is_ok() {
            self.remember();
        }
        delivery(answer, self.text)
    }

    /// Found is an invitation that is not open any more, whoever accepted it.
    async fn look_up(&self) -> Lookup {
        match fetch(self.client.clone(), self.session.clone(), self.link.clone()).await {
            Ok(invitation) if invitation.status == InvitationStatus::Open => Lookup::Absent,
            Ok(invitation) => {
                if invitation.status.was_accepted() && (self.name.is_empty() || self.name == invitation.guest) {
                    self.remember();
                }
                Lookup::Found(())
            }
            Err(_) => Lookup::Failed,
        }
    }

    fn is_awaited(&self) -> bool {
        self.page.submit_state.try_with_untracked(|state| *state == SubmitState::NotFoundYet) == Some(true)
    }

    /// Once it has arrived, the page shows what became of the invitation.
    fn settle(&self, state: SubmitState) {
        let has_arrived = state.has_arrived();
        let is_shown = self.page.submit_state.try_set(if has_arrived { SubmitState::Editing } else { state }).is_none();
        if has_arrived && is_shown {
            self.page.resource.refetch();
            webview::to_top();
        }
    }
}
