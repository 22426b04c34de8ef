//! The few questions that a companion answers.

use crate::domain::booking::answer::Answers;
use crate::domain::booking::check::checked_answers;
use crate::domain::booking::field::{Field, FieldKey, Kind};
use crate::domain::booking::problem::{Problem, Spot};
use crate::platform::{pattern, webview};
use crate::state::{Derived, State};
use crate::text::Text;
use crate::ui::cell::cells;
use crate::ui::element::{El, all, nothing};
use crate::ui::field::{Entry, Question, field, input, select};

/// The questions, what was answered so far, and what is wrong with it.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    fields: State<Vec<Field>>,
    answers: State<Answers>,
    problems: State<Vec<Problem>>,
    /// A tap belongs to no page, and finds no words of its own.
    pub text: Text,
}

impl Sheet {
    pub fn new(fields: Vec<Field>) -> Self {
        let answers = State::new(Answers::with_defaults(&fields));
        Self { fields: State::new(fields), answers, problems: State::new(Vec::new()), text: Text::here() }
    }

    /// The questions; nothing where there are none.
    pub fn cells(self) -> El {
        let rows: Vec<El> = self.fields.with_untracked(|fields| fields.iter().map(|asked| self.cell(asked)).collect());
        if rows.is_empty() { nothing() } else { cells(self.text.about_companion(), rows) }
    }

    /// The answers as they can be sent; none where something is wrong with them, which is then shown.
    pub fn checked(self) -> Option<Vec<(FieldKey, String)>> {
        let mut problems = Vec::new();
        let answers = self.fields.with_untracked(|fields| {
            self.answers.with_untracked(|answers| checked_answers(fields, answers, &pattern::fits, &mut problems))
        });
        let first = problems.iter().find_map(|problem| match &problem.spot {
            Spot::Field(key) => Some(id(key)),
            _ => None,
        });
        let is_fine = problems.is_empty();
        self.problems.set(problems);
        first.iter().for_each(|id| webview::focus(id));
        is_fine.then_some(answers)
    }

    fn cell(self, asked: &Field) -> El {
        let remark = match (asked.changeable, asked.required) {
            (false, _) => self.text.not_changeable(),
            (true, true) => "",
            (true, false) => self.text.optional(),
        };
        let question = Question { remark, tip: asked.tip.clone(), ..self.question(&asked.key, &asked.label) };
        let placeholder = if asked.placeholder.is_empty() { &asked.hint } else { &asked.placeholder };
        let answer = match &asked.kind {
            Kind::Choice(choices) => {
                let options = choices.iter().map(|choice| (choice.value.clone(), choice.text.clone()));
                select(&question, self.text.please_choose(), options, self.answer(&asked.key), self.take(&asked.key))
            }
            kind => self.line(&question, &asked.key, if *kind == Kind::Date { Entry::Date } else { Entry::Text }, placeholder),
        };
        let answer = if asked.changeable { answer } else { answer.attr("readonly", "").attr("disabled", "") };
        let second = asked.sub.as_ref().map_or_else(nothing, |sub| {
            let remark = if asked.required { "" } else { self.text.optional() };
            let question = Question { remark, ..self.question(&sub.key, &sub.label) };
            field(&question, self.line(&question, &sub.key, Entry::Text, &sub.placeholder))
        });
        all([field(&question, answer), second])
    }

    fn question(self, key: &FieldKey, label: &str) -> Question {
        let (key, name) = (key.clone(), label.to_owned());
        let id = id(&key);
        let problem = Derived::new(move || {
            let spot = Spot::Field(key.clone());
            let words = |problem: &Problem| self.text.problem(&problem.cause, &name);
            self.problems.with(|problems| problems.iter().find(|problem| problem.spot == spot).map(words)).unwrap_or_default()
        });
        Question { id, label: label.to_owned(), problem, ..Question::default() }
    }

    fn line(self, question: &Question, key: &FieldKey, entry: Entry, placeholder: &str) -> El {
        input(question, entry, self.answer(key), self.take(key)).attr("placeholder", placeholder)
    }

    fn answer(self, key: &FieldKey) -> impl Fn() -> String + 'static {
        let key = key.clone();
        move || self.answers.with(|answers| answers.text(&key).to_owned())
    }

    /// Takes an answer. What was wrong is checked anew when all is sent.
    fn take(self, key: &FieldKey) -> impl Fn(String) + 'static {
        let key = key.clone();
        move |typed| {
            self.answers.update(|answers| answers.set_text(&key, typed));
            self.problems.set(Vec::new());
        }
    }
}

/// The id of a question's input.
fn id(key: &FieldKey) -> String {
    format!("field-{}", key.as_str())
}
