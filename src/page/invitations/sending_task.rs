//! Sending the invitations one after another.

use super::invitation_form::{InvitationForm, InvitationStore};
use super::share_dialog::Shared;
use crate::api::invitation;
use crate::api::transport::Client;
use crate::domain::invitation::draft::Invitation;
use crate::domain::invitation::round::{Delivery, Entry, EntryState, Round, Step};
use crate::domain::invitation::sent::Sent;
use crate::form::spot_id;
use crate::platform::{clock, webview};
use crate::session::Session;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long to wait before looking a second time for what may still be on its way, in milliseconds.
const SECOND_LOOK: u32 = 2_000;

/// Checks the draft and sends it, unless that is under way already.
pub fn submit(form: InvitationForm) {
    if form.round.with_untracked(Option::is_some) {
        return;
    }
    let checked = form.offer.with_value(|offer| form.draft.with_untracked(|draft| draft.check(offer, clock::now())));
    match checked {
        Ok(invitations) => {
            form.problems.set(Vec::new());
            form.toasts.clear();
            form.round.set(Some(Round::new(invitations)));
            drive(form);
        }
        Err(problems) => {
            let first = problems.first().map(|problem| spot_id(&problem.spot));
            form.toasts.show(form.text.problem_count(problems.len()));
            form.problems.set(problems);
            first.iter().for_each(|id| webview::focus(id));
        }
    }
}

/// Looks for what was under way when the page was left.
pub fn resume(form: InvitationForm) {
    if form.round.with_untracked(Option::is_some) {
        change(form, |round| (0..round.entries.len()).for_each(|place| round.look_again(place)));
    }
}

/// Changes the round as the person wishes, and takes the steps that follow.
pub fn change(form: InvitationForm, change: impl FnOnce(&mut Round)) {
    form.round.update(|round| {
        if let Some(round) = round {
            change(round);
        }
    });
    drive(form);
}

/// What there is to share of an invitation that was sent.
pub fn shared(entry: &Entry) -> Option<Shared> {
    match &entry.progress {
        EntryState::Sent(id) => Some(Shared { id: id.clone(), name: entry.invitation.name.clone(), stay: Some(entry.invitation.stay) }),
        _ => None,
    }
}

/// Takes the round's steps, unless a task does already. Leaving the page ends that after the step under way.
fn drive(form: InvitationForm) {
    if form.is_driven.get_value() {
        return;
    }
    let Some(round) = form.round.get_untracked() else { return };
    form.is_driven.set_value(true);
    let (client, session) = form.api.get_value();
    let mut task = InviteTask { form, client, session, store: form.store.get_value(), round };
    // Not bound to the page: an invitation that is on its way is not called back by leaving.
    spawn_local(async move { task.run().await });
}

/// A round on its way, with all it needs when the page is gone before it ends.
struct InviteTask {
    form: InvitationForm,
    client: Client,
    session: Session,
    store: InvitationStore,
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
            self.form.is_driven.set_value(false);
            self.finish();
        } else {
            self.take(Round::abandon);
        }
    }

    /// Whether the page is still there.
    fn is_shown(&self) -> bool {
        self.form.round.try_with_untracked(|_| ()).is_some()
    }

    /// Changes the round, on the page as well, and keeps it.
    fn take<T>(&mut self, change: impl FnOnce(&mut Round) -> T) -> T {
        if let Some(Some(shown)) = self.form.round.try_get_untracked() {
            // The person may have wished for something meanwhile.
            self.round = shown;
        }
        let taken = change(&mut self.round);
        self.store.keep_round(&self.round);
        let _ = self.form.round.try_set(Some(self.round.clone()));
        taken
    }

    /// The mini-program's list names no visitor before one accepts: what stands in it already is not what is sent now.
    async fn note_earlier(&mut self) {
        if self.session.context.in_mini_program()
            && self.round.earlier.is_empty()
            && let Some(list) = self.list().await
        {
            self.take(|round| round.earlier = list.into_iter().map(|sent| sent.id).collect());
        }
    }

    async fn deliver(&self, invitation: &Invitation) -> Delivery {
        match self.client.send(invitation::send(&self.session.context, invitation)).await {
            Ok(id) => id.map_or(Delivery::AnswerLost, Delivery::Accepted),
            Err(error) if error.leaves_doubt() => Delivery::AnswerLost,
            Err(error) => Delivery::Refused(self.form.text.failure(&error)),
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
        self.client.send(invitation::recent(&self.session.context)).await.ok()
    }

    /// All that could be done is done: a single invitation is shared at once.
    fn finish(&self) {
        if self.round.is_all_sent() {
            self.form.start_over();
            if let [entry] = self.round.entries.as_slice() {
                self.form.sharing.set(shared(entry));
            }
        }
    }
}
