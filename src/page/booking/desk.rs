//! The form being filled in, what is wrong with it, and how far it has got on its way.

use super::drafts::Drafts;
use crate::domain::booking::Form;
use crate::domain::booking::check::Submission;
use crate::domain::booking::problem::{Cause, Problem, Spot};
use crate::domain::booking::sending::Sending;
use crate::domain::visit::VisitName;
use crate::page::Site;
use crate::remote::PageLife;
use crate::state::{Derived, State, while_shown};
use crate::text::Text;
use crate::ui::toast::Toasts;

/// What the parts of the booking page share.
#[derive(Clone, Copy)]
pub struct Desk {
    pub form: State<Form>,
    pub problems: State<Vec<Problem>>,
    pub sending: State<Sending>,
    /// What was sent last.
    pub attempt: State<Option<Submission>>,
    pub site: State<Site>,
    pub drafts: State<Drafts>,
    /// Whether what is shown was typed at an earlier visit to this page.
    pub restored: State<bool>,
    /// The pictures whose upload may have to be repeated, as base64, by their number.
    pub pictures: State<Vec<(u32, String)>>,
    pub text: Text,
    pub toasts: Option<Toasts>,
    pub life: State<PageLife>,
    pub purpose: State<Purpose>,
    pristine: State<Form>,
}

/// What the form is filled in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    Book,
    Change(VisitName),
}

/// What was typed before the mode of booking was changed: the last form of each mode, the latest one last.
#[derive(Debug, Clone, Default)]
pub struct Earlier(Vec<Form>);

impl Earlier {
    fn note(&mut self, form: &Form) {
        self.0.retain(|earlier| earlier.subject.mode() != form.subject.mode());
        self.0.push(form.clone());
    }

    /// What was typed earlier, put into a fresh form; none where nothing was.
    fn into_form(self, fresh: &Form) -> Option<Form> {
        let mode = fresh.subject.mode();
        self.0.into_iter().fold(None, |carried, earlier| {
            let subject = (earlier.subject.mode() == mode).then(|| earlier.subject.clone());
            let form = earlier.carry_over(carried.unwrap_or_else(|| fresh.clone()));
            let subject = subject.unwrap_or_else(|| form.subject.clone());
            Some(Form { subject, ..form })
        })
    }
}

impl Desk {
    /// Opens a fresh form, with what was typed in the other mode or at an earlier visit put back into it.
    pub fn open(site: Site, drafts: Drafts, purpose: Purpose, fresh: Form, earlier: State<Earlier>, sending: State<Sending>) -> Self {
        let carried = earlier.get_untracked().into_form(&fresh);
        let restored = if carried.is_some() { None } else { drafts.restored(&fresh) };
        let was_restored = restored.is_some();
        let form = carried.or(restored).unwrap_or_else(|| fresh.clone());
        let desk = Self {
            form: State::new(form),
            problems: State::new(Vec::new()),
            sending,
            attempt: State::new(None),
            site: State::new(site),
            drafts: State::new(drafts),
            restored: State::new(was_restored),
            pictures: State::new(Vec::new()),
            text: Text::here(),
            toasts: Toasts::here(),
            life: State::new(PageLife::here()),
            purpose: State::new(purpose),
            pristine: State::new(fresh),
        };
        while_shown(move || desk.form.with(|form| desk.remember(form, earlier)));
        desk
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

    /// Does something that ends when the page is left.
    pub fn spawn(self, task: impl Future<Output = ()> + 'static) {
        if let Some(life) = self.life.try_get_untracked() {
            life.spawn(task);
        }
    }

    /// Throws away what was typed, here and in storage.
    pub fn start_over(self) {
        self.restored.set(false);
        self.problems.set(Vec::new());
        self.form.set(self.pristine.get_untracked());
    }

    fn remember(self, form: &Form, earlier: State<Earlier>) {
        earlier.update(|earlier| earlier.note(form));
        let untouched = self.pristine.with_untracked(|pristine| pristine == form);
        let arrived = self.sending.with_untracked(|sending| *sending == Sending::Arrived);
        self.drafts.with_untracked(|drafts| if untouched || arrived { drafts.discard() } else { drafts.keep(form) });
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
