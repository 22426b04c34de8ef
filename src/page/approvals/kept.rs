//! What is loaded of the lists of approvals, and selected. It outlives the page, so that "back" is there at once.

use crate::api::host_visit::Part;
use crate::api::visit::Sort;
use crate::domain::approval::selection::Selection;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::Day;
use crate::platform::storage::Storage;
use crate::remote::listing::List;
use leptos::prelude::*;

/// Where the tab keeps the selection, for those who have to sign in again: names of visits and nothing else.
const SELECTION_KEY: &str = "selection";

#[derive(Debug, Clone, Copy)]
pub struct ApprovalsState {
    waiting: List<HostVisitSummary>,
    overdue: List<HostVisitSummary>,
    decided: List<HostVisitSummary>,
    /// The list that is shown.
    pub part: RwSignal<Part>,
    /// Of what waits the next comes first, of what is past the latest.
    waiting_sort: RwSignal<Sort>,
    past_sort: RwSignal<Sort>,
    /// Only what begins on this day.
    pub day: RwSignal<Option<Day>>,
    pub selection: RwSignal<Selection>,
}

impl ApprovalsState {
    /// Nothing is loaded yet.
    pub fn start() -> Self {
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

    /// Takes up what was selected before a sign-in.
    pub fn recall(self) {
        let written = Storage::Session.read(SELECTION_KEY).unwrap_or_default();
        self.selection.set(Selection::read(&written));
    }

    pub fn select(self, change: impl FnOnce(&mut Selection)) {
        self.selection.update(change);
        Storage::Session.write(SELECTION_KEY, &self.selection.with_untracked(Selection::written));
    }
}
