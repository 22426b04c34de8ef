//! Sends decisions, and finds out what came of each.

mod delivery;

use super::DecisionStore;
use crate::api::session::{self, Entry};
use crate::api::transport::Client;
use crate::context::sign_in::{SignInGate, sign_in};
use crate::domain::approval::queue::{DecisionBatch, DecisionNumber, DecisionQueue};
use crate::domain::approval::{Decidable, Decision, Outcome};
use crate::domain::hold::HOLD_TIMER;
use crate::domain::id::OrderId;
use crate::domain::visit::HostVisitId;
use crate::platform::clock;
use crate::session::Session;
use crate::text::Text;
use crate::ui::toast::Toasts;
use delivery::Delivery;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long a note stays that says that all went well.
const STAY: Duration = Duration::from_millis(2_500);

/// What it takes to send decisions. It goes on after the page is left.
#[derive(Debug, Clone)]
pub struct DecisionSender {
    pub client: Client,
    pub session: Session,
    pub store: DecisionStore,
    pub text: Text,
    pub toasts: Toasts,
    /// The site's sign-in, if it has one.
    pub gate: Option<SignInGate>,
}

impl DecisionSender {
    /// Takes a decision in, and sends it when it can no longer be undone.
    pub fn decide(self, decision: Decision, visits: Vec<Decidable>) {
        let number = self.store.queue.try_update(|queue| queue.decide(decision, visits, clock::phone_millis())).flatten();
        if let Some(number) = number {
            self.send_after_hold(number);
        }
    }

    fn send_after_hold(self, number: DecisionNumber) {
        let release = move || {
            let queue = self.store.queue;
            if queue.try_update(|queue| queue.release_due(number, clock::phone_millis())) == Some(true) {
                self.send(number);
            }
        };
        set_timeout(release, HOLD_TIMER);
    }

    /// Sends a decision, batch after batch.
    pub fn send(&self, number: DecisionNumber) {
        let sender = self.clone();
        spawn_local(async move {
            while let Some(batch) = sender.take_batch(number) {
                sender.deliver(number, batch, Delivery::Normal).await;
            }
        });
    }

    /// Sends everything that is held or not yet sent, at once: the page may not see the answers.
    pub fn send_all_keepalive(&self) {
        let queue = self.store.queue;
        let numbers = queue.with_untracked(|queue| queue.decisions().iter().map(|pending| pending.number).collect::<Vec<_>>());
        if numbers.is_empty() {
            return;
        }
        queue.update(DecisionQueue::release_all);
        for number in numbers {
            while let Some(batch) = self.take_batch(number) {
                let sender = self.clone();
                spawn_local(async move { sender.deliver(number, batch, Delivery::Keepalive).await });
            }
        }
    }

    /// The page is left: nothing is held any longer, and a toast says what is not done.
    pub fn leave(&self) {
        self.store.is_shown.set(false);
        self.store.queue.update(DecisionQueue::release_all);
        let open = self.store.queue.with_untracked(|queue| {
            let open = queue.decisions().iter().filter(|pending| !pending.is_settled());
            open.map(|pending| (pending.number, pending.outcomes.len(), pending.size())).collect::<Vec<_>>()
        });
        for (number, done, size) in open {
            self.send(number);
            self.toasts.show(self.text.left_deciding(done, size));
        }
    }

    /// Sends once more what failed.
    pub fn retry(&self, number: DecisionNumber) {
        self.store.queue.update(|queue| queue.retry(number));
        self.send(number);
    }

    /// Signs in again by the link to one of the bookings that were decided on, and sends once more what failed.
    pub fn sign_in_and_retry(&self, number: DecisionNumber) {
        let order = self.store.queue.with_untracked(|queue| queue.get(number).and_then(|pending| Some(pending.first()?.order.clone())));
        if let Some(order) = order {
            let sender = self.clone();
            self.clone().sign_in_again(order, move || sender.retry(number));
        }
    }

    /// Signs in again by the link to a booking, then goes on; where that is not possible, by the site's sign-in, and a toast says
    /// how to where there is none.
    pub fn sign_in_again(self, order: OrderId, then: impl FnOnce() + 'static) {
        spawn_local(async move {
            let call = session::sign_in(&self.session.context, order, self.session.employee.as_ref());
            let answer = match call {
                Some(call) => self.client.send(call).await,
                None => Ok(Entry::Closed(String::new())),
            };
            let words = match answer {
                Ok(Entry::Open(Some(token))) => {
                    sign_in(&self.session, token);
                    self.store.is_signed_out.set(false);
                    return then();
                }
                Ok(Entry::Closed(reason)) if !reason.trim().is_empty() => reason,
                Err(error) if !error.needs_sign_in() => self.text.failure(&error),
                answer => match (self.gate.as_ref().map(|gate| gate.go(false)), answer) {
                    (Some(Ok(())), _) => return,
                    (Some(Err(hindrance)), _) => self.text.sign_in_hindrance(hindrance),
                    (None, Ok(_)) => self.text.sign_in_by_message().to_owned(),
                    (None, Err(error)) => self.text.failure(&error),
                },
            };
            self.toasts.show(words);
        });
    }

    fn take_batch(&self, number: DecisionNumber) -> Option<DecisionBatch> {
        self.store.queue.try_update(|queue| queue.take_batch(number)).flatten()
    }

    /// Notes what came of a decision. A note that all went well goes by itself; others stay until they have been read.
    fn settle(&self, number: DecisionNumber, outcomes: Vec<(HostVisitId, Outcome)>) {
        let queue = self.store.queue;
        queue.update(|queue| {
            for (id, outcome) in outcomes {
                queue.settle(number, &id, outcome);
            }
        });
        let end = queue.with_untracked(|queue| {
            let pending = queue.get(number).filter(|pending| pending.is_settled())?;
            Some((self.text.came_of(&pending.decision, pending.done(), pending.size()), pending.done() == pending.size()))
        });
        let Some((words, is_all_done)) = end else { return };
        if !self.store.is_shown.get_untracked() {
            self.toasts.show(words);
        }
        if is_all_done {
            set_timeout(move || queue.update(|queue| queue.dismiss(number)), STAY);
        }
    }
}
