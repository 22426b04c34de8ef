//! The pass that a visitor shows at the gate: whether it is valid, and what is on it.

pub mod layout;
pub mod pattern;
pub mod readiness;

use super::id::{Batch, OrderId};
use super::time::SiteTime;
use super::visit::{Status, Stay, VisitRef};
use layout::Line;

/// What a pass is worth now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// Before its time; so many minutes to go.
    Early(i64),
    Valid,
    /// After the agreed time, and still good.
    Late,
    /// Its visitor is in.
    Used,
    Over,
    Cancelled,
    /// Somebody still has to decide.
    Waiting,
    /// The visitor has to change the booking first.
    Returned,
    /// The site says something that this program does not know.
    Unknown,
}

impl Validity {
    /// What a visit's status is worth at a time. The backend may be late to notice that a visit's time is over.
    pub fn of(status: &Status, stay: Option<Stay>, now: SiteTime) -> Self {
        let is_over = stay.is_some_and(|stay| stay.end < now);
        match status {
            Status::Normal | Status::Late if is_over => Self::Over,
            Status::Normal => match stay {
                Some(stay) if now < stay.start => Self::Early(now.minutes_until(stay.start)),
                _ => Self::Valid,
            },
            Status::Late => Self::Late,
            Status::Arrived | Status::OverdueNotSignedOut => Self::Used,
            Status::WaitingApproval | Status::Inviting => Self::Waiting,
            Status::Returned => Self::Returned,
            Status::BookingOverdue
            | Status::SignedOut
            | Status::SignedOutBySystem
            | Status::ApprovalOverdue
            | Status::InvitationOverdue => Self::Over,
            Status::WithdrawnByEmployee | Status::WithdrawnByVisitor | Status::CancelledByEmployee | Status::CancelledByVisitor => {
                Self::Cancelled
            }
            Status::Unknown(_) => Self::Unknown,
        }
    }

    /// Whether there is a code that opens doors.
    pub fn shows_code(self) -> bool {
        matches!(self, Self::Early(_) | Self::Valid | Self::Late)
    }
}

/// A pass as it was fetched last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    pub order: OrderId,
    pub batch: Option<Batch>,
    pub status: Status,
    pub stay: Option<Stay>,
    pub visitor: String,
    pub host: String,
    /// Where and how it is laid out; empty for the page's own title.
    pub title: String,
    pub lines: Vec<Line>,
    pub closing: String,
    /// The address of a picture behind it; empty for none.
    pub background: String,
    /// What the code says, exactly as the site sent it.
    pub code: String,
    /// What a guard can be told where no reader works.
    pub spoken_code: String,
}

impl Pass {
    pub fn validity(&self, now: SiteTime) -> Validity {
        Validity::of(&self.status, self.stay, now)
    }

    /// Whether a pass that showed a code shows none any more, by the site's clock and by the phone's: one may be wrong.
    pub fn has_expired(&self, by_site: SiteTime, by_phone: SiteTime) -> bool {
        [by_site, by_phone].into_iter().all(|now| !self.validity(now).shows_code())
    }

    pub fn visit_ref(&self) -> VisitRef {
        VisitRef { order: self.order.clone(), batch: self.batch.clone() }
    }
}

/// A code in groups that can be read aloud: fours, where that leaves no single sign; else threes.
pub fn grouped(code: &str) -> String {
    let signs: Vec<char> = code.chars().filter(|sign| !sign.is_whitespace()).collect();
    let size = if signs.len().is_multiple_of(4) || signs.len() > 9 && signs.len() % 4 != 1 { 4 } else { 3 };
    signs.chunks(size).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> SiteTime {
        SiteTime::parse(text).unwrap()
    }

    /// The day before, ten minutes before, at its start, in the middle, at its end, a minute later.
    #[test]
    fn each_status_is_worth_something_at_each_time() {
        use Validity::{Cancelled, Early, Late, Over, Returned, Unknown, Used, Valid, Waiting};
        let stay = Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00") };
        let times =
            ["2026-11-20 10:00", "2026-11-21 09:50", "2026-11-21 10:00", "2026-11-21 11:00", "2026-11-21 12:00", "2026-11-21 12:01"];
        let table = [
            [Waiting; 6],
            [Early(1440), Early(10), Valid, Valid, Valid, Over],
            [Late, Late, Late, Late, Late, Over],
            [Over; 6],
            [Returned; 6],
            [Over; 6],
            [Over; 6],
            [Used; 6],
            [Used; 6],
            [Over; 6],
            [Waiting; 6],
            [Over; 6],
            [Cancelled; 6],
            [Cancelled; 6],
            [Cancelled; 6],
            [Cancelled; 6],
        ];
        for ((number, status), row) in Status::KNOWN.iter().enumerate().zip(table) {
            for (time, expected) in times.iter().zip(row) {
                let validity = Validity::of(status, Some(stay), at(time));
                assert_eq!(validity, expected, "{number} at {time}");
                assert!(!validity.shows_code() || status.has_pass(), "{number} at {time}");
            }
        }
        assert_eq!(Validity::of(&Status::Unknown("?".into()), Some(stay), at(times[3])), Unknown);
        assert_eq!(Validity::of(&Status::Normal, None, at(times[3])), Valid);
        assert_eq!(Validity::of(&Status::Normal, Some(stay), at("2026-11-21 09:59:59")), Early(1));
    }

    #[test]
    fn a_pass_has_expired_when_both_clocks_say_so() {
        let pass = Pass {
            order: OrderId::parse("7").unwrap(),
            batch: None,
            status: Status::Normal,
            stay: Some(Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00") }),
            visitor: String::new(),
            host: String::new(),
            title: String::new(),
            lines: Vec::new(),
            closing: String::new(),
            background: String::new(),
            code: "VCS7".into(),
            spoken_code: String::new(),
        };
        let (before, after, leap) = (at("2026-11-21 11:00"), at("2026-11-21 12:01"), at("2099-01-01 00:00"));
        assert!(!pass.has_expired(before, before) && !pass.has_expired(leap, before) && !pass.has_expired(before, leap));
        assert!(pass.has_expired(after, after) && pass.has_expired(leap, after));
    }

    #[test]
    fn a_code_is_read_in_groups() {
        for (code, expected) in [
            ("", ""),
            ("7", "7"),
            ("1234", "1234"),
            ("123456", "123 456"),
            ("12345678", "1234 5678"),
            ("1234567", "123 456 7"),
            ("1234567890", "1234 5678 90"),
            (" 12 34\n56 ", "123 456"),
            ("访客一二三四", "访客一 二三四"),
        ] {
            assert_eq!(grouped(code), expected, "{code}");
        }
    }
}
