//! What an employee decides on bookings, and what comes of it.

pub mod area;
pub mod next;
pub mod past;
pub mod queue;
pub mod reason;
pub mod selection;

use super::host_visit::HostVisitSummary;
use super::id::{AreaId, OrderId};
use super::visit::{HostVisitId, Status, Visit};
use area::AreaGrant;
use reason::Reason;

/// A decision on one booking or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// Let them in.
    Approve(AreaGrant),
    /// Give it back to the visitor, and say why.
    Return(Reason),
}

/// A decision without its areas or its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecisionKind {
    Approve,
    Return,
}

/// A booking that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decidable {
    pub id: HostVisitId,
    pub order: OrderId,
    pub visitor_name: String,
    /// What was asked for.
    pub areas: Vec<AreaId>,
}

/// What somebody wants to decide on: the rows of some lists lack what a decision takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Candidate {
    Known(Decidable),
    /// The visit has to be fetched first.
    Id(HostVisitId),
}

/// What came of a decision on one booking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was decided so.
    Done,
    /// It no longer waited: somebody else decided, the visitor withdrew it, it became overdue. This is its status now.
    Overtaken(Status),
    /// The backend says no, in these words; to try again would not help.
    Forbidden(String),
    /// It did not work, in these words; it still waits.
    Failed(String),
}

/// Why a call that decides did not simply succeed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setback {
    /// Nobody knows whether it arrived.
    Lost,
    Refused,
    Forbidden,
}

impl Decision {
    pub fn kind(&self) -> DecisionKind {
        match self {
            Self::Approve(_) => DecisionKind::Approve,
            Self::Return(_) => DecisionKind::Return,
        }
    }

    /// Whether a booking may have got this status by this decision.
    fn led_to(&self, status: &Status) -> bool {
        match self {
            Self::Approve(_) => matches!(status, Status::Normal | Status::Late | Status::Arrived),
            Self::Return(_) => *status == Status::Returned,
        }
    }

    /// The status of a booking right after this decision.
    pub fn result(&self) -> Status {
        match self {
            Self::Approve(_) => Status::Normal,
            Self::Return(_) => Status::Returned,
        }
    }

    /// Whether a booking with this status is just as this decision leaves it: late, where it should have begun already.
    fn is_result(&self, status: &Status) -> bool {
        *status == self.result() || matches!((self, status), (Self::Approve(_), Status::Late))
    }

    /// What came of the decision, by the status that the booking has now. One that is refused because it was decided so
    /// already is done: the browser or another tab may have sent it before.
    pub fn judge(&self, setback: Setback, now: Status, words: String) -> Outcome {
        match setback {
            Setback::Lost if self.led_to(&now) => Outcome::Done,
            Setback::Refused if self.is_result(&now) => Outcome::Done,
            _ if !now.may_be_decided() => Outcome::Overtaken(now),
            Setback::Forbidden => Outcome::Forbidden(words),
            Setback::Lost | Setback::Refused => Outcome::Failed(words),
        }
    }
}

impl Decidable {
    /// A visit of a list, if it waits and its list names its order.
    fn listed(row: &HostVisitSummary) -> Option<Self> {
        let order = row.order.clone().filter(|_| row.status.may_be_decided())?;
        Some(Self { id: row.id.clone(), order, visitor_name: row.visitor_name.clone(), areas: row.areas.clone() })
    }

    /// A visit that was fetched by this id, if it waits.
    pub fn detailed(id: &HostVisitId, visit: &Visit) -> Option<Self> {
        let (order, visitor_name, areas) = (visit.order.clone(), visit.visitor_name.clone(), visit.areas.clone());
        visit.status.may_be_decided().then(|| Self { id: id.clone(), order, visitor_name, areas })
    }
}

impl Candidate {
    pub fn id(&self) -> &HostVisitId {
        match self {
            Self::Known(visit) => &visit.id,
            Self::Id(id) => id,
        }
    }

    /// A visit of a list, if it waits.
    pub fn listed(row: &HostVisitSummary) -> Option<Self> {
        row.status.may_be_decided().then(|| Decidable::listed(row).map_or_else(|| Self::Id(row.id.clone()), Self::Known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn returned() -> Decision {
        Decision::Return(Reason::parse("请补充车牌").unwrap())
    }

    #[test]
    fn only_what_waits_can_be_decided_on() {
        for status in Status::KNOWN {
            let visit = Visit::standing(status.clone());
            let id = HostVisitId::Order(visit.order.clone());
            assert_eq!(Decidable::detailed(&id, &visit).is_some(), status == Status::WaitingApproval, "{status:?}");
        }
        let strange = Visit::standing(Status::Unknown("复核中".into()));
        assert_eq!(Decidable::detailed(&HostVisitId::Order(strange.order.clone()), &strange), None);
    }

    #[test]
    fn a_lost_answer_is_judged_by_how_the_booking_stands() {
        let approve = Decision::Approve(AreaGrant::AsRequested);
        let judged = |decision: &Decision, now: Status| decision.judge(Setback::Lost, now, "网络不通".into());
        assert_eq!(judged(&approve, Status::Normal), Outcome::Done);
        assert_eq!(judged(&approve, Status::Late), Outcome::Done, "approved after it should have begun");
        assert_eq!(judged(&approve, Status::Returned), Outcome::Overtaken(Status::Returned));
        assert_eq!(judged(&approve, Status::WaitingApproval), Outcome::Failed("网络不通".into()));
        assert_eq!(judged(&returned(), Status::Returned), Outcome::Done);
        assert_eq!(judged(&returned(), Status::CancelledByVisitor), Outcome::Overtaken(Status::CancelledByVisitor));
    }

    #[test]
    fn a_decision_that_is_refused_because_it_was_made_already_is_done() {
        let approve = Decision::Approve(AreaGrant::AsRequested);
        let judged = |decision: &Decision, now: Status| decision.judge(Setback::Refused, now, "no".into());
        assert_eq!(judged(&approve, Status::Normal), Outcome::Done);
        assert_eq!(judged(&approve, Status::Late), Outcome::Done);
        assert_eq!(judged(&returned(), Status::Returned), Outcome::Done);
        assert_eq!(judged(&returned(), Status::Normal), Outcome::Overtaken(Status::Normal));
        assert_eq!(judged(&approve, Status::Arrived), Outcome::Overtaken(Status::Arrived), "more has happened since");
    }

    #[test]
    fn a_refusal_is_told_as_what_happened_meanwhile() {
        let approve = Decision::Approve(AreaGrant::AsRequested);
        let judged = |setback, now: Status| approve.judge(setback, now, "no".into());
        for now in [Status::Returned, Status::CancelledByVisitor, Status::ApprovalOverdue, Status::Unknown("复核中".into())] {
            assert_eq!(judged(Setback::Refused, now.clone()), Outcome::Overtaken(now.clone()), "somebody else was there first");
            assert_eq!(judged(Setback::Forbidden, now.clone()), Outcome::Overtaken(now));
        }
        assert_eq!(judged(Setback::Forbidden, Status::Normal), Outcome::Overtaken(Status::Normal));
        assert_eq!(judged(Setback::Refused, Status::WaitingApproval), Outcome::Failed("no".into()));
        assert_eq!(judged(Setback::Forbidden, Status::WaitingApproval), Outcome::Forbidden("no".into()));
    }
}
