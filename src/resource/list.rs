//! A list from the backend: read page by page while it is scrolled, searched, refreshed.

mod view;

pub use view::{ListSearch, ListView, ListWords};

use crate::api::call::ApiCall;
use crate::api::channel::ApiContext;
use crate::api::error::ApiError;
use crate::api::transport::PendingAnswer;
use crate::context::sign_in::SignInGate;
use crate::context::{use_client, use_session};
use crate::domain::paging::window::Heights;
use crate::domain::paging::{FetchMode, Loaded, Page, Row, Wanted};
use crate::resource::Scope;
use crate::text::{Text, use_text};
use crate::ui::toast::{Toasts, use_toasts};
use leptos::prelude::*;
use std::sync::Arc;

/// A row of a list that is shown.
pub trait ListRow: Row + Clone + PartialEq + Send + Sync + 'static {}

impl<T: Row + Clone + PartialEq + Send + Sync + 'static> ListRow for T {}

/// One list as far as it is loaded, and what it takes to find one's place in it again. It may outlive the page.
#[derive(Debug)]
pub struct List<T: ListRow> {
    pub rows: RwSignal<Loaded<T>>,
    pub heights: RwSignal<Heights>,
    /// The words that it is searched for; empty for all.
    pub query: RwSignal<String>,
}

impl<T: ListRow> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ListRow> Copy for List<T> {}

impl<T: ListRow> Default for List<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: ListRow> List<T> {
    /// Nothing is loaded yet.
    pub fn new() -> Self {
        Self { rows: RwSignal::new(Loaded::default()), heights: RwSignal::new(Heights::default()), query: RwSignal::new(String::new()) }
    }

    /// Searches for something else: what is loaded is of no use any more.
    pub fn search(self, words: String) {
        self.query.set(words);
        self.clear();
    }

    /// Throws away what is loaded.
    pub fn clear(self) {
        self.rows.set(Loaded::default());
        self.heights.update(Heights::forget);
    }
}

/// How fetching goes.
#[derive(Debug, Clone, PartialEq)]
pub enum FetchState {
    Idle,
    Loading(FetchMode),
    /// Nothing goes on before the person retries.
    Failed(ApiError),
}

type PageFetcher<T> = Arc<dyn Fn(Wanted) -> PendingAnswer<Page<T>> + Send + Sync>;

/// A list as long as its page is shown: what is loaded of it, and the means to fetch more.
pub struct ListResource<T: ListRow> {
    pub list: List<T>,
    pub state: RwSignal<FetchState>,
    /// Whether it is being fetched to its end.
    pub is_completing: RwSignal<bool>,
    fetcher: StoredValue<PageFetcher<T>>,
    text: Text,
    toasts: Toasts,
    scope: StoredValue<Scope>,
    /// Which fetch counts: the answers to earlier ones are dropped.
    round: StoredValue<u32>,
}

impl<T: ListRow> Clone for ListResource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ListRow> Copy for ListResource<T> {}

/// Fetches a list, or shows what is loaded of it and refreshes that.
pub fn use_list<T: ListRow>(
    list: List<T>,
    call: impl Fn(&ApiContext, Wanted) -> ApiCall<Page<T>> + Send + Sync + 'static,
) -> ListResource<T> {
    let (client, session) = (use_client(), use_session());
    ListResource::new(list, move |wanted| client.send(call(&session.context, wanted)))
}

impl<T: ListRow> ListResource<T> {
    /// Shows what is there already, and fetches it as it stands now.
    pub fn new<F>(list: List<T>, fetch: impl Fn(Wanted) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<Page<T>, ApiError>> + 'static,
    {
        let fetcher: PageFetcher<T> = Arc::new(move |wanted| Box::pin(fetch(wanted)));
        let resource = Self {
            list,
            state: RwSignal::new(FetchState::Idle),
            is_completing: RwSignal::new(false),
            fetcher: StoredValue::new(fetcher),
            text: use_text(),
            toasts: use_toasts(),
            scope: StoredValue::new(Scope::here()),
            round: StoredValue::new(0),
        };
        resource.fetch(if list.rows.with_untracked(Loaded::has_begun) { FetchMode::Refresh } else { FetchMode::Reset });
        resource
    }

    /// Whether rows or a failure are there, tracked.
    pub fn is_settled(self) -> bool {
        self.list.rows.with(Loaded::has_begun) || self.state.with(|state| matches!(state, FetchState::Failed(_)))
    }

    /// Fetches some of the list; what was fetched before and has not come does not count any more.
    pub fn fetch(self, mode: FetchMode) {
        let round = self.round.get_value() + 1;
        self.round.set_value(round);
        if mode == FetchMode::Reset {
            self.is_completing.set(false);
        }
        self.state.set(FetchState::Loading(mode));
        let wanted = self.list.rows.with_untracked(|rows| rows.wanted(mode));
        let pending = self.fetcher.with_value(|fetcher| fetcher(wanted));
        self.scope.get_value().spawn(async move {
            let answer = pending.await;
            if self.round.try_get_value() == Some(round) {
                self.settle(mode, answer);
            }
        });
    }

    /// Fetches what the list still lacks, unless something is under way or went wrong.
    pub fn fetch_more(self) {
        if self.state.try_with_untracked(|state| *state == FetchState::Idle) == Some(true)
            && let Some(mode) = self.list.rows.with_untracked(Loaded::next)
        {
            self.fetch(mode);
        }
    }

    /// Fetches the list to its end, by large steps; setting [`Self::is_completing`] to false stops it.
    pub fn complete(self) {
        self.is_completing.set(true);
        if self.state.with_untracked(|state| !matches!(state, FetchState::Loading(_))) {
            self.fetch_rest();
        }
    }

    fn fetch_rest(self) {
        match self.list.rows.with_untracked(Loaded::next) {
            Some(FetchMode::Append) => self.fetch(FetchMode::Rest),
            Some(mode) => self.fetch(mode),
            None => self.is_completing.set(false),
        }
    }

    /// Begins from the top, unless that is under way.
    pub fn refresh(self) {
        if !self.is_refreshing() {
            self.fetch(FetchMode::Reset);
        }
    }

    /// Searches for something else, unless it is the same.
    pub fn search(self, words: &str) {
        if self.list.query.with_untracked(|before| before != words) {
            self.list.search(words.to_owned());
            self.fetch(FetchMode::Reset);
        }
    }

    /// Whether the list is fetched from its top, tracked.
    pub fn is_refreshing(self) -> bool {
        self.state.with(|state| *state == FetchState::Loading(FetchMode::Reset))
    }

    /// Rows that are there stay when others do not come; that they could not be refreshed is a toast.
    fn settle(self, mode: FetchMode, answer: Result<Page<T>, ApiError>) {
        let rows = self.list.rows;
        let next = match answer {
            Ok(page) => {
                rows.update(|rows| rows.take(mode, page));
                FetchState::Idle
            }
            Err(error) if matches!(mode, FetchMode::Reset | FetchMode::Refresh) && rows.with_untracked(Loaded::has_begun) => {
                rows.update(|rows| rows.miss(mode));
                if !(error.needs_sign_in() && SignInGate::here().is_some_and(|gate| gate.leave(false).is_ok())) {
                    self.toasts.show(self.text.failure(&error));
                }
                FetchState::Idle
            }
            Err(error) => {
                if mode == FetchMode::Rest {
                    self.toasts.show(self.text.failure(&error));
                }
                FetchState::Failed(error)
            }
        };
        let is_idle = next == FetchState::Idle;
        self.state.set(next);
        if self.is_completing.get_untracked() {
            if is_idle { self.fetch_rest() } else { self.is_completing.set(false) }
        }
    }
}
