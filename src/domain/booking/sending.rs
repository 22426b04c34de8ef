//! Sending a booking: once, and never into the dark.
//!
//! The backend gives no idempotency key. A booking whose answer is lost is therefore looked for in the
//! visitor's list before anybody is offered to send it again.

/// How far a booking has got on its way to the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sending {
    /// Not sent, or mended after a refusal.
    Editing,
    Submitting,
    /// The answer was lost; the list is being searched for the booking.
    LookingForIt,
    /// The answer was lost and the list could not be read.
    InDoubt,
    /// The answer was lost and this visitor has no list to look into.
    Unknowable,
    /// The answer was lost and the booking is not in the list.
    NotArrived,
    /// The answer to a change was lost; the same change can be sent again, since it changes nothing twice.
    ChangeLost,
    /// The server read the booking and refused it, in these words.
    Refused(String),
    /// The server has it.
    Arrived,
}

/// What one attempt to send came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    Accepted,
    Refused(String),
    /// No answer that says whether the booking was made.
    AnswerLost,
}

/// What the search for a booking in the visitor's list came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    Found,
    Absent,
    /// The list could not be read this time.
    Failed,
    /// There is no list for this visitor.
    NoList,
}

impl Sending {
    /// Whether a tap on "submit" may start an attempt now.
    pub fn may_submit(&self) -> bool {
        matches!(self, Self::Editing | Self::Refused(_) | Self::NotArrived | Self::Unknowable | Self::ChangeLost)
    }

    /// Whether the visitor has to wait.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Submitting | Self::LookingForIt)
    }

    pub fn after_delivery(delivery: Delivery) -> Self {
        match delivery {
            Delivery::Accepted => Self::Arrived,
            Delivery::Refused(message) => Self::Refused(message),
            Delivery::AnswerLost => Self::LookingForIt,
        }
    }

    /// The next step of a change: unlike a booking, it may be sent twice.
    pub fn after_change(delivery: Delivery) -> Self {
        match delivery {
            Delivery::AnswerLost => Self::ChangeLost,
            other => Self::after_delivery(other),
        }
    }

    pub fn after_lookup(lookup: Lookup) -> Self {
        match lookup {
            Lookup::Found => Self::Arrived,
            Lookup::Absent => Self::NotArrived,
            Lookup::Failed => Self::InDoubt,
            Lookup::NoList => Self::Unknowable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_answer_is_looked_for_before_anything_is_sent_again() {
        let lost = Sending::after_delivery(Delivery::AnswerLost);
        assert!(lost.is_under_way() && !lost.may_submit());
        for (lookup, may_submit) in [(Lookup::Found, false), (Lookup::Absent, true), (Lookup::Failed, false), (Lookup::NoList, true)] {
            assert_eq!(Sending::after_lookup(lookup).may_submit(), may_submit, "{lookup:?}");
        }
    }

    #[test]
    fn nothing_is_sent_twice_while_the_first_is_under_way_or_there() {
        assert!(!Sending::Submitting.may_submit());
        assert!(!Sending::after_delivery(Delivery::Accepted).may_submit());
        assert!(Sending::after_delivery(Delivery::Refused("满员".into())).may_submit());
        assert!(Sending::after_change(Delivery::AnswerLost).may_submit(), "a change may be sent twice");
        assert_eq!(Sending::after_change(Delivery::Accepted), Sending::Arrived);
    }
}
