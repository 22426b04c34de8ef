//! Sending something once, although the backend knows no idempotency key: what is sent twice is there twice.
//!
//! An answer that is lost is therefore looked up before anybody is offered to send again.

/// How far something has got on its way to the server. `T` is what the server gives for it, such as an id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SubmitState<T = ()> {
    /// Not sent, or edited after a refusal.
    #[default]
    Editing,
    Submitting,
    /// The answer was lost; the server is being searched for what was sent.
    LookingUp,
    /// The answer was lost and the search failed.
    InDoubt,
    /// The answer was lost and there is nowhere to search.
    Unknowable,
    /// The answer was lost and nothing has arrived.
    NotArrived,
    /// The answer was lost; the same can be sent again, since it changes nothing twice.
    AnswerLost,
    /// The server refused it, in these words.
    Refused(String),
    /// The server has it.
    Arrived(T),
}

/// What one attempt to send came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery<T = ()> {
    Accepted(T),
    Refused(String),
    /// No answer that says whether it arrived.
    AnswerLost,
}

/// What a search for something whose answer was lost came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup<T = ()> {
    Found(T),
    Absent,
    /// The server could not be searched this time.
    Failed,
    /// There is no list to search in.
    NoList,
}

/// When the server is searched for what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LookupPolicy {
    #[default]
    WhenLost,
    /// A refusal may also mean that what was answered has changed meanwhile.
    WhenLostOrRefused,
    /// What changes nothing twice is simply sent again.
    Never,
}

impl<T> SubmitState<T> {
    /// Whether a tap on "submit" may start an attempt now.
    pub fn may_submit(&self) -> bool {
        matches!(self, Self::Editing | Self::Refused(_) | Self::NotArrived | Self::Unknowable | Self::AnswerLost)
    }

    /// Whether a tap on "check again" may start a search now.
    pub fn may_look_up(&self) -> bool {
        matches!(self, Self::InDoubt)
    }

    /// Whether the person has to wait.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Submitting | Self::LookingUp)
    }

    pub fn has_arrived(&self) -> bool {
        matches!(self, Self::Arrived(_))
    }

    pub fn after_delivery(delivery: Delivery<T>, policy: LookupPolicy) -> Self {
        match (delivery, policy) {
            (Delivery::Accepted(value), _) => Self::Arrived(value),
            (Delivery::Refused(message), _) => Self::Refused(message),
            (Delivery::AnswerLost, LookupPolicy::Never) => Self::AnswerLost,
            (Delivery::AnswerLost, LookupPolicy::WhenLost | LookupPolicy::WhenLostOrRefused) => Self::LookingUp,
        }
    }

    pub fn after_lookup(lookup: Lookup<T>) -> Self {
        match lookup {
            Lookup::Found(value) => Self::Arrived(value),
            Lookup::Absent => Self::NotArrived,
            Lookup::Failed => Self::InDoubt,
            Lookup::NoList => Self::Unknowable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after_delivery(delivery: Delivery) -> SubmitState {
        SubmitState::after_delivery(delivery, LookupPolicy::WhenLost)
    }

    #[test]
    fn a_lost_answer_is_looked_up_before_anything_is_sent_again() {
        let lost = after_delivery(Delivery::AnswerLost);
        assert!(lost.is_under_way() && !lost.may_submit());
        for (lookup, may_submit) in [(Lookup::Found(()), false), (Lookup::Absent, true), (Lookup::Failed, false), (Lookup::NoList, true)] {
            assert_eq!(SubmitState::after_lookup(lookup.clone()).may_submit(), may_submit, "{lookup:?}");
        }
        assert!(SubmitState::after_lookup(Lookup::<()>::Failed).may_look_up());
    }

    #[test]
    fn nothing_is_sent_twice_while_the_first_is_under_way_or_there() {
        assert!(!SubmitState::<()>::Submitting.may_submit());
        assert!(!after_delivery(Delivery::Accepted(())).may_submit());
        assert!(after_delivery(Delivery::Refused("满员".into())).may_submit());
    }

    #[test]
    fn what_changes_nothing_twice_may_be_sent_twice() {
        let after_change = |delivery| SubmitState::after_delivery(delivery, LookupPolicy::Never);
        assert!(after_change(Delivery::AnswerLost).may_submit());
        assert_eq!(after_change(Delivery::Accepted(7)), SubmitState::Arrived(7));
    }
}
