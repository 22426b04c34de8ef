//! The doors, in words.

use super::Text;
use super::words::words;
use crate::domain::access::registration::{AccessTask, Half, Known, Registration, RegistrationState, Setback};
use crate::domain::visit::Tone;

words! {
    AccessWords / access:
    doors;
    door_access;
    door_visitors;
    door_members;
    which_doors;
    register_at_doors;
    remove_from_doors;
    correct_at_doors;
    do_correct;
    leave_it;
    only_this_device;
    remove_after_visit;
    correction_explained;
    correction_of_nobody;
    visitor_id;
    no_door_visitors_title;
    no_door_visitors_detail;
    door_resting;
    member_id;
    member_id_kind;
    find_member;
    find_member_heading;
    face;
    doors_by_visit;
    card;
    no_card;
    face_uploaded;
    no_face;
    not_in_group;
    no_members_title;
    no_members_detail;
    doors_off_title;
    doors_off_detail;

    // The state of a registration, in a word.
    door_state_correcting;
    door_state_registering;
    door_state_removing;
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
    door_progress(settled: usize, all: usize);
    card_number(card: &str);
    member_count(members: usize);
}

impl Text {
    /// How somebody stands with the doors, in a word, and how that feels.
    pub fn door_state(self, registration: &Registration) -> (&'static str, Tone) {
        match (&registration.course, &registration.known) {
            (RegistrationState::Doing { is_change: true, .. }, _) => (self.door_state_correcting(), Tone::Waiting),
            (RegistrationState::Doing { half: Half::Register, .. }, _) => (self.door_state_registering(), Tone::Waiting),
            (RegistrationState::Doing { half: Half::Remove(_), .. }, _) => (self.door_state_removing(), Tone::Waiting),
            (RegistrationState::Stopped { .. }, _) => (self.door_state_stopped(), Tone::Bad),
            (RegistrationState::Still, Known::Nothing) => (self.door_state_unregistered(), Tone::Over),
            (RegistrationState::Still, Known::Registered(_)) => (self.door_state_registered(), Tone::Good),
            (RegistrationState::Still, Known::PhoneTaken) => (self.door_state_phone_taken(), Tone::Good),
            (RegistrationState::Still, Known::Removed) => (self.door_state_removed(), Tone::Over),
        }
    }

    /// Exactly whom the doors know now, where that is not plain.
    pub fn door_detail(self, registration: &Registration) -> String {
        let detail = match (&registration.course, &registration.known) {
            (RegistrationState::Doing { half: Half::Remove(_), is_change: true }, _) => self.removing_old_entry(),
            (RegistrationState::Doing { half: Half::Register, is_change: true }, _) => self.registering_again(),
            (RegistrationState::Doing { .. }, _) => "",
            (RegistrationState::Stopped { half, is_change, setback }, _) => return self.stopped(half, *is_change, setback),
            (RegistrationState::Still, Known::PhoneTaken) => self.known_from_elsewhere(),
            (RegistrationState::Still, _) => "",
        };
        detail.to_owned()
    }

    fn stopped(self, half: &Half, is_change: bool, setback: &Setback) -> String {
        let state = match (half, is_change, setback) {
            (Half::Remove(_), true, Setback::Refused(_)) => self.correction_refused(),
            (Half::Remove(_), false, Setback::Refused(_)) => self.removal_refused(),
            (Half::Remove(_), _, Setback::InDoubt(_)) => self.removal_in_doubt(),
            (Half::Register, true, Setback::Refused(_)) => self.only_removed(),
            (Half::Register, false, Setback::Refused(_)) => self.registration_refused(),
            (Half::Register, _, Setback::InDoubt(_)) => self.registration_in_doubt(),
        };
        let (Setback::Refused(reason) | Setback::InDoubt(reason)) = setback;
        self.two_sentences(state, reason)
    }

    /// The button that does the missing half.
    pub fn missing_half(self, half: &Half) -> &'static str {
        match half {
            Half::Remove(_) => self.remove_again(),
            Half::Register => self.register_again(),
        }
    }

    pub fn door_errand(self, errand: AccessTask) -> &'static str {
        match errand {
            AccessTask::Register => self.register_at_doors(),
            AccessTask::Remove => self.remove_from_doors(),
            AccessTask::Change => self.correct_at_doors(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;
    use crate::domain::id::DoorVisitorId;

    #[test]
    fn a_change_that_stopped_says_exactly_whom_the_doors_know() {
        let id = || DoorVisitorId::parse("v1").unwrap();
        let stopped =
            |half, setback| Registration { known: Known::Removed, course: RegistrationState::Stopped { half, is_change: true, setback } };
        for locale in [Locale::Chinese, Locale::English] {
            let text = Text(locale);
            let [refused, doubt]: [fn(String) -> Setback; 2] = [Setback::Refused, Setback::InDoubt];
            let mut told = Vec::new();
            for setback in [refused, doubt] {
                for half in [Half::Remove(id()), Half::Register] {
                    let words = text.door_detail(&stopped(half, setback("why".into())));
                    assert!(words.ends_with("why") && !told.contains(&words), "{words}");
                    told.push(words);
                }
            }
        }
    }
}
