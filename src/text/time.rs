//! Times as people read them.

use super::Text;
use super::words::words;
use crate::domain::month::{Day, Month};
use crate::domain::pass::pattern::Names;
use crate::domain::time::SiteTime;
use crate::domain::visit::Stay;

/// From one time to another, on one line.
const TO: &str = "\u{a0}–\u{a0}";

words! {
    TimeWords / time:
    add_to_calendar;
    calendar_elsewhere;
    /// A visit's name in the visitor's own calendar.
    calendar_title(host: &str);
    /// A day of the calendar that has visits, for those who hear it.
    day_with_visits(day: &str);

    // A day of this year, and a day of another; `weekday` and `month` are short names.
    day_of_this_year(month: &str, day: u32, weekday: &str);
    day_of_a_year(year: i32, month: &str, day: u32, weekday: &str);
    month_of_a_year(year: i32, month: &str);
    /// From Monday on, over the columns of a calendar.
    weekday_initials: [&'static str; 7];
    /// The names of weekdays and months, as Java has them.
    calendar_names: &'static Names;
}

impl Text {
    /// The words that the patterns of a pass ask for.
    pub fn pattern_names(self) -> Names {
        *self.calendar_names()
    }

    /// `11月21日 周六`, `Sat 21 Nov`; with the year where it is not this one.
    pub fn day(self, time: SiteTime, now: SiteTime) -> String {
        let (weekday, _) = self.calendar_names().weekdays.get(time.weekday() as usize).copied().unwrap_or_default();
        let month = self.month_name(time.month());
        if time.year() == now.year() {
            self.day_of_this_year(month, time.day(), weekday)
        } else {
            self.day_of_a_year(time.year(), month, time.day(), weekday)
        }
    }

    /// A month's short name, counted from 1.
    fn month_name(self, month: u32) -> &'static str {
        let (name, _) = self.calendar_names().months.get((month as usize).wrapping_sub(1)).copied().unwrap_or_default();
        name
    }

    pub fn month_title(self, month: Month) -> String {
        self.month_of_a_year(month.year(), self.month_name(month.number()))
    }

    /// A day of the calendar, for those who hear it.
    pub fn calendar_day(self, day: Day, has_visits: bool, now: SiteTime) -> String {
        let name = self.day(day.start, now);
        if has_visits { self.day_with_visits(&name) } else { name }
    }

    /// Day and clock.
    pub fn moment(self, time: SiteTime, now: SiteTime) -> String {
        format!("{} {}", self.day(time, now), time.clock_text())
    }

    /// From when to when; the day is named once where it is the same.
    pub fn stay(self, stay: &Stay, now: SiteTime) -> String {
        let start = self.moment(stay.start, now);
        if stay.start.is_same_day(stay.end) {
            format!("{start}{TO}{}", stay.end.clock_text())
        } else {
            format!("{start}{TO}{}", self.moment(stay.end, now))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    fn at(text: &str) -> SiteTime {
        SiteTime::parse(text).unwrap()
    }

    #[test]
    fn a_stay_names_its_day_once() {
        let stay = |end: &str| Stay { start: at("2026-11-21 09:05"), end: at(end) };
        let now = at("2026-11-20 08:00");
        assert_eq!(Text::of(Locale::Chinese).stay(&stay("2026-11-21 11:00"), now), "11月21日 周六 09:05\u{a0}–\u{a0}11:00");
        assert_eq!(Text::of(Locale::English).stay(&stay("2027-01-02 11:00"), now), "Sat 21 Nov 09:05\u{a0}–\u{a0}Sat 2 Jan 2027 11:00");
    }
}
