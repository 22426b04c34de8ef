//! What is loaded of a host's receptions. It outlives the page, so that "back" is there at once.

use crate::api::host_visit::Part;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::Day;
use crate::remote::listing::List;
use leptos::prelude::*;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// To come, or here.
    Expected,
    OnSite,
    Received,
}

/// All of them.
#[derive(Debug, Clone, Copy)]
pub struct Lists {
    expected: List<HostVisitSummary>,
    on_site: List<HostVisitSummary>,
    received: List<HostVisitSummary>,
    /// Those of the day that was chosen last.
    pub of_day: List<HostVisitSummary>,
    pub day: RwSignal<Option<Day>>,
    /// Told when a visit stands differently than the lists have it.
    pub changed: RwSignal<()>,
}

impl Lists {
    /// Nothing is loaded yet.
    pub fn start() -> Self {
        let [expected, on_site, received, of_day] = [(); 4].map(|()| List::new());
        Self { expected, on_site, received, of_day, day: RwSignal::new(None), changed: RwSignal::new(()) }
    }

    pub fn of(self, tab: Tab) -> List<HostVisitSummary> {
        match tab {
            Tab::Expected => self.expected,
            Tab::OnSite => self.on_site,
            Tab::Received => self.received,
        }
    }
}

impl Tab {
    /// What to ask the backend for.
    pub fn part(self) -> Part {
        match self {
            Self::Expected => Part::Expected,
            Self::OnSite => Part::OnSite,
            Self::Received => Part::Received,
        }
    }
}
