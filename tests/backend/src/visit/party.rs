//! Who comes along: companions confirm one by one, then their leader submits.

use std::collections::BTreeMap;

use crate::{
    person::Caller,
    response::{PartyError, Refusal},
    status::Transition,
    visit::Visit,
};

/// How a visit knows the people beside its visitor.
#[derive(Debug, Clone)]
pub enum Party {
    /// By their number, if at all; the booking went to its host at once.
    Counted,
    /// In the mini-program, one by one; the host knows nothing yet.
    Gathering(Vec<Companion>),
    /// All of them, and the host knows.
    Submitted(Vec<Companion>),
}

/// Somebody who confirmed to come along.
#[derive(Debug, Clone)]
pub struct Companion {
    pub visitor: Caller,
    pub answers: BTreeMap<String, String>,
}

impl Party {
    pub fn companions(&self) -> &[Companion] {
        match self {
            Self::Counted => &[],
            Self::Gathering(companions) | Self::Submitted(companions) => companions,
        }
    }

    pub fn includes(&self, caller: &Caller) -> bool {
        self.companions().iter().any(|companion| &companion.visitor == caller)
    }

    pub fn is_submitted(&self) -> bool {
        !matches!(self, Self::Gathering(_))
    }
}

impl Visit {
    /// Takes somebody along, while there is room.
    pub fn confirm(&mut self, companion: Companion) -> Result<(), Refusal> {
        let seats = self.plan.head_count().saturating_sub(1);
        if self.visitor == companion.visitor {
            return Err(PartyError::OwnParty.into());
        }
        match &mut self.party {
            _ if self.status.after(Transition::Approve).is_err() => Err(Refusal::LinkClosed),
            Party::Counted => Err(PartyError::Alone.into()),
            Party::Gathering(companions) | Party::Submitted(companions)
                if companions.iter().any(|known| known.visitor == companion.visitor) =>
            {
                Err(Refusal::AlreadyTaken)
            }
            Party::Gathering(companions) if companions.len() < seats => {
                companions.push(companion);
                Ok(())
            }
            Party::Gathering(_) | Party::Submitted(_) => Err(PartyError::Full.into()),
        }
    }

    /// Hands the visit to its host, once everybody has confirmed.
    pub fn submit(&mut self) -> Result<(), Refusal> {
        let seats = self.plan.head_count().saturating_sub(1);
        match &mut self.party {
            Party::Gathering(companions) if companions.len() < seats => Err(PartyError::Incomplete.into()),
            Party::Gathering(companions) => {
                self.party = Party::Submitted(std::mem::take(companions));
                Ok(())
            }
            Party::Counted | Party::Submitted(_) => Err(PartyError::AlreadySubmitted.into()),
        }
    }

    /// After a change: people who were counted in may be missing now, or be too many.
    pub fn regroup(&mut self) {
        let seats = self.plan.head_count().saturating_sub(1);
        self.party = match std::mem::replace(&mut self.party, Party::Counted) {
            Party::Counted => Party::Counted,
            Party::Gathering(mut companions) | Party::Submitted(mut companions) => {
                companions.truncate(seats);
                if companions.len() < seats { Party::Gathering(companions) } else { Party::Submitted(companions) }
            }
        };
    }
}
