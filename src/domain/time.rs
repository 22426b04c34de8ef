//! Site time: the wall clock at the gate, +08:00, whatever the phone says.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

const SITE_OFFSET_SECONDS: i32 = 8 * 3600;

/// A moment as the clock at the site shows it, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SiteTime(NaiveDateTime);

impl SiteTime {
    /// The beginning of 1970, UTC.
    pub const EPOCH: Self = Self(DateTime::UNIX_EPOCH.naive_utc());

    /// The site's time at a Unix time in milliseconds.
    pub fn from_unix_millis(millis: i64) -> Option<Self> {
        let shifted = millis.checked_add(i64::from(SITE_OFFSET_SECONDS) * 1000)?;
        DateTime::from_timestamp_millis(shifted).map(|utc| Self(utc.naive_utc()))
    }

    /// `20261121T020000Z`, universal time, as calendars take it.
    pub fn universal(self) -> String {
        let time = TimeDelta::try_seconds(i64::from(SITE_OFFSET_SECONDS)).and_then(|offset| self.0.checked_sub_signed(offset));
        let iso = Self(time.unwrap_or(self.0)).iso();
        let digits = iso.chars().take("2026-11-21T02:00:00".len()).filter(|character| !matches!(character, '-' | ':'));
        digits.chain(['Z']).collect()
    }

    pub fn unix_millis(self) -> i64 {
        self.0.and_utc().timestamp_millis() - i64::from(SITE_OFFSET_SECONDS) * 1000
    }

    /// Reads every form that the backend and the date inputs use: `2026-11-21T10:00:00+08:00` (any
    /// offset, converted to the site's), and without an offset `2026-11-21 10:00[:00]` or `…T10:00[:00]`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
            let site = FixedOffset::east_opt(SITE_OFFSET_SECONDS)?;
            return Some(Self(moment.with_timezone(&site).naive_local()));
        }
        let (date, clock) = text.split_once([' ', 'T'])?;
        let mut parts = clock.split(':').map(number);
        let hour = parts.next()??;
        let minute = parts.next()??;
        let second = parts.next().unwrap_or(Some(0))?;
        if parts.next().is_some() {
            return None;
        }
        parse_date(date)?.and_hms_opt(hour, minute, second).map(Self)
    }

    /// `2026-11-21T10:00:00+08:00`, as the official account's calls take it.
    pub fn iso(self) -> String {
        format!("{}T{}:{:02}+08:00", self.date_text(), self.clock_text(), self.0.second())
    }

    /// `2026-11-21 10:00`, as the calls of WeCom and the mini-program take it.
    pub fn minute_text(self) -> String {
        format!("{} {}", self.date_text(), self.clock_text())
    }

    /// `2026-11-21T10:00`, as an `<input type="datetime-local">` takes it.
    pub fn input_value(self) -> String {
        format!("{}T{}", self.date_text(), self.clock_text())
    }

    /// `2026-11-21`
    pub fn date_text(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }

    /// `10:05`
    pub fn clock_text(self) -> String {
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u32 {
        self.0.month()
    }

    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Counted from 1.
    pub fn day_of_year(self) -> u32 {
        self.0.ordinal()
    }

    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    pub fn minute(self) -> u32 {
        self.0.minute()
    }

    pub fn second(self) -> u32 {
        self.0.second()
    }

    /// Whole minutes until another moment, a begun one counting in full; below zero where that was before.
    pub fn minutes_until(self, other: Self) -> i64 {
        let seconds = (other.0 - self.0).num_seconds();
        seconds.div_euclid(60) + i64::from(seconds.rem_euclid(60) > 0)
    }

    /// Days since Monday: 0 to 6.
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    pub fn is_same_day(self, other: Self) -> bool {
        self.0.date() == other.0.date()
    }

    pub fn plus_minutes(self, minutes: i64) -> Self {
        TimeDelta::try_minutes(minutes).and_then(|delta| self.0.checked_add_signed(delta)).map_or(self, Self)
    }

    /// The same moment with its seconds dropped: a visitor picks minutes.
    pub fn to_minute(self) -> Self {
        self.0.with_second(0).and_then(|time| time.with_nanosecond(0)).map_or(self, Self)
    }
}

/// A calendar day, `yyyy-MM-dd`.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split('-').map(number);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> SiteTime {
        SiteTime::parse(text).unwrap()
    }

    #[test]
    fn all_wire_formats_name_the_same_moment() {
        let expected = at("2026-11-21T10:00:00+08:00");
        for text in ["2026-11-21 10:00:00", "2026-11-21 10:00", "2026-11-21T10:00", "2026-11-21T02:00:00Z"] {
            assert_eq!(at(text), expected, "{text}");
        }
        assert_eq!(expected.iso(), "2026-11-21T10:00:00+08:00");
        assert_eq!(expected.input_value(), "2026-11-21T10:00");
        assert_eq!(expected.minute_text(), "2026-11-21 10:00");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in
            ["", "123", "2026-11-21", "2026-02-30 10:00", "2026-11-21 25:00", "2026-11-21 10:00:00:00", "a-b-c d:e", "2026-11-21 +1:00"]
        {
            assert_eq!(SiteTime::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_phone_s_zone_plays_no_part() {
        let time = SiteTime::from_unix_millis(1_795_226_400_000).unwrap();
        assert_eq!(time.unix_millis(), 1_795_226_400_000);
        assert_eq!(SiteTime::from_unix_millis(0).unwrap().iso(), "1970-01-01T08:00:00+08:00");
        assert_eq!(SiteTime::from_unix_millis(i64::MAX), None);
    }

    #[test]
    fn minutes_carry_over_midnight() {
        assert_eq!(at("2026-12-31 23:30").plus_minutes(60), at("2027-01-01 00:30"));
        assert_eq!(at("2026-11-21 10:00:59").to_minute(), at("2026-11-21 10:00"));
    }
}
