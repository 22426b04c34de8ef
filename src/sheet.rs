//! A form on the screen: what was typed into it, what is wrong with it, and its pictures on their way.

pub mod drafts;
mod photos;
mod question;

pub use question::question_cell;

use crate::api::channel::ApiContext;
use crate::api::transport::Client;
use crate::api::upload;
use crate::domain::booking::Form;
use crate::domain::booking::check::checked_answers;
use crate::domain::booking::field::{Field, FieldKey, Kind};
use crate::domain::booking::photo::Unfit;
use crate::domain::booking::problem::{Cause, Problem, Spot};
use crate::old_ui::element::El;
use crate::platform::{pattern, webview};
use crate::remote::Scope;
use crate::state::Derived;
use crate::text::Text;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

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

/// Why a picture is not on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSent {
    /// It can be tried again.
    Failed,
    /// The server has looked at it and does not want it.
    Unwanted(Unfit),
}

/// A picture's address on the server, on its way.
pub type Sending = Pin<Box<dyn Future<Output = Result<String, NotSent>>>>;

/// Sends a picture, as JPEG in base64, that answers a question.
pub type Uploader = Arc<dyn Fn(&FieldKey, String) -> Sending + Send + Sync>;

/// Sends pictures in the caller's own way.
pub fn uploader(client: Client, context: ApiContext) -> Uploader {
    Arc::new(move |_: &FieldKey, jpeg_base64: String| {
        let (client, ask) = (client.clone(), upload::picture(&context, jpeg_base64));
        Box::pin(async move {
            // An empty address: the server kept nothing.
            client.send(ask).await.ok().filter(|address| !address.trim().is_empty()).ok_or(NotSent::Failed)
        })
    })
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

/// The id of the element that stands for a spot on the form.
pub fn spot_id(spot: &Spot) -> String {
    match spot {
        Spot::Subject => "subject".to_owned(),
        Spot::Start => "start".to_owned(),
        Spot::End => "end".to_owned(),
        Spot::Field(key) => format!("field-{}", key.as_str()),
        Spot::Statement(index) => format!("statement-{index}"),
    }
}
