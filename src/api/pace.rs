//! Keeps a series of calls below the rate that a service takes.

use std::sync::atomic::{AtomicU64, Ordering};

/// The time between two calls, in milliseconds: four a second, where Feishu takes five.
const INTERVAL: u64 = 250;

/// When the next call may start. Calls that wait stand in line.
#[derive(Debug, Default)]
pub struct Pace {
    /// In milliseconds of the phone's clock.
    next: AtomicU64,
}

impl Pace {
    /// Takes the next free moment; the answer is how long to wait for it, in milliseconds.
    pub fn wait(&self, now: f64) -> u32 {
        // Dates before 1970 count as 1970, and a clock that was set back cannot make anybody wait for years.
        let now = now as u64;
        let next = self.next.load(Ordering::Relaxed);
        let is_plausible = next.saturating_sub(now) <= LONGEST_LINE * INTERVAL;
        let moment = if is_plausible { next.max(now) } else { now };
        self.next.store(moment + INTERVAL, Ordering::Relaxed);
        u32::try_from(moment - now).unwrap_or(u32::MAX)
    }
}

/// More calls than anybody starts at once; a longer wait means that the clock was set back.
const LONGEST_LINE: u64 = 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_second_sees_five_calls_start() {
        let pace = Pace::default();
        let starts: Vec<f64> = [0.0, 0.0, 1.0, 2.0, 400.0, 400.0, 2_000.0, 2_001.0, 2_001.0, 2_001.0, 2_002.0, 2_002.0]
            .into_iter()
            .map(|now| now + 5_000.0 + f64::from(pace.wait(now + 5_000.0)))
            .collect();
        for window in starts.windows(5) {
            assert!(window[4] - window[0] >= 1_000.0, "{window:?}");
        }
        assert_eq!(starts[0], 5_000.0);
    }

    #[test]
    fn a_clock_that_is_set_back_costs_no_wait() {
        let pace = Pace::default();
        pace.wait(1_795_226_400_000.0);
        assert_eq!(pace.wait(1_000.0), 0);
        assert_eq!(pace.wait(1_000.0), 250);
        assert_eq!(Pace::default().wait(f64::NAN), 0);
    }
}
