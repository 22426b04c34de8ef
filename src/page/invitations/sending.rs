//! Sending the invitations one after another, and what the employee sees of it.

use super::desk::{DraftStore, InvitationForm, spot_id};
use super::share_sheet::Shared;
use crate::api::invitation;
use crate::domain::invitation::draft::Invitation;
use crate::domain::invitation::round::{Delivery, Entry, EntryState, Failure, Round, Step};
use crate::domain::invitation::sent::Sent;
use crate::domain::visit::Tone;
use crate::old_ui::badge::badge;
use crate::old_ui::button::{main_button, main_link, quiet_button, quiet_link};
use crate::old_ui::cell::{cells, digest};
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::frame::frame_button;
use crate::old_ui::outcome::outcome;
use crate::page::Site;
use crate::platform::{clock, webview};
use crate::route::{HostRoute, Route};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long to wait before looking a second time for what may still be on its way, in milliseconds.
const SECOND_LOOK: u32 = 2_000;

/// Checks the draft and sends it, unless that is under way already.
pub fn submit(desk: InvitationForm) {
    if desk.round.with_untracked(Option::is_some) {
        return;
    }
    let checked = desk.offer.with_untracked(|offer| desk.draft.with_untracked(|draft| draft.check(offer, clock::now())));
    match checked {
        Ok(invitations) => {
            desk.problems.set(Vec::new());
            desk.toasts.iter().for_each(|toasts| toasts.clear());
            desk.round.set(Some(Round::new(invitations)));
            drive(desk);
        }
        Err(problems) => {
            let first = problems.first().map(|problem| spot_id(problem.spot));
            if let Some(toasts) = desk.toasts {
                toasts.show(desk.text.problem_count(problems.len()));
            }
            desk.problems.set(problems);
            first.iter().for_each(|id| webview::focus(id));
        }
    }
}

/// Looks for what was under way when the page was left.
pub fn go_on(desk: InvitationForm) {
    if desk.round.with_untracked(Option::is_some) {
        change(desk, |round| (0..round.entries.len()).for_each(|place| round.look_again(place)));
    }
}

/// Changes the round as the person wishes, and takes the steps that follow.
fn change(desk: InvitationForm, wish: impl FnOnce(&mut Round)) {
    desk.round.update(|round| {
        if let Some(round) = round {
            wish(round);
        }
    });
    drive(desk);
}

/// Takes the round's steps, unless somebody does already. Leaving the page ends that after the one under way.
fn drive(desk: InvitationForm) {
    if desk.is_driven.get_untracked() {
        return;
    }
    let Some(round) = desk.round.get_untracked() else { return };
    desk.is_driven.set(true);
    let mut errand = InviteTask { desk, site: desk.site.get_untracked(), kept: desk.shelf.get_untracked(), round };
    // Not bound to the page: an invitation that is on its way is not called back by leaving.
    spawn_local(async move { errand.run().await });
}

/// A round on its way, with all it needs when the page is gone before it ends.
struct InviteTask {
    desk: InvitationForm,
    site: Site,
    kept: DraftStore,
    round: Round,
}

impl InviteTask {
    async fn run(&mut self) {
        self.note_earlier().await;
        while self.is_shown() {
            let Some(step) = self.take(Round::step) else { break };
            match step {
                Step::Send(place, invitation) => {
                    let delivery = self.deliver(&invitation).await;
                    self.take(|round| round.deliver(place, delivery));
                }
                Step::Look(place, invitation) => {
                    let list = self.look(&invitation).await;
                    self.take(|round| round.look(place, list.as_deref()));
                }
            }
        }
        if self.is_shown() {
            self.desk.is_driven.set(false);
            self.finish();
        } else {
            self.take(Round::abandon);
        }
    }

    /// Whether the page is still there.
    fn is_shown(&self) -> bool {
        self.desk.round.try_with_untracked(|_| ()).is_some()
    }

    /// Changes the round, on the page as well, and keeps it.
    fn take<T>(&mut self, change: impl FnOnce(&mut Round) -> T) -> T {
        if let Some(Some(shown)) = self.desk.round.try_get_untracked() {
            // The person may have wished for something meanwhile.
            self.round = shown;
        }
        let taken = change(&mut self.round);
        self.kept.keep_round(&self.round);
        self.desk.round.set(Some(self.round.clone()));
        taken
    }

    /// The mini-program's list names no visitor before one accepts: what stands in it already is not what is sent now.
    async fn note_earlier(&mut self) {
        if self.site.session.context.in_mini_program()
            && self.round.earlier.is_empty()
            && let Ok(list) = self.site.client.send(invitation::recent(&self.site.session.context)).await
        {
            self.take(|round| round.earlier = list.into_iter().map(|sent| sent.id).collect());
        }
    }

    async fn deliver(&self, invitation: &Invitation) -> Delivery {
        match self.site.client.send(invitation::send(&self.site.session.context, invitation)).await {
            Ok(id) => id.map_or(Delivery::AnswerLost, Delivery::Accepted),
            Err(error) if error.leaves_doubt() => Delivery::AnswerLost,
            Err(error) => Delivery::Refused(self.desk.text.failure(&error)),
        }
    }

    /// Looks twice before saying that it is not there: it may still be on its way.
    async fn look(&self, invitation: &Invitation) -> Option<Vec<Sent>> {
        let list = self.list().await?;
        if list.iter().any(|sent| sent.is(invitation)) {
            return Some(list);
        }
        TimeoutFuture::new(SECOND_LOOK).await;
        self.list().await
    }

    async fn list(&self) -> Option<Vec<Sent>> {
        self.site.client.send(invitation::recent(&self.site.session.context)).await.ok()
    }

    /// All that could be done is done: a single invitation is shared at once.
    fn finish(&self) {
        if self.round.is_all_sent() {
            self.desk.start_over();
            if let [entry] = self.round.entries.as_slice() {
                self.desk.sharing.set(shared(entry));
            }
        }
    }
}

/// What there is to share of an invitation that was sent.
fn shared(entry: &Entry) -> Option<Shared> {
    match &entry.progress {
        EntryState::Sent(id) => Some(Shared { id: id.clone(), name: entry.invitation.name.clone(), stay: Some(entry.invitation.stay) }),
        _ => None,
    }
}

/// What became of the round, row by row.
pub fn round_view(desk: InvitationForm, round: &Round) -> El {
    let text = desk.text;
    let rows = round.entries.iter().enumerate().map(|(place, entry)| entry_view(desk, place, entry));
    all([head(desk, round), cells(&text.sent_of(round.count_sent(), round.entries.len()), rows)])
}

fn head(desk: InvitationForm, round: &Round) -> El {
    let text = desk.text;
    let list = desk.site.with_untracked(|site| site.href(&Route::Host(HostRoute::Invitations)));
    let list = || quiet_link(text.see_invitations(), &list);
    if round.is_under_way() {
        let words = block("p", "invitations__under-way").attr("role", "status").text(text.sending_invitations());
        return words.child(block("span", "invitations__stay").text(text.leave_while_sending()));
    }
    if round.is_all_sent() {
        let others = quiet_button(text.invite_others(), move || desk.end_round());
        let first = match round.entries.as_slice() {
            [entry] => {
                let shared = shared(entry);
                main_button(text.share_link(), move || desk.sharing.set(shared.clone()))
            }
            _ => main_link(text.see_invitations(), &desk.site.with_untracked(|site| site.href(&Route::Host(HostRoute::Invitations)))),
        };
        let last = if round.entries.len() == 1 { list() } else { nothing() };
        return outcome(Tone::Good, text.invited_title(), text.invited_detail(), [first, others, last]);
    }
    match round.count_failed() {
        0 => outcome(Tone::Bad, text.doubtful_title(), text.doubtful_detail(), [list()]),
        failed => {
            let retry = main_button(&text.retry_failed(failed), move || change(desk, Round::retry_all));
            let back = quiet_button(text.back_and_change(), move || desk.change_failed());
            outcome(Tone::Bad, text.not_all_invited_title(), text.not_all_invited_detail(), [retry, back, list()])
        }
    }
}

fn entry_view(desk: InvitationForm, place: usize, entry: &Entry) -> El {
    let text = desk.text;
    let (word, tone) = match &entry.progress {
        EntryState::Waiting => (text.entry_waiting(), Tone::Over),
        EntryState::Sending => (text.entry_sending(), Tone::Waiting),
        EntryState::LookingForIt => (text.entry_looking(), Tone::Waiting),
        EntryState::Sent(_) => (text.entry_sent(), Tone::Good),
        EntryState::Failed(_) => (text.entry_failed(), Tone::Bad),
        EntryState::InDoubt => (text.entry_doubtful(), Tone::Bad),
    };
    let why = match &entry.progress {
        EntryState::Failed(Failure::Refused(words)) => words,
        EntryState::Failed(Failure::NotArrived) => text.entry_not_arrived(),
        EntryState::Failed(Failure::NotBegun) => text.entry_not_begun(),
        EntryState::InDoubt => text.entry_unknown(),
        _ => "",
    };
    let act = match &entry.progress {
        EntryState::Sent(_) => {
            let shared = shared(entry);
            frame_button(text.share_link(), move || desk.sharing.set(shared.clone()))
        }
        EntryState::Failed(_) => frame_button(text.retry(), move || change(desk, |round| round.retry(place))),
        EntryState::InDoubt => frame_button(text.check_again(), move || change(desk, |round| round.look_again(place))),
        _ => nothing(),
    };
    let what = digest(&entry.invitation.name, [entry.invitation.phone.as_str(), why]);
    block("div", "cell").attr("role", "listitem").child(what).child(block("div", "invitations__entry").child(badge(word, tone)).child(act))
}
