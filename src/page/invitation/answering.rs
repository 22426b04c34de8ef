//! Accepting: the questions, and the answers on their way. An acceptance is never sent twice into the dark.

use super::looking::look;
use super::portrait::{self, PortraitDesk};
use super::{Door, mark, when};
use crate::api::acceptance::accept;
use crate::api::error::ApiError;
use crate::api::form;
use crate::domain::booking::Form;
use crate::domain::booking::answer::Answers;
use crate::domain::booking::field::{Field, FieldKey};
use crate::domain::booking::sending::{Delivery, Lookup, Sending};
use crate::domain::invitation::{self, Invitation, InvitationLink, Standing};
use crate::domain::venue::{Host, Mode};
use crate::domain::visit::Mood;
use crate::page::Site;
use crate::platform::clock;
use crate::platform::storage::Shelf;
use crate::platform::webview;
use crate::remote::{Loading, four_faces};
use crate::sheet::Sheet;
use crate::sheet::drafts::Drafts;
use crate::state::while_shown;
use crate::text::Text;
use crate::ui::button::{main_button, quiet_button};
use crate::ui::cell::{cells, facts};
use crate::ui::element::{El, all, block, live, nothing};
use crate::ui::outcome::outcome;
use crate::ui::popup::modal;
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

/// How long to wait before looking a second time whether an acceptance has arrived, in milliseconds.
const SECOND_LOOK: u32 = 2_000;

/// Begins to load the site's questions, while the invitation is still being read.
pub fn questions(door: Door, invitation: &Invitation) -> Loading<Vec<Field>> {
    let project = invitation.project.clone();
    door.site.get_untracked().load(move |caller| {
        let mut caller = caller.clone();
        caller.project = caller.project.or_else(|| project.clone());
        form::questions(&caller, Mode::Person)
    })
}

/// The form of who means to come.
pub fn form(door: Door, invitation: &Invitation, asked: Loading<Vec<Field>>) -> El {
    let invitation = invitation.clone();
    four_faces(move || asked.get(), move || asked.reload(), move |fields| filled_in(door, &invitation, fields))
}

fn filled_in(door: Door, invitation: &Invitation, fields: Vec<Field>) -> El {
    let text = door.text;
    let portraits = PortraitDesk::open(&door.site.get_untracked());
    let fresh = fresh_form(door, invitation, fields, &portraits);
    let drafts = door.drafts.get_untracked();
    let restored = drafts.restored(&fresh);
    let note =
        if restored.is_some() { block("p", "invitation__hint").attr("role", "status").text(text.draft_restored()) } else { nothing() };
    let sheet = Sheet::new(restored.unwrap_or_else(|| fresh.clone()), portraits.uploader());
    while_shown(move || sheet.form.with(|form| if *form == fresh { drafts.discard() } else { drafts.keep(form) }));
    let left_out = sheet.form.with_untracked(|form| form.left_out().into_iter().map(str::to_owned).collect::<Vec<_>>());
    let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
    let left_out = if left_out.is_empty() { nothing() } else { block("p", "invitation__hint").text(&text.left_out(&left_out)) };
    let rows = sheet.questions();
    let rows = if rows.is_empty() { nothing() } else { cells(text.about_you(), rows) };
    let send = main_button(text.send_acceptance(), move || submit(door, sheet));
    let back = quiet_button(text.back_to_invitation(), move || door.turn(false));
    all([
        note,
        facts("", [(text.host(), invitation.host.clone()), (text.time(), when(text, invitation, clock::now()))]),
        rows,
        left_out,
        portrait::portrait_cells(sheet, portraits),
        block("div", "invitation__actions").child(send).child(back),
        sending_face(door, sheet),
    ])
}

/// The questions that the call takes, with what is known of the guest.
fn fresh_form(door: Door, invitation: &Invitation, fields: Vec<Field>, portraits: &PortraitDesk) -> Form {
    let is_stranger = door.site.with_untracked(|site| !site.session.caller.in_mini_program());
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

/// Checks the answers and sends them, unless that is under way already.
fn submit(door: Door, sheet: Sheet) {
    if !door.sending.with_untracked(Sending::may_submit) {
        return;
    }
    door.sending.set(Sending::Editing);
    let Some(answers) = sheet.checked() else { return };
    door.sending.set(Sending::Submitting);
    // Not bound to the page: an acceptance that is on its way is not called back by leaving.
    let errand = Errand::new(door, name_in(&answers));
    spawn_local(async move { errand.deliver(answers).await });
}

/// Looks again for an acceptance whose answer was lost.
fn check_again(door: Door, sheet: Sheet) {
    // A second tap finds the search under way.
    if door.sending.get_untracked() == Sending::InDoubt {
        door.sending.set(Sending::LookingForIt);
        let name = sheet.form.with_untracked(|form| form.answers.text(&FieldKey::new(invitation::NAME)).trim().to_owned());
        let errand = Errand::new(door, name);
        spawn_local(async move { errand.look_twice().await });
    }
}

fn name_in(answers: &[(FieldKey, String)]) -> String {
    answers.iter().find(|(key, _)| key.as_str() == invitation::NAME).map(|(_, name)| name.clone()).unwrap_or_default()
}

/// An acceptance on its way, with all it needs when the page is gone before it arrives.
struct Errand {
    door: Door,
    site: Site,
    link: InvitationLink,
    drafts: Drafts,
    /// Who accepts; empty where an account says it.
    name: String,
    text: Text,
}

impl Errand {
    fn new(door: Door, name: String) -> Self {
        let (site, link, drafts) = (door.site.get_untracked(), door.link.get_untracked(), door.drafts.get_untracked());
        Self { door, site, link, drafts, name, text: door.text }
    }

    async fn deliver(&self, answers: Vec<(FieldKey, String)>) {
        let answer = self.site.client.send(accept(&self.site.session.caller, &self.link, answers)).await;
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
            Ok(told) if told.standing == Standing::Open => Lookup::Absent,
            Ok(told) => {
                if told.standing.was_accepted() && (self.name.is_empty() || self.name == told.guest) {
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
        Shelf::Lasting.write(&mark(&self.link), "1");
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
fn sending_face(door: Door, sheet: Sheet) -> El {
    let text = door.text;
    let again = move || main_button(text.send_again(), move || submit(door, sheet));
    let back = move || quiet_button(text.back_to_form(), move || door.sending.set(Sending::Editing));
    let say = |title: &str, detail: &str, actions: Vec<El>| modal(title, outcome(Mood::Bad, title, detail, actions));
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
