//! An invitation that was sent, as its employee's lists tell of it.

use super::InvitationStatus;
use super::draft::Invitation;
use crate::domain::id::InvitationId;
use crate::domain::paging::Row;
use crate::domain::visit::{HostVisitId, Status, Stay};

/// An invitation that was sent, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// What its link and the calls about it name it by.
    pub id: InvitationId,
    pub visit: HostVisitId,
    pub status: SentStatus,
    pub stay: Option<Stay>,
    pub purpose: String,
    /// Who is invited; of a shared link, who accepted.
    pub guests: Vec<Invited>,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    pub name: String,
    pub phone: String,
    pub company: String,
    /// Where the visit stands, in the backend's own word.
    pub status: Status,
}

/// Where an invitation stands: one visitor's has a status, a shared link is open or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentStatus {
    Single(Status),
    Shared(Link),
}

/// A link that several visitors may open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    pub state: ShareState,
    pub sms: Sms,
}

/// Whether a link still leads in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareState {
    Open,
    /// Stopped by the employee, who may open it again.
    Stopped,
    /// Its time has passed, or it was withdrawn.
    Over,
}

/// What became of the SMS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sms {
    Sent,
    Lost,
}

impl Sent {
    /// Whether it may be taken back: nobody has accepted it.
    pub fn may_be_withdrawn(&self) -> bool {
        match &self.status {
            SentStatus::Single(status) => *status == Status::Inviting,
            SentStatus::Shared(link) => link.state != ShareState::Over && self.guests.is_empty(),
        }
    }

    /// Whether a guest has said yes, as far as its status tells.
    pub fn was_accepted(&self) -> bool {
        match &self.status {
            SentStatus::Single(status) => InvitationStatus::from(status).was_accepted(),
            SentStatus::Shared(_) => !self.guests.is_empty(),
        }
    }

    /// Whether it was taken back, as far as its status tells.
    pub fn was_withdrawn(&self) -> bool {
        matches!(&self.status, SentStatus::Single(Status::WithdrawnByEmployee))
    }

    /// Whether somebody can still accept it.
    pub fn may_be_shared(&self) -> bool {
        match &self.status {
            SentStatus::Single(status) => *status == Status::Inviting,
            SentStatus::Shared(link) => link.state == ShareState::Open,
        }
    }

    /// Whether it makes sense to invite once more.
    pub fn may_be_repeated(&self) -> bool {
        match &self.status {
            SentStatus::Single(status) => status.may_be_invited_again(),
            SentStatus::Shared(link) => link.state == ShareState::Over,
        }
    }

    /// Whether its SMS may be sent again: the last one was lost.
    pub fn may_be_resent(&self) -> bool {
        matches!(&self.status, SentStatus::Shared(Link { state: ShareState::Open, sms: Sms::Lost }))
    }

    /// Whether this is what became of an invitation whose answer was lost, as far as the list tells.
    pub fn is(&self, invitation: &Invitation) -> bool {
        let agrees = |listed: &str, sent: &str| listed.is_empty() || listed == sent;
        let is_guest = |guest: &Invited| agrees(&guest.name, &invitation.name) && agrees(&guest.phone, invitation.phone.as_str());
        let is_theirs = match &self.status {
            SentStatus::Single(_) => self.guests.iter().all(is_guest),
            // It names only those who accepted, and they are as good as nobody in so short a time.
            SentStatus::Shared(_) => true,
        };
        self.may_be_withdrawn() && is_theirs && self.stay == Some(invitation.stay) && agrees(&self.purpose, &invitation.purpose)
    }
}

impl Row for Sent {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OrderId;

    fn sent(status: SentStatus) -> Sent {
        let visit = HostVisitId::Order(OrderId::parse("7").unwrap());
        Sent { id: InvitationId::parse("7").unwrap(), visit, status, stay: None, purpose: String::new(), guests: Vec::new() }
    }

    fn allowed(sent: &Sent) -> [bool; 4] {
        [sent.may_be_withdrawn(), sent.may_be_shared(), sent.may_be_repeated(), sent.may_be_resent()]
    }

    #[test]
    fn an_invitation_is_withdrawn_while_open_and_repeated_once_over() {
        for status in Status::KNOWN {
            let number = status.number().unwrap();
            let is_open = number == 10;
            let again = matches!(number, 3 | 9 | 11..=15);
            assert_eq!(allowed(&sent(SentStatus::Single(status))), [is_open, is_open, again, false], "{number}");
        }
        assert_eq!(allowed(&sent(SentStatus::Single(Status::Unknown("?".into())))), [false; 4]);
    }

    #[test]
    fn only_a_status_says_that_an_invitation_was_accepted_or_withdrawn() {
        for status in Status::KNOWN {
            let number = status.number().unwrap();
            let single = sent(SentStatus::Single(status));
            let was_accepted = matches!(number, 0..=9 | 14 | 15);
            assert_eq!((single.was_accepted(), single.was_withdrawn()), (was_accepted, number == 12), "{number}");
        }
        let unknown = sent(SentStatus::Single(Status::Unknown("?".into())));
        assert!(!unknown.was_accepted() && !unknown.was_withdrawn());
    }

    #[test]
    fn a_shared_link_is_resent_only_where_its_sms_was_lost() {
        let link = |state, sms| sent(SentStatus::Shared(Link { state, sms }));
        assert_eq!(allowed(&link(ShareState::Open, Sms::Sent)), [true, true, false, false]);
        assert_eq!(allowed(&link(ShareState::Open, Sms::Lost)), [true, true, false, true]);
        assert_eq!(allowed(&link(ShareState::Stopped, Sms::Lost)), [true, false, false, false]);
        assert_eq!(allowed(&link(ShareState::Over, Sms::Lost)), [false, false, true, false]);
        let guest = Invited { name: "苏婉清".into(), phone: String::new(), company: String::new(), status: Status::Normal };
        let accepted = Sent { guests: vec![guest], ..link(ShareState::Open, Sms::Sent) };
        assert!(!accepted.may_be_withdrawn() && accepted.may_be_shared(), "others may still come");
    }
}
