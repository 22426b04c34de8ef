//! What a page waits for: a value from the backend, fetched when the page opens, and the faces of waiting for it.

mod failure;
pub mod list;
mod remote_signal;
mod scope;
mod view;

pub use remote_signal::RemoteSignal;
pub use scope::Scope;
pub use view::{AsyncView, AsyncViewProps, OptionView, OptionViewProps};

use crate::api::call::ApiCall;
use crate::api::channel::ApiContext;
use crate::api::error::ApiError;
use crate::api::transport::PendingAnswer;
use crate::context::{use_client, use_session};
use crate::platform::visibility::on_return;
use crate::reactive::DynValue;
use leptos::prelude::*;
use std::marker::PhantomData;
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

    /// The same without taking the value.
    pub fn as_ref(&self) -> Remote<&T> {
        match self {
            Self::Waiting => Remote::Waiting,
            Self::Ready(value) => Remote::Ready(value),
            Self::Failed(error) => Remote::Failed(error.clone()),
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

/// A value of the backend, and the means to fetch it again. It belongs to the component that made it: leaving it
/// aborts the call.
pub struct Resource<T> {
    inner: DynResource,
    value: PhantomData<fn() -> T>,
}

impl<T> Clone for Resource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Resource<T> {}

/// Fetches what an operation of the channel answers.
pub fn use_api<T>(call: impl Fn(&ApiContext) -> ApiCall<T> + Send + Sync + 'static) -> Resource<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    Resource::of(use_call(Box::new(move |context| call(context).map(DynValue::new)), None))
}

/// The same for what a page can do without: a failure is one of its values.
pub fn use_optional_api<T>(call: impl Fn(&ApiContext) -> ApiCall<T> + Send + Sync + 'static) -> Resource<Result<T, ApiError>>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let call = move |context: &ApiContext| call(context).map(|value| DynValue::new(Ok::<T, ApiError>(value)));
    Resource::of(use_call(Box::new(call), Some(|error| DynValue::new(Err::<T, ApiError>(error)))))
}

/// Fetches what a call answers; `failure` makes a value of a failure.
fn use_call(call: Box<dyn Fn(&ApiContext) -> ApiCall<DynValue> + Send + Sync>, failure: Option<fn(ApiError) -> DynValue>) -> DynResource {
    let (client, session) = (use_client(), use_session());
    DynResource::new(Arc::new(move || {
        let answer = client.send(call(&session.context));
        Box::pin(async move {
            match (answer.await, failure) {
                (Err(error), Some(failure)) => Ok(failure(error)),
                (answer, _) => answer,
            }
        })
    }))
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Resource<T> {
    /// Fetches a value, now and whenever it is wanted again.
    pub fn new<F>(fetch: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<T, ApiError>> + 'static,
    {
        Self::of(DynResource::new(Arc::new(move || {
            let pending = fetch();
            Box::pin(async move { pending.await.map(DynValue::new) })
        })))
    }

    fn of(inner: DynResource) -> Self {
        Self { inner, value: PhantomData }
    }

    /// The value, tracked.
    pub fn get(self) -> Remote<T> {
        self.signal().get()
    }

    pub fn get_untracked(self) -> Remote<T> {
        self.with_untracked(|value| value.map(T::clone))
    }

    /// Whether there is a value, tracked.
    pub fn is_ready(self) -> bool {
        self.inner.value.with(|value| matches!(value, Remote::Ready(_)))
    }

    /// Reads the value in place, tracked.
    pub fn with<U>(self, read: impl FnOnce(Remote<&T>) -> U) -> U {
        read(self.inner.value.get().as_ref().map(DynValue::read))
    }

    /// Reads the value in place.
    pub fn with_untracked<U>(self, read: impl FnOnce(Remote<&T>) -> U) -> U {
        read(self.inner.value.get_untracked().as_ref().map(DynValue::read))
    }

    /// The value as a signal, for [`AsyncView`].
    pub fn signal(self) -> RemoteSignal<T> {
        RemoteSignal::of(self.inner.value.into())
    }

    /// Fetches again; what was there makes room for waiting.
    pub fn refetch(self) {
        self.inner.refetch();
    }

    /// Fetches again if the last fetch failed.
    pub fn refetch_if_failed(self) {
        if self.inner.value.with_untracked(|value| matches!(value, Remote::Failed(_))) {
            self.refetch();
        }
    }

    /// Refetches in the background: the old value stays until another one is there, and on failure.
    pub fn refresh(self) {
        self.inner.refresh();
    }

    /// Refreshes whenever the person comes back to the page after a while. To be called while the page is built.
    pub fn refresh_on_return(self) -> Self {
        let inner = self.inner;
        on_return(move || inner.refresh());
        self
    }
}

type Fetcher = Arc<dyn Fn() -> PendingAnswer<DynValue> + Send + Sync>;

/// A resource of any type.
#[derive(Clone, Copy)]
struct DynResource {
    value: RwSignal<Remote<DynValue>>,
    fetcher: StoredValue<Fetcher>,
    scope: StoredValue<Scope>,
    /// Which fetch counts: the answers to earlier ones are dropped.
    round: StoredValue<u32>,
}

impl DynResource {
    fn new(fetcher: Fetcher) -> Self {
        let resource = Self {
            value: RwSignal::new(Remote::Waiting),
            fetcher: StoredValue::new(fetcher),
            scope: StoredValue::new(Scope::here()),
            round: StoredValue::new(0),
        };
        resource.fetch(Fetch::Loud);
        resource
    }

    fn refetch(self) {
        self.value.set(Remote::Waiting);
        self.fetch(Fetch::Loud);
    }

    fn refresh(self) {
        // What is on its way already is fresh enough.
        if self.value.with_untracked(|value| !matches!(value, Remote::Waiting)) {
            self.fetch(Fetch::Quiet);
        }
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

    fn settle(self, fetch: Fetch, answer: Result<DynValue, ApiError>) {
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
