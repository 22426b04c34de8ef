//! What a visitor reads and promises before a booking.

/// One statement that a site wants read or answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// Read only: a closing remark.
    Remark(String),
    /// Answered with yes or no; only a yes goes on.
    Question(String),
}

impl Statement {
    pub fn is_question(&self) -> bool {
        matches!(self, Self::Question(_))
    }
}

/// A titled text that must have been in front of the visitor: the notice letter, the park notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub title: String,
    pub content: String,
}

/// Everything a site asks a visitor to read or promise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Commitments {
    /// Shown and answered before the form.
    pub before: Vec<Statement>,
    /// Shown before the form, as a letter.
    pub letter: Option<Letter>,
    /// Shown under the form's fields.
    pub in_form: Vec<Statement>,
}

/// The yes or no to each question, by its place among the statements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Replies(Vec<Option<bool>>);

/// How far a visitor is with a list of statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consent {
    Given,
    /// Some question has no answer yet: the first such one.
    Open(usize),
    /// Some question was answered with no: the first such one.
    Refused(usize),
}

impl Replies {
    pub fn set(&mut self, index: usize, yes: bool) {
        if self.0.len() <= index {
            self.0.resize(index + 1, None);
        }
        if let Some(reply) = self.0.get_mut(index) {
            *reply = Some(yes);
        }
    }

    pub fn get(&self, index: usize) -> Option<bool> {
        self.0.get(index).copied().flatten()
    }

    pub fn consent(&self, statements: &[Statement]) -> Consent {
        let questions = || statements.iter().enumerate().filter(|(_, statement)| statement.is_question()).map(|(index, _)| index);
        if let Some(index) = questions().find(|&index| self.get(index) == Some(false)) {
            return Consent::Refused(index);
        }
        questions().find(|&index| self.get(index).is_none()).map_or(Consent::Given, Consent::Open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_yes_to_every_question_is_consent() {
        let statements = [Statement::Question("a".into()), Statement::Remark("b".into()), Statement::Question("c".into())];
        let mut replies = Replies::default();
        assert_eq!(replies.consent(&statements), Consent::Open(0));
        replies.set(0, true);
        assert_eq!(replies.consent(&statements), Consent::Open(2));
        replies.set(2, false);
        assert_eq!(replies.consent(&statements), Consent::Refused(2));
        replies.set(2, true);
        assert_eq!(replies.consent(&statements), Consent::Given);
    }

    #[test]
    fn remarks_need_no_answer() {
        assert_eq!(Replies::default().consent(&[Statement::Remark("read me".into())]), Consent::Given);
    }
}
