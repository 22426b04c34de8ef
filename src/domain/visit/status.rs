//! The sixteen statuses of a visit, and what each allows.

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

    /// Those of visits that are still to come or under way, for their visitor.
    pub const UPCOMING: [Self; 7] =
        [Self::WaitingApproval, Self::Normal, Self::Late, Self::Returned, Self::OverdueNotSignedOut, Self::Arrived, Self::Inviting];

    /// The status with the backend's number.
    pub fn from_number(number: usize) -> Option<Self> {
        Self::KNOWN.get(number).cloned()
    }

    pub fn is_upcoming(&self) -> bool {
        Self::UPCOMING.contains(self)
    }

    /// Whether the visitor may change what was booked.
    pub fn may_be_changed(&self) -> bool {
        matches!(self, Self::WaitingApproval | Self::Returned)
    }

    /// Whether the visitor may call the visit off.
    pub fn may_be_cancelled(&self) -> bool {
        matches!(self, Self::WaitingApproval | Self::Normal | Self::Late)
    }

    /// Whether the host may call the visit off.
    pub fn may_be_cancelled_by_host(&self) -> bool {
        matches!(self, Self::WaitingApproval | Self::Normal | Self::Late)
    }

    /// Whether the visitor is there.
    pub fn is_on_site(&self) -> bool {
        matches!(self, Self::Arrived | Self::OverdueNotSignedOut)
    }

    /// Whether there is a code for the gate.
    pub fn has_pass(&self) -> bool {
        matches!(self, Self::Normal | Self::Late)
    }

    /// Whether its host may approve or return it.
    pub fn may_be_decided(&self) -> bool {
        *self == Self::WaitingApproval
    }

    /// Whether the visitor may want to book the same again.
    pub fn may_be_booked_again(&self) -> bool {
        self.is_over()
    }

    /// Whether nobody is to come for it any more, and nobody is there.
    pub fn is_over(&self) -> bool {
        !self.is_upcoming() && !matches!(self, Self::Unknown(_))
    }

    /// Whether it came to nothing, so that the host may want to invite once more.
    pub fn may_be_invited_again(&self) -> bool {
        matches!(self.number(), Some(3 | 9 | 11..=15))
    }

    /// The backend's number; none for a status that this program does not know.
    pub fn number(&self) -> Option<usize> {
        Self::KNOWN.iter().position(|known| known == self)
    }

    /// What a status means at a glance.
    pub fn tone(&self) -> Tone {
        match self {
            Self::WaitingApproval | Self::Inviting => Tone::Waiting,
            Self::Normal | Self::Late | Self::Arrived => Tone::Good,
            Self::Returned | Self::OverdueNotSignedOut => Tone::Bad,
            Self::BookingOverdue
            | Self::SignedOutBySystem
            | Self::SignedOut
            | Self::ApprovalOverdue
            | Self::InvitationOverdue
            | Self::WithdrawnByEmployee
            | Self::WithdrawnByVisitor
            | Self::CancelledByEmployee
            | Self::CancelledByVisitor
            | Self::Unknown(_) => Tone::Over,
        }
    }
}

/// How a status feels: waiting, good, bad, or over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Waiting,
    Good,
    Bad,
    Over,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_status() {
        for (number, status) in Status::KNOWN.iter().enumerate() {
            assert_eq!(Status::from_number(number).as_ref(), Some(status));
            assert_eq!(status.number(), Some(number));
        }
        assert_eq!((Status::from_number(16), Status::Unknown("?".into()).number()), (None, None));
    }

    /// Upcoming, change, cancel, pass, book again.
    #[test]
    fn each_status_allows_its_actions_and_no_others() {
        let allowed = |status: &Status| {
            [status.is_upcoming(), status.may_be_changed(), status.may_be_cancelled(), status.has_pass(), status.may_be_booked_again()]
        };
        let table = [
            "0 upcoming change cancel - -",
            "1 upcoming - cancel pass -",
            "2 upcoming - cancel pass -",
            "3 - - - - again",
            "4 upcoming change - - -",
            "5 - - - - again",
            "6 - - - - again",
            "7 upcoming - - - -",
            "8 upcoming - - - -",
            "9 - - - - again",
            "10 upcoming - - - -",
            "11 - - - - again",
            "12 - - - - again",
            "13 - - - - again",
            "14 - - - - again",
            "15 - - - - again",
        ];
        for (line, status) in table.iter().zip(&Status::KNOWN) {
            let expected: Vec<bool> = line.split(' ').skip(1).map(|word| word != "-").collect();
            assert_eq!(allowed(status).to_vec(), expected, "{line}");
        }
        assert_eq!(allowed(&Status::Unknown("?".into())), [false; 5]);
    }

    /// Decide, cancel, invite again, on site: what each status allows its host, and what it says of the visitor.
    #[test]
    fn each_status_allows_its_host_these_and_no_others() {
        let allowed = |status: &Status| {
            [status.may_be_decided(), status.may_be_cancelled_by_host(), status.may_be_invited_again(), status.is_on_site()]
        };
        let table = [
            "0 decide cancel - -",
            "1 - cancel - -",
            "2 - cancel - -",
            "3 - - again -",
            "4 - - - -",
            "5 - - - -",
            "6 - - - -",
            "7 - - - here",
            "8 - - - here",
            "9 - - again -",
            "10 - - - -",
            "11 - - again -",
            "12 - - again -",
            "13 - - again -",
            "14 - - again -",
            "15 - - again -",
        ];
        for (line, status) in table.iter().zip(&Status::KNOWN) {
            let expected: Vec<bool> = line.split(' ').skip(1).map(|word| word != "-").collect();
            assert_eq!(allowed(status).to_vec(), expected, "{line}");
        }
        assert_eq!(allowed(&Status::Unknown("?".into())), [false; 4]);
    }
}
