//! Times by the patterns of Java's `SimpleDateFormat`, which sites write into their passes.

use crate::domain::time::SiteTime;

/// The words that patterns ask for, each short and in full.
#[derive(Debug, Clone, Copy)]
pub struct Names {
    /// From Monday on.
    pub weekdays: [(&'static str, &'static str); 7],
    pub months: [(&'static str, &'static str); 12],
    /// Before and after noon.
    pub halves: (&'static str, &'static str),
}

/// The time as a pattern has it; none for a pattern that Java refuses, or that asks for what no pass needs (weeks, eras).
/// `Y`, in Java the year of the week, is taken for the year that was meant.
pub fn written(pattern: &str, time: SiteTime, names: &Names) -> Option<String> {
    let mut words = String::new();
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let (part, after) = if first == '\'' {
            quoted(rest)?
        } else if first.is_ascii_alphabetic() {
            let run = rest.len() - rest.trim_start_matches(first).len();
            (field(first, run, time, names)?, rest.get(run..)?)
        } else {
            (first.to_string(), rest.get(first.len_utf8()..)?)
        };
        words.push_str(&part);
        rest = after;
    }
    Some(words)
}

/// The words in quotes that a text begins with, and what follows; a pair of quotes is one quote, inside and outside.
fn quoted(text: &str) -> Option<(String, &str)> {
    if let Some(rest) = text.strip_prefix("''") {
        return Some(("'".to_owned(), rest));
    }
    let mut rest = text.get(1..)?;
    let mut words = String::new();
    loop {
        let (part, after) = rest.split_once('\'')?;
        words.push_str(part);
        match after.strip_prefix('\'') {
            Some(after) => {
                words.push('\'');
                rest = after;
            }
            None => return Some((words, after)),
        }
    }
}

/// One letter, so many times.
fn field(letter: char, run: usize, time: SiteTime, names: &Names) -> Option<String> {
    let (hour, month) = (time.hour(), time.month());
    let pick =
        |(short, full): (&'static str, &'static str), longest_short: usize| Some(if run > longest_short { full } else { short }.to_owned());
    let number = match letter {
        'y' | 'Y' if run == 2 => time.year().rem_euclid(100).unsigned_abs(),
        'y' | 'Y' => time.year().unsigned_abs(),
        'M' | 'L' if run > 2 => return pick(*names.months.get(month as usize - 1)?, 3),
        'M' | 'L' => month,
        'd' => time.day(),
        'D' => time.day_of_year(),
        'E' => return pick(*names.weekdays.get(time.weekday() as usize)?, 3),
        'u' => time.weekday() + 1,
        'a' => return Some(if hour < 12 { names.halves.0 } else { names.halves.1 }.to_owned()),
        'H' => hour,
        'k' => (hour + 23) % 24 + 1,
        'K' => hour % 12,
        'h' => (hour + 11) % 12 + 1,
        'm' => time.minute(),
        's' => time.second(),
        // Site times have whole seconds.
        'S' => 0,
        'Z' => return Some("+0800".to_owned()),
        'X' => return ["+08", "+0800", "+08:00"].get(run - 1).map(|&offset| offset.to_owned()),
        _ => return None,
    };
    let digits = number.to_string();
    Some(["0".repeat(run.saturating_sub(digits.len())), digits].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Locale, Text};

    /// What Java itself prints: see the program beside it.
    const JAVA: &str = include_str!("../../../tests/fixtures/java_patterns.txt");

    #[test]
    fn patterns_come_out_as_java_prints_them() {
        let mut compared = 0;
        for line in JAVA.lines() {
            let [language, time, pattern, expected] = line.split('|').collect::<Vec<_>>().try_into().unwrap();
            let names = Text::of(Locale::choose([language])).pattern_names();
            let time = SiteTime::from_unix_millis(time.parse().unwrap()).unwrap();
            let unquoted: String = pattern.split('\'').step_by(2).collect();
            // Weeks and eras.
            if unquoted.contains(['G', 'w', 'W', 'F', 'Y']) {
                continue;
            }
            let expected = Some(expected.to_owned()).filter(|words| words != "!");
            assert_eq!(written(pattern, time, &names), expected, "{line}");
            compared += 1;
        }
        assert!(compared > 700, "{compared}");
    }

    #[test]
    fn what_no_pass_needs_is_refused_and_a_year_of_weeks_is_a_year() {
        let time = SiteTime::parse("2026-12-31 10:00").unwrap();
        let written = |pattern: &str| written(pattern, time, &Text::of(Locale::Chinese).pattern_names());
        for pattern in ["G", "w", "W", "F", "z", "XXXX", "yyyy-MM-dd x"] {
            assert_eq!(written(pattern), None, "{pattern}");
        }
        assert_eq!(written("YYYY-MM-dd").as_deref(), Some("2026-12-31"));
    }
}
