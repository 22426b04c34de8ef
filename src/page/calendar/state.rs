//! The day that was chosen last, and its visits. It outlives the page, so that "back" is there at once.

use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::Day;
use crate::resource::list::List;
use leptos::prelude::*;

#[derive(Debug, Clone, Copy, Default)]
pub struct CalendarState {
    pub day: RwSignal<Option<Day>>,
    /// The visits of that day.
    pub list: List<HostVisitSummary>,
}
