//! What was decided on a visit, as far as its status tells.

use super::DecisionKind;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::time::SiteTime;
use crate::domain::visit::Status;

/// A decision of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastDecision {
    pub kind: DecisionKind,
    /// None once the visit has changed again: the backend keeps one time only.
    pub at: Option<SiteTime>,
}

impl PastDecision {
    /// None where nobody decided: it was called off, possibly before, or never asked for.
    pub fn of(visit: &HostVisitSummary) -> Option<Self> {
        match visit.status {
            Status::Returned => Some(Self { kind: DecisionKind::Return, at: visit.changed_at }),
            Status::Normal => Some(Self { kind: DecisionKind::Approve, at: visit.changed_at }),
            Status::Late
            | Status::Arrived
            | Status::OverdueNotSignedOut
            | Status::SignedOut
            | Status::SignedOutBySystem
            | Status::BookingOverdue => Some(Self { kind: DecisionKind::Approve, at: None }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OrderId;
    use crate::domain::visit::HostVisitId;

    #[test]
    fn the_status_tells_the_decision_and_its_time_while_nothing_else_has_happened() {
        let at = SiteTime::parse("2026-11-20 09:00");
        let past = |status| {
            let id = HostVisitId::Order(OrderId::parse("7").unwrap());
            PastDecision::of(&HostVisitSummary { status, changed_at: at, ..HostVisitSummary::with_id(id) })
        };
        assert_eq!(past(Status::Returned), Some(PastDecision { kind: DecisionKind::Return, at }));
        assert_eq!(past(Status::Normal), Some(PastDecision { kind: DecisionKind::Approve, at }));
        assert_eq!(past(Status::SignedOut), Some(PastDecision { kind: DecisionKind::Approve, at: None }));
        assert_eq!((past(Status::CancelledByVisitor), past(Status::WaitingApproval)), (None, None));
    }
}
