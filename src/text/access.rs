//! The doors, in words.

use super::Text;
use super::words::words;
use crate::domain::access::registration::{AccessCall, AccessEntry, AccessFailure, AccessTask, Registration, RegistrationState};
use crate::domain::visit::Tone;

words! {
    AccessWords / access:
    access_heading;
    access_control;
    access_visitors;
    access_members;
    which_access_pages;
    register_at_access;
    remove_from_doors;
    removal_question;
    removal_detail;
    confirm_removal;
    keep_at_doors;
    correct_at_access;
    do_correct;
    leave_it;
    only_this_device;
    remove_after_visit;
    correction_explained;
    correction_of_nobody;
    visitor_id;
    no_access_visitors_title;
    no_access_visitors_detail;
    access_resting;
    member_id;
    member_id_kind;
    find_member;
    scan_id;
    find_member_heading;
    face;
    access_by_visit;
    card;
    no_card;
    face_uploaded;
    no_face;
    not_in_group;
    no_members_title;
    no_members_detail;
    access_off_title;
    access_off_detail;

    // The state of a registration, in a word.
    door_state_correcting;
    door_state_registering;
    door_state_removing;
    door_state_removing_soon;
    door_state_stopped;
    door_state_unregistered;
    door_state_registered;
    door_state_phone_taken;
    door_state_removed;

    // The two calls of a correction.
    removing_old_entry;
    registering_again;
    known_from_elsewhere;

    // Whom the doors know after a call that failed.
    correction_refused;
    removal_refused;
    removal_in_doubt;
    only_removed;
    registration_refused;
    registration_in_doubt;

    // The button that repeats the call.
    remove_again;
    register_again;
    register_all(visitors: usize);
    access_progress(settled: usize, all: usize);
    card_number(card: &str);
    member_count(members: usize);
}

impl Text {
    /// How somebody stands with the doors, in a word, and how that feels.
    pub fn access_state(self, registration: &Registration) -> (&'static str, Tone) {
        match (&registration.state, &registration.entry) {
            (RegistrationState::Running { is_change: true, .. }, _) => (self.door_state_correcting(), Tone::Waiting),
            (RegistrationState::Running { call: AccessCall::Register, .. }, _) => (self.door_state_registering(), Tone::Waiting),
            (RegistrationState::Running { call: AccessCall::Remove(_), .. }, _) => (self.door_state_removing(), Tone::Waiting),
            (RegistrationState::Held { .. }, _) => (self.door_state_removing_soon(), Tone::Waiting),
            (RegistrationState::Failed { .. }, _) => (self.door_state_stopped(), Tone::Bad),
            (RegistrationState::Idle, AccessEntry::Unknown) => (self.door_state_unregistered(), Tone::Over),
            (RegistrationState::Idle, AccessEntry::Registered(_)) => (self.door_state_registered(), Tone::Good),
            (RegistrationState::Idle, AccessEntry::PhoneTaken) => (self.door_state_phone_taken(), Tone::Good),
            (RegistrationState::Idle, AccessEntry::Removed) => (self.door_state_removed(), Tone::Over),
        }
    }

    /// Exactly whom the doors know now, where that is not plain.
    pub fn access_detail(self, registration: &Registration) -> String {
        let detail = match (&registration.state, &registration.entry) {
            (RegistrationState::Running { call: AccessCall::Remove(_), is_change: true }, _) => self.removing_old_entry(),
            (RegistrationState::Running { call: AccessCall::Register, is_change: true }, _) => self.registering_again(),
            (RegistrationState::Held { .. } | RegistrationState::Running { .. }, _) => "",
            (RegistrationState::Failed { call, is_change, failure }, _) => return self.stopped(call, *is_change, failure),
            (RegistrationState::Idle, AccessEntry::PhoneTaken) => self.known_from_elsewhere(),
            (RegistrationState::Idle, _) => "",
        };
        detail.to_owned()
    }

    fn stopped(self, call: &AccessCall, is_change: bool, failure: &AccessFailure) -> String {
        let state = match (call, is_change, failure) {
            (AccessCall::Remove(_), true, AccessFailure::Refused(_)) => self.correction_refused(),
            (AccessCall::Remove(_), false, AccessFailure::Refused(_)) => self.removal_refused(),
            (AccessCall::Remove(_), _, AccessFailure::Uncertain(_)) => self.removal_in_doubt(),
            (AccessCall::Register, true, AccessFailure::Refused(_)) => self.only_removed(),
            (AccessCall::Register, false, AccessFailure::Refused(_)) => self.registration_refused(),
            (AccessCall::Register, _, AccessFailure::Uncertain(_)) => self.registration_in_doubt(),
        };
        let (AccessFailure::Refused(reason) | AccessFailure::Uncertain(reason)) = failure;
        self.two_sentences(state, reason)
    }

    /// The button that does the missing call.
    pub fn missing_half(self, call: &AccessCall) -> &'static str {
        match call {
            AccessCall::Remove(_) => self.remove_again(),
            AccessCall::Register => self.register_again(),
        }
    }

    pub fn access_task(self, purpose_line: AccessTask) -> &'static str {
        match purpose_line {
            AccessTask::Register => self.register_at_access(),
            AccessTask::Remove => self.remove_from_doors(),
            AccessTask::Change => self.correct_at_access(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;
    use crate::domain::id::AccessVisitorId;

    #[test]
    fn a_change_that_stopped_says_exactly_whom_the_doors_know() {
        let id = || AccessVisitorId::parse("v1").unwrap();
        let stopped = |call, failure| Registration {
            entry: AccessEntry::Removed,
            state: RegistrationState::Failed { call, is_change: true, failure },
        };
        for locale in [Locale::Chinese, Locale::English] {
            let text = Text::of(locale);
            let [refused, doubt]: [fn(String) -> AccessFailure; 2] = [AccessFailure::Refused, AccessFailure::Uncertain];
            let mut seen = Vec::new();
            for failure in [refused, doubt] {
                for call in [AccessCall::Remove(id()), AccessCall::Register] {
                    let words = text.access_detail(&stopped(call, failure("why".into())));
                    assert!(words.ends_with("why") && !seen.contains(&words), "{words}");
                    seen.push(words);
                }
            }
        }
    }
}
