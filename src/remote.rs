//! What a page waits for, and the four faces of waiting.

use crate::api::error::ApiError;
use crate::text::Text;
use crate::ui::failed::Failed;
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
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
}

type Pending<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// A value on its way, and the means to ask for it again.
pub struct Loading<T: 'static> {
    state: RwSignal<Remote<T>>,
    ask: StoredValue<Arc<dyn Fn() -> Pending<T> + Send + Sync>>,
    /// Whose leaving aborts the call: the page, not the button that asked again.
    life: StoredValue<PageLife>,
    /// Which asking the state belongs to: the answers of earlier ones are dropped.
    round: StoredValue<u32>,
}

impl<T> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loading<T> {}

/// The life of a page, for what it starts later: tasks end when the page is left, and calls with them.
#[derive(Debug, Clone)]
pub struct PageLife(Option<Owner>);

impl PageLife {
    /// To be asked for while the page is built: a tap belongs to no page.
    pub fn here() -> Self {
        Self(Owner::current())
    }

    pub fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        match &self.0 {
            Some(owner) => owner.with(|| spawn_local_scoped_with_cancellation(task)),
            None => spawn_local_scoped_with_cancellation(task),
        }
    }
}

/// Starts to load a value. Leaving the page aborts the call.
pub fn load<T, F>(ask: impl Fn() -> F + Send + Sync + 'static) -> Loading<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let ask: Arc<dyn Fn() -> Pending<T> + Send + Sync> = Arc::new(move || Box::pin(ask()));
    let loading = Loading { state: RwSignal::new(Remote::Waiting), ask: StoredValue::new(ask), life: StoredValue::new(PageLife::here()), round: StoredValue::new(0) };
    loading.reload();
    loading
}

impl<T: Clone + Send + Sync + 'static> Loading<T> {
    /// The value, tracked.
    pub fn get(self) -> Remote<T> {
        self.state.get()
    }

    pub fn signal(self) -> Signal<Remote<T>> {
        self.state.into()
    }
}

impl<T: Send + Sync + 'static> Loading<T> {
    /// Asks anew; what was there makes room for waiting.
    pub fn reload(self) {
        let round = self.round.get_value() + 1;
        self.round.set_value(round);
        self.state.set(Remote::Waiting);
        let pending = self.ask.with_value(|ask| ask());
        self.life.get_value().spawn(async move {
            let answer = pending.await;
            if self.round.try_get_value() == Some(round) {
                self.state.set(answer.map_or_else(Remote::Failed, Remote::Ready));
            }
        });
    }

    /// Asks anew if the last asking failed.
    pub fn reload_if_failed(self) {
        if self.state.with_untracked(|state| matches!(state, Remote::Failed(_))) {
            self.reload();
        }
    }
}

/// Shows a value, or that it is on its way, or that it did not come.
#[component]
pub fn Load<T, V>(
    /// The value; a closure, so that several can be joined into one.
    #[prop(into)]
    value: Signal<Remote<T>>,
    /// What to do when the visitor taps "try again".
    retry: impl Fn() + Clone + Send + Sync + 'static,
    /// The ready face, and the empty one where the value can be empty.
    children: impl Fn(T) -> V + Send + Sync + 'static,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let text = Text::here();
    move || match value.get() {
        Remote::Waiting => view! { <Skeleton label=text.loading()/> }.into_any(),
        Remote::Failed(error) => {
            let retry = retry.clone();
            view! { <Failed sentence=text.failure(&error) retry_label=text.retry() retry=move || retry()/> }.into_any()
        }
        Remote::Ready(ready) => children(ready).into_any(),
    }
}
