//! Registering a visitor with access control, and removing one. There is no call that changes a visitor: a change is a
//! removal followed by a registration, and either call can fail by itself.

use crate::domain::hold;
use crate::domain::id::AccessVisitorId;

/// A visitor's entry in access control, as far as it is certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessEntry {
    /// This device has registered nobody.
    Unknown,
    Registered(AccessVisitorId),
    /// The phone number has an entry, under a visitor id that this device does not have.
    PhoneTaken,
    Removed,
}

/// What an employee wants done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessTask {
    Register,
    Remove,
    /// The name or the phone number was corrected.
    Change,
}

/// One API call of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessCall {
    Remove(AccessVisitorId),
    Register,
}

/// How far a task has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistrationState {
    Idle,
    /// A removal was confirmed, and can be undone; since when, in milliseconds.
    Held {
        id: AccessVisitorId,
        since: i64,
    },
    /// A call is queued or under way. A change still has its registration to come after the removal.
    Running {
        call: AccessCall,
        is_change: bool,
    },
    /// A call failed. What the calls before it did stands.
    Failed {
        call: AccessCall,
        is_change: bool,
        failure: AccessFailure,
    },
}

/// Why a call failed, with the reason in words for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessFailure {
    Refused(String),
    /// The response was lost: the call may have been carried out. Repeating it does no harm.
    Uncertain(String),
}

/// The outcome of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessResponse {
    Registered(AccessVisitorId),
    /// The phone number belongs to a registered visitor.
    PhoneTaken,
    /// Removed, or there was nothing to remove.
    Removed,
    Failed(AccessFailure),
}

/// A visitor's registration: the entry that is certain, and the task that is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub entry: AccessEntry,
    pub state: RegistrationState,
}

impl Registration {
    pub fn idle(entry: AccessEntry) -> Self {
        Self { entry, state: RegistrationState::Idle }
    }

    /// The tasks that may be started.
    pub fn tasks(&self) -> &'static [AccessTask] {
        match (&self.state, &self.entry) {
            // Nobody is registered, and the refusal may be due to a name or number that needs correcting.
            (RegistrationState::Failed { call: AccessCall::Register, failure: AccessFailure::Refused(_), .. }, _) => &[AccessTask::Change],
            (RegistrationState::Held { .. } | RegistrationState::Running { .. } | RegistrationState::Failed { .. }, _) => &[],
            (RegistrationState::Idle, AccessEntry::Registered(_)) => &[AccessTask::Change, AccessTask::Remove],
            // The number has an entry: another registration would be refused as well.
            (RegistrationState::Idle, AccessEntry::PhoneTaken) => &[],
            (RegistrationState::Idle, AccessEntry::Unknown | AccessEntry::Removed) => &[AccessTask::Register],
        }
    }

    /// Starts a task; a removal is held first. A task that may not be started changes nothing.
    pub fn start(&mut self, task: AccessTask, now: i64) {
        if !self.tasks().contains(&task) {
            return;
        }
        self.state = match (&self.state, &self.entry) {
            (RegistrationState::Failed { call, is_change, .. }, _) => {
                RegistrationState::Running { call: call.clone(), is_change: *is_change }
            }
            (_, AccessEntry::Registered(id)) if task == AccessTask::Remove => RegistrationState::Held { id: id.clone(), since: now },
            (_, AccessEntry::Registered(id)) => RegistrationState::Running { call: AccessCall::Remove(id.clone()), is_change: true },
            _ => RegistrationState::Running { call: AccessCall::Register, is_change: false },
        };
    }

    /// Takes a removal back that is held.
    pub fn undo(&mut self) {
        if self.is_held() {
            self.state = RegistrationState::Idle;
        }
    }

    /// Ends the hold of a removal whose time is over.
    pub fn release_due(&mut self, now: i64) {
        if matches!(self.state, RegistrationState::Held { since, .. } if hold::is_over(since, now)) {
            self.release();
        }
    }

    /// Ends the hold of a removal, whatever is left of its time.
    pub fn release(&mut self) {
        if let RegistrationState::Held { id, .. } = &self.state {
            self.state = RegistrationState::Running { call: AccessCall::Remove(id.clone()), is_change: false };
        }
    }

    pub fn is_held(&self) -> bool {
        matches!(self.state, RegistrationState::Held { .. })
    }

    /// Repeats the call that failed.
    pub fn retry(&mut self) {
        if let RegistrationState::Failed { call, is_change, .. } = &self.state {
            self.state = RegistrationState::Running { call: call.clone(), is_change: *is_change };
        }
    }

    /// Gives up the task that failed. The entry stays as it is.
    pub fn give_up(&mut self) {
        if let RegistrationState::Failed { .. } = self.state {
            self.state = RegistrationState::Idle;
        }
    }

    /// The call to send now.
    pub fn pending_call(&self) -> Option<&AccessCall> {
        match &self.state {
            RegistrationState::Running { call, .. } => Some(call),
            RegistrationState::Idle | RegistrationState::Held { .. } | RegistrationState::Failed { .. } => None,
        }
    }

    /// Takes the response to the pending call.
    pub fn settle(&mut self, response: AccessResponse) {
        let RegistrationState::Running { call, is_change } = self.state.clone() else { return };
        self.state = RegistrationState::Idle;
        match response {
            AccessResponse::Registered(id) => self.entry = AccessEntry::Registered(id),
            AccessResponse::PhoneTaken => self.entry = AccessEntry::PhoneTaken,
            AccessResponse::Removed => {
                self.entry = AccessEntry::Removed;
                if is_change {
                    self.state = RegistrationState::Running { call: AccessCall::Register, is_change };
                }
            }
            AccessResponse::Failed(failure) => self.state = RegistrationState::Failed { call, is_change, failure },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hold::HOLD_MILLIS;

    fn id(text: &str) -> AccessVisitorId {
        AccessVisitorId::parse(text).unwrap()
    }

    fn lost() -> AccessResponse {
        AccessResponse::Failed(AccessFailure::Uncertain("lost".into()))
    }

    fn refused() -> AccessResponse {
        AccessResponse::Failed(AccessFailure::Refused("no".into()))
    }

    fn started(entry: AccessEntry, task: AccessTask) -> Registration {
        let mut registration = Registration::idle(entry);
        registration.start(task, 0);
        registration.release();
        registration
    }

    /// The entry, the pending call and whether the task failed, after these responses.
    fn after(mut registration: Registration, responses: &[AccessResponse]) -> (AccessEntry, Option<AccessCall>, bool) {
        for response in responses {
            registration.settle(response.clone());
        }
        let has_failed = matches!(registration.state, RegistrationState::Failed { .. });
        (registration.entry.clone(), registration.pending_call().cloned(), has_failed)
    }

    #[test]
    fn a_registration_ends_known_taken_or_failed() {
        let started = || started(AccessEntry::Unknown, AccessTask::Register);
        assert_eq!(started().pending_call(), Some(&AccessCall::Register));
        assert_eq!(after(started(), &[AccessResponse::Registered(id("v1"))]), (AccessEntry::Registered(id("v1")), None, false));
        assert_eq!(after(started(), &[AccessResponse::PhoneTaken]), (AccessEntry::PhoneTaken, None, false));
        assert_eq!(after(started(), &[lost()]), (AccessEntry::Unknown, None, true));
        assert_eq!(after(started(), &[refused()]), (AccessEntry::Unknown, None, true));
    }

    #[test]
    fn a_removal_ends_removed_or_failed() {
        let started = || started(AccessEntry::Registered(id("v1")), AccessTask::Remove);
        assert_eq!(started().pending_call(), Some(&AccessCall::Remove(id("v1"))));
        assert_eq!(after(started(), &[AccessResponse::Removed]), (AccessEntry::Removed, None, false));
        assert_eq!(after(started(), &[lost()]), (AccessEntry::Registered(id("v1")), None, true));
        assert_eq!(after(started(), &[refused()]), (AccessEntry::Registered(id("v1")), None, true));
    }

    #[test]
    fn a_removal_is_held_and_can_be_undone() {
        let held = || {
            let mut registration = Registration::idle(AccessEntry::Registered(id("v1")));
            registration.start(AccessTask::Remove, 1_000);
            registration
        };
        let mut removal = held();
        assert_eq!((removal.pending_call(), removal.tasks()), (None, &[][..]));
        removal.release_due(1_000 + HOLD_MILLIS - 1);
        assert!(removal.is_held());
        removal.undo();
        assert_eq!(removal, Registration::idle(AccessEntry::Registered(id("v1"))));
        for now in [1_000 + HOLD_MILLIS, 0] {
            let mut removal = held();
            removal.release_due(now);
            removal.undo();
            assert_eq!(removal.pending_call(), Some(&AccessCall::Remove(id("v1"))), "its time is over at {now}");
        }
    }

    #[test]
    fn the_entry_is_certain_at_every_point_where_a_change_can_fail() {
        let started = || started(AccessEntry::Registered(id("v1")), AccessTask::Change);
        assert_eq!(started().pending_call(), Some(&AccessCall::Remove(id("v1"))));
        assert_eq!(after(started(), &[AccessResponse::Removed]), (AccessEntry::Removed, Some(AccessCall::Register), false));
        assert_eq!(
            after(started(), &[AccessResponse::Removed, AccessResponse::Registered(id("v2"))]),
            (AccessEntry::Registered(id("v2")), None, false)
        );
        for failure in [lost(), refused()] {
            assert_eq!(after(started(), std::slice::from_ref(&failure)), (AccessEntry::Registered(id("v1")), None, true), "the first call");
            assert_eq!(after(started(), &[AccessResponse::Removed, failure]), (AccessEntry::Removed, None, true), "the second call");
        }
        assert_eq!(
            after(started(), &[AccessResponse::Removed, AccessResponse::PhoneTaken]),
            (AccessEntry::PhoneTaken, None, false),
            "the new number is somebody's"
        );
    }

    #[test]
    fn a_retry_repeats_the_call_that_failed_and_the_change_goes_on() {
        let mut change = started(AccessEntry::Registered(id("v1")), AccessTask::Change);
        change.settle(lost());
        assert_eq!(change.tasks(), []);
        change.retry();
        assert_eq!(change.pending_call(), Some(&AccessCall::Remove(id("v1"))));
        // The lost call had removed it: it is not there to be removed, and the change goes on.
        change.settle(AccessResponse::Removed);
        change.settle(refused());
        change.retry();
        assert_eq!(change.pending_call(), Some(&AccessCall::Register));
        change.settle(AccessResponse::Registered(id("v2")));
        assert_eq!(change, Registration::idle(AccessEntry::Registered(id("v2"))));
    }

    #[test]
    fn a_registration_that_was_refused_may_be_corrected_and_one_in_doubt_may_not() {
        for (entry, task, is_change) in
            [(AccessEntry::Unknown, AccessTask::Register, false), (AccessEntry::Registered(id("v1")), AccessTask::Change, true)]
        {
            let failed = |failure| {
                let mut registration = started(entry.clone(), task);
                if is_change {
                    registration.settle(AccessResponse::Removed);
                }
                registration.settle(failure);
                registration
            };
            assert_eq!(failed(lost()).tasks(), []);
            let mut corrected = failed(refused());
            assert_eq!(corrected.tasks(), [AccessTask::Change]);
            corrected.start(AccessTask::Change, 0);
            assert_eq!(corrected.state, RegistrationState::Running { call: AccessCall::Register, is_change }, "there is nothing to remove");
        }
    }

    #[test]
    fn giving_up_keeps_the_entry() {
        let mut change = started(AccessEntry::Registered(id("v1")), AccessTask::Change);
        change.settle(AccessResponse::Removed);
        change.settle(refused());
        change.give_up();
        assert_eq!((change.entry.clone(), change.tasks()), (AccessEntry::Removed, &[AccessTask::Register][..]));
    }

    #[test]
    fn only_what_makes_sense_is_started_and_nothing_twice() {
        assert_eq!(started(AccessEntry::Unknown, AccessTask::Remove).pending_call(), None);
        assert_eq!(started(AccessEntry::Registered(id("v1")), AccessTask::Register).pending_call(), None);
        assert_eq!(started(AccessEntry::PhoneTaken, AccessTask::Register).pending_call(), None, "it has an entry already");
        assert_eq!(Registration::idle(AccessEntry::PhoneTaken).tasks(), []);
        assert_eq!(started(AccessEntry::PhoneTaken, AccessTask::Remove).pending_call(), None, "nobody here has the id");
        let mut twice = started(AccessEntry::Unknown, AccessTask::Register);
        twice.start(AccessTask::Register, 0);
        twice.settle(AccessResponse::Registered(id("v1")));
        twice.settle(AccessResponse::Registered(id("v2")));
        assert_eq!(twice.entry, AccessEntry::Registered(id("v1")), "a late answer changes nothing");
    }
}
