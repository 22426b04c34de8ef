//! What is loaded of the visitor's lists. It outlives the page, so that "back" is there at once.

use crate::api::visit::Part;
use crate::domain::visit::Visit;
use crate::remote::listing::List;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Upcoming,
    History,
}

/// Both lists.
#[derive(Debug, Clone, Copy)]
pub struct Lists {
    upcoming: List<Visit>,
    history: List<Visit>,
}

impl Lists {
    /// Nothing is loaded yet.
    pub fn start() -> Self {
        Self { upcoming: List::new(), history: List::new() }
    }

    pub fn of(self, tab: Tab) -> List<Visit> {
        match tab {
            Tab::Upcoming => self.upcoming,
            Tab::History => self.history,
        }
    }
}

impl Tab {
    /// What to ask the backend for; the history may be searched for a part of the host's name.
    pub fn part(self, sought: String) -> Part {
        match self {
            Self::Upcoming => Part::Upcoming,
            Self::History => Part::History { host: sought },
        }
    }
}
