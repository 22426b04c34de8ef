//! Decisions between the tap and the answer: held for a moment in which they can be undone, sent in parcels, told.

use super::{Decidable, Decision, Outcome};
use crate::domain::visit::HostVisitId;

/// How long a decision can be undone before it is sent, in milliseconds.
pub const HOLD: i64 = 4_000;

/// How many bookings are decided on by one call. The documents name no limit; a call this long is answered in time.
pub const LONGEST_PARCEL: usize = 100;

/// Which decision, of all that were made here.
pub type Number = u32;

/// All decisions that are not yet done with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DecisionQueue {
    matters: Vec<PendingDecision>,
    last: Number,
}

/// One decision on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingDecision {
    pub number: Number,
    pub decision: Decision,
    pub phase: Phase,
    unsent: Vec<Decidable>,
    under_way: Vec<Decidable>,
    pub outcomes: Vec<(Decidable, Outcome)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// It can be undone; since when, in milliseconds.
    Held(i64),
    /// It is sent, or being sent.
    Sent,
    /// It is sent once more: whether it arrived before has to be looked at first.
    SentAgain,
}

/// What one call decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionBatch {
    pub decision: Decision,
    pub visits: Vec<Decidable>,
    /// Whether these were sent before.
    pub is_repeated: bool,
}

/// How far a booking has come here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecisionState<'a> {
    /// Nobody has decided here.
    Open,
    Held(&'a Decision),
    Sending(&'a Decision),
    Settled(&'a Outcome),
}

impl DecisionQueue {
    /// Takes a decision in; bookings that are here already stay with the decision that they have. None where none is
    /// left.
    pub fn decide(&mut self, decision: Decision, visits: Vec<Decidable>, now: i64) -> Option<Number> {
        let unsent: Vec<Decidable> = visits.into_iter().filter(|visit| self.is_open(&visit.id)).collect();
        if unsent.is_empty() {
            return None;
        }
        for matter in &mut self.matters {
            matter.outcomes.retain(|(told, _)| unsent.iter().all(|visit| visit.id != told.id));
        }
        self.matters.retain(|matter| !(matter.outcomes.is_empty() && matter.is_settled()));
        self.last += 1;
        let phase = Phase::Held(now);
        self.matters.push(PendingDecision { number: self.last, decision, phase, unsent, under_way: Vec::new(), outcomes: Vec::new() });
        Some(self.last)
    }

    /// Takes a decision back; false where it is too late.
    pub fn undo(&mut self, number: Number) -> bool {
        let before = self.matters.len();
        self.matters.retain(|matter| matter.number != number || !matter.is_held());
        self.matters.len() < before
    }

    /// Ends the hold of a decision whose time is over. Where the phone's clock was set back, it is over as well.
    pub fn release_due(&mut self, number: Number, now: i64) -> bool {
        self.release(|matter| matter.number == number && matches!(matter.phase, Phase::Held(since) if !(0..HOLD).contains(&(now - since))))
    }

    /// Ends the hold of every decision: the page goes.
    pub fn release_all(&mut self) {
        self.release(|_| true);
    }

    fn release(&mut self, is_over: impl Fn(&PendingDecision) -> bool) -> bool {
        let over = self.matters.iter_mut().filter(|matter| matter.is_held() && is_over(matter));
        over.map(|matter| matter.phase = Phase::Sent).count() > 0
    }

    /// What is to be sent next, of one decision. What was given out is not given out again.
    pub fn take_parcel(&mut self, number: Number) -> Option<DecisionBatch> {
        let matter = self.matters.iter_mut().find(|matter| matter.number == number && !matter.is_held())?;
        // Whether it arrived before, one look a booking tells: those go one by one.
        let is_repeated = matter.phase == Phase::SentAgain;
        let size = if is_repeated { 1 } else { LONGEST_PARCEL.min(matter.unsent.len()) };
        let visits: Vec<Decidable> = matter.unsent.drain(..size.min(matter.unsent.len())).collect();
        matter.under_way.extend(visits.iter().cloned());
        (!visits.is_empty()).then(|| DecisionBatch { decision: matter.decision.clone(), visits, is_repeated })
    }

    /// Notes what came of a decision on a booking; a second telling changes nothing.
    pub fn settle(&mut self, number: Number, id: &HostVisitId, outcome: Outcome) {
        let Some(matter) = self.matters.iter_mut().find(|matter| matter.number == number) else { return };
        if let Some(at) = matter.under_way.iter().position(|visit| visit.id == *id) {
            let visit = matter.under_way.remove(at);
            matter.outcomes.push((visit, outcome));
        }
    }

    /// Takes those up again that failed, and only those.
    pub fn retry(&mut self, number: Number) {
        let Some(matter) = self.matters.iter_mut().find(|matter| matter.number == number && matter.is_settled()) else { return };
        let (failed, told) =
            std::mem::take(&mut matter.outcomes).into_iter().partition(|(_, outcome)| matches!(outcome, Outcome::Failed(_)));
        matter.outcomes = told;
        let failed: Vec<(Decidable, Outcome)> = failed;
        matter.unsent = failed.into_iter().map(|(visit, _)| visit).collect();
        matter.phase = Phase::SentAgain;
    }

    /// Somebody has read what came of a decision.
    pub fn dismiss(&mut self, number: Number) {
        self.matters.retain(|matter| matter.number != number || !matter.is_settled());
    }

    /// Those that are not done with, the oldest first.
    pub fn matters(&self) -> &[PendingDecision] {
        &self.matters
    }

    pub fn matter(&self, number: Number) -> Option<&PendingDecision> {
        self.matters.iter().find(|matter| matter.number == number)
    }

    pub fn progress(&self, id: &HostVisitId) -> DecisionState<'_> {
        let is_it = |visit: &Decidable| visit.id == *id;
        for matter in self.matters.iter().rev() {
            if matter.unsent.iter().chain(&matter.under_way).any(is_it) {
                return if matter.is_held() { DecisionState::Held(&matter.decision) } else { DecisionState::Sending(&matter.decision) };
            }
            if let Some((_, outcome)) = matter.outcomes.iter().find(|(visit, _)| is_it(visit)) {
                return DecisionState::Settled(outcome);
            }
        }
        DecisionState::Open
    }

    /// Whether a booking may be decided on here: it is not on its way.
    fn is_open(&self, id: &HostVisitId) -> bool {
        matches!(self.progress(id), DecisionState::Open | DecisionState::Settled(_))
    }
}

impl PendingDecision {
    pub fn is_held(&self) -> bool {
        matches!(self.phase, Phase::Held(_))
    }

    /// Whether everything has been told.
    pub fn is_settled(&self) -> bool {
        self.unsent.is_empty() && self.under_way.is_empty()
    }

    /// How many bookings it is about.
    pub fn size(&self) -> usize {
        self.unsent.len() + self.under_way.len() + self.outcomes.len()
    }

    /// How many were decided so.
    pub fn done(&self) -> usize {
        self.outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Done).count()
    }

    /// Whether there is something to try again.
    pub fn has_failed(&self) -> bool {
        self.outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Failed(_)))
    }

    /// Those that went otherwise than decided.
    pub fn surprises(&self) -> impl Iterator<Item = &(Decidable, Outcome)> {
        self.outcomes.iter().filter(|(_, outcome)| *outcome != Outcome::Done)
    }

    /// The first booking of it.
    pub fn first(&self) -> Option<&Decidable> {
        self.unsent.first().or(self.under_way.first()).or(self.outcomes.first().map(|(visit, _)| visit))
    }
}

#[cfg(test)]
mod tests;
