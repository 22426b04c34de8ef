//! The moment for which a decision is held before it is sent, so that it can be undone.

use std::time::Duration;

/// How long a decision is held, in milliseconds.
pub const HOLD_MILLIS: i64 = 4_000;

/// A timer after which a hold is over: timers may come early by a hair.
pub const HOLD_TIMER: Duration = Duration::from_millis(4_050);

/// Whether a hold is over, by the phone's clock. Where that was set back, it is over as well.
pub fn is_over(since: i64, now: i64) -> bool {
    !(0..HOLD_MILLIS).contains(&(now - since))
}
