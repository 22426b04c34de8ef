//! A form on the screen: what was typed into it, what is wrong with it, its pictures, its draft and its submission.

mod attempt_store;
mod autosave;
mod draft_store;
mod long_stay_dialog;
mod photo_field;
mod question_field;
mod submit;
mod submit_dialog;
mod upload;

pub use attempt_store::AttemptStore;
pub use autosave::Autosave;
pub use draft_store::DraftStore;
pub use long_stay_dialog::{LongStayDialog, LongStayDialogProps};
pub use photo_field::{PhotoField, PhotoFieldProps};
pub use question_field::{QuestionField, QuestionFieldProps, Questions, QuestionsProps};
pub use submit::{SubmitTask, delivery, look_up, spawn_look_up, spawn_submit, submit};
pub use submit_dialog::{SubmitDialog, SubmitDialogProps, SubmitWords};
pub use upload::{Upload, UploadError, Uploader, uploader, use_uploader};

use crate::domain::booking::Form;
use crate::domain::booking::check::checked_answers;
use crate::domain::booking::field::FieldKey;
use crate::domain::problem::{Cause, Problem, Spot};
use crate::platform::{pattern, webview};
use crate::reactive::{DynSignal, memo};
use crate::resource::Scope;
use crate::text::{Text, use_text};
use leptos::prelude::*;
use upload::JpegStore;

/// What the components of a form share. It belongs to the component that made it.
#[derive(Clone, Copy)]
pub struct FormController {
    pub form: RwSignal<Form>,
    pub problems: RwSignal<Vec<Problem>>,
    text: Text,
    scope: StoredValue<Scope>,
    uploader: StoredValue<Uploader>,
    jpegs: JpegStore,
    autosave: StoredValue<Option<Autosave>>,
}

impl FormController {
    pub fn new(form: Form, uploader: Uploader) -> Self {
        Self {
            form: RwSignal::new(form),
            problems: RwSignal::new(Vec::new()),
            text: use_text(),
            scope: StoredValue::new(Scope::here()),
            uploader: StoredValue::new(uploader),
            jpegs: JpegStore::default(),
            autosave: StoredValue::new(None),
        }
    }

    /// A part of the form. What shows it runs only when this part changes.
    pub fn select<T: PartialEq + Send + Sync + 'static>(self, read: impl Fn(&Form) -> T + Send + Sync + 'static) -> Memo<T> {
        memo(move || self.form.with(&read))
    }

    /// What was typed as the answer to a question.
    pub fn answer(self, key: &FieldKey) -> Memo<String> {
        let key = key.clone();
        self.select(move |form| form.answers.text(&key).to_owned())
    }

    /// What is wrong at a spot.
    pub fn cause(self, spot: Spot) -> DynSignal<Option<Cause>> {
        let is_here = move |problem: &&Problem| problem.spot == spot;
        DynSignal::memo(move || self.problems.with(|problems| problems.iter().find(&is_here).map(|problem| problem.cause.clone())))
    }

    /// What is wrong at a spot, in words, empty where nothing is; `label` names what is asked there.
    pub fn problem_text(self, spot: &Spot, label: &str) -> Memo<String> {
        let spot = spot.clone();
        self.first_problem_text(move |other| *other == spot, label)
    }

    /// The same for the first problem among several spots.
    pub fn first_problem_text(self, is_there: impl Fn(&Spot) -> bool + Send + Sync + 'static, label: &str) -> Memo<String> {
        let label = label.to_owned();
        memo(move || {
            self.problems.with(|problems| {
                let problem = problems.iter().find(|problem| is_there(&problem.spot));
                problem.map(|problem| self.text.problem(&problem.cause, &label)).unwrap_or_default()
            })
        })
    }

    /// The words of the form's language, for handlers and tasks, which have no context.
    pub fn text(self) -> Text {
        self.text
    }

    /// Changes the form, and clears the problem at that spot until the next check.
    pub fn edit(self, spot: &Spot, change: impl FnOnce(&mut Form)) {
        self.form.update(change);
        self.clear_problem(spot);
    }

    pub fn set_answer(self, key: &FieldKey, typed: String) {
        self.edit(&Spot::Field(key.clone()), |form| form.answers.set_text(key, typed));
    }

    pub fn clear_problem(self, spot: &Spot) {
        if self.problems.with_untracked(|problems| problems.iter().any(|problem| &problem.spot == spot)) {
            self.problems.update(|problems| problems.retain(|problem| &problem.spot != spot));
        }
    }

    /// Shows what is wrong, and puts the focus on the first problem.
    pub fn show_problems(self, problems: Vec<Problem>) {
        let first = problems.first().map(|problem| spot_id(&problem.spot));
        self.problems.set(problems);
        first.iter().for_each(|id| webview::focus(id));
    }

    /// The answers to all questions as they can be sent; none where something is wrong with them, which is then shown.
    pub fn checked_answers(self) -> Option<Vec<(FieldKey, String)>> {
        let mut problems = Vec::new();
        let answers = self.form.with_untracked(|form| checked_answers(&form.fields, &form.answers, &pattern::fits, &mut problems));
        let is_fine = problems.is_empty();
        self.show_problems(problems);
        is_fine.then_some(answers)
    }

    /// Saves the form as a draft after it has changed, and discards the draft of a form that equals the fresh one.
    pub fn keep_draft(self, drafts: DraftStore, fresh: Form) {
        let save = move || {
            self.form.try_with_untracked(|form| if *form == fresh { drafts.discard() } else { drafts.save_form(form) });
        };
        let autosave = Autosave::new(save);
        autosave.follow(move || self.form.track());
        self.autosave.set_value(Some(autosave));
    }

    /// Saves the draft now, so that nothing is saved behind the back of what discards it later.
    pub fn save_draft(self) {
        if let Some(autosave) = self.autosave.get_value() {
            autosave.save_now();
        }
    }

    /// Runs a task that ends when the form is left.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        if let Some(scope) = self.scope.try_get_value() {
            scope.spawn(task);
        }
    }
}

/// The id of the element that stands for a spot on the form.
pub fn spot_id(spot: &Spot) -> String {
    match spot {
        Spot::Subject => "subject".to_owned(),
        Spot::GuestName(row) => format!("guest-name-{row}"),
        Spot::GuestPhone(row) => format!("guest-phone-{row}"),
        Spot::Start => "start".to_owned(),
        Spot::End => "end".to_owned(),
        Spot::Field(key) => format!("field-{}", key.as_str()),
        Spot::Purpose => "purpose".to_owned(),
        Spot::Areas => "areas".to_owned(),
        Spot::Statement(index) => format!("statement-{index}"),
    }
}
