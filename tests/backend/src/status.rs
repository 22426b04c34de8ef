//! The sixteen statuses of a visit and the moves between them.

use chrono::{DateTime, FixedOffset};

use crate::clock::midnight_after;

/// Where a visit stands; the discriminant is the number on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    WaitingApproval = 0,
    Normal = 1,
    Late = 2,
    BookingOverdue = 3,
    Returned = 4,
    SignedOutBySystem = 5,
    SignedOut = 6,
    OverdueNotSignedOut = 7,
    Arrived = 8,
    ApprovalOverdue = 9,
    Inviting = 10,
    InvitationOverdue = 11,
    InvitationWithdrawn = 12,
    InvitationDeclined = 13,
    CancelledByHost = 14,
    CancelledByVisitor = 15,
}

/// What somebody does with a visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Approve,
    Reject,
    /// The visitor changes the booking; it waits for approval again.
    Change,
    CancelByVisitor,
    CancelByHost,
    Arrive,
    SignOut,
    /// The visitor accepts an invitation that still needs approval.
    Accept,
    /// The visitor accepts an invitation that needs none.
    AcceptApproved,
    Withdraw,
    Decline,
}

/// A move that the status does not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Illegal {
    pub from: Status,
    pub wanted: Move,
}

impl Status {
    pub const ALL: [Self; 16] = [
        Self::WaitingApproval,
        Self::Normal,
        Self::Late,
        Self::BookingOverdue,
        Self::Returned,
        Self::SignedOutBySystem,
        Self::SignedOut,
        Self::OverdueNotSignedOut,
        Self::Arrived,
        Self::ApprovalOverdue,
        Self::Inviting,
        Self::InvitationOverdue,
        Self::InvitationWithdrawn,
        Self::InvitationDeclined,
        Self::CancelledByHost,
        Self::CancelledByVisitor,
    ];

    pub fn number(self) -> u8 {
        self as u8
    }

    /// The status after `wanted`, or the refusal of an illegal move.
    pub fn after(self, wanted: Move) -> Result<Self, Illegal> {
        use Status::{Arrived, Inviting, Late, Normal, OverdueNotSignedOut, Returned, WaitingApproval};
        match (wanted, self) {
            (Move::Approve, WaitingApproval) | (Move::AcceptApproved, Inviting) => Ok(Normal),
            (Move::Reject, WaitingApproval) => Ok(Returned),
            (Move::Change, WaitingApproval | Returned) | (Move::Accept, Inviting) => Ok(WaitingApproval),
            (Move::CancelByVisitor, WaitingApproval | Normal | Late) => Ok(Self::CancelledByVisitor),
            (Move::CancelByHost, WaitingApproval | Normal | Late) => Ok(Self::CancelledByHost),
            (Move::Arrive, Normal | Late) => Ok(Arrived),
            // Who stays too long still leaves by the gate.
            (Move::SignOut, Arrived | OverdueNotSignedOut) => Ok(Self::SignedOut),
            (Move::Withdraw, Inviting) => Ok(Self::InvitationWithdrawn),
            (Move::Decline, Inviting) => Ok(Self::InvitationDeclined),
            (wanted, from) => Err(Illegal { from, wanted }),
        }
    }

    /// The status that the clock alone has brought about by `now`.
    pub fn at(self, now: DateTime<FixedOffset>, start: DateTime<FixedOffset>, end: DateTime<FixedOffset>) -> Self {
        let over = now > end;
        let next_day = now >= midnight_after(end);
        match self {
            Self::WaitingApproval if over => Self::ApprovalOverdue,
            Self::Normal | Self::Late if over => Self::BookingOverdue,
            Self::Normal if now > start => Self::Late,
            Self::Arrived | Self::OverdueNotSignedOut if next_day => Self::SignedOutBySystem,
            Self::Arrived if over => Self::OverdueNotSignedOut,
            Self::Inviting if over => Self::InvitationOverdue,
            unchanged => unchanged,
        }
    }

    /// Whether the visitor has a code for the gate.
    pub fn has_pass(self) -> bool {
        matches!(self, Self::Normal | Self::Late | Self::Arrived)
    }

    /// The label as the backend words it.
    pub fn label(self) -> &'static str {
        match self {
            Self::WaitingApproval => "待审批",
            Self::Normal => "正常",
            Self::Late => "迟到",
            Self::BookingOverdue => "预约逾期",
            Self::Returned => "审批退回",
            Self::SignedOutBySystem => "超期自动签离",
            Self::SignedOut => "访客签离",
            Self::OverdueNotSignedOut => "超期未签离",
            Self::Arrived => "已到达",
            Self::ApprovalOverdue => "审批逾期",
            Self::Inviting => "邀约中",
            Self::InvitationOverdue => "邀约逾期",
            Self::InvitationWithdrawn => "邀约失效(员工取消)",
            Self::InvitationDeclined => "邀约失效(访客取消)",
            Self::CancelledByHost => "预约失效(员工取消)",
            Self::CancelledByVisitor => "预约失效(访客取消)",
        }
    }
}

impl Move {
    /// The move as a verb, for the sentence that refuses it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Approve => "审批通过",
            Self::Reject => "审批退回",
            Self::Change => "修改",
            Self::CancelByVisitor | Self::CancelByHost => "取消",
            Self::Arrive => "登记到达",
            Self::SignOut => "签离",
            Self::Accept | Self::AcceptApproved => "接受邀约",
            Self::Withdraw => "撤回邀约",
            Self::Decline => "拒绝邀约",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Move, Status};
    use chrono::{DateTime, FixedOffset};

    const MOVES: [Move; 11] = [
        Move::Approve,
        Move::Reject,
        Move::Change,
        Move::CancelByVisitor,
        Move::CancelByHost,
        Move::Arrive,
        Move::SignOut,
        Move::Accept,
        Move::AcceptApproved,
        Move::Withdraw,
        Move::Decline,
    ];

    /// Every legal move, by numbers: from, move, to. What is not here is illegal.
    const LEGAL: [(u8, Move, u8); 18] = [
        (0, Move::Approve, 1),
        (0, Move::Reject, 4),
        (0, Move::Change, 0),
        (4, Move::Change, 0),
        (0, Move::CancelByVisitor, 15),
        (1, Move::CancelByVisitor, 15),
        (2, Move::CancelByVisitor, 15),
        (0, Move::CancelByHost, 14),
        (1, Move::CancelByHost, 14),
        (2, Move::CancelByHost, 14),
        (1, Move::Arrive, 8),
        (2, Move::Arrive, 8),
        (8, Move::SignOut, 6),
        (7, Move::SignOut, 6),
        (10, Move::Accept, 0),
        (10, Move::AcceptApproved, 1),
        (10, Move::Withdraw, 12),
        (10, Move::Decline, 13),
    ];

    #[test]
    fn exactly_the_legal_moves_are_allowed() {
        for from in Status::ALL {
            for wanted in MOVES {
                let expected = LEGAL.iter().find(|(number, legal, _)| *number == from.number() && *legal == wanted);
                let found = from.after(wanted).ok().map(Status::number);
                assert_eq!(found, expected.map(|(_, _, to)| *to), "{from:?} {wanted:?}");
            }
        }
    }

    #[test]
    fn numbers_are_those_of_the_documents() {
        let numbers: Vec<u8> = Status::ALL.into_iter().map(Status::number).collect();
        assert_eq!(numbers, (0..16).collect::<Vec<u8>>());
    }

    /// A visit on the 10th, 14:00 to 16:00, looked at on the given day and hour.
    fn looked_at(status: u8, when: &str) -> u8 {
        let time = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
        let now: DateTime<FixedOffset> = time(&format!("2026-03-{when}:00+08:00"));
        let status = Status::ALL[usize::from(status)];
        status.at(now, time("2026-03-10T14:00:00+08:00"), time("2026-03-10T16:00:00+08:00")).number()
    }

    #[test]
    fn time_passes_as_the_documents_say() {
        let table = [
            (0, "10T15:00", 0),
            (0, "10T16:01", 9),
            (1, "10T14:00", 1),
            (1, "10T14:01", 2),
            (1, "10T16:01", 3),
            (2, "10T16:01", 3),
            (8, "10T16:00", 8),
            (8, "10T16:01", 7),
            (7, "10T23:59", 7),
            (7, "11T00:00", 5),
            (8, "11T00:00", 5),
            (10, "10T15:00", 10),
            (10, "10T16:01", 11),
        ];
        for (from, when, to) in table {
            assert_eq!(looked_at(from, when), to, "{from} at {when}");
        }
    }

    #[test]
    fn what_is_over_stays_as_it_is() {
        for status in [3, 4, 5, 6, 9, 11, 12, 13, 14, 15] {
            assert_eq!(looked_at(status, "20T00:00"), status);
        }
    }

    #[test]
    fn only_a_living_visit_has_a_pass() {
        let passes: Vec<u8> = Status::ALL.into_iter().filter(|status| status.has_pass()).map(Status::number).collect();
        assert_eq!(passes, [1, 2, 8]);
    }
}
