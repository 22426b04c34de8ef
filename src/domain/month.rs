//! A month as a calendar shows it.

use super::time::{SiteTime, parse_date};
use super::visit::Stay;
use chrono::{Datelike, Months, NaiveDate};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    first: NaiveDate,
}

/// A day of a month, and where in the week it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Counted from 1.
    pub number: u32,
    /// Its midnight.
    pub start: SiteTime,
}

impl Month {
    /// The month that a time is in.
    pub fn of(time: SiteTime) -> Self {
        let first = NaiveDate::from_ymd_opt(time.year(), time.month(), 1);
        Self { first: first.unwrap_or_default() }
    }

    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Counted from 1.
    pub fn number(self) -> u32 {
        self.first.month()
    }

    pub fn next(self) -> Self {
        Self { first: self.first.checked_add_months(Months::new(1)).unwrap_or(self.first) }
    }

    pub fn previous(self) -> Self {
        Self { first: self.first.checked_sub_months(Months::new(1)).unwrap_or(self.first) }
    }

    /// How many days of other months stand before its first, in weeks that begin on Monday.
    pub fn lead(self) -> u32 {
        self.first.weekday().num_days_from_monday()
    }

    pub fn days(self) -> Vec<Day> {
        let date = |number: u32| format!("{:04}-{:02}-{number:02} 00:00", self.year(), self.number());
        (1..=31).filter_map(|number| SiteTime::parse(&date(number)).map(|start| Day { number, start })).collect()
    }

    /// From its first minute to its last.
    pub fn span(self) -> Option<Stay> {
        let days = self.days();
        days.first().zip(days.last()).map(|(first, last)| Stay { start: first.start, end: Day::span(*last).end })
    }

    /// The day of this month that a date names, as `yyyy-MM-dd`.
    pub fn day_of(self, date: &str) -> Option<u32> {
        let date = parse_date(date.get(..10).unwrap_or(date))?;
        (Self { first: date.with_day(1)? } == self).then(|| date.day())
    }
}

impl Day {
    /// From its first minute to its last.
    pub fn span(self) -> Stay {
        Stay { start: self.start, end: self.start.plus_minutes(24 * 60 - 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Month {
        Month::of(SiteTime::parse(text).unwrap())
    }

    #[test]
    fn a_month_has_its_days_in_their_weeks() {
        let november = month("2026-11-21 10:00");
        let days = november.days();
        assert_eq!((days.len(), november.lead(), days[20].start), (30, 6, SiteTime::parse("2026-11-21 00:00").unwrap()));
        let span = november.span().unwrap();
        assert_eq!((span.start.minute_text(), span.end.minute_text()), ("2026-11-01 00:00".into(), "2026-11-30 23:59".into()));
        assert_eq!((month("2028-02-03 00:00").days().len(), month("2026-02-03 00:00").days().len()), (29, 28));
    }

    #[test]
    fn months_follow_each_other_over_new_year() {
        let december = month("2026-12-31 23:59");
        assert_eq!((december.next().year(), december.next().number()), (2027, 1));
        assert_eq!(december.next().previous(), december);
    }

    #[test]
    fn a_date_is_a_day_of_its_own_month() {
        let november = month("2026-11-21 10:00");
        assert_eq!(november.day_of("2026-11-07"), Some(7));
        assert_eq!(november.day_of("2026-11-07 00:00:00"), Some(7));
        assert_eq!((november.day_of("2026-12-07"), november.day_of("xxx"), november.day_of("")), (None, None, None));
    }
}
