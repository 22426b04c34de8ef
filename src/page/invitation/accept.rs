//! An acceptance on its way: it is never sent twice into the dark.

use super::fetch::fetch;
use super::{InvitationContext, remember_acceptance};
use crate::api::acceptance::accept;
use crate::api::channel::ApiContext;
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::context::{use_client, use_session};
use crate::domain::booking::field::FieldKey;
use crate::domain::booking::sending::{Delivery, Lookup, Sending};
use crate::domain::invitation::{self, InvitationLink, InvitationStatus};
use crate::domain::visit::Tone;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::element::{El, block, live, nothing};
use crate::old_ui::outcome::outcome;
use crate::old_ui::popup::modal;
use crate::platform::webview;
use crate::sheet::FormController;
use crate::sheet::drafts::Drafts;
use crate::text::{Text, use_text};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long to wait before looking a second time whether an acceptance has arrived, in milliseconds.
const SECOND_LOOK: u32 = 2_000;

/// What sending needs, from context.
#[derive(Clone)]
pub struct AcceptContext {
    page: InvitationContext,
    client: Client,
    context: ApiContext,
    text: Text,
}

impl AcceptContext {
    pub fn here(page: InvitationContext) -> Self {
        Self { page, client: use_client(), context: use_session().context, text: use_text() }
    }
}

/// Checks the answers and sends them, unless that is under way already.
pub fn submit(accept: &AcceptContext, sheet: FormController) {
    if !accept.page.sending.with_untracked(Sending::may_submit) {
        return;
    }
    accept.page.sending.set(Sending::Editing);
    let Some(answers) = sheet.checked() else { return };
    accept.page.sending.set(Sending::Submitting);
    // Not bound to the page: an acceptance that is on its way is not called back by leaving.
    let task = AcceptTask::new(accept, name_in(&answers));
    spawn_local(async move { task.deliver(answers).await });
}

/// Looks again for an acceptance whose answer was lost.
fn check_again(accept: &AcceptContext, sheet: FormController) {
    // A second tap finds the search under way.
    if accept.page.sending.get_untracked() == Sending::InDoubt {
        accept.page.sending.set(Sending::LookingForIt);
        let name = sheet.form.with_untracked(|form| form.answers.text(&FieldKey::new(invitation::NAME)).trim().to_owned());
        let task = AcceptTask::new(accept, name);
        spawn_local(async move { task.look_twice().await });
    }
}

fn name_in(answers: &[(FieldKey, String)]) -> String {
    answers.iter().find(|(key, _)| key.as_str() == invitation::NAME).map(|(_, name)| name.clone()).unwrap_or_default()
}

/// An acceptance on its way, with all it needs when the page is gone before it arrives.
struct AcceptTask {
    accept: AcceptContext,
    link: InvitationLink,
    drafts: Drafts,
    /// Who accepts; empty where an account says it.
    name: String,
}

impl AcceptTask {
    fn new(accept: &AcceptContext, name: String) -> Self {
        Self { accept: accept.clone(), link: accept.page.link.get_value(), drafts: accept.page.drafts.get_value(), name }
    }

    async fn deliver(&self, answers: Vec<(FieldKey, String)>) {
        let answer = self.accept.client.send(accept(&self.accept.context, &self.link, answers)).await;
        match answer {
            Ok(()) => self.accepted(),
            Err(error) if error.leaves_doubt() => {
                self.settle(Sending::after_delivery(Delivery::AnswerLost));
                self.look_twice().await;
            }
            Err(error) => self.refused(&error).await,
        }
    }

    /// A refusal may mean that the invitation does not stand any more as it was read.
    async fn refused(&self, error: &ApiError) {
        let words = Delivery::Refused(self.accept.text.failure(error));
        if self.lookup().await == Lookup::Found { self.refetch() } else { self.settle(Sending::after_delivery(words)) }
    }

    /// Looks twice before saying that an acceptance did not arrive: it may still be on its way.
    async fn look_twice(&self) {
        let mut found = self.lookup().await;
        if found == Lookup::Absent {
            TimeoutFuture::new(SECOND_LOOK).await;
            found = self.lookup().await;
        }
        if found == Lookup::Found { self.refetch() } else { self.settle(Sending::after_lookup(found)) }
    }

    /// Whether the invitation stands otherwise than open.
    async fn lookup(&self) -> Lookup {
        match fetch(self.accept.client.clone(), self.accept.context.clone(), self.link.clone()).await {
            Ok(invitation) if invitation.status == InvitationStatus::Open => Lookup::Absent,
            Ok(invitation) => {
                if invitation.status.was_accepted() && (self.name.is_empty() || self.name == invitation.guest) {
                    self.remember();
                }
                Lookup::Found
            }
            Err(_) => Lookup::Failed,
        }
    }

    fn accepted(&self) {
        self.remember();
        self.refetch();
    }

    /// This phone knows from now on that it has accepted.
    fn remember(&self) {
        remember_acceptance(&self.link);
        self.drafts.discard();
    }

    /// Takes the next step, if the page is still there.
    fn settle(&self, next: Sending) {
        self.accept.page.sending.set(next);
    }

    /// Shows the invitation as it stands now, if the page is still there.
    fn refetch(&self) {
        if self.accept.page.sending.try_with_untracked(|_| ()).is_some() {
            self.accept.page.resource.refetch();
            webview::to_top();
            self.settle(Sending::Editing);
        }
    }
}

/// What lies over the form while it is being sent.
pub fn sending_face(accept: AcceptContext, sheet: FormController) -> El {
    let text = accept.text;
    let accept = StoredValue::new(accept);
    let sending = accept.with_value(|accept| accept.page.sending);
    let again = move || main_button(text.send_again(), move || accept.with_value(|accept| submit(accept, sheet)));
    let back = move || quiet_button(text.back_to_form(), move || sending.set(Sending::Editing));
    let say = |title: &str, detail: &str, actions: Vec<El>| modal(title, outcome(Tone::Bad, title, detail, actions));
    let wait = |words: &str| modal(words, block("p", "invitation__waiting").attr("role", "status").text(words));
    live(move || match sending.get() {
        Sending::Submitting => wait(text.submitting()),
        Sending::LookingForIt => wait(text.checking_acceptance()),
        Sending::InDoubt => {
            let look = main_button(text.check_again(), move || accept.with_value(|accept| check_again(accept, sheet)));
            say(text.in_doubt_title(), text.acceptance_in_doubt(), vec![look])
        }
        Sending::NotArrived => say(text.acceptance_not_arrived_title(), text.acceptance_not_arrived(), vec![again(), back()]),
        Sending::Refused(words) => say(text.acceptance_refused_title(), &words, vec![back()]),
        _ => nothing(),
    })
}
