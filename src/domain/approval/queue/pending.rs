//! One decision on its way.

use super::{DecisionBatch, DecisionNumber, DecisionState, MAX_BATCH};
use crate::domain::approval::{Decidable, Decision, Outcome};
use crate::domain::visit::{HostVisitId, Status};

/// A decision that is held, sent, or settled and not yet dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingDecision {
    pub number: DecisionNumber,
    pub decision: Decision,
    pub phase: Phase,
    unsent: Vec<Decidable>,
    in_flight: Vec<Decidable>,
    pub outcomes: Vec<(Decidable, Outcome)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It can be undone; since when, in milliseconds.
    Held(i64),
    /// It is sent, or being sent.
    Sent,
    /// It is sent once more, after a look whether it arrived before.
    SentAgain,
}

impl PendingDecision {
    pub(super) fn held(number: DecisionNumber, decision: Decision, unsent: Vec<Decidable>, now: i64) -> Self {
        Self { number, decision, phase: Phase::Held(now), unsent, in_flight: Vec::new(), outcomes: Vec::new() }
    }

    pub fn is_held(&self) -> bool {
        matches!(self.phase, Phase::Held(_))
    }

    /// Whether there is an outcome for every booking.
    pub fn is_settled(&self) -> bool {
        self.unsent.is_empty() && self.in_flight.is_empty()
    }

    /// How many bookings it is about.
    pub fn size(&self) -> usize {
        self.unsent.len() + self.in_flight.len() + self.outcomes.len()
    }

    /// How many bookings were decided so.
    pub fn done(&self) -> usize {
        self.outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Done).count()
    }

    /// Whether there is something to try again.
    pub fn has_failed(&self) -> bool {
        self.outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Failed(_)))
    }

    /// The bookings that went otherwise than decided; first those that still wait.
    pub fn unexpected(&self) -> impl Iterator<Item = &(Decidable, Outcome)> {
        let others = self.outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Overtaken(_)));
        self.unsettled().chain(others)
    }

    /// The bookings that could not be decided on, and still wait.
    pub fn unsettled(&self) -> impl Iterator<Item = &(Decidable, Outcome)> {
        self.outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Failed(_) | Outcome::Forbidden(_)))
    }

    /// The first booking of it.
    pub fn first(&self) -> Option<&Decidable> {
        self.unsent.first().or(self.in_flight.first()).or(self.outcomes.first().map(|(visit, _)| visit))
    }

    /// What has been decided here on a booking; none where this decision is not about it.
    pub(super) fn state(&self, id: &HostVisitId) -> Option<DecisionState> {
        if self.unsent.iter().chain(&self.in_flight).any(|visit| visit.id == *id) {
            return Some(if self.is_held() { DecisionState::Held(self.decision.kind()) } else { DecisionState::Sending });
        }
        let (_, outcome) = self.outcomes.iter().find(|(visit, _)| visit.id == *id)?;
        Some(DecisionState::Settled(outcome.clone()))
    }

    /// For each outcome the status that its booking has now; none where it did not change.
    pub(super) fn changed_statuses(&self) -> impl Iterator<Item = Option<(HostVisitId, Status)>> {
        self.outcomes.iter().map(|(visit, outcome)| match outcome {
            Outcome::Done => Some((visit.id.clone(), self.decision.result())),
            Outcome::Overtaken(status) => Some((visit.id.clone(), status.clone())),
            Outcome::Forbidden(_) | Outcome::Failed(_) => None,
        })
    }

    pub(super) fn take_batch(&mut self) -> Option<DecisionBatch> {
        if self.is_held() || self.unsent.is_empty() {
            return None;
        }
        // Whether it arrived before is looked up for each booking on its own.
        let is_repeated = self.phase == Phase::SentAgain;
        let size = if is_repeated { 1 } else { MAX_BATCH.min(self.unsent.len()) };
        let visits: Vec<Decidable> = self.unsent.drain(..size).collect();
        self.in_flight.extend(visits.iter().cloned());
        Some(DecisionBatch { decision: self.decision.clone(), visits, is_repeated })
    }

    pub(super) fn settle(&mut self, id: &HostVisitId, outcome: Outcome) {
        if let Some(at) = self.in_flight.iter().position(|visit| visit.id == *id) {
            let visit = self.in_flight.remove(at);
            self.outcomes.push((visit, outcome));
        }
    }

    pub(super) fn retry(&mut self) {
        if !self.is_settled() {
            return;
        }
        let outcomes = std::mem::take(&mut self.outcomes);
        let (failed, others): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(|(_, outcome)| matches!(outcome, Outcome::Failed(_)));
        self.outcomes = others;
        self.unsent = failed.into_iter().map(|(visit, _)| visit).collect();
        self.phase = Phase::SentAgain;
    }
}
