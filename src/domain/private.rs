//! Numbers that tell who somebody is: of phones, plates and documents.

use super::booking::field::FieldKey;

/// Who reads a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// Somebody whom the backend knows, or who may read it for another reason.
    Entitled,
    /// Whoever opened a link.
    Stranger,
}

/// A number that strangers do not read in full. Pages have no way to write it but [`Self::shown_to`].
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Private(String);

impl Private {
    /// The number for a reader: as it is, or with its middle hidden.
    pub fn shown_to(&self, viewer: Viewer) -> String {
        match viewer {
            Viewer::Entitled => self.0.clone(),
            Viewer::Stranger => masked(&self.0),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The whole number, to compare it and to send it; `tests/architecture.rs` keeps pages from it.
    pub fn in_full(&self) -> &str {
        &self.0
    }
}

impl From<String> for Private {
    fn from(number: String) -> Self {
        Self(number)
    }
}

impl From<&str> for Private {
    fn from(number: &str) -> Self {
        Self(number.to_owned())
    }
}

impl std::fmt::Debug for Private {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&masked(&self.0))
    }
}

/// What a form was answered with, under its keys. Strangers do not read what names somebody.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct PrivateAnswers(Vec<(FieldKey, String)>);

impl PrivateAnswers {
    pub fn new(answers: Vec<(FieldKey, String)>) -> Self {
        Self(answers)
    }

    pub fn shown_to(&self, viewer: Viewer) -> Vec<(FieldKey, String)> {
        self.0.iter().filter(|(key, _)| viewer == Viewer::Entitled || !key.names_somebody()).cloned().collect()
    }
}

impl std::fmt::Debug for PrivateAnswers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.shown_to(Viewer::Stranger).fmt(formatter)
    }
}

/// How many characters are hidden at least, and how many are shown at most before and after them.
const HIDDEN: usize = 4;
const HEAD: usize = 3;
const TAIL: usize = 4;

/// A number with its middle hidden: `138****0001`; one too short for that is hidden whole.
fn masked(number: &str) -> String {
    let characters: Vec<char> = number.trim().chars().collect();
    let tail = characters.len().saturating_sub(HEAD + HIDDEN).min(TAIL);
    if tail == 0 {
        return "*".repeat(characters.len());
    }
    let (head, rest) = characters.split_at(HEAD);
    let shown = head.iter().copied().chain("****".chars()).chain(rest.iter().copied().skip(rest.len() - tail));
    shown.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_reads_the_ends_of_a_long_number_and_nothing_of_a_short_one() {
        for (number, hidden) in [
            ("", ""),
            ("8001", "****"),
            ("5888123", "*******"),
            ("02158881234", "021****1234"),
            ("13800000001", "138****0001"),
            ("11010519491231002X", "110****002X"),
            ("沪A12345", "*******"),
            ("沪AD12345", "沪AD****5"),
            ("王建国", "***"),
        ] {
            let number = Private::from(number);
            assert_eq!(number.shown_to(Viewer::Stranger), hidden);
            assert_eq!(number.shown_to(Viewer::Entitled), number.in_full());
            assert_eq!(format!("{number:?}"), hidden, "no log has it either");
        }
    }
}
