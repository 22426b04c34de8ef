//! Sending something once, although the backend knows no idempotency key: what is sent twice is there twice.
//!
//! An answer that is lost is therefore looked up before anybody is offered to send again. What is not found may still be on its
//! way: nothing here ever says that it did not arrive.

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
    /// The answer was lost, and it has not been found so far: it may still be on its way.
    NotFoundYet,
    /// The server refused it, in these words.
    Refused(String),
    /// The server did not take it, since it does not know who sends it.
    SignedOut(String),
    /// The server has it.
    Arrived(T),
}

/// What one attempt to send came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery<T = ()> {
    Accepted(T),
    Refused(String),
    /// Refused, since the server does not know who sends it.
    SignedOut(String),
    /// No answer that says whether it arrived.
    AnswerLost,
}

/// What a search for something whose answer was lost came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup<T = ()> {
    Found(T),
    /// It is not there, or not yet.
    Absent,
    /// The server could not be searched this time.
    Failed,
    /// There is no list to search in.
    NoList,
}

/// The distances at which the server is searched again for what was not found, in milliseconds: about four minutes in all.
pub const LATER_LOOKUPS: [u32; 7] = [3_000, 6_000, 12_000, 24_000, 48_000, 60_000, 90_000];

/// When the server is searched for what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LookupPolicy {
    #[default]
    WhenLost,
    /// A refusal may also mean that what was answered has changed meanwhile.
    WhenLostOrRefused,
}

impl<T> SubmitState<T> {
    /// Whether a tap on "submit" may start an attempt now.
    pub fn may_submit(&self) -> bool {
        matches!(self, Self::Editing | Self::Refused(_) | Self::SignedOut(_) | Self::NotFoundYet | Self::Unknowable)
    }

    /// Whether a tap on "check again" may start a search now.
    pub fn may_look_up(&self) -> bool {
        matches!(self, Self::InDoubt | Self::NotFoundYet)
    }

    /// Whether the person has to wait.
    pub fn is_under_way(&self) -> bool {
        matches!(self, Self::Submitting | Self::LookingUp)
    }

    pub fn has_arrived(&self) -> bool {
        matches!(self, Self::Arrived(_))
    }

    pub fn after_delivery(delivery: Delivery<T>) -> Self {
        match delivery {
            Delivery::Accepted(value) => Self::Arrived(value),
            Delivery::Refused(message) => Self::Refused(message),
            Delivery::SignedOut(message) => Self::SignedOut(message),
            Delivery::AnswerLost => Self::LookingUp,
        }
    }

    pub fn after_lookup(lookup: Lookup<T>) -> Self {
        match lookup {
            Lookup::Found(value) => Self::Arrived(value),
            Lookup::Absent => Self::NotFoundYet,
            Lookup::Failed => Self::InDoubt,
            Lookup::NoList => Self::Unknowable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_answer_is_looked_up_before_anything_is_sent_again() {
        let lost = SubmitState::after_delivery(Delivery::<()>::AnswerLost);
        assert!(lost.is_under_way() && !lost.may_submit());
        for (lookup, may_submit) in [(Lookup::Found(()), false), (Lookup::Absent, true), (Lookup::Failed, false), (Lookup::NoList, true)] {
            assert_eq!(SubmitState::after_lookup(lookup.clone()).may_submit(), may_submit, "{lookup:?}");
        }
        assert!([Lookup::<()>::Failed, Lookup::Absent].into_iter().all(|lookup| SubmitState::after_lookup(lookup).may_look_up()));
    }

    #[test]
    fn nothing_is_sent_twice_while_the_first_is_under_way_or_there() {
        assert!(!SubmitState::<()>::Submitting.may_submit());
        assert!(!SubmitState::after_delivery(Delivery::Accepted(())).may_submit());
        assert!(SubmitState::<()>::after_delivery(Delivery::Refused("满员".into())).may_submit());
        assert!(SubmitState::<()>::after_delivery(Delivery::SignedOut("请登录".into())).may_submit());
    }
}
