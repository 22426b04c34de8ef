//! The form being filled in, and how far it has got on its way.

use crate::api::transport::Client;
use crate::context::{use_client, use_config, use_navigation, use_session};
use crate::domain::booking::Form;
use crate::domain::booking::attempt::Attempt;
use crate::domain::delivery::SubmitState;
use crate::domain::id::OrderId;
use crate::domain::long_stay::StayQuestion;
use crate::domain::visit::VisitRef;
use crate::form::{AttemptStore, Autosave, DraftStore, FormController, use_uploader};
use crate::platform::history::Navigation;
use crate::reactive::memo;
use crate::session::Session;
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// What the components of a booking share, from context.
#[derive(Clone, Copy)]
pub struct BookingForm {
    pub form: FormController,
    pub state: BookingState,
    /// Whether what is shown was typed at an earlier visit to this page.
    pub restored: RwSignal<bool>,
    pub toasts: Toasts,
    pub stay_question: RwSignal<StayQuestion>,
    /// What was sent last, or what is looked for.
    pub attempt: StoredValue<Option<Attempt>>,
    /// What was sent earlier and in other tabs, as far as its outcome is unknown.
    pub attempts: StoredValue<AttemptStore>,
    pub purpose: StoredValue<Purpose>,
    pub drafts: StoredValue<DraftStore>,
    pub api: StoredValue<(Client, Session)>,
    pub navigation: StoredValue<Navigation>,
    pristine: StoredValue<Form>,
    autosave: StoredValue<Option<Autosave>>,
}

/// What the form is filled in for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    Book,
    Change(VisitRef),
}

impl Purpose {
    /// The visit that is changed; none for a booking.
    pub fn order(&self) -> Option<&OrderId> {
        match self {
            Self::Book => None,
            Self::Change(visit) => Some(&visit.order),
        }
    }
}

/// What outlives the form when the mode of booking is changed.
#[derive(Clone, Copy)]
pub struct BookingState {
    pub submit: RwSignal<SubmitState>,
    /// Whether the booking is at the server, so that the form makes room.
    pub arrived: Memo<bool>,
    /// Counts what is sent and looked for: only the last one is waited for.
    pub round: StoredValue<u32>,
    /// Whether an attempt of an earlier visit to this page was looked for.
    pub has_resumed: StoredValue<bool>,
    earlier: StoredValue<EarlierAnswers>,
}

impl BookingState {
    pub fn new() -> Self {
        let submit = RwSignal::new(SubmitState::Editing);
        let arrived = memo(move || submit.with(SubmitState::has_arrived));
        Self { submit, arrived, round: StoredValue::new(0), has_resumed: StoredValue::new(false), earlier: StoredValue::default() }
    }

    /// The same for those who may be called after the page has gone.
    pub fn has_arrived_untracked(self) -> bool {
        self.submit.try_with_untracked(SubmitState::has_arrived) == Some(true)
    }
}

/// What was typed before the mode of booking was changed: the last form of each mode, the latest one last.
#[derive(Debug, Clone, Default)]
struct EarlierAnswers(Vec<Form>);

impl EarlierAnswers {
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
    pub fn open(drafts: DraftStore, purpose: Purpose, fresh: Form, state: BookingState) -> Self {
        let carried = state.earlier.get_value().into_form(&fresh);
        let restored = if carried.is_some() { None } else { drafts.restore_form(&fresh) };
        let (was_carried, was_restored) = (carried.is_some(), restored.is_some());
        let form = carried.or(restored).unwrap_or_else(|| fresh.clone());
        let session = use_session();
        let booking = Self {
            form: FormController::new(form, use_uploader()),
            state,
            restored: RwSignal::new(was_restored),
            toasts: use_toasts(),
            stay_question: RwSignal::new(StayQuestion::new(use_config().longest_stay)),
            attempt: StoredValue::new(None),
            attempts: StoredValue::new(AttemptStore::of(&session)),
            purpose: StoredValue::new(purpose),
            drafts: StoredValue::new(drafts),
            api: StoredValue::new((use_client(), session)),
            navigation: StoredValue::new(use_navigation()),
            pristine: StoredValue::new(fresh),
            autosave: StoredValue::new(None),
        };
        booking.form.form.with_untracked(|form| state.earlier.update_value(|earlier| earlier.note(form)));
        let autosave = Autosave::new(move || _ = booking.form.form.try_with_untracked(|form| booking.remember(form)));
        autosave.follow(move || booking.form.form.track());
        if was_carried {
            autosave.schedule();
        }
        booking.autosave.set_value(Some(autosave));
        booking
    }

    /// The booking around the component that asks.
    pub fn here() -> Self {
        expect_context()
    }

    /// Throws away what was typed, here and in storage.
    pub fn start_over(self) {
        self.restored.set(false);
        self.form.problems.set(Vec::new());
        self.state.earlier.set_value(EarlierAnswers::default());
        self.form.form.set(self.pristine.get_value());
        self.save_draft();
    }

    /// Saves the draft now instead of in a moment.
    pub fn save_draft(self) {
        if let Some(autosave) = self.autosave.get_value() {
            autosave.save_now();
        }
    }

    fn remember(self, form: &Form) {
        self.state.earlier.update_value(|earlier| earlier.note(form));
        let is_untouched = self.pristine.with_value(|pristine| pristine == form);
        let is_over = is_untouched || self.state.has_arrived_untracked();
        self.drafts.with_value(|drafts| if is_over { drafts.discard() } else { drafts.save_form(form) });
    }
}
