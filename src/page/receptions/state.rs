//! What is loaded of a host's receptions. It outlives the page, so that "back" is there at once.

use crate::api::host_visit::Part;
use crate::domain::host_visit::HostVisitSummary;
use crate::resource::list::List;
use crate::route::HostList;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// To come, or here.
    Expected,
    OnSite,
    Received,
}

/// The lists of all tabs.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReceptionsState {
    expected: List<HostVisitSummary>,
    on_site: List<HostVisitSummary>,
    received: List<HostVisitSummary>,
}

impl ReceptionsState {
    pub fn list(self, tab: Tab) -> List<HostVisitSummary> {
        match tab {
            Tab::Expected => self.expected,
            Tab::OnSite => self.on_site,
            Tab::Received => self.received,
        }
    }
}

impl Tab {
    /// Which list it is in the address.
    pub fn address(self) -> HostList {
        match self {
            Self::Expected => HostList::Receptions,
            Self::OnSite => HostList::OnSite,
            Self::Received => HostList::Received,
        }
    }

    /// What to ask the backend for.
    pub fn part(self) -> Part {
        match self {
            Self::Expected => Part::Expected,
            Self::OnSite => Part::OnSite,
            Self::Received => Part::Received,
        }
    }
}
