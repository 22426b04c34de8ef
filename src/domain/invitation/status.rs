//! The status of an invitation, and what the person who opened it may do.

use crate::domain::visit::{Status, Tone};

/// The status of an invitation.
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
    /// The answer holds no invitation.
    Nowhere,
}

/// Something that its guest can do about an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationAction {
    Accept,
    Decline,
    ShowPass,
    ShowVisit,
    /// Call or ask the host.
    ContactHost,
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
            Status::Unknown(word) => Self::Unclear(word.clone()),
        }
    }
}

impl InvitationStatus {
    /// What can be done now, the most likely first; a channel may lack some of it.
    pub fn actions(&self) -> &'static [InvitationAction] {
        match self {
            Self::Open => &[InvitationAction::Accept, InvitationAction::Decline],
            Self::Accepted => &[InvitationAction::ShowPass, InvitationAction::ShowVisit],
            Self::Waiting | Self::Here => &[InvitationAction::ShowVisit],
            Self::Returned | Self::Unclear(_) => &[InvitationAction::ShowVisit, InvitationAction::ContactHost],
            Self::Over | Self::Nowhere => &[InvitationAction::Book],
            Self::Missed
            | Self::NotDecided
            | Self::Expired
            | Self::Withdrawn
            | Self::Declined
            | Self::CancelledByHost
            | Self::CancelledByGuest => &[InvitationAction::ContactHost, InvitationAction::Book],
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
            Self::Open | Self::Expired | Self::Withdrawn | Self::Declined | Self::Unclear(_) | Self::Nowhere => false,
        }
    }

    /// The tone of its sign.
    pub fn tone(&self) -> Tone {
        match self {
            Self::Open | Self::Waiting => Tone::Waiting,
            Self::Accepted | Self::Here => Tone::Good,
            Self::Returned | Self::Withdrawn | Self::CancelledByHost | Self::Nowhere => Tone::Bad,
            _ => Tone::Over,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each of the sixteen statuses: what may be done, and whether somebody said yes.
    #[test]
    fn each_status_offers_its_actions() {
        let table = [
            "Waiting ShowVisit yes",
            "Accepted ShowPass,ShowVisit yes",
            "Accepted ShowPass,ShowVisit yes",
            "Missed ContactHost,Book yes",
            "Returned ShowVisit,ContactHost yes",
            "Over Book yes",
            "Over Book yes",
            "Here ShowVisit yes",
            "Here ShowVisit yes",
            "NotDecided ContactHost,Book yes",
            "Open Accept,Decline -",
            "Expired ContactHost,Book -",
            "Withdrawn ContactHost,Book -",
            "Declined ContactHost,Book -",
            "CancelledByHost ContactHost,Book yes",
            "CancelledByGuest ContactHost,Book yes",
        ];
        for (number, (line, status)) in table.iter().zip(&Status::KNOWN).enumerate() {
            let invitation = InvitationStatus::from(status);
            let actions = format!("{:?}", invitation.actions()).replace(['[', ']', ' '], "");
            let accepted = if invitation.was_accepted() { "yes" } else { "-" };
            assert_eq!(format!("{invitation:?} {actions} {accepted}"), *line, "{number}");
        }
    }

    #[test]
    fn only_what_is_open_can_be_accepted_and_only_what_has_a_pass_shows_one() {
        let strange = [InvitationStatus::Unclear("待来访".into()), InvitationStatus::Nowhere];
        for invitation in Status::KNOWN.iter().map(InvitationStatus::from).chain(strange) {
            let open = invitation == InvitationStatus::Open;
            assert_eq!(invitation.actions().contains(&InvitationAction::Accept), open, "{invitation:?}");
            assert_eq!(invitation.actions().contains(&InvitationAction::Decline), open, "{invitation:?}");
            assert!(!invitation.actions().is_empty(), "{invitation:?} is a dead end");
        }
        for status in &Status::KNOWN {
            assert_eq!(InvitationStatus::from(status).actions().contains(&InvitationAction::ShowPass), status.has_pass(), "{status:?}");
        }
    }
}
