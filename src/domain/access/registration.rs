//! Making a visitor known to the doors, or forgotten by them. There is no call that changes somebody: a change is a
//! removal and a registration, and each half can fail by itself.

use crate::domain::id::DoorVisitorId;

/// What is known for certain of a visitor at the doors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Nothing; at least this device registered nobody.
    Nothing,
    Registered(DoorVisitorId),
    /// The doors know the phone number, under a visitor id that nobody here has.
    PhoneTaken,
    Removed,
}

/// What an employee wants of the doors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessTask {
    Register,
    Remove,
    /// The name or the phone number was corrected.
    Change,
}

/// One call of an errand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Half {
    Remove(DoorVisitorId),
    Register,
}

/// How far an errand has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistrationState {
    Still,
    /// A half is to be sent, or on its way; a change has its registration still to come after the removal.
    Doing {
        half: Half,
        is_change: bool,
    },
    /// A half failed. What came before it stands.
    Stopped {
        half: Half,
        is_change: bool,
        setback: Setback,
    },
}

/// Why a half failed, in words for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setback {
    Refused(String),
    /// Its answer was lost: it may have been done. Doing it again does no harm.
    InDoubt(String),
}

/// What the doors answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    Registered(DoorVisitorId),
    /// The phone number belongs to somebody who is registered.
    PhoneTaken,
    /// Removed, or not there to be removed.
    Gone,
    Setback(Setback),
}

/// A visitor at the doors: what is certain, and what is under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    pub known: Known,
    pub course: RegistrationState,
}

impl Registration {
    pub fn known(known: Known) -> Self {
        Self { known, course: RegistrationState::Still }
    }

    /// What may be begun.
    pub fn errands(&self) -> &'static [AccessTask] {
        match (&self.course, &self.known) {
            // Nobody is registered, and what was refused may be a name or number that wants correcting.
            (RegistrationState::Stopped { half: Half::Register, setback: Setback::Refused(_), .. }, _) => &[AccessTask::Change],
            (RegistrationState::Doing { .. } | RegistrationState::Stopped { .. }, _) => &[],
            (RegistrationState::Still, Known::Registered(_)) => &[AccessTask::Change, AccessTask::Remove],
            // A number that is taken may be free again: somebody removed its visitor elsewhere.
            (RegistrationState::Still, _) => &[AccessTask::Register],
        }
    }

    /// Begins an errand; what may not be begun changes nothing.
    pub fn begin(&mut self, errand: AccessTask) {
        if !self.errands().contains(&errand) {
            return;
        }
        let (half, is_change) = match (&self.course, &self.known) {
            (RegistrationState::Stopped { half, is_change, .. }, _) => (half.clone(), *is_change),
            (_, Known::Registered(id)) => (Half::Remove(id.clone()), errand == AccessTask::Change),
            _ => (Half::Register, false),
        };
        self.course = RegistrationState::Doing { half, is_change };
    }

    /// Does the half again that failed.
    pub fn retry(&mut self) {
        if let RegistrationState::Stopped { half, is_change, .. } = &self.course {
            self.course = RegistrationState::Doing { half: half.clone(), is_change: *is_change };
        }
    }

    /// Gives up what failed; what is certain stays.
    pub fn give_up(&mut self) {
        if let RegistrationState::Stopped { .. } = self.course {
            self.course = RegistrationState::Still;
        }
    }

    /// The call to send now.
    pub fn half(&self) -> Option<&Half> {
        match &self.course {
            RegistrationState::Doing { half, .. } => Some(half),
            RegistrationState::Still | RegistrationState::Stopped { .. } => None,
        }
    }

    /// Takes the answer to the half that was sent.
    pub fn settle(&mut self, reply: Reply) {
        let RegistrationState::Doing { half, is_change } = self.course.clone() else { return };
        self.course = RegistrationState::Still;
        match reply {
            Reply::Registered(id) => self.known = Known::Registered(id),
            Reply::PhoneTaken => self.known = Known::PhoneTaken,
            Reply::Gone => {
                self.known = Known::Removed;
                if is_change {
                    self.course = RegistrationState::Doing { half: Half::Register, is_change };
                }
            }
            Reply::Setback(setback) => self.course = RegistrationState::Stopped { half, is_change, setback },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> DoorVisitorId {
        DoorVisitorId::parse(text).unwrap()
    }

    fn lost() -> Reply {
        Reply::Setback(Setback::InDoubt("lost".into()))
    }

    fn refused() -> Reply {
        Reply::Setback(Setback::Refused("no".into()))
    }

    fn begun(known: Known, errand: AccessTask) -> Registration {
        let mut registration = Registration::known(known);
        registration.begin(errand);
        registration
    }

    /// What stands after these replies, in short.
    fn after(mut registration: Registration, replies: &[Reply]) -> (Known, Option<Half>, bool) {
        for reply in replies {
            registration.settle(reply.clone());
        }
        let is_stopped = matches!(registration.course, RegistrationState::Stopped { .. });
        (registration.known.clone(), registration.half().cloned(), is_stopped)
    }

    #[test]
    fn a_registration_ends_known_taken_or_stopped() {
        let begun = || begun(Known::Nothing, AccessTask::Register);
        assert_eq!(begun().half(), Some(&Half::Register));
        assert_eq!(after(begun(), &[Reply::Registered(id("v1"))]), (Known::Registered(id("v1")), None, false));
        assert_eq!(after(begun(), &[Reply::PhoneTaken]), (Known::PhoneTaken, None, false));
        assert_eq!(after(begun(), &[lost()]), (Known::Nothing, None, true));
        assert_eq!(after(begun(), &[refused()]), (Known::Nothing, None, true));
    }

    #[test]
    fn a_removal_ends_removed_or_stopped() {
        let begun = || begun(Known::Registered(id("v1")), AccessTask::Remove);
        assert_eq!(begun().half(), Some(&Half::Remove(id("v1"))));
        assert_eq!(after(begun(), &[Reply::Gone]), (Known::Removed, None, false));
        assert_eq!(after(begun(), &[lost()]), (Known::Registered(id("v1")), None, true));
        assert_eq!(after(begun(), &[refused()]), (Known::Registered(id("v1")), None, true));
    }

    #[test]
    fn a_change_says_at_every_point_of_failure_whom_the_doors_know() {
        let begun = || begun(Known::Registered(id("v1")), AccessTask::Change);
        assert_eq!(begun().half(), Some(&Half::Remove(id("v1"))));
        assert_eq!(after(begun(), &[Reply::Gone]), (Known::Removed, Some(Half::Register), false));
        assert_eq!(after(begun(), &[Reply::Gone, Reply::Registered(id("v2"))]), (Known::Registered(id("v2")), None, false));
        for setback in [lost(), refused()] {
            assert_eq!(after(begun(), std::slice::from_ref(&setback)), (Known::Registered(id("v1")), None, true), "the first half");
            assert_eq!(after(begun(), &[Reply::Gone, setback]), (Known::Removed, None, true), "the second half");
        }
        assert_eq!(after(begun(), &[Reply::Gone, Reply::PhoneTaken]), (Known::PhoneTaken, None, false), "the new number is somebody's");
    }

    #[test]
    fn the_missing_half_is_offered_and_goes_on_where_it_stopped() {
        let mut change = begun(Known::Registered(id("v1")), AccessTask::Change);
        change.settle(lost());
        assert_eq!(change.errands(), []);
        change.retry();
        assert_eq!(change.half(), Some(&Half::Remove(id("v1"))));
        // The lost call had removed it: it is not there to be removed, and the change goes on.
        change.settle(Reply::Gone);
        change.settle(refused());
        change.retry();
        assert_eq!(change.half(), Some(&Half::Register));
        change.settle(Reply::Registered(id("v2")));
        assert_eq!(change, Registration::known(Known::Registered(id("v2"))));
    }

    #[test]
    fn a_registration_that_was_refused_may_be_corrected_and_one_in_doubt_may_not() {
        for (known, errand, is_change) in
            [(Known::Nothing, AccessTask::Register, false), (Known::Registered(id("v1")), AccessTask::Change, true)]
        {
            let stopped = |setback| {
                let mut registration = begun(known.clone(), errand);
                if is_change {
                    registration.settle(Reply::Gone);
                }
                registration.settle(setback);
                registration
            };
            assert_eq!(stopped(lost()).errands(), []);
            let mut corrected = stopped(refused());
            assert_eq!(corrected.errands(), [AccessTask::Change]);
            corrected.begin(AccessTask::Change);
            assert_eq!(corrected.course, RegistrationState::Doing { half: Half::Register, is_change }, "there is nothing to remove");
        }
    }

    #[test]
    fn who_gives_up_keeps_what_is_certain() {
        let mut change = begun(Known::Registered(id("v1")), AccessTask::Change);
        change.settle(Reply::Gone);
        change.settle(refused());
        change.give_up();
        assert_eq!((change.known.clone(), change.errands()), (Known::Removed, &[AccessTask::Register][..]));
    }

    #[test]
    fn only_what_makes_sense_is_begun_and_nothing_twice() {
        assert_eq!(begun(Known::Nothing, AccessTask::Remove).half(), None);
        assert_eq!(begun(Known::Registered(id("v1")), AccessTask::Register).half(), None);
        assert_eq!(begun(Known::PhoneTaken, AccessTask::Register).half(), Some(&Half::Register), "it may be free by now");
        assert_eq!(begun(Known::PhoneTaken, AccessTask::Remove).half(), None, "nobody here has the id");
        let mut twice = begun(Known::Nothing, AccessTask::Register);
        twice.begin(AccessTask::Register);
        twice.settle(Reply::Registered(id("v1")));
        twice.settle(Reply::Registered(id("v2")));
        assert_eq!(twice.known, Known::Registered(id("v1")), "a late answer changes nothing");
    }
}
