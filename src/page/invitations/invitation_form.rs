//! The invitation that is being written, what is wrong with it, and how far those that were sent have come.

use super::invited::JustInvited;
use super::share_dialog::Shared;
use crate::api::transport::Client;
use crate::context::{use_client, use_config, use_navigation, use_session};
use crate::domain::invitation::batch::InvitationBatch;
use crate::domain::invitation::draft::{Draft, Guest, Invitation, MOST_GUESTS, Offer};
use crate::domain::invitation::stored::{StoredBatch, StoredDraft};
use crate::domain::long_stay::StayQuestion;
use crate::domain::problem::{Problem, Spot};
use crate::form::{Autosave, DraftStore};
use crate::platform::clock;
use crate::platform::history::Navigation;
use crate::platform::storage::Storage;
use crate::reactive::DynSignal;
use crate::route::Route;
use crate::session::Session;
use crate::text::{Text, use_text};
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct InvitationForm {
    pub draft: RwSignal<Draft>,
    /// The keys of the guests' rows, in their order: a row keeps its elements while others come and go.
    pub guest_keys: RwSignal<Vec<u32>>,
    /// The row that was added just now, whose name is to be typed next.
    pub added: StoredValue<Option<u32>>,
    pub problems: RwSignal<Vec<Problem>>,
    /// What is being sent, or was.
    pub batch: RwSignal<Option<InvitationBatch>>,
    /// Whether a task takes the batch's steps at the moment.
    pub is_driven: StoredValue<bool>,
    /// Counts the tasks that took the batch's steps: only the last one goes on looking.
    pub round: StoredValue<u32>,
    pub sharing: RwSignal<Option<Shared>>,
    pub stay_question: RwSignal<StayQuestion>,
    pub offer: StoredValue<Offer>,
    pub api: StoredValue<(Client, Session)>,
    pub navigation: StoredValue<Navigation>,
    pub just_invited: JustInvited,
    /// Whether what is shown was typed at an earlier visit to this page.
    pub restored: RwSignal<bool>,
    pub store: StoredValue<InvitationStore>,
    pub text: Text,
    pub toasts: Toasts,
    pristine: StoredValue<Draft>,
    autosave: StoredValue<Option<Autosave>>,
}

/// Where drafts and batches are stored while the page is away.
#[derive(Debug, Clone)]
pub struct InvitationStore(DraftStore);

impl InvitationStore {
    fn draft(&self) -> Option<Draft> {
        self.0.read::<StoredDraft>(Storage::Local)?.read(clock::now_by_phone())
    }

    fn save_draft(&self, draft: &Draft) {
        self.0.write(Storage::Local, &StoredDraft::of(draft, clock::now_by_phone()));
    }

    fn discard_draft(&self) {
        self.0.remove(Storage::Local);
    }

    /// The batch of which something is still to be done.
    fn batch(&self) -> Option<InvitationBatch> {
        self.0.read::<StoredBatch>(Storage::Session)?.read().filter(|batch| !batch.is_all_sent())
    }

    /// Stores a batch, until all of it is sent; then the draft goes as well.
    pub fn save_batch(&self, batch: &InvitationBatch) {
        if batch.is_all_sent() {
            self.0.discard();
        } else {
            self.0.write(Storage::Session, &StoredBatch::of(batch));
        }
    }

    fn discard_batch(&self) {
        self.0.remove(Storage::Session);
    }
}

impl InvitationForm {
    /// Opens a fresh draft, with what was typed at an earlier visit put back, or a batch that was not ended.
    pub fn open(route: &Route, offer: Offer, fresh: Draft) -> Self {
        let session = use_session();
        let store = InvitationStore(DraftStore::of_route(&session, route));
        let restored = store.draft().map(|draft| still_offered(draft, &offer));
        let was_restored = restored.is_some();
        let draft = restored.unwrap_or_else(|| fresh.clone());
        let form = Self {
            guest_keys: RwSignal::new(keys_of(&draft)),
            draft: RwSignal::new(draft),
            added: StoredValue::new(None),
            problems: RwSignal::new(Vec::new()),
            batch: RwSignal::new(store.batch()),
            is_driven: StoredValue::new(false),
            round: StoredValue::new(0),
            sharing: RwSignal::new(None),
            stay_question: RwSignal::new(StayQuestion::new(use_config().longest_stay)),
            offer: StoredValue::new(offer),
            api: StoredValue::new((use_client(), session)),
            navigation: StoredValue::new(use_navigation()),
            just_invited: expect_context(),
            restored: RwSignal::new(was_restored),
            store: StoredValue::new(store),
            text: use_text(),
            toasts: use_toasts(),
            pristine: StoredValue::new(fresh),
            autosave: StoredValue::new(None),
        };
        let autosave = Autosave::new(move || _ = form.draft.try_with_untracked(|draft| form.remember(draft)));
        autosave.follow(move || form.draft.track());
        form.autosave.set_value(Some(autosave));
        on_cleanup(move || form.report_progress());
        form
    }

    /// Changes the draft; the problem at that spot counts as mended until the next check.
    pub fn edit(self, spot: &Spot, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.mend(spot);
    }

    pub fn mend(self, spot: &Spot) {
        if self.problems.with_untracked(|problems| problems.iter().any(|problem| &problem.spot == spot)) {
            self.problems.update(|problems| problems.retain(|problem| &problem.spot != spot));
        }
    }

    /// What is wrong at a spot, in words; `label` names what is asked there.
    pub fn problem(self, spot: Spot, label: String) -> Signal<String> {
        self.problem_of(Signal::stored(spot), label.into())
    }

    /// The same where the spot and its label may change: a guest's place does.
    pub fn problem_of(self, spot: Signal<Spot>, label: Signal<String>) -> Signal<String> {
        let cause = DynSignal::memo(move || {
            let spot = spot.get();
            self.problems.with(|problems| problems.iter().find(|problem| problem.spot == spot).map(|problem| problem.cause.clone()))
        });
        Signal::derive(move || cause.get().map(|cause| label.with(|label| self.text.inviting_problem(&cause, label))).unwrap_or_default())
    }

    pub fn add_guest(self) {
        if self.guest_keys.with_untracked(Vec::len) >= MOST_GUESTS {
            return;
        }
        let key = self.guest_keys.with_untracked(|keys| keys.iter().max().map_or(0, |last| last + 1));
        self.added.set_value(Some(key));
        self.draft.update(|draft| draft.guests.push(Guest::default()));
        self.guest_keys.update(|keys| keys.push(key));
    }

    /// Takes a guest out; problems know guests by their place, so the next check finds them again.
    pub fn remove_guest(self, key: u32) {
        let Some(place) = self.guest_keys.with_untracked(|keys| keys.iter().position(|known| *known == key)) else { return };
        self.problems.set(Vec::new());
        self.guest_keys.update(|keys| keys.retain(|known| *known != key));
        self.draft.update(|draft| {
            if place < draft.guests.len() {
                draft.guests.remove(place);
            }
        });
    }

    /// Throws away what was typed, here and in storage.
    pub fn start_over(self) {
        self.restored.set(false);
        self.problems.set(Vec::new());
        self.show(self.pristine.get_value());
        self.save_draft();
    }

    /// Saves the draft now instead of in a moment.
    pub fn save_draft(self) {
        if let Some(autosave) = self.autosave.get_value() {
            autosave.save_now();
        }
    }

    /// Back to the form, with those whom nothing was sent to, or nothing was found of so far.
    pub fn change_failed(self) {
        let guest = |invitation: &Invitation| Guest { name: invitation.name.clone(), phone: invitation.phone.as_str().to_owned() };
        let failed: Vec<Guest> = self.batch.with_untracked(|batch| {
            let entries = batch.iter().flat_map(|batch| &batch.entries);
            entries
                .filter(|entry| entry.state.has_failed() || entry.state.is_not_found_yet())
                .map(|entry| guest(&entry.invitation))
                .collect()
        });
        self.end_batch();
        if !failed.is_empty() {
            self.show(Draft { guests: failed, ..self.draft.get_untracked() });
        }
    }

    /// Drops the batch, and what is kept of it.
    pub fn end_batch(self) {
        self.store.with_value(InvitationStore::discard_batch);
        self.batch.set(None);
    }

    /// Shows another draft, with rows of its own.
    fn show(self, draft: Draft) {
        self.added.set_value(None);
        self.guest_keys.set(keys_of(&draft));
        self.draft.set(draft);
    }

    fn remember(self, draft: &Draft) {
        let is_untouched = self.pristine.with_value(|pristine| pristine == draft);
        self.store.with_value(|store| if is_untouched { store.discard_draft() } else { store.save_draft(draft) });
    }

    /// Where the page is left before all is sent: says how many went out.
    fn report_progress(self) {
        let words = self.batch.try_with_untracked(|batch| {
            let under_way = batch.as_ref().filter(|batch| batch.is_under_way());
            under_way.map(|batch| self.text.left_midway(batch.count_sent(), batch.entries.len()))
        });
        if let Some(Some(words)) = words {
            self.toasts.show(words);
        }
    }
}

fn keys_of(draft: &Draft) -> Vec<u32> {
    (0..).take(draft.guests.len()).collect()
}

/// What a kept draft chose and the site no longer offers has to be chosen again.
fn still_offered(mut draft: Draft, offer: &Offer) -> Draft {
    draft.areas.retain(|id| offer.areas.iter().any(|area| &area.id == id));
    if !offer.types.iter().any(|kind| kind.id.as_str() == draft.visitor_type) {
        draft.visitor_type.clear();
    }
    draft
}
