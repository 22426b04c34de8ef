//! Times as people read them.

use super::{Locale, Text, phrases};
use crate::domain::pass::pattern::Names;
use crate::domain::time::SiteTime;
use crate::domain::visit::Stay;

const WEEKDAYS: [(&str, &str); 7] =
    [("周一", "Mon"), ("周二", "Tue"), ("周三", "Wed"), ("周四", "Thu"), ("周五", "Fri"), ("周六", "Sat"), ("周日", "Sun")];
const WHOLE_WEEKDAYS: [(&str, &str); 7] = [
    ("星期一", "Monday"),
    ("星期二", "Tuesday"),
    ("星期三", "Wednesday"),
    ("星期四", "Thursday"),
    ("星期五", "Friday"),
    ("星期六", "Saturday"),
    ("星期日", "Sunday"),
];
/// Java's names of the months in both languages, short and in full.
const CHINESE_MONTHS: [(&str, &str); 12] = [
    ("1月", "一月"),
    ("2月", "二月"),
    ("3月", "三月"),
    ("4月", "四月"),
    ("5月", "五月"),
    ("6月", "六月"),
    ("7月", "七月"),
    ("8月", "八月"),
    ("9月", "九月"),
    ("10月", "十月"),
    ("11月", "十一月"),
    ("12月", "十二月"),
];
const WHOLE_MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// From one time to another, on one line.
const TO: &str = "\u{a0}–\u{a0}";

phrases! {
    add_to_calendar: "添加到手机日历", "Add to your calendar";
    calendar_elsewhere: "想把来访加入手机日历？请点右上角，选择“在浏览器打开”。", "To add the visit to your calendar, tap the menu at the top and choose “Open in browser”.";
}

impl Text {
    /// The words that the patterns of a pass ask for.
    pub fn pattern_names(self) -> Names {
        let mut names =
            Names { weekdays: [("", ""); 7], months: CHINESE_MONTHS, halves: (self.pick("上午", "AM"), self.pick("下午", "PM")) };
        for (name, (short, whole)) in names.weekdays.iter_mut().zip(WEEKDAYS.iter().zip(WHOLE_WEEKDAYS)) {
            *name = (self.pick(short.0, short.1), self.pick(whole.0, whole.1));
        }
        if self.0 == Locale::English {
            for (name, english) in names.months.iter_mut().zip(MONTHS.into_iter().zip(WHOLE_MONTHS)) {
                *name = english;
            }
        }
        names
    }

    /// A visit's name in the visitor's own calendar.
    pub fn calendar_title(self, host: &str) -> String {
        self.pick("拜访", "Visit to ").to_owned() + host
    }

    /// `11月21日 周六`, `Sat 21 Nov`; with the year where it is not this one.
    pub fn day(self, time: SiteTime, now: SiteTime) -> String {
        let (chinese, english) = WEEKDAYS.get(time.weekday() as usize).copied().unwrap_or_default();
        let month = self.month_name(time.month());
        let other_year = time.year() != now.year();
        match self.0 {
            Locale::Chinese if other_year => format!("{}年{}月{}日 {chinese}", time.year(), time.month(), time.day()),
            Locale::Chinese => format!("{}月{}日 {chinese}", time.month(), time.day()),
            Locale::English if other_year => format!("{english} {} {month} {}", time.day(), time.year()),
            Locale::English => format!("{english} {} {month}", time.day()),
        }
    }

    /// A month's short name, counted from 1; only English has one.
    pub fn month_name(self, month: u32) -> &'static str {
        MONTHS.get((month as usize).saturating_sub(1)).copied().unwrap_or_default()
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
    use super::*;

    fn at(text: &str) -> SiteTime {
        SiteTime::parse(text).unwrap()
    }

    #[test]
    fn a_stay_names_its_day_once() {
        let stay = |end: &str| Stay { start: at("2026-11-21 09:05"), end: at(end) };
        let now = at("2026-11-20 08:00");
        assert_eq!(Text(Locale::Chinese).stay(&stay("2026-11-21 11:00"), now), "11月21日 周六 09:05\u{a0}–\u{a0}11:00");
        assert_eq!(Text(Locale::English).stay(&stay("2027-01-02 11:00"), now), "Sat 21 Nov 09:05\u{a0}–\u{a0}Sat 2 Jan 2027 11:00");
    }
}
