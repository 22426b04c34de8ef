//! An acceptance on its way: it is never sent twice into the dark.

use super::looking::look;
use super::{InvitationContext, mark};
use crate::api::acceptance::accept;
use crate::api::error::ApiError;
use crate::domain::booking::field::FieldKey;
use crate::domain::booking::sending::{Delivery, Lookup, Sending};
use crate::domain::invitation::{self, InvitationLink, InvitationStatus};
use crate::domain::visit::Tone;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::element::{El, block, live, nothing};
use crate::old_ui::outcome::outcome;
use crate::old_ui::popup::modal;
use crate::page::Site;
use crate::platform::storage::Storage;
use crate::platform::webview;
use crate::sheet::FormController;
use crate::sheet::drafts::Drafts;
use crate::text::Text;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long to wait before looking a second time whether an acceptance has arrived, in milliseconds.
const SECOND_LOOK: u32 = 2_000;

/// Checks the answers and sends them, unless that is under way already.
pub fn submit(door: InvitationContext, sheet: FormController) {
    if !door.sending.with_untracked(Sending::may_submit) {
        return;
    }
    door.sending.set(Sending::Editing);
    let Some(answers) = sheet.checked() else { return };
    door.sending.set(Sending::Submitting);
    // Not bound to the page: an acceptance that is on its way is not called back by leaving.
    let errand = AcceptTask::new(door, name_in(&answers));
    spawn_local(async move { errand.deliver(answers).await });
}

/// Looks again for an acceptance whose answer was lost.
fn check_again(door: InvitationContext, sheet: FormController) {
    // A second tap finds the search under way.
    if door.sending.get_untracked() == Sending::InDoubt {
        door.sending.set(Sending::LookingForIt);
        let name = sheet.form.with_untracked(|form| form.answers.text(&FieldKey::new(invitation::NAME)).trim().to_owned());
        let errand = AcceptTask::new(door, name);
        spawn_local(async move { errand.look_twice().await });
    }
}

fn name_in(answers: &[(FieldKey, String)]) -> String {
    answers.iter().find(|(key, _)| key.as_str() == invitation::NAME).map(|(_, name)| name.clone()).unwrap_or_default()
}

/// An acceptance on its way, with all it needs when the page is gone before it arrives.
struct AcceptTask {
    door: InvitationContext,
    site: Site,
    link: InvitationLink,
    drafts: Drafts,
    /// Who accepts; empty where an account says it.
    name: String,
    text: Text,
}

impl AcceptTask {
    fn new(door: InvitationContext, name: String) -> Self {
        let (site, link, drafts) = (door.site.get_untracked(), door.link.get_untracked(), door.drafts.get_untracked());
        Self { door, site, link, drafts, name, text: door.text }
    }

    async fn deliver(&self, answers: Vec<(FieldKey, String)>) {
        let answer = self.site.client.send(accept(&self.site.session.context, &self.link, answers)).await;
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
        let words = Delivery::Refused(self.text.failure(error));
        if self.lookup().await == Lookup::Found { self.show_anew() } else { self.settle(Sending::after_delivery(words)) }
    }

    /// Looks twice before saying that an acceptance did not arrive: it may still be on its way.
    async fn look_twice(&self) {
        let mut found = self.lookup().await;
        if found == Lookup::Absent {
            TimeoutFuture::new(SECOND_LOOK).await;
            found = self.lookup().await;
        }
        if found == Lookup::Found { self.show_anew() } else { self.settle(Sending::after_lookup(found)) }
    }

    /// Whether the invitation stands otherwise than open.
    async fn lookup(&self) -> Lookup {
        match look(self.site.clone(), self.link.clone()).await {
            Ok(told) if told.status == InvitationStatus::Open => Lookup::Absent,
            Ok(told) => {
                if told.status.was_accepted() && (self.name.is_empty() || self.name == told.guest) {
                    self.remember();
                }
                Lookup::Found
            }
            Err(_) => Lookup::Failed,
        }
    }

    fn accepted(&self) {
        self.remember();
        self.show_anew();
    }

    /// This phone knows from now on that it has accepted.
    fn remember(&self) {
        Storage::Local.write(&mark(&self.link), "1");
        self.drafts.discard();
    }

    /// Takes the next step, if the page is still there.
    fn settle(&self, next: Sending) {
        self.door.sending.set(next);
    }

    /// Shows the invitation as it stands now, if the page is still there.
    fn show_anew(&self) {
        if self.door.sending.try_with_untracked(|_| ()).is_some() {
            self.door.seen.reload();
            webview::to_top();
            self.settle(Sending::Editing);
        }
    }
}

/// What lies over the form while it is being sent.
pub fn sending_face(door: InvitationContext, sheet: FormController) -> El {
    let text = door.text;
    let again = move || main_button(text.send_again(), move || submit(door, sheet));
    let back = move || quiet_button(text.back_to_form(), move || door.sending.set(Sending::Editing));
    let say = |title: &str, detail: &str, actions: Vec<El>| modal(title, outcome(Tone::Bad, title, detail, actions));
    let wait = |words: &str| modal(words, block("p", "invitation__waiting").attr("role", "status").text(words));
    live(move || match door.sending.get() {
        Sending::Submitting => wait(text.submitting()),
        Sending::LookingForIt => wait(text.checking_acceptance()),
        Sending::InDoubt => {
            let look = main_button(text.check_again(), move || check_again(door, sheet));
            say(text.in_doubt_title(), text.acceptance_in_doubt(), vec![look])
        }
        Sending::NotArrived => say(text.acceptance_not_arrived_title(), text.acceptance_not_arrived(), vec![again(), back()]),
        Sending::Refused(words) => say(text.acceptance_refused_title(), &words, vec![back()]),
        _ => nothing(),
    })
}
