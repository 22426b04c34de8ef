//! What a page waits for: a value from the backend, fetched when the page opens, and the faces of waiting for it.

mod latest;
pub mod list;
mod scope;
mod view;

pub use latest::latest;
pub use scope::Scope;
pub use view::{AsyncView, AsyncViewProps, OptionView, OptionViewProps};

use crate::api::call::ApiCall;
use crate::api::channel::ApiContext;
use crate::api::error::ApiError;
use crate::context::{use_client, use_session};
use crate::platform::visibility::on_return;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// A value from the backend, as far as it has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Remote<T> {
    Waiting,
    Ready(T),
    Failed(ApiError),
}

impl<T> Remote<T> {
    /// Both values; waits for both, and fails with the first failure.
    pub fn and<U>(self, other: Remote<U>) -> Remote<(T, U)> {
        match (self, other) {
            (Self::Failed(error), _) | (_, Remote::Failed(error)) => Remote::Failed(error),
            (Self::Ready(first), Remote::Ready(second)) => Remote::Ready((first, second)),
            _ => Remote::Waiting,
        }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Remote<U> {
        match self {
            Self::Waiting => Remote::Waiting,
            Self::Ready(value) => Remote::Ready(change(value)),
            Self::Failed(error) => Remote::Failed(error),
        }
    }

    /// The value, once it is there.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// A value on its way.
type Pending<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;
type Fetcher<T> = Arc<dyn Fn() -> Pending<T> + Send + Sync>;

/// A value of the backend, and the means to fetch it again. It belongs to the component that made it: leaving it
/// aborts the call.
pub struct Resource<T: Send + Sync + 'static> {
    value: RwSignal<Remote<T>>,
    fetcher: StoredValue<Fetcher<T>>,
    scope: StoredValue<Scope>,
    /// Which fetch counts: the answers to earlier ones are dropped.
    round: StoredValue<u32>,
}

impl<T: Send + Sync + 'static> Clone for Resource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Resource<T> {}

/// Fetches what an operation of the channel answers.
pub fn use_api<T>(call: impl Fn(&ApiContext) -> ApiCall<T> + Send + Sync + 'static) -> Resource<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (client, session) = (use_client(), use_session());
    Resource::new(move || client.send(call(&session.context)))
}

/// The same for what a page can do without: a failure is one of its values.
pub fn use_optional_api<T>(call: impl Fn(&ApiContext) -> ApiCall<T> + Send + Sync + 'static) -> Resource<Result<T, ApiError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let (client, session) = (use_client(), use_session());
    Resource::new(move || {
        let answer = client.send(call(&session.context));
        async move { Ok(answer.await) }
    })
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Resource<T> {
    /// Fetches a value, now and whenever it is wanted again.
    pub fn new<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        let fetcher: Fetcher<T> = Arc::new(move || Box::pin(fetch()));
        let resource = Self {
            value: RwSignal::new(Remote::Waiting),
            fetcher: StoredValue::new(fetcher),
            scope: StoredValue::new(Scope::here()),
            round: StoredValue::new(0),
        };
        resource.fetch(Fetch::Loud);
        resource
    }

    /// The value, tracked.
    pub fn get(self) -> Remote<T> {
        self.value.get()
    }

    /// The value as a signal, for [`AsyncView`].
    pub fn signal(self) -> Signal<Remote<T>> {
        self.value.into()
    }

    /// Fetches again; what was there makes room for waiting.
    pub fn refetch(self) {
        self.value.set(Remote::Waiting);
        self.fetch(Fetch::Loud);
    }

    /// Fetches again if the last fetch failed.
    pub fn refetch_if_failed(self) {
        if self.value.with_untracked(|value| matches!(value, Remote::Failed(_))) {
            self.refetch();
        }
    }

    /// Refetches in the background: the old value stays until another one is there, and on failure.
    pub fn refresh(self) {
        // What is on its way already is fresh enough.
        if self.value.with_untracked(|value| !matches!(value, Remote::Waiting)) {
            self.fetch(Fetch::Quiet);
        }
    }

    /// Refreshes whenever the person comes back to the page after a while. To be called while the page is built.
    pub fn refresh_on_return(self) -> Self {
        on_return(move || self.refresh());
        self
    }

    fn fetch(self, fetch: Fetch) {
        let round = self.round.get_value() + 1;
        self.round.set_value(round);
        let pending = self.fetcher.with_value(|fetcher| fetcher());
        self.scope.get_value().spawn(async move {
            let answer = pending.await;
            if self.round.try_get_value() == Some(round) {
                self.settle(fetch, answer);
            }
        });
    }

    fn settle(self, fetch: Fetch, answer: Result<T, ApiError>) {
        let answer = answer.map_or_else(Remote::Failed, Remote::Ready);
        let is_wanted = match fetch {
            Fetch::Loud => true,
            Fetch::Quiet => matches!(answer, Remote::Ready(_)) && self.value.with_untracked(|old| *old != answer),
        };
        if is_wanted {
            self.value.set(answer);
        }
    }
}

/// Whether a fetch shows that it is under way, and that it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fetch {
    Loud,
    Quiet,
}
