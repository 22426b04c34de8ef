//! Signing in by the site's own address: what came of it, and when somebody is not sent there by themselves.

use super::code::codes;

codes! {
    /// What came of a sign-in, as `launch.js` writes it.
    pub enum SignInOutcome: &'static str {
        Done = "done",
        /// The person or the site's sign-in said no.
        Denied = "denied",
        /// The answer is not to what this tab asked.
        Forged = "forged",
        /// The answer names nobody.
        Empty = "empty",
    }
}

/// Why nobody is sent to sign in now. All but [`Self::Address`] and [`Self::Storage`] may be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// The site's setting is no address that one can be sent to.
    Address(AddressFault),
    /// The tab stores nothing: the answer could not be told from anybody else's.
    Storage,
    /// Decisions are on their way, or what came of them is not read yet.
    Unfinished,
    Denied,
    Forged,
    Empty,
    /// A moment ago, and no answer came back to this page.
    Unanswered,
    /// A moment ago, and the backend does not know them all the same.
    InVain,
}

/// What is wrong with a site's `signIn` address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// Neither an http(s) address nor a path of this site.
    NoAddress,
    /// Without `{state}`, answers cannot be told from forged ones.
    NoState,
    /// It wants an `{appId}`, and none is known.
    NoApp,
}

/// Nobody is sent to sign in twice within this time by themselves, in milliseconds.
const PAUSE: i64 = 60_000;

/// The last time that this tab went to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastSignIn {
    /// When it began or, once there is an outcome, when that came: milliseconds by the phone.
    pub at: i64,
    pub outcome: Option<SignInOutcome>,
    /// Whether what was typed into a form waits to be sent.
    pub from_form: bool,
}

impl LastSignIn {
    /// Why one does not go again by themselves: it was a moment ago.
    pub fn hindrance(self, now: i64) -> Option<Hindrance> {
        // A clock that was put back counts, too.
        ((now - self.at).abs() < PAUSE).then_some(match self.outcome {
            None => Hindrance::Unanswered,
            Some(SignInOutcome::Done) => Hindrance::InVain,
            Some(SignInOutcome::Denied) => Hindrance::Denied,
            Some(SignInOutcome::Forged) => Hindrance::Forged,
            Some(SignInOutcome::Empty) => Hindrance::Empty,
        })
    }
}

impl Hindrance {
    /// Whether another try can fare better.
    pub fn can_retry(self) -> bool {
        !matches!(self, Self::Address(_) | Self::Storage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_twice_within_a_minute_whatever_came_of_it() {
        for outcome in SignInOutcome::ALL.iter().copied().map(Some).chain([None]) {
            let last = LastSignIn { at: 1_000_000, outcome, from_form: false };
            let hindrance = last.hindrance(1_059_999);
            assert!(hindrance.is_some_and(Hindrance::can_retry), "{outcome:?}");
            assert_eq!((last.hindrance(999_000), last.hindrance(1_060_000), last.hindrance(0)), (hindrance, None, None));
        }
    }

    #[test]
    fn what_the_site_has_set_wrongly_is_not_tried_again() {
        assert!(!Hindrance::Address(AddressFault::NoState).can_retry() && !Hindrance::Storage.can_retry());
    }
}
