//! The pass, in words.

use super::Text;
use super::words::words;
use crate::api::error::ApiError;
use crate::domain::pass::Validity;
use crate::domain::qr_code::Unfit;
use crate::domain::time::SiteTime;
use crate::domain::visit::Stay;

words! {
    PassWords / pass:
    pass;
    show_pass;
    pass_code;
    enlarge_code;
    shrink_code;
    tap_to_enlarge;
    spoken_code;
    code_as_text;
    photo_of_visitor;
    valid_time;
    refresh_code;
    refreshing_code;
    forget_pass;
    forget_pass_question;
    forget_pass_detail;
    pass_forgotten;
    confirm_forget;
    keep_pass;
    save_pass;
    saved_pass;
    download_pass;
    cannot_draw_pass;
    no_code_yet;
    passes;
    previous_pass;
    next_pass;

    // What a pass is worth, in a word for whoever looks from afar.
    pass_early;
    pass_valid;
    pass_late;
    pass_used;
    pass_over;
    pass_cancelled;
    pass_waiting;
    pass_returned;
    pass_unknown;

    // What that means for the visitor.
    valid_from(start: &str, to_go: &str);
    valid_until(end: &str);
    late_valid_until(end: &str);
    pass_used_detail;
    pass_waiting_detail;
    pass_returned_detail;
    opens_no_door(status: &str);

    // How long, in the units that fit; `days` is at least two.
    days(days: i64);
    day_and_hours(hours: i64);
    hours_and_minutes(hours: i64, minutes: i64);
    hours(hours: i64);
    minutes(minutes: i64);
    /// When the code was fetched.
    code_refreshed_at(clock: &str);
    offline_as_of(time: &str);
    not_refreshed(time: &str, reason: &str);
    code_too_long;
    /// Which of several passes.
    pass_of(place: usize, count: usize);
}

impl Text {
    /// What a pass is worth, in a word for whoever looks from afar.
    pub fn validity(self, standing: Validity) -> &'static str {
        match standing {
            Validity::Early(_) => self.pass_early(),
            Validity::Valid => self.pass_valid(),
            Validity::Late => self.pass_late(),
            Validity::Used => self.pass_used(),
            Validity::Over => self.pass_over(),
            Validity::Cancelled => self.pass_cancelled(),
            Validity::Waiting => self.pass_waiting(),
            Validity::Returned => self.pass_returned(),
            Validity::Unknown => self.pass_unknown(),
        }
    }

    /// What that means for the visitor. `status` is the status in words.
    pub fn validity_detail(self, standing: Validity, stay: Option<&Stay>, status: &str, now: SiteTime) -> String {
        let moment = |time: SiteTime| self.moment(time, now);
        let until = |words: fn(Self, &str) -> String| stay.map(|stay| words(self, &moment(stay.end))).unwrap_or_default();
        match standing {
            Validity::Early(minutes) => {
                let start = stay.map(|stay| moment(stay.start)).unwrap_or_default();
                self.valid_from(&start, &self.duration(minutes))
            }
            Validity::Valid => until(Self::valid_until),
            Validity::Late => until(Self::late_valid_until),
            Validity::Used => self.pass_used_detail().to_owned(),
            Validity::Waiting => self.pass_waiting_detail().to_owned(),
            Validity::Returned => self.pass_returned_detail().to_owned(),
            Validity::Over | Validity::Cancelled | Validity::Unknown => self.opens_no_door(status),
        }
    }

    /// `2 小时 10 分钟`, `2 h 10 min`; from a day on in days and hours, from two days on in days.
    pub fn duration(self, minutes: i64) -> String {
        match (minutes / 1440, minutes / 60, minutes % 60) {
            (days @ 2.., _, _) => self.days(days),
            (1, hours, _) => self.day_and_hours(hours - 24),
            (_, 0, rest) => self.minutes(rest),
            (_, hours, 0) => self.hours(hours),
            (_, hours, rest) => self.hours_and_minutes(hours, rest),
        }
    }

    /// When the code was fetched.
    pub fn refreshed_at(self, time: SiteTime) -> String {
        self.code_refreshed_at(&clock_with_seconds(time))
    }

    /// That the last refresh failed, and from when the pass is that is shown.
    pub fn refresh_failed(self, error: &ApiError, as_of: SiteTime, now: SiteTime) -> String {
        let time = if as_of.is_same_day(now) { as_of.clock_text() } else { self.moment(as_of, now) };
        match error {
            ApiError::Unreachable | ApiError::TimedOut => self.offline_as_of(&time),
            _ => self.not_refreshed(&time, &self.failure(error)),
        }
    }

    /// Why there are words in place of a code.
    pub fn why_no_code(self, reason: Unfit) -> &'static str {
        match reason {
            Unfit::Empty => self.no_code_yet(),
            Unfit::TooLong => self.code_too_long(),
        }
    }
}

fn clock_with_seconds(time: SiteTime) -> String {
    let second = time.second();
    format!("{}:{}{second}", time.clock_text(), if second < 10 { "0" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    #[test]
    fn time_to_go_is_said_in_days_or_hours_and_minutes() {
        let (chinese, english) = (Text::of(Locale::Chinese), Text::of(Locale::English));
        assert_eq!(chinese.duration(130), "2 小时 10 分钟");
        for (minutes, words) in [(1, "1 min"), (60, "1 h"), (130, "2 h 10 min"), (1500, "1 day 1 h"), (2880, "2 days"), (4300, "2 days")] {
            assert_eq!(english.duration(minutes), words);
        }
    }

    #[test]
    fn a_pass_before_its_time_says_when_and_how_long_to_go() {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        let stay = Stay { start: at("2026-11-21 10:00"), end: at("2026-11-21 12:00") };
        let words = Text::of(Locale::English).validity_detail(Validity::Early(130), Some(&stay), "", at("2026-11-21 07:50"));
        assert_eq!(words, "Valid from Sat 21 Nov 10:00, 2 h 10 min to go");
    }
}
