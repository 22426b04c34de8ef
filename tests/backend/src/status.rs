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
pub enum Transition {
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
    pub wanted: Transition,
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
    pub fn after(self, wanted: Transition) -> Result<Self, Illegal> {
        use Status::{Arrived, Inviting, Late, Normal, OverdueNotSignedOut, Returned, WaitingApproval};
        match (wanted, self) {
            (Transition::Approve, WaitingApproval) | (Transition::AcceptApproved, Inviting) => Ok(Normal),
            (Transition::Reject, WaitingApproval) => Ok(Returned),
            (Transition::Change, WaitingApproval | Returned) | (Transition::Accept, Inviting) => Ok(WaitingApproval),
            (Transition::CancelByVisitor, WaitingApproval | Normal | Late) => Ok(Self::CancelledByVisitor),
            (Transition::CancelByHost, WaitingApproval | Normal | Late) => Ok(Self::CancelledByHost),
            (Transition::Arrive, Normal | Late) => Ok(Arrived),
            // Who stays too long still leaves by the gate.
            (Transition::SignOut, Arrived | OverdueNotSignedOut) => Ok(Self::SignedOut),
            (Transition::Withdraw, Inviting) => Ok(Self::InvitationWithdrawn),
            (Transition::Decline, Inviting) => Ok(Self::InvitationDeclined),
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

    /// Whether the host may invite this visitor once more.
    pub fn may_be_invited_again(self) -> bool {
        let was_missed = matches!(self, Self::BookingOverdue | Self::ApprovalOverdue);
        was_missed || self.is_dead_invitation() || matches!(self, Self::CancelledByHost | Self::CancelledByVisitor)
    }

    /// An invitation that nobody accepted and nobody can any more.
    pub fn is_dead_invitation(self) -> bool {
        matches!(self, Self::InvitationOverdue | Self::InvitationWithdrawn | Self::InvitationDeclined)
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

impl Transition {
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
mod tests;
