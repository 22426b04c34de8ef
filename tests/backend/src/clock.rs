//! The stand-in's one clock: the real time, moved by whatever a test asks for.

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Timelike, Utc};

/// Site time, whatever the machine says. The compiler evaluates the expectation.
pub const ZONE: FixedOffset = FixedOffset::east_opt(8 * 60 * 60).expect("eight hours are less than a day");

/// A running clock at a distance from the real one.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    offset: TimeDelta,
}

impl Clock {
    pub fn now(self) -> DateTime<FixedOffset> {
        (Utc::now() + self.offset).with_timezone(&ZONE)
    }

    pub fn offset(self) -> TimeDelta {
        self.offset
    }

    /// A clock that shows the real time plus `offset`.
    pub fn ahead_by(offset: TimeDelta) -> Self {
        Self { offset }
    }

    /// A clock that shows `time` now and runs on from there.
    pub fn showing(time: DateTime<FixedOffset>) -> Self {
        Self { offset: time.with_timezone(&Utc) - Utc::now() }
    }
}

/// The first moment of that day.
pub fn midnight_before(time: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    time - TimeDelta::seconds(i64::from(time.num_seconds_from_midnight())) - TimeDelta::nanoseconds(i64::from(time.nanosecond()))
}

/// The first moment of the next day.
pub fn midnight_after(time: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    midnight_before(time) + TimeDelta::days(1)
}

/// The time as answers write it: `yyyy-MM-dd HH:mm:ss`, site time.
pub fn format_time(time: DateTime<FixedOffset>) -> String {
    time.with_timezone(&ZONE).format("%Y-%m-%d %H:%M:%S").to_string()
}

/// A time as WeCom and the mini-program ask for it: `yyyy-MM-dd HH:mm`, site time.
pub fn read_minutes(text: &str) -> Option<DateTime<FixedOffset>> {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok()?.and_local_timezone(ZONE).single()
}

#[cfg(test)]
mod tests {
    use super::{Clock, format_time, midnight_after, midnight_before, read_minutes};
    use chrono::{DateTime, FixedOffset, TimeDelta};

    fn time(text: &str) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339(text).unwrap()
    }

    #[test]
    fn days_begin_at_site_midnight() {
        let noon = time("2026-03-10T12:30:15.250+08:00");
        assert_eq!(midnight_before(noon), time("2026-03-10T00:00:00+08:00"));
        assert_eq!(midnight_after(noon), time("2026-03-11T00:00:00+08:00"));
        assert_eq!(midnight_after(time("2026-03-10T00:00:00+08:00")), time("2026-03-11T00:00:00+08:00"));
    }

    #[test]
    fn times_are_written_in_site_time() {
        assert_eq!(format_time(time("2026-03-09T20:05:00Z")), "2026-03-10 04:05:00");
    }

    #[test]
    fn minutes_are_read_in_site_time() {
        assert_eq!(read_minutes("2026-03-10 04:05"), Some(time("2026-03-10T04:05:00+08:00")));
        assert_eq!(read_minutes("2026-03-10 04:05:06"), None);
        assert_eq!(read_minutes("2026-03-10T04:05:00+08:00"), None);
    }

    #[test]
    fn a_set_clock_runs_on() {
        let set = time("2030-01-01T08:00:00+08:00");
        let shown = Clock::showing(set).now();
        assert!(shown >= set && shown - set < TimeDelta::seconds(5), "{shown}");
    }
}
