//! How an invitation stands, and what whoever opened it may do.

use crate::domain::visit::{Status, Tone};

/// How an invitation stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvitationStatus {
    /// Nobody has answered it.
    Open,
    /// Accepted; the host still has to approve.
    Waiting,
    /// Accepted, with a pass for the gate.
    Accepted,
    /// Accepted; the host wants something changed.
    Returned,
    /// Used: the guest is here.
    Here,
    /// Used: the guest has come and gone.
    Over,
    /// Accepted, and nobody came.
    Missed,
    /// Accepted, and the host did not decide in time.
    NotDecided,
    /// Nobody accepted in time.
    Expired,
    Withdrawn,
    Declined,
    CancelledByHost,
    CancelledByGuest,
    /// A status that this program does not know, as it came.
    Unclear(String),
    /// There is no such invitation.
    Nowhere,
    /// The host has stopped the link.
    Stopped,
    /// It is over, in the backend's words.
    Closed(String),
}

/// Something that can be done about an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Accept,
    Decline,
    SeePass,
    SeeVisit,
    /// Talk to the host.
    TellHost,
    /// Book a visit of one's own.
    Book,
}

impl From<&Status> for InvitationStatus {
    fn from(status: &Status) -> Self {
        match status {
            Status::Inviting => Self::Open,
            Status::WaitingApproval => Self::Waiting,
            Status::Normal | Status::Late => Self::Accepted,
            Status::Returned => Self::Returned,
            Status::Arrived | Status::OverdueNotSignedOut => Self::Here,
            Status::SignedOut | Status::SignedOutBySystem => Self::Over,
            Status::BookingOverdue => Self::Missed,
            Status::ApprovalOverdue => Self::NotDecided,
            Status::InvitationOverdue => Self::Expired,
            Status::WithdrawnByEmployee => Self::Withdrawn,
            Status::WithdrawnByVisitor => Self::Declined,
            Status::CancelledByEmployee => Self::CancelledByHost,
            Status::CancelledByVisitor => Self::CancelledByGuest,
            Status::Unknown(told) => Self::Unclear(told.clone()),
        }
    }
}

impl InvitationStatus {
    /// What can be done now, the most likely first; a channel may lack some of it.
    pub fn ways(&self) -> &'static [Way] {
        match self {
            Self::Open => &[Way::Accept, Way::Decline],
            Self::Accepted => &[Way::SeePass, Way::SeeVisit],
            Self::Waiting | Self::Here => &[Way::SeeVisit],
            Self::Returned | Self::Unclear(_) => &[Way::SeeVisit, Way::TellHost],
            Self::Over | Self::Nowhere => &[Way::Book],
            Self::Missed
            | Self::NotDecided
            | Self::Expired
            | Self::Withdrawn
            | Self::Declined
            | Self::CancelledByHost
            | Self::CancelledByGuest
            | Self::Stopped
            | Self::Closed(_) => &[Way::TellHost, Way::Book],
        }
    }

    /// Whether somebody said yes, whatever became of it.
    pub fn was_accepted(&self) -> bool {
        match self {
            Self::Waiting
            | Self::Accepted
            | Self::Returned
            | Self::Here
            | Self::Over
            | Self::Missed
            | Self::NotDecided
            | Self::CancelledByHost
            | Self::CancelledByGuest => true,
            Self::Open
            | Self::Expired
            | Self::Withdrawn
            | Self::Declined
            | Self::Unclear(_)
            | Self::Nowhere
            | Self::Stopped
            | Self::Closed(_) => false,
        }
    }

    /// How it feels.
    pub fn tone(&self) -> Tone {
        match self {
            Self::Open | Self::Waiting => Tone::Waiting,
            Self::Accepted | Self::Here => Tone::Good,
            Self::Returned | Self::Withdrawn | Self::CancelledByHost | Self::Nowhere | Self::Stopped => Tone::Bad,
            _ => Tone::Over,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each of the sixteen statuses: what may be done, and whether somebody said yes.
    #[test]
    fn each_status_has_its_ways_on() {
        let table = [
            "Waiting SeeVisit yes",
            "Accepted SeePass,SeeVisit yes",
            "Accepted SeePass,SeeVisit yes",
            "Missed TellHost,Book yes",
            "Returned SeeVisit,TellHost yes",
            "Over Book yes",
            "Over Book yes",
            "Here SeeVisit yes",
            "Here SeeVisit yes",
            "NotDecided TellHost,Book yes",
            "Open Accept,Decline -",
            "Expired TellHost,Book -",
            "Withdrawn TellHost,Book -",
            "Declined TellHost,Book -",
            "CancelledByHost TellHost,Book yes",
            "CancelledByGuest TellHost,Book yes",
        ];
        for (number, (line, status)) in table.iter().zip(&Status::KNOWN).enumerate() {
            let standing = InvitationStatus::from(status);
            let ways = format!("{:?}", standing.ways()).replace(['[', ']', ' '], "");
            let accepted = if standing.was_accepted() { "yes" } else { "-" };
            assert_eq!(format!("{standing:?} {ways} {accepted}"), *line, "{number}");
        }
    }

    #[test]
    fn only_what_is_open_can_be_accepted_and_only_what_has_a_pass_shows_one() {
        let strange = [
            InvitationStatus::Unclear("待来访".into()),
            InvitationStatus::Nowhere,
            InvitationStatus::Stopped,
            InvitationStatus::Closed("已失效".into()),
        ];
        for standing in Status::KNOWN.iter().map(InvitationStatus::from).chain(strange) {
            let open = standing == InvitationStatus::Open;
            assert_eq!(standing.ways().contains(&Way::Accept), open, "{standing:?}");
            assert_eq!(standing.ways().contains(&Way::Decline), open, "{standing:?}");
            assert!(!standing.ways().is_empty(), "{standing:?} is a dead end");
        }
        for status in &Status::KNOWN {
            assert_eq!(InvitationStatus::from(status).ways().contains(&Way::SeePass), status.has_pass(), "{status:?}");
        }
    }
}
