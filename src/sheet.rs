//! A form on the screen: what was typed into it, what is wrong with it, and its pictures on their way.

pub mod drafts;
mod photos;
mod question;

pub use crate::form::{Upload as Sending, UploadError as NotSent, Uploader, spot_id, uploader};
pub use question::question_cell;

use crate::domain::booking::Form;
use crate::domain::booking::check::checked_answers;
use crate::domain::booking::field::{Field, FieldKey, Kind};
use crate::domain::problem::{Cause, Problem, Spot};
use crate::old_ui::element::El;
use crate::platform::{pattern, webview};
use crate::remote::Scope;
use crate::state::Derived;
use crate::text::Text;
use leptos::prelude::*;

/// What the parts of a form share.
#[derive(Clone, Copy)]
pub struct FormController {
    pub form: RwSignal<Form>,
    pub problems: RwSignal<Vec<Problem>>,
    /// A tap belongs to no page, and finds no words of its own.
    pub text: Text,
    life: RwSignal<Scope>,
    /// The pictures whose upload may have to be repeated, as base64, by their number.
    pictures: RwSignal<Vec<(u32, String)>>,
    uploader: RwSignal<Uploader>,
}

impl FormController {
    pub fn new(form: Form, uploader: Uploader) -> Self {
        Self {
            form: RwSignal::new(form),
            problems: RwSignal::new(Vec::new()),
            text: Text::here(),
            life: RwSignal::new(Scope::here()),
            pictures: RwSignal::new(Vec::new()),
            uploader: RwSignal::new(uploader),
        }
    }

    /// Changes the form; the problem at that spot is taken as mended until the next check.
    pub fn edit(self, spot: &Spot, change: impl FnOnce(&mut Form)) {
        self.form.update(change);
        self.mend(spot);
    }

    /// Takes the problem at a spot away.
    pub fn mend(self, spot: &Spot) {
        if self.problems.with_untracked(|problems| problems.iter().any(|problem| &problem.spot == spot)) {
            self.problems.update(|problems| problems.retain(|problem| &problem.spot != spot));
        }
    }

    /// What is wrong at a spot, tracked.
    pub fn problem_at(self, spot: &Spot) -> Option<Cause> {
        self.problems.with(|problems| problems.iter().find(|problem| &problem.spot == spot).map(|problem| problem.cause.clone()))
    }

    /// What is wrong at a spot, in words; `label` names what is asked there.
    pub fn problem_words(self, spot: Spot, label: String) -> Derived<String> {
        Derived::new(move || self.problem_at(&spot).map(|cause| self.text.problem(&cause, &label)).unwrap_or_default())
    }

    /// The answers to all questions as they can be sent; none where something is wrong with them, which is then shown.
    pub fn checked(self) -> Option<Vec<(FieldKey, String)>> {
        let mut problems = Vec::new();
        let answers = self.form.with_untracked(|form| checked_answers(&form.fields, &form.answers, &pattern::fits, &mut problems));
        let is_fine = problems.is_empty();
        self.complain(problems);
        is_fine.then_some(answers)
    }

    /// Shows what is wrong, beginning with the first.
    pub fn complain(self, problems: Vec<Problem>) {
        let first = problems.first().map(|problem| spot_id(&problem.spot));
        self.problems.set(problems);
        first.iter().for_each(|id| webview::focus(id));
    }

    /// The cells of the questions; a portrait is asked for apart.
    pub fn questions(self) -> Vec<El> {
        let fields: Vec<Field> =
            self.form.with_untracked(|form| form.visible_fields().filter(|field| field.kind != Kind::Portrait).cloned().collect());
        fields.iter().map(|asked| question_cell(self, asked)).collect()
    }

    /// Does something that ends when the page is left.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        if let Some(life) = self.life.try_get_untracked() {
            life.spawn(task);
        }
    }
}
