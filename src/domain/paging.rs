//! A list that arrives page by page.

pub mod window;

/// How many rows a page of a list holds.
pub const PAGE_SIZE: usize = 20;

/// How many pages are asked for at once on the way to the end of a list.
const PAGES_AT_ONCE: usize = 10;

/// The longest page that the backend gives.
pub const LONGEST_PAGE: usize = 1000;

/// One page of a longer list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// How many items the whole list has; [`UNKNOWN_TOTAL`] for lists that do not say.
    pub total: usize,
}

/// The total of a list that is known to end only by an empty page.
pub const UNKNOWN_TOTAL: usize = usize::MAX;

impl<T> Page<T> {
    /// A page of a list that does not say how many items it has.
    pub fn of_unknown_total(items: Vec<T>) -> Self {
        Self { items, total: UNKNOWN_TOTAL }
    }
}

/// Something that a list shows once.
pub trait Row {
    /// Whether both are the same thing, as it was fetched at two times.
    fn is_same(&self, other: &Self) -> bool;
}

/// Which part of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Counted from 1.
    pub number: usize,
    pub size: usize,
}

impl Wanted {
    pub fn page(number: usize) -> Self {
        Self { number, size: PAGE_SIZE }
    }
}

/// Why a part of a list is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchMode {
    /// To begin from the top.
    Reset,
    /// To have what is loaded as it is now.
    Refresh,
    /// To go on where it ends.
    Append,
    /// To go on where it ends, by large steps.
    Rest,
}

/// What is loaded of a list so far; by default nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded<T> {
    pub items: Vec<T>,
    /// How many items the whole list has.
    pub total: usize,
    /// How many of the items no longer belong here, and are kept in sight until the list is asked for again.
    retired: usize,
    pages: usize,
    ended: bool,
    drift: Drift,
}

/// Whether items went that stood before those that are still to come, so that the pages no longer join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Drift {
    None,
    Seen,
    /// Seen, and it did not help to ask again: some totals just waver.
    Ignored,
}

impl<T> Default for Loaded<T> {
    fn default() -> Self {
        Self { items: Vec::new(), total: 0, retired: 0, pages: 0, ended: false, drift: Drift::None }
    }
}

impl<T: Row> Loaded<T> {
    /// Whether at least the first page has come.
    pub fn has_begun(&self) -> bool {
        self.pages > 0
    }

    /// What the list still lacks; none at its end.
    pub fn next(&self) -> Option<FetchMode> {
        match self.drift {
            Drift::Seen => Some(FetchMode::Refresh),
            _ => (!self.ended && self.items.len() < self.total).then_some(FetchMode::Append),
        }
    }

    /// What to ask for.
    pub fn wanted(&self, wish: FetchMode) -> Wanted {
        match wish {
            FetchMode::Reset => Wanted::page(1),
            FetchMode::Refresh => Wanted { number: 1, size: PAGE_SIZE * self.pages.max(1) },
            FetchMode::Append => Wanted::page(self.pages + 1),
            FetchMode::Rest => Wanted { number: self.pages / PAGES_AT_ONCE + 1, size: PAGES_AT_ONCE * PAGE_SIZE },
        }
    }

    /// How many items the whole list has, as far as is known.
    pub fn known_total(&self) -> usize {
        if self.total == UNKNOWN_TOTAL { self.items.len() } else { self.total }
    }

    /// How many items the whole list has, without those that retired.
    pub fn count(&self) -> usize {
        self.known_total().saturating_sub(self.retired)
    }

    /// Changes an item that no longer belongs here: it stays in sight, and is not counted.
    pub fn retire(&mut self, is_it: impl Fn(&T) -> bool, change: impl FnOnce(&mut T)) {
        if let Some(item) = self.items.iter_mut().find(|item| is_it(item)) {
            change(item);
            self.retired += 1;
        }
    }

    /// Takes in what was asked for.
    pub fn take(&mut self, wish: FetchMode, page: Page<T>) {
        self.retired = 0;
        match wish {
            FetchMode::Reset => {
                self.items.clear();
                self.pages = 0;
                self.drift = Drift::None;
                self.total = page.total;
                self.append(page);
            }
            FetchMode::Refresh => self.renew(page),
            FetchMode::Append | FetchMode::Rest if page.total < self.total && self.drift == Drift::None => {
                self.total = page.total;
                self.drift = Drift::Seen;
            }
            FetchMode::Append => self.append(page),
            FetchMode::Rest => self.append_rest(page),
        }
    }

    /// Adds several pages at once; some of their items may be there. Whatever brings nothing new ends the list.
    fn append_rest(&mut self, page: Page<T>) {
        let (before, is_full) = (self.items.len(), page.items.len() == PAGES_AT_ONCE * PAGE_SIZE);
        let step = self.pages / PAGES_AT_ONCE + 1;
        self.append(page);
        self.ended |= self.items.len() == before;
        self.pages = if is_full { step * PAGES_AT_ONCE } else { (self.items.len() / PAGE_SIZE).max(1) };
    }

    /// Puts some items before all others, which keep their order.
    pub fn bring_first(&mut self, is_first: impl Fn(&T) -> bool) {
        self.items.sort_by_key(|item| !is_first(item));
    }

    /// What was asked for did not come.
    pub fn miss(&mut self, wish: FetchMode) {
        if wish == FetchMode::Refresh && self.drift == Drift::Seen {
            self.drift = Drift::Ignored;
        }
    }

    /// Adds a page. Those that a newer item pushed down from the page before are there already. An empty page ends
    /// the list, whatever the total says.
    fn append(&mut self, page: Page<T>) {
        self.ended = page.items.is_empty();
        self.total = page.total;
        self.pages += 1;
        for item in page.items {
            if !self.items.iter().any(|known| known.is_same(&item)) {
                self.items.push(item);
                self.drift = Drift::None;
            }
        }
    }

    /// Puts what stands at the top now in place of what stood there. Rows below it stay where it reaches down to them.
    fn renew(&mut self, page: Page<T>) {
        let old = std::mem::take(&mut self.items);
        let below = page.items.last().and_then(|last| old.iter().position(|old| old.is_same(last))).map_or(old.len(), |at| at + 1);
        let room = page.total.saturating_sub(page.items.len());
        self.ended = page.items.is_empty();
        self.total = page.total;
        self.items = page.items;
        let fresh = self.items.len();
        for item in old.into_iter().skip(below).take(room) {
            if !self.items.iter().take(fresh).any(|known| known.is_same(&item)) {
                self.items.push(item);
            }
        }
        self.pages = (self.items.len() / PAGE_SIZE).max(1);
        if self.drift == Drift::Seen {
            self.drift = Drift::Ignored;
        }
    }
}

#[cfg(test)]
mod tests;
