//! What happened with a visit, what holds now, and what comes next.

use super::{Status, Visit};
use crate::domain::time::SiteTime;

/// One step of a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub event: Event,
    pub when: When,
    /// When it happened or is to happen, where that is known.
    pub at: Option<SiteTime>,
}

/// How a step lies to the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Past,
    Now,
    Next,
}

/// What can happen with a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    Booked,
    Invited,
    /// The visitor decides on the invitation.
    Answer,
    /// Companions confirm; then the visitor hands the booking in.
    Gathering,
    /// The host decides.
    Decision,
    Approved,
    /// The host wants something changed.
    Returned,
    /// The visitor changes the booking and sends it again.
    Change,
    ShowPass,
    Arrived,
    SignOut,
    Overstayed,
    SignedOut,
    /// Signed out by the system, since nobody did it at the gate.
    SignedOutBySystem,
    NeverCame,
    NotDecided,
    NotAnswered,
    Withdrawn,
    Declined,
    CancelledByHost,
    CancelledByVisitor,
}

impl Visit {
    /// The visit step by step, the first one first; the last of the past or the present is where it stands.
    pub fn timeline(&self) -> Vec<Step> {
        use Event::{
            Answer, Approved, Arrived, Booked, CancelledByHost, CancelledByVisitor, Change, Decision, Declined, Gathering, Invited,
            NeverCame, NotAnswered, NotDecided, Overstayed, Returned, ShowPass, SignOut, SignedOut, SignedOutBySystem, Withdrawn,
        };
        let (past, now, next): (&[Event], &[Event], &[Event]) = match self.status {
            Status::WaitingApproval if self.is_gathering => (&[Booked], &[Gathering], &[Decision]),
            Status::WaitingApproval => (&[Booked], &[Decision], &[ShowPass]),
            Status::Normal | Status::Late => (&[Booked, Approved], &[ShowPass], &[SignOut]),
            Status::BookingOverdue => (&[Booked, Approved, NeverCame], &[], &[]),
            Status::Returned => (&[Booked, Returned], &[Change], &[Decision]),
            Status::SignedOutBySystem => (&[Booked, Approved, Arrived, SignedOutBySystem], &[], &[]),
            Status::SignedOut => (&[Booked, Approved, Arrived, SignedOut], &[], &[]),
            Status::OverdueNotSignedOut => (&[Booked, Approved, Arrived], &[Overstayed], &[SignOut]),
            Status::Arrived => (&[Booked, Approved], &[Arrived], &[SignOut]),
            Status::ApprovalOverdue => (&[Booked, NotDecided], &[], &[]),
            Status::Inviting => (&[Invited], &[Answer], &[ShowPass]),
            Status::InvitationOverdue => (&[Invited, NotAnswered], &[], &[]),
            Status::WithdrawnByEmployee => (&[Invited, Withdrawn], &[], &[]),
            Status::WithdrawnByVisitor => (&[Invited, Declined], &[], &[]),
            Status::CancelledByEmployee => (&[Booked, CancelledByHost], &[], &[]),
            Status::CancelledByVisitor => (&[Booked, CancelledByVisitor], &[], &[]),
            Status::Unknown(_) => (&[Booked], &[], &[]),
        };
        let steps = [(past, When::Past), (now, When::Now), (next, When::Next)];
        let step = |event: Event, when| Step { event, when, at: self.moment_of(event) };
        steps
            .into_iter()
            .flat_map(|(events, when)| events.iter().map(move |event| (*event, when)))
            .map(|(event, when)| step(event, when))
            .collect()
    }

    fn moment_of(&self, event: Event) -> Option<SiteTime> {
        match event {
            Event::Booked | Event::Invited => self.booked_at,
            Event::ShowPass => self.stay.map(|stay| stay.start),
            Event::Arrived => self.arrived_at,
            Event::SignOut => self.stay.map(|stay| stay.end),
            Event::SignedOut | Event::SignedOutBySystem => self.left_at,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::Stay;

    #[test]
    fn every_status_has_a_past_and_those_to_come_have_a_present() {
        for status in Status::KNOWN {
            let is_open = status.is_upcoming();
            let steps = Visit::standing(status.clone()).timeline();
            assert_eq!(steps[0].when, When::Past, "{status:?}");
            let present = steps.iter().filter(|step| step.when == When::Now).count();
            assert_eq!(present, usize::from(is_open), "{status:?}");
            assert_eq!(steps.iter().any(|step| step.when == When::Next), is_open, "{status:?}");
        }
    }

    #[test]
    fn a_party_is_handed_in_before_anybody_decides() {
        let gathering = Visit { is_gathering: true, ..Visit::standing(Status::WaitingApproval) };
        let events: Vec<Event> = gathering.timeline().into_iter().map(|step| step.event).collect();
        assert_eq!(events, [Event::Booked, Event::Gathering, Event::Decision]);
    }

    #[test]
    fn steps_tell_when_they_happened_or_are_to_happen() {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let visit = Visit {
            booked_at: Some(at("2026-11-20 09:00")),
            arrived_at: Some(at("2026-11-21 10:05")),
            stay: Some(Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00") }),
            ..Visit::standing(Status::Arrived)
        };
        let steps: Vec<(Event, When, Option<SiteTime>)> =
            visit.timeline().into_iter().map(|step| (step.event, step.when, step.at)).collect();
        let expected = [
            (Event::Booked, When::Past, visit.booked_at),
            (Event::Approved, When::Past, None),
            (Event::Arrived, When::Now, visit.arrived_at),
            (Event::SignOut, When::Next, Some(at("2026-11-21 12:00"))),
        ];
        assert_eq!(steps, expected);
    }
}
