//! Decisions between the tap and the answer: held while they can be undone, then sent in batches.

mod pending;

use super::{Decidable, Decision, DecisionKind, Outcome};
use crate::domain::hold;
use crate::domain::visit::{HostVisitId, Status};
pub use pending::{PendingDecision, Phase};

/// How many bookings are decided on by one call. The documents name no limit; a call this long is answered in time.
pub const MAX_BATCH: usize = 100;

/// Decisions are counted from 1, as long as the program runs.
pub type DecisionNumber = u32;

/// How many outcomes each decision had at some time, to learn later which are new.
pub type OutcomeCounts = Vec<(DecisionNumber, usize)>;

/// All decisions that are held, sent, or whose outcome has not been read yet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionQueue {
    decisions: Vec<PendingDecision>,
    last: DecisionNumber,
}

/// What one call decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionBatch {
    pub decision: Decision,
    pub visits: Vec<Decidable>,
    /// Whether these were sent before.
    pub is_repeated: bool,
}

/// What has been decided here on one booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionState {
    /// Nothing.
    Open,
    Held(DecisionKind),
    Sending,
    Settled(Outcome),
}

impl DecisionState {
    /// Whether no decision on the booking is on its way.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open | Self::Settled(_))
    }

    /// Whether deciding now may succeed.
    pub fn may_decide(&self) -> bool {
        self.is_open() && !matches!(self, Self::Settled(Outcome::Forbidden(_)))
    }
}

/// What may be decided on, and how many beside it are frozen: a decision on them is on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undecided<T> {
    pub open: Vec<T>,
    pub frozen: usize,
}

impl DecisionQueue {
    /// Leaves out what a decision is on its way for.
    pub fn undecided<T>(&self, mut visits: Vec<T>, id: impl Fn(&T) -> &HostVisitId) -> Undecided<T> {
        let frozen = visits.iter().filter(|visit| !self.state(id(visit)).is_open()).count();
        visits.retain(|visit| self.state(id(visit)).may_decide());
        Undecided { frozen, open: visits }
    }

    /// Takes a decision in; bookings with a decision on its way keep that one. None where no booking is left.
    pub fn decide(&mut self, decision: Decision, visits: Vec<Decidable>, now: i64) -> Option<DecisionNumber> {
        let unsent = self.undecided(visits, |visit| &visit.id).open;
        if unsent.is_empty() {
            return None;
        }
        for pending in &mut self.decisions {
            pending.outcomes.retain(|(settled, _)| unsent.iter().all(|visit| visit.id != settled.id));
        }
        self.decisions.retain(|pending| !(pending.outcomes.is_empty() && pending.is_settled()));
        self.last += 1;
        self.decisions.push(PendingDecision::held(self.last, decision, unsent, now));
        Some(self.last)
    }

    /// Takes a decision back; false where it is too late.
    pub fn undo(&mut self, number: DecisionNumber) -> bool {
        let before = self.decisions.len();
        self.decisions.retain(|pending| pending.number != number || !pending.is_held());
        self.decisions.len() < before
    }

    /// Ends the hold of a decision whose time is over.
    pub fn release_due(&mut self, number: DecisionNumber, now: i64) -> bool {
        self.release(|pending| pending.number == number && matches!(pending.phase, Phase::Held(since) if hold::is_over(since, now)))
    }

    /// Ends the hold of every decision, because the page goes.
    pub fn release_all(&mut self) {
        self.release(|_| true);
    }

    fn release(&mut self, is_over: impl Fn(&PendingDecision) -> bool) -> bool {
        let over = self.decisions.iter_mut().filter(|pending| pending.is_held() && is_over(pending));
        over.map(|pending| pending.phase = Phase::Sent).count() > 0
    }

    /// What is to be sent next, of one decision. A batch is given out once.
    pub fn take_batch(&mut self, number: DecisionNumber) -> Option<DecisionBatch> {
        self.get_mut(number)?.take_batch()
    }

    /// Notes what came of a decision on a booking. Only the first outcome counts.
    pub fn settle(&mut self, number: DecisionNumber, id: &HostVisitId, outcome: Outcome) {
        if let Some(pending) = self.get_mut(number) {
            pending.settle(id, outcome);
        }
    }

    /// Prepares what failed to be sent again, and nothing else.
    pub fn retry(&mut self, number: DecisionNumber) {
        if let Some(pending) = self.get_mut(number) {
            pending.retry();
        }
    }

    /// Removes a decision whose outcome has been read.
    pub fn dismiss(&mut self, number: DecisionNumber) {
        self.decisions.retain(|pending| pending.number != number || !pending.is_settled());
    }

    /// All decisions, the oldest first.
    pub fn decisions(&self) -> &[PendingDecision] {
        &self.decisions
    }

    pub fn get(&self, number: DecisionNumber) -> Option<&PendingDecision> {
        self.decisions.iter().find(|pending| pending.number == number)
    }

    fn get_mut(&mut self, number: DecisionNumber) -> Option<&mut PendingDecision> {
        self.decisions.iter_mut().find(|pending| pending.number == number)
    }

    /// What has been decided here on a booking; the latest decision counts.
    pub fn state(&self, id: &HostVisitId) -> DecisionState {
        self.decisions.iter().rev().find_map(|pending| pending.state(id)).unwrap_or(DecisionState::Open)
    }

    /// For each decision on several bookings that is over, those that could not be decided on.
    pub fn failed_batches(&self) -> Vec<(DecisionNumber, Vec<HostVisitId>)> {
        let is_batch = |pending: &&PendingDecision| pending.is_settled() && pending.size() > 1;
        let failed = |pending: &PendingDecision| (pending.number, pending.unsettled().map(|(visit, _)| visit.id.clone()).collect());
        self.decisions.iter().filter(is_batch).map(failed).collect()
    }

    pub fn outcome_counts(&self) -> OutcomeCounts {
        self.decisions.iter().map(|pending| (pending.number, pending.outcomes.len())).collect()
    }

    /// The bookings whose status has changed by outcomes that came after these were counted.
    pub fn changes_since(&self, seen: &[(DecisionNumber, usize)]) -> Vec<(HostVisitId, Status)> {
        let new_outcomes = |pending: &PendingDecision| {
            let before = seen.iter().find(|(number, _)| *number == pending.number).map_or(0, |(_, count)| *count);
            pending.changed_statuses().skip(before).flatten().collect::<Vec<_>>()
        };
        self.decisions.iter().flat_map(new_outcomes).collect()
    }
}

#[cfg(test)]
mod tests;
