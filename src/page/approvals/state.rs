//! What is loaded of the lists of approvals, and selected. It outlives the page, so that "back" is there at once.

use crate::api::host_visit::Part;
use crate::api::visit::Sort;
use crate::domain::approval::selection::Selection;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::Day;
use crate::domain::paging::window::Heights;
use crate::domain::visit::{HostVisitId, Status};
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{DAY, PersonalValue};
use crate::reactive::memo;
use crate::resource::list::List;
use leptos::prelude::*;

/// Where the tab keeps the selection, for those who have to sign in again: ids of visits and nothing else.
const SELECTION_KEY: &str = "selection";

#[derive(Debug, Clone, Copy)]
pub struct ApprovalsState {
    waiting: List<HostVisitSummary>,
    overdue: List<HostVisitSummary>,
    decided: List<HostVisitSummary>,
    /// The list that is shown.
    pub part: RwSignal<Part>,
    waiting_sort: RwSignal<Sort>,
    past_sort: RwSignal<Sort>,
    /// Only what begins on this day.
    pub day: RwSignal<Option<Day>>,
    pub selection: RwSignal<Selection>,
}

/// The state of the approvals, from context.
pub fn use_approvals() -> ApprovalsState {
    expect_context()
}

impl Default for ApprovalsState {
    /// Of what waits the next visit comes first, of what is past the latest.
    fn default() -> Self {
        Self {
            waiting: List::new(),
            overdue: List::new(),
            decided: List::new(),
            part: RwSignal::new(Part::Waiting),
            waiting_sort: RwSignal::new(Sort::EarliestFirst),
            past_sort: RwSignal::new(Sort::LatestFirst),
            day: RwSignal::new(None),
            selection: RwSignal::new(Selection::default()),
        }
    }
}

impl ApprovalsState {
    pub fn list(self, part: Part) -> List<HostVisitSummary> {
        match part {
            Part::Overdue => self.overdue,
            Part::Decided => self.decided,
            _ => self.waiting,
        }
    }

    /// Which end of a list comes first.
    pub fn sort(self, part: Part) -> RwSignal<Sort> {
        if part == Part::Waiting { self.waiting_sort } else { self.past_sort }
    }

    /// Restores what was selected before a sign-in.
    pub fn restore_selection(self) {
        let stored = stored_selection().read().unwrap_or_default();
        self.selection.set(Selection::parse(&stored));
    }

    /// Changes the selection, and stores it.
    pub fn select(self, change: impl FnOnce(&mut Selection)) {
        self.selection.update(change);
        stored_selection().write(&self.selection.with_untracked(Selection::to_text), DAY);
    }

    /// Whether a visit is selected. Other visits do not change it.
    pub fn is_selected(self, id: HostVisitId) -> Memo<bool> {
        memo(move || self.selection.with(|selection| selection.has(&id)))
    }

    /// Has these visits stand before all others that wait.
    pub fn bring_first(self, ids: &[HostVisitId]) {
        if !ids.is_empty() {
            self.waiting.rows.update(|rows| rows.bring_first(|row| ids.contains(&row.id)));
            self.waiting.heights.update(Heights::forget);
        }
    }

    /// Shows the status that a visit has after a decision; it is no longer selected.
    pub fn set_status(self, id: &HostVisitId, status: Status) {
        let rows = self.waiting.rows;
        if rows.with_untracked(|rows| rows.items.iter().any(|row| row.id == *id && row.status != status)) {
            rows.update(|rows| rows.retire(|row| row.id == *id, |row| row.status = status));
        }
        if self.selection.with_untracked(|selection| selection.has(id)) {
            self.select(|selection| selection.toggle(id));
        }
    }
}

fn stored_selection() -> PersonalValue {
    PersonalValue::new(Storage::Session, SELECTION_KEY)
}
