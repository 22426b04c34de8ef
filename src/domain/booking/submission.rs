//! A booking that is ready to be sent.

use super::field::FieldKey;
use crate::domain::id::AreaId;
use crate::domain::venue::{Host, Mode};
use crate::domain::visit::{Status, Stay, Visit};

/// A booking that can be sent. Only [`super::Form::check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    pub(super) mode: Mode,
    pub(super) host: Host,
    pub(super) stay: Stay,
    pub(super) areas: Vec<AreaId>,
    pub(super) answers: Vec<(FieldKey, String)>,
}

impl Submission {
    pub fn mode(&self) -> Mode {
        self.mode
    }

    pub fn host(&self) -> &Host {
        &self.host
    }

    pub fn stay(&self) -> Stay {
        self.stay
    }

    pub fn areas(&self) -> &[AreaId] {
        &self.areas
    }

    /// Whether others come along.
    pub fn is_party(&self) -> bool {
        self.answer("visitorPersonNum").parse::<u32>().is_ok_and(|people| people > 1)
    }

    /// The answers under the server's keys, trimmed; pictures as addresses joined by commas.
    pub fn answers(&self) -> &[(FieldKey, String)] {
        &self.answers
    }

    /// Whether a visit in the visitor's list is this very booking.
    pub fn is_booked_as(&self, visit: &Visit) -> bool {
        let is_active = !matches!(visit.status, Status::Returned | Status::CancelledByEmployee | Status::CancelledByVisitor);
        let same_host = visit.host.phone == self.host().phone || visit.host.name == self.host().name;
        let same_visitor = self.agrees("visitorName", &visit.visitor_name) && self.agrees("visitorPhoneNum", &visit.visitor_phone);
        is_active && same_host && same_visitor && visit.stay == Some(self.stay())
    }

    /// Whether an answer and what the visit was booked with agree, where both are there.
    fn agrees(&self, key: &str, booked: &str) -> bool {
        let answer = self.answer(key);
        answer.is_empty() || booked.is_empty() || answer == booked
    }

    fn answer(&self, key: &str) -> &str {
        self.answers.iter().find(|(known, _)| known.as_str() == key).map_or("", |(_, answer)| answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::fixture;

    #[test]
    fn a_booking_is_known_again_by_host_and_time_unless_it_was_called_off() {
        let submission = fixture::complete_form().check(fixture::now(), &|_, _| None).unwrap();
        let visit = Visit::standing(Status::WaitingApproval);
        let mut visit = Visit { stay: Some(submission.stay()), host: fixture::host(), ..visit };
        assert!(submission.is_booked_as(&visit));
        visit.status = Status::CancelledByVisitor;
        assert!(!submission.is_booked_as(&visit));
        visit.status = Status::WaitingApproval;
        visit.visitor_name = "李雷".into();
        assert!(!submission.is_booked_as(&visit), "somebody else booked the same host and time");
        visit.visitor_name = "张晓雯".into();
        assert!(submission.is_booked_as(&visit));
        let later = submission.stay().end;
        visit.stay = Some(Stay { start: later, end: later.plus_minutes(60) });
        assert!(!submission.is_booked_as(&visit));
    }
}
