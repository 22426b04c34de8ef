//! Sending the invitations one after another.

use super::invitation_form::{InvitationForm, InvitationStore};
use super::invited::store_invited;
use super::share_dialog::Shared;
use crate::api::invitation;
use crate::api::transport::Client;
use crate::domain::delivery::{Delivery, LATER_LOOKUPS, Lookup, SubmitState};
use crate::domain::id::InvitationId;
use crate::domain::invitation::batch::{Entry, InvitationBatch, Step};
use crate::domain::invitation::draft::Invitation;
use crate::domain::invitation::sent::Sent;
use crate::domain::long_stay::StayQuestion;
use crate::form::spot_id;
use crate::form::{self, SubmitTask};
use crate::platform::{clock, webview};
use crate::route::{HostRoute, Route};
use crate::session::Session;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;

/// Checks the draft and sends it, unless that is under way already.
pub fn submit(form: InvitationForm) {
    if form.batch.with_untracked(Option::is_some) {
        return;
    }
    let checked = form.offer.with_value(|offer| form.draft.with_untracked(|draft| draft.check(offer, clock::now())));
    match checked {
        Ok(invitations) => {
            form.problems.set(Vec::new());
            form.toasts.clear();
            let may_send = |question: &mut StayQuestion| invitations.iter().all(|invitation| question.may_send(invitation.stay));
            if form.stay_question.try_update(may_send) != Some(true) {
                return;
            }
            form.save_draft();
            form.batch.set(Some(InvitationBatch::new(invitations)));
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
    if form.batch.with_untracked(Option::is_some) {
        change(form, InvitationBatch::look_again_for_all);
    }
}

/// Changes the batch as the person wishes, and takes the steps that follow.
pub fn change(form: InvitationForm, change: impl FnOnce(&mut InvitationBatch)) {
    form.batch.update(|batch| {
        if let Some(batch) = batch {
            change(batch);
        }
    });
    drive(form);
}

/// What there is to share of an invitation that was sent.
pub fn shared(entry: &Entry) -> Option<Shared> {
    let Invitation { name, stay, .. } = &entry.invitation;
    entry.state.sent().map(|id| Shared { id: id.clone(), name: name.clone(), stay: Some(*stay) })
}

/// Takes the batch's steps, unless a task does already. Leaving the page ends that after the step under way.
fn drive(form: InvitationForm) {
    if form.is_driven.get_value() {
        return;
    }
    let Some(batch) = form.batch.get_untracked() else { return };
    form.is_driven.set_value(true);
    form.round.update_value(|round| *round += 1);
    let (client, session) = form.api.get_value();
    let task = BatchTask { form, client, session, store: form.store.get_value(), batch: RefCell::new(batch) };
    // Not bound to the page: an invitation that is on its way is not called back by leaving.
    spawn_local(async move { task.run().await });
}

/// A batch on its way, with all it needs when the page is gone before it ends.
struct BatchTask {
    form: InvitationForm,
    client: Client,
    session: Session,
    store: InvitationStore,
    batch: RefCell<InvitationBatch>,
}

impl BatchTask {
    async fn run(&self) {
        self.note_earlier().await;
        while self.is_shown() {
            match self.change(InvitationBatch::step) {
                Some(Step::Send(place, invitation)) => form::submit(&InviteTask { batch: self, place, invitation }).await,
                Some(Step::LookUp(place, invitation)) => form::look_up(&InviteTask { batch: self, place, invitation }).await,
                None => break,
            }
        }
        if self.is_shown() {
            self.form.is_driven.set_value(false);
            self.finish();
            self.look_later().await;
        } else {
            self.change(InvitationBatch::abandon);
        }
    }

    /// Whether the page is still there.
    fn is_shown(&self) -> bool {
        self.form.batch.try_with_untracked(|_| ()).is_some()
    }

    /// Changes the batch, on the page as well, and stores it.
    fn change<T>(&self, change: impl FnOnce(&mut InvitationBatch) -> T) -> T {
        let mut batch = self.batch.borrow_mut();
        if let Some(Some(shown)) = self.form.batch.try_get_untracked() {
            // The person may have wished for something meanwhile.
            *batch = shown;
        }
        let changed = change(&mut batch);
        self.store.save_batch(&batch);
        // The page may be gone.
        let _ = self.form.batch.try_set(Some(batch.clone()));
        changed
    }

    /// The mini-program's list names no visitor before one accepts: what stands in it already is not what is sent now.
    async fn note_earlier(&self) {
        if self.session.context.in_mini_program()
            && self.batch.borrow().earlier.is_empty()
            && let Some(list) = self.list().await
        {
            self.change(|batch| batch.earlier = list.into_iter().map(|sent| sent.id).collect());
        }
    }

    async fn list(&self) -> Option<Vec<Sent>> {
        self.client.send(invitation::recent(&self.session.context)).await.ok()
    }

    /// Goes on looking for what was not found, at growing distances, while the page is there and nothing else is done.
    async fn look_later(&self) {
        let round = self.form.round.try_get_value();
        let is_awaited = || {
            let is_last = round.is_some() && self.form.round.try_get_value() == round;
            let count = self.form.batch.try_with_untracked(|batch| batch.as_ref().map_or(0, InvitationBatch::count_not_found_yet));
            is_last && count.is_some_and(|count| count > 0)
        };
        for pause in LATER_LOOKUPS {
            if !is_awaited() {
                return;
            }
            TimeoutFuture::new(pause).await;
            if is_awaited()
                && let Some(list) = self.list().await
                && is_awaited()
            {
                self.change(|batch| batch.find_later(&list));
                self.finish();
            }
        }
    }

    /// All that could be done is done: once all are sent, the page gives way to the success.
    fn finish(&self) {
        let batch = self.batch.borrow();
        let first = batch.entries.first().and_then(|entry| entry.state.sent());
        if let Some(first) = first.filter(|_| batch.is_all_sent()) {
            store_invited(&self.session, first, &batch);
            self.form.just_invited.set(first);
            self.form.navigation.with_value(|navigation| navigation.replace(Route::Host(HostRoute::Invited(first.clone()))));
        }
    }
}

/// One invitation of a batch.
struct InviteTask<'a> {
    batch: &'a BatchTask,
    place: usize,
    invitation: Invitation,
}

impl SubmitTask for InviteTask<'_> {
    type Receipt = InvitationId;

    async fn send(&self) -> Delivery<InvitationId> {
        let BatchTask { client, session, form, .. } = self.batch;
        match form::delivery(client.send(invitation::send(&session.context, &self.invitation)).await, form.text) {
            Delivery::Accepted(Some(id)) => Delivery::Accepted(id),
            // It was made, and the answer does not say what it is called.
            Delivery::Accepted(None) | Delivery::AnswerLost => Delivery::AnswerLost,
            Delivery::Refused(words) | Delivery::SignedOut(words) => Delivery::Refused(words),
        }
    }

    async fn look_up(&self) -> Lookup<InvitationId> {
        let list = self.batch.list().await;
        self.batch.batch.borrow().look_up(self.place, list.as_deref())
    }

    fn settle(&self, state: SubmitState<InvitationId>) {
        self.batch.change(|batch| batch.settle(self.place, state));
    }
}
