//! A visit as a file that calendars take in (iCalendar, RFC 5545).

use super::time::SiteTime;
use super::visit::Stay;

/// A visit as a calendar entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// What the backend knows the visit by: the same visit taken in twice is one appointment.
    pub id: String,
    pub stay: Stay,
    pub title: String,
    /// Where it is; empty where nobody said.
    pub place: String,
    pub note: String,
}

/// The longest line, in bytes and without its end.
const LONGEST_LINE: usize = 75;

/// How long before the visit the phone speaks up.
const REMINDER: &str = "-PT1H";

impl Appointment {
    /// The file, written at `now`.
    pub fn file(&self, now: SiteTime) -> String {
        let mut lines = Lines::default();
        lines.put("BEGIN:VCALENDAR", "");
        lines.put("VERSION:2.0", "");
        lines.put("PRODID:-//visitor-front//visit//ZH", "");
        lines.put("METHOD:PUBLISH", "");
        lines.put("BEGIN:VEVENT", "");
        lines.put("UID:", &[&escaped(&self.id), "@visit"].concat());
        lines.put("DTSTAMP:", &now.universal());
        lines.put("DTSTART:", &self.stay.start.universal());
        lines.put("DTEND:", &self.stay.end.universal());
        lines.put("SUMMARY:", &escaped(&self.title));
        for (name, words) in [("LOCATION:", &self.place), ("DESCRIPTION:", &self.note)] {
            if !words.trim().is_empty() {
                lines.put(name, &escaped(words));
            }
        }
        lines.put("BEGIN:VALARM", "");
        lines.put("ACTION:DISPLAY", "");
        lines.put("TRIGGER:", REMINDER);
        lines.put("DESCRIPTION:", &escaped(&self.title));
        lines.put("END:VALARM", "");
        lines.put("END:VEVENT", "");
        lines.put("END:VCALENDAR", "");
        lines.0
    }
}

/// The lines of a file, each folded where it is too long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain(value.chars()) {
            let bytes = character.len_utf8();
            if length + bytes > LONGEST_LINE {
                // A line that begins with a blank goes on where the one before ended.
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(character);
            length += bytes;
        }
        self.0.push_str("\r\n");
    }
}

/// A text as a value: separators escaped, line ends written out, no other control characters.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => value.extend(['\\', character]),
            '\n' | '\r' => value.push_str("\\n"),
            control if control.is_control() => {}
            plain => value.push(plain),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> SiteTime {
        SiteTime::parse(text).unwrap()
    }

    fn appointment() -> Appointment {
        Appointment {
            id: "122228959400400".into(),
            stay: Stay { start: at("2026-11-21 07:30"), end: at("2026-11-21 10:00") },
            title: "拜访王建国".into(),
            place: "临港智造园, 研发楼; A座".into(),
            note: "来访事由：参观\\交流\n请带身份证".into(),
        }
    }

    fn file(appointment: &Appointment) -> String {
        appointment.file(at("2026-11-20 08:00:05"))
    }

    #[test]
    fn a_visit_is_an_event_in_universal_time_with_a_reminder() {
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//visitor-front//visit//ZH",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            "UID:122228959400400@visit",
            "DTSTAMP:20261120T000005Z",
            "DTSTART:20261120T233000Z",
            "DTEND:20261121T020000Z",
            "SUMMARY:拜访王建国",
            "LOCATION:临港智造园\\, 研发楼\\; A座",
            "DESCRIPTION:来访事由：参观\\\\交流\\n请带身份证",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT1H",
            "DESCRIPTION:拜访王建国",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(file(&appointment()), expected.join("\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let title = "与研发、采购、设备动力三个部门一起验收新到的产线设备并培训操作人员😀😀😀".repeat(2);
        let written = file(&Appointment { title: title.clone(), ..appointment() });
        assert!(written.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{written}");
        assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
        assert!(written.replace("\r\n ", "").contains(&format!("SUMMARY:{title}\r\n")));
        assert!(written.split("\r\n").any(|line| line.len() > LONGEST_LINE - 4), "lines are filled");
    }

    #[test]
    fn nothing_that_a_site_wrote_makes_a_line_of_its_own() {
        let written = file(&Appointment { place: "\r\nATTENDEE:x\rb\u{7}\u{0}".into(), note: " ".into(), ..appointment() });
        assert!(written.contains("LOCATION:\\nATTENDEE:x\\nb\r\n"));
        assert_eq!(written.matches("DESCRIPTION").count(), 1, "only the reminder's");
    }

    #[test]
    fn the_same_visit_keeps_its_name() {
        let uid = |appointment: &Appointment| file(appointment).lines().find(|line| line.starts_with("UID")).map(str::to_owned);
        let moved = Appointment { stay: Stay { start: at("2026-11-22 07:30"), end: at("2026-11-22 10:00") }, ..appointment() };
        assert_eq!(uid(&moved), uid(&appointment()));
    }
}
