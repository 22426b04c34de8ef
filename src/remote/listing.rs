//! A list from the backend: read page by page while it is scrolled, searched, refreshed.

mod view;

pub use view::{Words, listing, search_line};

use crate::api::error::ApiError;
use crate::domain::paging::{FetchMode, Loaded, Page, Wanted};
use crate::old_ui::toast::Toasts;
use crate::remote::Scope;
pub use crate::resource::list::{FetchState, List, ListRow};
use crate::text::Text;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// Has the rows in sight drawn anew: something that they show has changed.
pub fn redraw<T: ListRow>(list: List<T>) {
    list.rows.update(|rows| rows.edition += 1);
}

/// A page of a list on its way.
pub type PendingPage<T> = Pin<Box<dyn Future<Output = Result<Page<T>, ApiError>>>>;
/// Asks for a part of a list.
pub type FetchPage<T> = Arc<dyn Fn(Wanted) -> PendingPage<T> + Send + Sync>;

/// Somebody who reads a list, as long as its page is shown.
pub struct ListResource<T: ListRow> {
    pub list: List<T>,
    pub course: RwSignal<FetchState>,
    ask: RwSignal<FetchPage<T>>,
    text: Text,
    toasts: Option<Toasts>,
    life: RwSignal<Scope>,
    /// Which asking counts: the answers to earlier ones are dropped.
    round: RwSignal<u32>,
}

impl<T: ListRow> Clone for ListResource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ListRow> Copy for ListResource<T> {}

impl<T: ListRow> ListResource<T> {
    /// Shows what is there already, and asks how it stands now.
    pub fn start(list: List<T>, ask: FetchPage<T>) -> Self {
        let (course, round) = (RwSignal::new(FetchState::Idle), RwSignal::new(0));
        let (ask, life) = (RwSignal::new(ask), RwSignal::new(Scope::here()));
        let reading = Self { list, course, ask, text: Text::here(), toasts: Toasts::here(), life, round };
        reading.ask(if list.rows.with_untracked(Loaded::has_begun) { FetchMode::Refresh } else { FetchMode::Reset });
        reading
    }

    /// Asks for some of the list; whatever was asked before does not count any more.
    pub fn ask(self, wish: FetchMode) {
        let round = self.round.get_untracked() + 1;
        self.round.set(round);
        self.course.set(FetchState::Loading(wish));
        let wanted = self.list.rows.with_untracked(|rows| rows.wanted(wish));
        let pending = self.ask.with_untracked(|ask| ask(wanted));
        self.life.get_untracked().spawn(async move {
            let answer = pending.await;
            if self.round.try_get_untracked() == Some(round) {
                self.settle(wish, answer);
            }
        });
    }

    /// Asks for what the list still lacks, unless something is under way or went wrong.
    pub fn ask_for_more(self) {
        if self.course.try_with_untracked(|course| matches!(course, FetchState::Idle)) == Some(true)
            && let Some(wish) = self.list.rows.with_untracked(Loaded::next)
        {
            self.ask(wish);
        }
    }

    /// Begins from the top, unless that is under way.
    pub fn refresh(self) {
        if !self.is_refreshing() {
            self.ask(FetchMode::Reset);
        }
    }

    /// Searches for something else, unless it is the same.
    pub fn search(self, words: &str) {
        if self.list.query.with_untracked(|before| before != words) {
            self.list.search(words.to_owned());
            self.ask(FetchMode::Reset);
        }
    }

    /// Whether the list is asked for from its top, tracked.
    pub fn is_refreshing(self) -> bool {
        self.course.with(|course| matches!(course, FetchState::Loading(FetchMode::Reset)))
    }

    /// Rows that are there stay when others do not come; that they could not be refreshed is a passing word.
    fn settle(self, wish: FetchMode, answer: Result<Page<T>, ApiError>) {
        let rows = self.list.rows;
        let next = match answer {
            Ok(page) => {
                rows.update(|rows| rows.take(wish, page));
                FetchState::Idle
            }
            Err(error) if wish != FetchMode::Append && rows.with_untracked(Loaded::has_begun) => {
                rows.update(|rows| rows.miss(wish));
                self.toasts.iter().for_each(|toasts| toasts.show(self.text.failure(&error)));
                FetchState::Idle
            }
            Err(error) => FetchState::Failed(error),
        };
        self.course.set(next);
    }
}
