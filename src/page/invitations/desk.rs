//! The invitation being written, what is wrong with it, and how far those that were sent have got.

use super::share_sheet::Shared;
use crate::domain::invitation::draft::{Cause, Draft, Guest, MOST_GUESTS, Offer, Problem, Spot};
use crate::domain::invitation::round::{EntryState, Round};
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::route::Route;
use crate::state::SetIfChanged;
use crate::state::{Derived, while_shown};
use crate::text::Text;
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct InvitationForm {
    pub draft: RwSignal<Draft>,
    /// How many guests the draft has: their rows are drawn anew only when this changes.
    pub guests: RwSignal<usize>,
    /// The guest who was added just now, by place, to be typed in at once.
    pub added: RwSignal<Option<usize>>,
    pub problems: RwSignal<Vec<Problem>>,
    /// What is being sent, or was.
    pub round: RwSignal<Option<Round>>,
    /// Whether somebody takes the round's steps at the moment.
    pub is_driven: RwSignal<bool>,
    pub sharing: RwSignal<Option<Shared>>,
    pub offer: RwSignal<Offer>,
    pub site: RwSignal<Site>,
    /// Whether what is shown was typed at an earlier visit to this page.
    pub restored: RwSignal<bool>,
    pub shelf: RwSignal<DraftStore>,
    pub text: Text,
    pub toasts: Option<Toasts>,
    pristine: RwSignal<Draft>,
}

/// Where drafts and rounds are kept while the page is away.
#[derive(Debug, Clone)]
pub struct DraftStore(String);

impl DraftStore {
    fn draft(&self) -> Option<Draft> {
        Draft::from_text(&Storage::Local.read(&self.0)?, clock::now_by_phone())
    }

    /// The round of which something is still to be done.
    fn round(&self) -> Option<Round> {
        Round::from_text(&Storage::Session.read(&self.0)?).filter(|round| !round.is_all_sent())
    }

    /// Keeps a round, until all of it is sent; then the draft goes as well.
    pub fn keep_round(&self, round: &Round) {
        if round.is_all_sent() {
            self.forget_round();
            Storage::Local.remove(&self.0);
        } else {
            Storage::Session.write(&self.0, &round.to_text());
        }
    }

    pub fn forget_round(&self) {
        Storage::Session.remove(&self.0);
    }
}

impl InvitationForm {
    /// Opens a fresh draft, with what was typed at an earlier visit put back, or a round that was not ended.
    pub fn open(site: &Site, route: &Route, offer: Offer, fresh: Draft) -> Self {
        let kept = DraftStore(site.session.draft_key() + &route.path());
        let restored = kept.draft().map(|draft| still_offered(draft, &offer));
        let round = kept.round();
        let was_restored = restored.is_some();
        let draft = restored.unwrap_or_else(|| fresh.clone());
        let desk = Self {
            guests: RwSignal::new(draft.guests.len()),
            draft: RwSignal::new(draft),
            added: RwSignal::new(None),
            problems: RwSignal::new(Vec::new()),
            round: RwSignal::new(round),
            is_driven: RwSignal::new(false),
            sharing: RwSignal::new(None),
            offer: RwSignal::new(offer),
            site: RwSignal::new(site.clone()),
            restored: RwSignal::new(was_restored),
            shelf: RwSignal::new(kept),
            text: Text::here(),
            toasts: Toasts::here(),
            pristine: RwSignal::new(fresh),
        };
        while_shown(move || {
            let draft = desk.draft.get();
            desk.guests.set_if_changed(draft.guests.len());
            desk.remember(&draft);
        });
        on_cleanup(move || desk.tell_what_was_done());
        desk
    }

    /// Changes the draft; the problem at that spot is taken as mended until the next check.
    pub fn edit(self, spot: Spot, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        self.mend(spot);
    }

    pub fn mend(self, spot: Spot) {
        if self.problems.with_untracked(|problems| problems.iter().any(|problem| problem.spot == spot)) {
            self.problems.update(|problems| problems.retain(|problem| problem.spot != spot));
        }
    }

    /// What is wrong at a spot, in words; `label` names what is asked there.
    pub fn problem_words(self, spot: Spot, label: String) -> Derived<String> {
        let cause =
            move || self.problems.with(|problems| problems.iter().find(|problem| problem.spot == spot).map(|problem| problem.cause));
        Derived::new(move || cause().map(|cause: Cause| self.text.inviting_problem(cause, &label)).unwrap_or_default())
    }

    pub fn add_guest(self) {
        self.added.set(Some(self.guests.get_untracked()));
        self.draft.update(|draft| {
            if draft.guests.len() < MOST_GUESTS {
                draft.guests.push(Guest::default());
            }
        });
    }

    /// Takes a guest out; problems know guests by their place, so they are found anew when all is sent.
    pub fn remove_guest(self, place: usize) {
        self.problems.set(Vec::new());
        self.added.set(None);
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
        self.draft.set(self.pristine.get_untracked());
    }

    /// Back to the form, with those whom nothing was sent to.
    pub fn change_failed(self) {
        let failed = self.round.with_untracked(|round| {
            let entries = round.iter().flat_map(|round| &round.entries);
            let failed = entries.filter(|entry| matches!(entry.progress, EntryState::Failed(_)));
            let guest = |invitation: &crate::domain::invitation::draft::Invitation| Guest {
                name: invitation.name.clone(),
                phone: invitation.phone.as_str().to_owned(),
            };
            failed.map(|entry| guest(&entry.invitation)).collect::<Vec<_>>()
        });
        self.end_round();
        self.draft.update(|draft| {
            if !failed.is_empty() {
                draft.guests = failed;
            }
        });
    }

    /// Nothing is to be said of the round any more.
    pub fn end_round(self) {
        self.shelf.with_untracked(DraftStore::forget_round);
        self.round.set(None);
    }

    fn remember(self, draft: &Draft) {
        let is_untouched = self.pristine.with_untracked(|pristine| pristine == draft);
        self.shelf.with_untracked(|DraftStore(key)| {
            if is_untouched {
                Storage::Local.remove(key);
            } else {
                Storage::Local.write(key, &draft.to_text(clock::now_by_phone()));
            }
        });
    }

    fn tell_what_was_done(self) {
        let told = self.round.try_with_untracked(|round| {
            let under_way = round.as_ref().filter(|round| round.is_under_way());
            under_way.map(|round| self.text.left_midway(round.count_sent(), round.entries.len()))
        });
        if let (Some(Some(words)), Some(toasts)) = (told, self.toasts) {
            toasts.show(words);
        }
    }
}

/// What a kept draft chose and the site no longer offers is to be chosen anew.
fn still_offered(mut draft: Draft, offer: &Offer) -> Draft {
    draft.areas.retain(|id| offer.areas.iter().any(|area| &area.id == id));
    if !offer.types.iter().any(|kind| kind.id.as_str() == draft.visitor_type) {
        draft.visitor_type.clear();
    }
    draft
}

/// The id of the element that stands for a spot on the form.
pub fn spot_id(spot: Spot) -> String {
    match spot {
        Spot::Name(place) => format!("guest-name-{place}"),
        Spot::Phone(place) => format!("guest-phone-{place}"),
        Spot::Start => "start".to_owned(),
        Spot::End => "end".to_owned(),
        Spot::Purpose => "purpose".to_owned(),
        Spot::Areas => "areas".to_owned(),
    }
}
