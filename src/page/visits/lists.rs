//! What is loaded of the visitor's lists. It outlives the page, so that "back" is there at once.

use crate::api::visit::Part;
use crate::domain::visit::Visit;
use crate::resource::list::List;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Upcoming,
    History,
}

/// Both lists.
#[derive(Debug, Clone, Copy, Default)]
pub struct VisitLists {
    upcoming: List<Visit>,
    history: List<Visit>,
}

impl VisitLists {
    pub fn of(self, tab: Tab) -> List<Visit> {
        match tab {
            Tab::Upcoming => self.upcoming,
            Tab::History => self.history,
        }
    }
}

impl Tab {
    /// What to ask the backend for; the history may be searched for a part of the host's name.
    pub fn part(self, query: String) -> Part {
        match self {
            Self::Upcoming => Part::Upcoming,
            Self::History => Part::History { host: query },
        }
    }
}
