//! The form being filled in, and how far it has got on its way.

use crate::domain::booking::Form;
use crate::domain::booking::check::Submission;
use crate::domain::booking::sending::Sending;
use crate::domain::visit::VisitRef;
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::sheet::drafts::Drafts;
use crate::sheet::{FormController, uploader};
use crate::state::while_shown;
use leptos::prelude::*;

/// What the parts of the booking page share.
#[derive(Clone, Copy)]
pub struct BookingForm {
    pub sheet: FormController,
    pub sending: RwSignal<Sending>,
    /// What was sent last.
    pub attempt: RwSignal<Option<Submission>>,
    pub site: RwSignal<Site>,
    pub drafts: RwSignal<Drafts>,
    /// Whether what is shown was typed at an earlier visit to this page.
    pub restored: RwSignal<bool>,
    pub toasts: Option<Toasts>,
    pub purpose: RwSignal<Purpose>,
    pristine: RwSignal<Form>,
}

/// What the form is filled in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    Book,
    Change(VisitRef),
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

impl BookingForm {
    /// Opens a fresh form, with what was typed in the other mode or at an earlier visit put back into it.
    pub fn open(site: Site, drafts: Drafts, purpose: Purpose, fresh: Form, earlier: RwSignal<Earlier>, sending: RwSignal<Sending>) -> Self {
        let carried = earlier.get_untracked().into_form(&fresh);
        let restored = if carried.is_some() { None } else { drafts.restored(&fresh) };
        let was_restored = restored.is_some();
        let form = carried.or(restored).unwrap_or_else(|| fresh.clone());
        let desk = Self {
            sheet: FormController::new(form, uploader(site.client.clone(), site.session.context.clone())),
            sending,
            attempt: RwSignal::new(None),
            site: RwSignal::new(site),
            drafts: RwSignal::new(drafts),
            restored: RwSignal::new(was_restored),
            toasts: Toasts::here(),
            purpose: RwSignal::new(purpose),
            pristine: RwSignal::new(fresh),
        };
        while_shown(move || desk.sheet.form.with(|form| desk.remember(form, earlier)));
        desk
    }

    /// Throws away what was typed, here and in storage.
    pub fn start_over(self) {
        self.restored.set(false);
        self.sheet.problems.set(Vec::new());
        self.sheet.form.set(self.pristine.get_untracked());
    }

    fn remember(self, form: &Form, earlier: RwSignal<Earlier>) {
        earlier.update(|earlier| earlier.note(form));
        let untouched = self.pristine.with_untracked(|pristine| pristine == form);
        let arrived = self.sending.with_untracked(|sending| *sending == Sending::Arrived);
        self.drafts.with_untracked(|drafts| if untouched || arrived { drafts.discard() } else { drafts.keep(form) });
    }
}
