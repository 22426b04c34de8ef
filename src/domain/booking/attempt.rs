//! What is known of a booking or a change that was sent and whose answer did not come: what it is known again by.

use super::field::FieldKey;
use super::submission::Submission;
use super::{Form, Subject};
use crate::domain::id::{AreaId, OrderId};
use crate::domain::time::SiteTime;
use crate::domain::venue::Mode;
use crate::domain::visit::{Status, Stay, Visit};

/// A booking or a change on its way, from before it is sent until its outcome is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    pub mode: Mode,
    pub host: String,
    pub host_phone: String,
    pub stay: Stay,
    pub visitor: String,
    pub visitor_phone: String,
    /// Whether others come along.
    pub is_party: bool,
    /// What is changed; none for a booking.
    pub change: Option<Change>,
    /// When it was sent, by the phone's own clock.
    pub sent: SiteTime,
}

/// The visit that is changed, and what it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub order: OrderId,
    pub areas: Vec<AreaId>,
    /// Without those that are too private to be stored.
    pub answers: Vec<(FieldKey, String)>,
}

impl Attempt {
    /// What is sent now; `order` is the visit that it changes.
    pub fn new(submission: &Submission, order: Option<OrderId>, now: SiteTime) -> Self {
        let change = |order| Change {
            order,
            areas: submission.areas().to_vec(),
            answers: submission.answers().iter().filter(|(key, _)| !key.is_private()).cloned().collect(),
        };
        Self {
            mode: submission.mode(),
            host: submission.host().name.clone(),
            host_phone: submission.host().phone.clone(),
            stay: submission.stay(),
            visitor: submission.answer("visitorName").to_owned(),
            visitor_phone: submission.answer("visitorPhoneNum").to_owned(),
            is_party: submission.is_party(),
            change: order.map(change),
            sent: now,
        }
    }

    /// The visit that it changes; none for a booking.
    pub fn order(&self) -> Option<&OrderId> {
        self.change.as_ref().map(|change| &change.order)
    }

    /// Whether both are the same booking, or changes of the same visit.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.order(), other.order()) {
            (None, None) => {
                let same_host = self.host == other.host && self.host_phone == other.host_phone;
                let same_visitor = self.visitor == other.visitor && self.visitor_phone == other.visitor_phone;
                self.mode == other.mode && same_host && same_visitor && self.stay == other.stay
            }
            (own, other) => own == other,
        }
    }

    /// Whether a form is about this very visit.
    pub fn is_written_in(&self, form: &Form) -> bool {
        let same_host = match &form.subject {
            Subject::Settled { .. } => true,
            subject => subject.host().is_some_and(|host| host.name == self.host || host.phone == self.host_phone),
        };
        let same_time = |typed: &str, sent| SiteTime::parse(typed) == Some(sent);
        same_host && same_time(&form.start, self.stay.start) && same_time(&form.end, self.stay.end)
    }

    /// Whether a visit in the visitor's list is this very booking.
    pub fn is_booked_as(&self, visit: &Visit) -> bool {
        let is_active = !matches!(visit.status, Status::Returned | Status::CancelledByEmployee | Status::CancelledByVisitor);
        let same_host = visit.host.phone == self.host_phone || visit.host.name == self.host;
        let same_visitor = agree(&self.visitor, &visit.visitor_name) && agree(&self.visitor_phone, visit.visitor_phone.in_full());
        is_active && same_host && same_visitor && visit.stay == Some(self.stay)
    }

    /// Whether a visit's detail is what the change asked for.
    pub fn is_made_in(&self, visit: &Visit) -> bool {
        let Some(change) = &self.change else { return false };
        let booked = |key: &FieldKey| visit.answers.iter().find(|(known, _)| known == key).map_or("", |(_, answer)| answer);
        let same_areas = visit.areas.len() == change.areas.len() && change.areas.iter().all(|area| visit.areas.contains(area));
        let same_answers = change.answers.iter().all(|(key, answer)| booked(key) == answer);
        visit.status.may_be_changed() && visit.status != Status::Returned && visit.stay == Some(self.stay) && same_areas && same_answers
    }
}

/// Whether an answer and what the visit was booked with agree, where both are there.
fn agree(answer: &str, booked: &str) -> bool {
    answer.is_empty() || booked.is_empty() || answer == booked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::fixture;

    fn attempt(order: Option<&str>) -> Attempt {
        let submission = fixture::complete_form().check(fixture::now(), &|_, _| None).unwrap();
        Attempt::new(&submission, order.and_then(OrderId::parse), fixture::now())
    }

    #[test]
    fn a_booking_is_known_again_by_host_and_time_unless_it_was_called_off() {
        let attempt = attempt(None);
        let visit = Visit::standing(Status::WaitingApproval);
        let mut visit = Visit { stay: Some(attempt.stay), host: fixture::host(), ..visit };
        assert!(attempt.is_booked_as(&visit));
        visit.status = Status::CancelledByVisitor;
        assert!(!attempt.is_booked_as(&visit));
        visit.status = Status::WaitingApproval;
        visit.visitor_name = "李雷".into();
        assert!(!attempt.is_booked_as(&visit), "somebody else booked the same host and time");
        visit.visitor_name = "张晓雯".into();
        assert!(attempt.is_booked_as(&visit));
        let later = attempt.stay.end;
        visit.stay = Some(Stay { start: later, end: later.plus_minutes(60) });
        assert!(!attempt.is_booked_as(&visit));
    }

    #[test]
    fn a_change_is_made_once_the_visit_is_what_it_asked_for() {
        let attempt = attempt(Some("7"));
        let change = attempt.change.clone().unwrap();
        let visit = Visit::standing(Status::WaitingApproval);
        let mut visit = Visit { stay: Some(attempt.stay), areas: change.areas, answers: change.answers, ..visit };
        assert!(attempt.is_made_in(&visit));
        visit.answers.iter_mut().for_each(|(_, answer)| answer.push('x'));
        assert!(!attempt.is_made_in(&visit), "another answer");
        assert!(!self::attempt(None).is_made_in(&visit), "a booking changes nothing");
    }

    #[test]
    fn the_same_booking_is_told_from_others() {
        let first = attempt(None);
        assert!(first.is_same(&Attempt { sent: first.sent.plus_minutes(5), is_party: true, ..first.clone() }));
        let later = Stay { start: first.stay.start.plus_minutes(1), ..first.stay };
        let others = [
            Attempt { stay: later, ..first.clone() },
            Attempt { host: "李敏".into(), ..first.clone() },
            Attempt { visitor: "李雷".into(), ..first.clone() },
            attempt(Some("7")),
        ];
        assert!(others.iter().all(|other| !first.is_same(other)));
        assert!(attempt(Some("7")).is_same(&Attempt { stay: later, ..attempt(Some("7")) }));
        assert!(!attempt(Some("7")).is_same(&attempt(Some("8"))));
    }

    #[test]
    fn a_form_is_about_the_visit_that_was_sent_from_it() {
        let (sent, mut form) = (attempt(None), fixture::complete_form());
        assert!(sent.is_written_in(&form));
        form.set_start("2026-11-22T10:00".into());
        assert!(!sent.is_written_in(&form));
        assert!(!sent.is_written_in(&fixture::person_form()));
    }
}
