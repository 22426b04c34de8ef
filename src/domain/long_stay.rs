//! A stay that is longer than a site would accept is questioned before it is sent: mostly a date was mistyped.

use super::visit::Stay;

/// A day, in minutes.
const DAY: i64 = 24 * 60;

/// Whether a stay is questioned, and what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StayQuestion {
    /// How many days a site accepts without a question.
    pub usual: u32,
    answer: Answer,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    NothingAsked,
    Asking(Stay),
    /// It is meant so.
    Meant(Stay),
}

impl StayQuestion {
    pub fn new(usual: u32) -> Self {
        Self { usual, answer: Answer::NothingAsked }
    }

    /// Whether a stay may be sent; where it may not, the question is open from now on. What was meant once is not asked again.
    pub fn may_send(&mut self, stay: Stay) -> bool {
        if days(stay) <= self.usual || self.answer == Answer::Meant(stay) {
            return true;
        }
        self.answer = Answer::Asking(stay);
        false
    }

    /// How many days the stay has that is asked about, begun ones included; none while nothing is asked.
    pub fn asks_about(&self) -> Option<u32> {
        match self.answer {
            Answer::Asking(stay) => Some(days(stay)),
            Answer::NothingAsked | Answer::Meant(_) => None,
        }
    }

    /// It is meant so.
    pub fn confirm(&mut self) {
        if let Answer::Asking(stay) = self.answer {
            self.answer = Answer::Meant(stay);
        }
    }

    /// It is to be changed.
    pub fn dismiss(&mut self) {
        self.answer = Answer::NothingAsked;
    }
}

fn days(stay: Stay) -> u32 {
    let minutes = stay.start.minutes_until(stay.end).max(0);
    u32::try_from(minutes / DAY + i64::from(minutes % DAY > 0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::SiteTime;

    fn stay(start: &str, end: &str) -> Stay {
        Stay { start: SiteTime::parse(start).unwrap(), end: SiteTime::parse(end).unwrap() }
    }

    #[test]
    fn a_stay_longer_than_usual_is_questioned_once() {
        let mut question = StayQuestion::new(30);
        assert!(question.may_send(stay("2026-11-01 09:00", "2026-12-01 09:00")));
        let long = stay("2026-11-01 09:00", "2026-12-01 09:01");
        assert!(!question.may_send(long));
        assert_eq!(question.asks_about(), Some(31));
        question.dismiss();
        assert_eq!((question.asks_about(), question.may_send(long)), (None, false));
        question.confirm();
        assert!(question.may_send(long) && question.may_send(long));
        assert!(!question.may_send(stay("2026-11-01 09:00", "2027-11-01 09:00")), "another one is another question");
    }
}
