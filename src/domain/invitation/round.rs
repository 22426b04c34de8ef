//! Inviting several visitors in one go: one after another, each succeeds or fails on its own, nobody twice.
//!
//! The backend gives no idempotency key. An invitation whose answer was lost is therefore looked for in the list of
//! those sent before anybody is offered to send it again.

use super::draft::Invitation;
use super::sent::Sent;
use crate::domain::id::InvitationId;

/// The invitations of one go, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    pub entries: Vec<Entry>,
    /// Invitations that stood in the list before: they are not what became of one of these.
    pub earlier: Vec<InvitationId>,
}

/// One invitation and how far it has got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub invitation: Invitation,
    pub progress: EntryState,
}

/// How far one invitation has got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryState {
    Waiting,
    Sending,
    /// The answer was lost; the list is being searched.
    LookingForIt,
    Sent(InvitationId),
    Failed(Failure),
    /// The answer was lost and the list could not be read.
    InDoubt,
}

/// Why an invitation did not go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The backend refused it, in these words.
    Refused(String),
    /// It is not in the list.
    NotArrived,
    /// The page was left before its turn came.
    NotBegun,
}

/// What one attempt came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    Accepted(InvitationId),
    Refused(String),
    /// No answer that says whether the invitation was made, or not what it is called.
    AnswerLost,
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Send(usize, Invitation),
    Look(usize, Invitation),
}

impl Round {
    pub fn new(invitations: Vec<Invitation>) -> Self {
        let entry = |invitation| Entry { invitation, progress: EntryState::Waiting };
        Self { entries: invitations.into_iter().map(entry).collect(), earlier: Vec::new() }
    }

    /// Takes the next step: one at a time, and what is in doubt before what is new.
    pub fn step(&mut self) -> Option<Step> {
        let looking = self.entries.iter().position(|entry| entry.progress == EntryState::LookingForIt);
        if let Some((place, entry)) = looking.and_then(|place| Some((place, self.entries.get(place)?))) {
            return Some(Step::Look(place, entry.invitation.clone()));
        }
        if self.entries.iter().any(|entry| entry.progress == EntryState::Sending) {
            return None;
        }
        let place = self.entries.iter().position(|entry| entry.progress == EntryState::Waiting)?;
        let entry = self.entries.get_mut(place)?;
        entry.progress = EntryState::Sending;
        Some(Step::Send(place, entry.invitation.clone()))
    }

    /// What became of the one that was sent.
    pub fn deliver(&mut self, place: usize, delivery: Delivery) {
        self.change(place, &EntryState::Sending, |_| match delivery {
            Delivery::Accepted(id) => EntryState::Sent(id),
            Delivery::Refused(words) => EntryState::Failed(Failure::Refused(words)),
            Delivery::AnswerLost => EntryState::LookingForIt,
        });
    }

    /// What the list said of one whose answer was lost; none where it could not be read.
    pub fn look(&mut self, place: usize, list: Option<&[Sent]>) {
        let Some(list) = list else {
            return self.change(place, &EntryState::LookingForIt, |_| EntryState::InDoubt);
        };
        let found = self.entries.get(place).and_then(|entry| {
            let mut fitting = list.iter().filter(|sent| sent.is(&entry.invitation) && !self.knows(&sent.id));
            fitting.next().map(|sent| sent.id.clone())
        });
        self.change(place, &EntryState::LookingForIt, |_| found.map_or(EntryState::Failed(Failure::NotArrived), EntryState::Sent));
    }

    /// Lines a failed one up again; one that was sent, or may have been, stays as it is.
    pub fn retry(&mut self, place: usize) {
        if let Some(entry) = self.entries.get_mut(place)
            && matches!(entry.progress, EntryState::Failed(_))
        {
            entry.progress = EntryState::Waiting;
        }
    }

    /// The same for all that failed.
    pub fn retry_all(&mut self) {
        (0..self.entries.len()).for_each(|place| self.retry(place));
    }

    /// Looks once more for one that is in doubt.
    pub fn look_again(&mut self, place: usize) {
        self.change(place, &EntryState::InDoubt, |_| EntryState::LookingForIt);
    }

    /// Nobody sends on: what was under way is in doubt, what had not begun has not begun.
    pub fn abandon(&mut self) {
        for entry in &mut self.entries {
            match entry.progress {
                EntryState::Sending | EntryState::LookingForIt => entry.progress = EntryState::InDoubt,
                EntryState::Waiting => entry.progress = EntryState::Failed(Failure::NotBegun),
                EntryState::Sent(_) | EntryState::Failed(_) | EntryState::InDoubt => {}
            }
        }
    }

    /// Whether something is still to be done without anybody's asking.
    pub fn is_under_way(&self) -> bool {
        let is_moving = |progress: &EntryState| matches!(progress, EntryState::Waiting | EntryState::Sending | EntryState::LookingForIt);
        self.entries.iter().any(|entry| is_moving(&entry.progress))
    }

    pub fn count_sent(&self) -> usize {
        self.entries.iter().filter(|entry| matches!(entry.progress, EntryState::Sent(_))).count()
    }

    pub fn count_failed(&self) -> usize {
        self.entries.iter().filter(|entry| matches!(entry.progress, EntryState::Failed(_))).count()
    }

    pub fn is_all_sent(&self) -> bool {
        self.count_sent() == self.entries.len()
    }

    fn knows(&self, id: &InvitationId) -> bool {
        let is_sent = |entry: &Entry| matches!(&entry.progress, EntryState::Sent(known) if known == id);
        self.earlier.contains(id) || self.entries.iter().any(is_sent)
    }

    fn change(&mut self, place: usize, from: &EntryState, next: impl FnOnce(()) -> EntryState) {
        if let Some(entry) = self.entries.get_mut(place)
            && entry.progress == *from
        {
            entry.progress = next(());
        }
    }
}

#[cfg(test)]
mod tests;
