//! One batch of a decision, from the call to the outcome of every booking in it.

use super::DecisionSender;
use crate::api::error::ApiError;
use crate::api::{approval, host_visit};
use crate::domain::approval::queue::{DecisionBatch, DecisionNumber};
use crate::domain::approval::{Decidable, Decision, Outcome, Setback};
use crate::domain::visit::{HostVisitId, Status};
use leptos::prelude::Set;

/// How calls are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    Normal,
    /// So that they arrive although the page goes.
    Keepalive,
}

impl DecisionSender {
    pub(super) async fn deliver(&self, number: DecisionNumber, batch: DecisionBatch, delivery: Delivery) {
        let DecisionBatch { decision, visits, is_repeated } = batch;
        if is_repeated {
            for visit in visits {
                let outcome = self.decide_again(&decision, &visit, delivery).await;
                self.settle(number, vec![(visit.id, outcome)]);
            }
            return;
        }
        match self.call(&decision, &visits, delivery).await {
            Ok(()) => self.settle(number, visits.into_iter().map(|visit| (visit.id, Outcome::Done)).collect()),
            Err(error) if visits.len() > 1 && !concerns_all(&error) => {
                // One of them stands in the way of all: each is sent on its own.
                for visit in visits {
                    let outcome = match self.call(&decision, std::slice::from_ref(&visit), delivery).await {
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

    async fn call(&self, decision: &Decision, visits: &[Decidable], delivery: Delivery) -> Result<(), ApiError> {
        let call = approval::decide(&self.session.context, decision, visits.iter().map(|visit| visit.order.clone()).collect());
        self.client.send(if delivery == Delivery::Keepalive { call.keepalive() } else { call }).await
    }

    /// Decides on what may be decided on already: the answer to the first call may have been lost.
    async fn decide_again(&self, decision: &Decision, visit: &Decidable, delivery: Delivery) -> Outcome {
        match self.fetch_status(&visit.id).await {
            Ok(Some(now)) if !now.may_be_decided() => return decision.judge(Setback::Lost, now, String::new()),
            Ok(_) => {}
            Err(error) => return self.failed(&error),
        }
        match self.call(decision, std::slice::from_ref(visit), delivery).await {
            Ok(()) => Outcome::Done,
            Err(error) => self.find_out(decision, visit, &error).await,
        }
    }

    /// What came of a decision whose call failed, by the status that the booking has now.
    async fn find_out(&self, decision: &Decision, visit: &Decidable, error: &ApiError) -> Outcome {
        if error.needs_sign_in() || *error == ApiError::Incomplete {
            return self.failed(error);
        }
        let setback = match error {
            error if error.leaves_doubt() => Setback::Lost,
            error if error.is_forbidden() => Setback::Forbidden,
            _ => Setback::Refused,
        };
        match self.fetch_status(&visit.id).await {
            Ok(Some(now)) => decision.judge(setback, now, self.text.failure(error)),
            Ok(None) | Err(_) if setback == Setback::Forbidden => Outcome::Forbidden(self.text.failure(error)),
            Ok(None) | Err(_) => self.failed(error),
        }
    }

    fn failed(&self, error: &ApiError) -> Outcome {
        if error.needs_sign_in() {
            self.store.is_signed_out.set(true);
        }
        Outcome::Failed(self.text.failure(error))
    }

    async fn fetch_status(&self, id: &HostVisitId) -> Result<Option<Status>, ApiError> {
        let visit = self.client.send(host_visit::detail(&self.session.context, id)).await?;
        Ok(visit.map(|visit| visit.status))
    }
}

/// Whether sending one by one would fare no better.
fn concerns_all(error: &ApiError) -> bool {
    error.needs_sign_in() || error.leaves_doubt() || matches!(error, ApiError::TooManyCalls | ApiError::Incomplete)
}
