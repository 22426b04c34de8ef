//! What is loaded of the visitor's lists. It outlives the page, so that "back" is there at once.

use crate::api::visit::Part;
use crate::domain::paging::Loaded;
use crate::domain::paging::window::Heights;
use crate::domain::visit::Visit;
use crate::state::State;

/// Which list is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Upcoming,
    History,
}

/// Both lists.
#[derive(Debug, Clone, Copy)]
pub struct Lists {
    upcoming: List,
    history: List,
}

/// One list as far as it is loaded, and what it takes to find one's place in it again.
#[derive(Debug, Clone, Copy)]
pub struct List {
    pub tab: Tab,
    pub visits: State<Loaded<Visit>>,
    pub heights: State<Heights>,
    /// What the history is searched for: a part of the host's name.
    pub host: State<String>,
}

impl Lists {
    /// Nothing is loaded yet.
    pub fn start() -> Self {
        let list = |tab| List {
            tab,
            visits: State::new(Loaded::default()),
            heights: State::new(Heights::default()),
            host: State::new(String::new()),
        };
        Self { upcoming: list(Tab::Upcoming), history: list(Tab::History) }
    }

    pub fn of(self, tab: Tab) -> List {
        match tab {
            Tab::Upcoming => self.upcoming,
            Tab::History => self.history,
        }
    }
}

impl List {
    /// What to ask the backend for.
    pub fn part(self) -> Part {
        match self.tab {
            Tab::Upcoming => Part::Upcoming,
            Tab::History => Part::History { host: self.host.get_untracked() },
        }
    }

    /// Searches for another host: what is loaded is of no use any more.
    pub fn search(self, host: String) {
        self.host.set(host);
        self.visits.set(Loaded::default());
        self.heights.update(Heights::forget);
    }
}
