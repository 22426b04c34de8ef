//! Inviting several visitors in one go: one after another, each succeeds or fails on its own, nobody twice.

use super::draft::Invitation;
use super::sent::Sent;
use crate::domain::delivery::{Lookup, SubmitState};
use crate::domain::id::InvitationId;

/// The invitations of one go, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationBatch {
    pub entries: Vec<Entry>,
    /// Invitations that stood in the list before: they are not what became of one of these.
    pub earlier: Vec<InvitationId>,
}

/// One invitation and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub invitation: Invitation,
    pub state: EntryState,
}

/// How far one invitation has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryState {
    /// Its turn comes.
    Waiting,
    /// The page was left before its turn came.
    NotBegun,
    /// It was sent at least once.
    Begun(SubmitState<InvitationId>),
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Send(usize, Invitation),
    LookUp(usize, Invitation),
}

impl EntryState {
    /// The id of an invitation that was made.
    pub fn sent(&self) -> Option<&InvitationId> {
        match self {
            Self::Begun(SubmitState::Arrived(id)) => Some(id),
            _ => None,
        }
    }

    /// Whether nothing was made of it, so that it may be sent again.
    pub fn has_failed(&self) -> bool {
        matches!(self, Self::NotBegun | Self::Begun(SubmitState::Refused(_)))
    }

    /// Whether it was sent and is not found so far: sent again, it may be there twice.
    pub fn is_not_found_yet(&self) -> bool {
        matches!(self, Self::Begun(SubmitState::NotFoundYet))
    }

    fn is_under_way(&self) -> bool {
        matches!(self, Self::Begun(state) if state.is_under_way())
    }
}

impl InvitationBatch {
    pub fn new(invitations: Vec<Invitation>) -> Self {
        let entry = |invitation| Entry { invitation, state: EntryState::Waiting };
        Self { entries: invitations.into_iter().map(entry).collect(), earlier: Vec::new() }
    }

    /// Takes the next step: one at a time, and what is in doubt before what is new.
    pub fn step(&mut self) -> Option<Step> {
        let lost = EntryState::Begun(SubmitState::LookingUp);
        if let Some((place, entry)) = self.entries.iter().enumerate().find(|(_, entry)| entry.state == lost) {
            return Some(Step::LookUp(place, entry.invitation.clone()));
        }
        if self.entries.iter().any(|entry| entry.state.is_under_way()) {
            return None;
        }
        let (place, entry) = self.entries.iter_mut().enumerate().find(|(_, entry)| entry.state == EntryState::Waiting)?;
        entry.state = EntryState::Begun(SubmitState::Submitting);
        Some(Step::Send(place, entry.invitation.clone()))
    }

    /// Takes the next state of one that is under way; a late answer changes nothing.
    pub fn settle(&mut self, place: usize, state: SubmitState<InvitationId>) {
        if let Some(entry) = self.entries.get_mut(place)
            && entry.state.is_under_way()
        {
            entry.state = EntryState::Begun(state);
        }
    }

    /// Searches the list of those sent for one whose answer was lost; none where the list could not be read.
    pub fn look_up(&self, place: usize, list: Option<&[Sent]>) -> Lookup<InvitationId> {
        let (Some(entry), Some(list)) = (self.entries.get(place), list) else { return Lookup::Failed };
        let found = list.iter().find(|sent| sent.is(&entry.invitation) && !self.knows(&sent.id));
        found.map_or(Lookup::Absent, |sent| Lookup::Found(sent.id.clone()))
    }

    /// Lines up again one that failed, or that was not found so far: its employee was warned. One that was sent stays as it is.
    pub fn retry(&mut self, place: usize) {
        if let Some(entry) = self.entries.get_mut(place)
            && (entry.state.has_failed() || entry.state.is_not_found_yet())
        {
            entry.state = EntryState::Waiting;
        }
    }

    /// Lines up all that failed; those that may still be on their way stay as they are.
    pub fn retry_all(&mut self) {
        for entry in self.entries.iter_mut().filter(|entry| entry.state.has_failed()) {
            entry.state = EntryState::Waiting;
        }
    }

    /// Looks once more for one that is in doubt or was not found.
    pub fn look_again(&mut self, place: usize) {
        if let Some(entry) = self.entries.get_mut(place)
            && matches!(&entry.state, EntryState::Begun(state) if state.may_look_up())
        {
            entry.state = EntryState::Begun(SubmitState::LookingUp);
        }
    }

    /// The same for all of them.
    pub fn look_again_for_all(&mut self) {
        (0..self.entries.len()).for_each(|place| self.look_again(place));
    }

    /// Takes those that stand in the list by now, of those that were not found so far.
    pub fn find_later(&mut self, list: &[Sent]) {
        for place in 0..self.entries.len() {
            if let Lookup::Found(id) = self.look_up(place, Some(list))
                && let Some(entry) = self.entries.get_mut(place)
                && entry.state.is_not_found_yet()
            {
                entry.state = EntryState::Begun(SubmitState::Arrived(id));
            }
        }
    }

    /// Nobody sends on: what was under way is in doubt, what had not begun has not begun.
    pub fn abandon(&mut self) {
        for entry in &mut self.entries {
            if entry.state.is_under_way() {
                entry.state = EntryState::Begun(SubmitState::InDoubt);
            } else if entry.state == EntryState::Waiting {
                entry.state = EntryState::NotBegun;
            }
        }
    }

    /// Whether something is still to be done without anybody's asking.
    pub fn is_under_way(&self) -> bool {
        self.entries.iter().any(|entry| entry.state == EntryState::Waiting || entry.state.is_under_way())
    }

    pub fn count_sent(&self) -> usize {
        self.entries.iter().filter(|entry| entry.state.sent().is_some()).count()
    }

    pub fn count_failed(&self) -> usize {
        self.entries.iter().filter(|entry| entry.state.has_failed()).count()
    }

    pub fn count_not_found_yet(&self) -> usize {
        self.entries.iter().filter(|entry| entry.state.is_not_found_yet()).count()
    }

    pub fn is_all_sent(&self) -> bool {
        self.count_sent() == self.entries.len()
    }

    fn knows(&self, id: &InvitationId) -> bool {
        self.earlier.contains(id) || self.entries.iter().any(|entry| entry.state.sent() == Some(id))
    }
}

#[cfg(test)]
mod tests;
