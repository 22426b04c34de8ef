//! A value that is stored on a device together with its end.

/// A stored text, and until when it is of use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredText {
    pub text: String,
    /// In Unix milliseconds.
    end: i64,
    /// How far the phone's clock was off when the text was stored, in milliseconds.
    correction: i64,
}

/// What ends later was stored while a clock was wrong, in milliseconds.
const LONGEST: i64 = 400 * 86_400_000;

impl StoredText {
    pub fn new(text: String, end: i64, correction: i64) -> Self {
        Self { text, end, correction }
    }

    /// Whether it has ended by the phone's clock and by the site's, as far as that was known when it was stored and is known
    /// now: any of them may be wrong.
    pub fn has_ended(&self, phone_millis: i64, correction: i64) -> bool {
        let clocks = [0, self.correction, correction].map(|correction| phone_millis.saturating_add(correction));
        clocks.into_iter().all(|now| !(1..=LONGEST).contains(&self.end.saturating_sub(now)))
    }

    pub fn to_text(&self) -> String {
        [&self.end.to_string(), " ", &self.correction.to_string(), " ", &self.text].concat()
    }

    /// None for nonsense: storage may have been tampered with.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let (end, correction) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { text: parts.next()?.to_owned(), end, correction })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;
    const NOW: i64 = 20_000 * DAY;

    #[test]
    fn a_value_is_read_back_and_nonsense_is_none() {
        for text in ["", "1 2 3", "{\"a\": \"b\"}\n"] {
            let value = StoredText::new(text.to_owned(), NOW, -3);
            assert_eq!(StoredText::parse(&value.to_text()), Some(value));
        }
        assert_eq!(["", "1", "1 2", "x 2 3", "1 x 3"].map(StoredText::parse), [const { None }; 5]);
    }

    #[test]
    fn a_value_ends_when_both_clocks_say_so() {
        let ended = |end: i64, correction: i64| StoredText::new(String::new(), end, correction).has_ended(NOW, 0);
        assert!(!ended(NOW + 1, 0));
        assert!(ended(NOW, 0));
        assert!(!ended(NOW, -1) && !ended(NOW - DAY, -2 * DAY), "the site's clock goes after the phone's");
        assert!(!ended(NOW + 1, 70 * 365 * DAY), "the site's clock leapt");
        assert!(ended(NOW - 1, 70 * 365 * DAY));
        let value = StoredText::new(String::new(), NOW, 0);
        assert!(!value.has_ended(NOW, -1) && value.has_ended(NOW, 1), "what is known now counts as well");
    }

    #[test]
    fn what_was_stored_while_the_clock_was_decades_ahead_ends_as_well() {
        assert!(StoredText::new(String::new(), NOW + 70 * 365 * DAY, 0).has_ended(NOW, 0));
    }
}
