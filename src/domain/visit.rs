//! A visit from booking to sign-out: its sixteen statuses and what they allow.

use super::id::OrderId;
use super::time::SiteTime;
use super::venue::{Host, Mode};

/// Where a visit stands. The numbers are the backend's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    WaitingApproval,
    Normal,
    Late,
    BookingOverdue,
    Returned,
    SignedOutBySystem,
    SignedOut,
    OverdueNotSignedOut,
    Arrived,
    ApprovalOverdue,
    Inviting,
    InvitationOverdue,
    WithdrawnByEmployee,
    WithdrawnByVisitor,
    CancelledByEmployee,
    CancelledByVisitor,
    /// A status that this program does not know: shown as it came, allows nothing.
    Unknown(String),
}

impl Status {
    /// All that the backend documents, each at its number.
    pub const KNOWN: [Self; 16] = [
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
        Self::WithdrawnByEmployee,
        Self::WithdrawnByVisitor,
        Self::CancelledByEmployee,
        Self::CancelledByVisitor,
    ];

    /// Reads the backend's number, written as a number or as text.
    pub fn from_wire(text: &str) -> Self {
        let text = text.trim();
        let known = text.parse().ok().and_then(|number: usize| Self::KNOWN.get(number)).cloned();
        known.unwrap_or_else(|| Self::Unknown(text.to_owned()))
    }

    /// The backend's number; none for a status that this program does not know.
    pub fn number(&self) -> Option<usize> {
        Self::KNOWN.iter().position(|known| known == self)
    }

    /// What a status means at a glance.
    pub fn mood(&self) -> Mood {
        match self {
            Self::WaitingApproval | Self::Inviting => Mood::Waiting,
            Self::Normal | Self::Late | Self::Arrived => Mood::Good,
            Self::Returned | Self::OverdueNotSignedOut => Mood::Bad,
            Self::BookingOverdue
            | Self::SignedOutBySystem
            | Self::SignedOut
            | Self::ApprovalOverdue
            | Self::InvitationOverdue
            | Self::WithdrawnByEmployee
            | Self::WithdrawnByVisitor
            | Self::CancelledByEmployee
            | Self::CancelledByVisitor
            | Self::Unknown(_) => Mood::Over,
        }
    }
}

/// How a status feels: waiting, good, bad, or over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Waiting,
    Good,
    Bad,
    Over,
}

/// From when to when somebody means to visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub start: SiteTime,
    pub end: SiteTime,
}

/// One visit, as its visitor sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub order: OrderId,
    pub status: Status,
    pub mode: Option<Mode>,
    pub stay: Option<Stay>,
    pub host: Host,
    pub host_department: String,
    pub visitor_name: String,
    pub visitor_phone: String,
    pub visitor_company: String,
    pub purpose: String,
    pub people: Option<u32>,
    pub car: String,
    /// Why the host returned it, or what the host remarked.
    pub remark: String,
    pub booked_at: Option<SiteTime>,
    pub arrived_at: Option<SiteTime>,
    pub left_at: Option<SiteTime>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_status() {
        for (number, status) in Status::KNOWN.iter().enumerate() {
            assert_eq!(&Status::from_wire(&number.to_string()), status);
            assert_eq!(status.number(), Some(number));
        }
        assert_eq!(Status::from_wire(" 8 "), Status::Arrived);
    }

    #[test]
    fn an_unknown_status_stays_as_it_came() {
        for text in ["16", "-1", "待审批", "", "8.0"] {
            assert_eq!(Status::from_wire(text), Status::Unknown(text.to_owned()));
        }
    }
}
