//! Decisions on the wire, and what came of each.

use super::DecisionController;
use crate::api::error::ApiError;
use crate::api::{approval, host_visit, session};
use crate::domain::approval::queue::{DecisionBatch, DecisionQueue, Number};
use crate::domain::approval::{Decidable, Decision, Outcome, Setback};
use crate::domain::id::OrderId;
use crate::domain::visit::{HostVisitId, Status};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long it is said that all went well, in milliseconds.
const STAY: u32 = 2_500;

/// How a decision goes off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Usual,
    /// As the last thing that the page does.
    AtLast,
}

impl DecisionController {
    /// Sends a decision, parcel after parcel. Leaving the page does not call it back.
    pub(super) fn send(&self, number: Number) {
        let deciding = self.clone();
        spawn_local(async move {
            while let Some(parcel) = deciding.take_parcel(number) {
                deciding.carry_out(number, parcel, Way::Usual).await;
            }
        });
    }

    /// Sends everything that is held or not yet sent, at once: the page may not see the answers.
    pub(super) fn send_at_last(&self) {
        let numbers: Vec<Number> = self.counter.desk.with_untracked(|desk| desk.matters().iter().map(|matter| matter.number).collect());
        if numbers.is_empty() {
            return;
        }
        self.counter.desk.update(DecisionQueue::release_all);
        for number in numbers {
            while let Some(parcel) = self.take_parcel(number) {
                let deciding = self.clone();
                spawn_local(async move { deciding.carry_out(number, parcel, Way::AtLast).await });
            }
        }
    }

    /// Tries once more what failed.
    pub(super) fn retry(&self, number: Number) {
        self.counter.desk.update(|desk| desk.retry(number));
        self.send(number);
    }

    /// Signs in again by the link to one of the bookings that were decided on, and tries once more what failed.
    pub(super) fn sign_in_and_retry(&self, number: Number) {
        let order = self.counter.desk.with_untracked(|desk| desk.matter(number).and_then(|matter| Some(matter.first()?.order.clone())));
        if let Some(order) = order {
            let deciding = self.clone();
            self.sign_in_again(order, move || deciding.retry(number));
        }
    }

    /// Signs in again by the link to a booking; where that is not possible, it is said how to.
    pub fn sign_in_again(&self, order: OrderId, then: impl FnOnce() + 'static) {
        let deciding = self.clone();
        spawn_local(async move {
            let ask = session::sign_in(&deciding.session.context, order, deciding.session.employee.as_ref());
            let answer = match ask {
                Some(ask) => deciding.client.send(ask).await,
                None => Ok(session::Entry::Closed(String::new())),
            };
            let words = match answer {
                Ok(session::Entry::Open(Some(token))) => {
                    (deciding.enter)(&deciding.session, token);
                    deciding.counter.is_signed_out.set(false);
                    return then();
                }
                Ok(session::Entry::Closed(reason)) if !reason.trim().is_empty() => reason,
                Ok(_) => deciding.text.sign_in_by_message().to_owned(),
                Err(error) => deciding.text.failure(&error),
            };
            deciding.toasts.iter().for_each(|toasts| toasts.show(words.clone()));
        });
    }

    fn take_parcel(&self, number: Number) -> Option<DecisionBatch> {
        let mut parcel = None;
        self.counter.desk.update(|desk| parcel = desk.take_parcel(number));
        parcel
    }

    async fn carry_out(&self, number: Number, parcel: DecisionBatch, way: Way) {
        let DecisionBatch { decision, visits, is_repeated } = parcel;
        if is_repeated {
            for visit in visits {
                let outcome = self.decide_again(&decision, &visit, way).await;
                self.settle(number, vec![(visit.id, outcome)]);
            }
            return;
        }
        match self.decide_on(&decision, &visits, way).await {
            Ok(()) => self.settle(number, visits.into_iter().map(|visit| (visit.id, Outcome::Done)).collect()),
            Err(error) if visits.len() > 1 && !self.is_for_all(&error) => {
                // One of them stands in the way of all: each on its own tells which.
                for visit in visits {
                    let outcome = match self.decide_on(&decision, std::slice::from_ref(&visit), way).await {
                        Ok(()) => Outcome::Done,
                        Err(error) => self.find_out(&decision, &visit, &error).await,
                    };
                    self.settle(number, vec![(visit.id, outcome)]);
                }
            }
            Err(error) => {
                for visit in visits {
                    let outcome = self.find_out(&decision, &visit, &error).await;
                    self.settle(number, vec![(visit.id, outcome)]);
                }
            }
        }
    }

    /// Whether one by one would fare no better.
    fn is_for_all(&self, error: &ApiError) -> bool {
        error.needs_sign_in() || error.leaves_doubt() || matches!(error, ApiError::TooManyCalls | ApiError::Incomplete)
    }

    async fn decide_on(&self, decision: &Decision, visits: &[Decidable], way: Way) -> Result<(), ApiError> {
        let ask = approval::decide(&self.session.context, decision, visits.iter().map(|visit| visit.order.clone()).collect());
        self.client.send(if way == Way::AtLast { ask.keepalive() } else { ask }).await
    }

    /// Decides on what may be decided on already: the answer to the first time may have been lost.
    async fn decide_again(&self, decision: &Decision, visit: &Decidable, way: Way) -> Outcome {
        match self.look(&visit.id).await {
            Ok(Some(now)) if !now.may_be_decided() => return decision.judge(Setback::Lost, now, String::new()),
            Ok(_) => {}
            Err(error) => return self.failed(&error),
        }
        match self.decide_on(decision, std::slice::from_ref(visit), way).await {
            Ok(()) => Outcome::Done,
            Err(error) => self.find_out(decision, visit, &error).await,
        }
    }

    /// What came of a decision that was not answered by yes: the booking itself tells.
    async fn find_out(&self, decision: &Decision, visit: &Decidable, error: &ApiError) -> Outcome {
        if error.needs_sign_in() || *error == ApiError::Incomplete {
            return self.failed(error);
        }
        let setback = match error {
            error if error.leaves_doubt() => Setback::Lost,
            error if error.is_forbidden() => Setback::Forbidden,
            _ => Setback::Refused,
        };
        match self.look(&visit.id).await {
            Ok(Some(now)) => decision.judge(setback, now, self.text.failure(error)),
            Ok(None) | Err(_) if setback == Setback::Forbidden => Outcome::Forbidden(self.text.failure(error)),
            Ok(None) | Err(_) => self.failed(error),
        }
    }

    fn failed(&self, error: &ApiError) -> Outcome {
        if error.needs_sign_in() {
            self.counter.is_signed_out.set(true);
        }
        Outcome::Failed(self.text.failure(error))
    }

    async fn look(&self, name: &HostVisitId) -> Result<Option<Status>, ApiError> {
        let visit = self.client.send(host_visit::detail(&self.session.context, name)).await?;
        Ok(visit.map(|visit| visit.status))
    }

    /// Notes what came of a decision. That all went well is said for a moment; the rest stays until it has been read.
    fn settle(&self, number: Number, outcomes: Vec<(HostVisitId, Outcome)>) {
        self.counter.desk.update(|desk| {
            for (name, outcome) in outcomes {
                desk.settle(number, &name, outcome);
            }
        });
        let end = self.counter.desk.with_untracked(|desk| {
            let matter = desk.matter(number).filter(|matter| matter.is_settled())?;
            Some((self.text.came_of(&matter.decision, matter.done(), matter.size()), matter.done() == matter.size()))
        });
        let Some((words, is_plain)) = end else { return };
        if !self.counter.is_watched.get_untracked() {
            self.toasts.iter().for_each(|toasts| toasts.show(words.clone()));
        }
        if is_plain {
            let desk = self.counter.desk;
            Timeout::new(STAY, move || desk.update(|desk| desk.dismiss(number))).forget();
        }
    }
}
