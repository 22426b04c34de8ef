//! What a page waits for, and the four faces of waiting.

pub mod listing;

use crate::api::error::ApiError;
use crate::old_ui::element::{El, live};
use crate::old_ui::failed::failed;
use crate::old_ui::skeleton::skeleton;
use crate::platform::visibility::on_return;
use crate::text::Text;
use leptos::prelude::*;
use std::any::Any;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;

pub use crate::resource::{Remote, Scope};

/// A value whose type only its owner knows: waiting is compiled once, not once a type.
pub type Erased = Arc<dyn Any + Send + Sync>;
/// A value on its way.
pub type Pending = Pin<Box<dyn Future<Output = Result<Erased, ApiError>>>>;

/// A value on its way, and the means to ask for it again.
pub struct Resource<T> {
    waiting: Waiting,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Resource<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Resource<T> {}

/// Starts to load a value. Leaving the page aborts the call.
pub fn load<T, F>(ask: impl Fn() -> F + Send + Sync + 'static) -> Resource<T>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let ask = move || -> Pending {
        let answer = ask();
        Box::pin(async move { answer.await.map(|value| Arc::new(value) as Erased) })
    };
    Resource::start(Arc::new(ask))
}

impl<T> Resource<T> {
    /// Starts to load what `ask` asks for, which has to be a `T`.
    pub fn start(ask: Arc<dyn Fn() -> Pending + Send + Sync>) -> Self {
        Self { waiting: Waiting::start(ask), kind: PhantomData }
    }
}

impl<T: Clone + 'static> Resource<T> {
    /// The value, tracked.
    pub fn get(self) -> Remote<T> {
        match self.waiting.state.get() {
            Remote::Waiting => Remote::Waiting,
            Remote::Failed(error) => Remote::Failed(error),
            // Only `load::<T>` makes a `Resource<T>`, so the value is a `T`.
            Remote::Ready(value) => value.downcast_ref::<T>().cloned().map_or(Remote::Waiting, Remote::Ready),
        }
    }
}

impl<T> Resource<T> {
    /// Asks anew; what was there makes room for waiting.
    pub fn reload(self) {
        self.waiting.reload();
    }

    /// Asks anew if the last asking failed.
    pub fn reload_if_failed(self) {
        if self.waiting.state.with_untracked(|state| matches!(state, Remote::Failed(_))) {
            self.waiting.reload();
        }
    }
}

impl<T: PartialEq + 'static> Resource<T> {
    /// Asks anew, quietly: what is shown stays until another value is there, and whatever happens if none comes.
    pub fn refresh(self) {
        self.waiting.refresh(is_same::<T>);
    }

    /// Does so whenever the visitor comes back to the page after a while. To be said while the page is built.
    pub fn refresh_on_return(self) -> Self {
        let waiting = self.waiting;
        on_return(move || waiting.refresh(is_same::<T>));
        self
    }
}

fn is_same<T: PartialEq + 'static>(first: &Erased, second: &Erased) -> bool {
    matches!((first.downcast_ref::<T>(), second.downcast_ref::<T>()), (Some(first), Some(second)) if first == second)
}

#[derive(Clone, Copy)]
struct Waiting {
    state: RwSignal<Remote<Erased>>,
    ask: RwSignal<Arc<dyn Fn() -> Pending + Send + Sync>>,
    /// Whose leaving aborts the call: the page, not the button that asked again.
    life: RwSignal<Scope>,
    /// Which asking the state belongs to: the answers of earlier ones are dropped.
    round: RwSignal<u32>,
}

impl Waiting {
    fn start(ask: Arc<dyn Fn() -> Pending + Send + Sync>) -> Self {
        let waiting = Self {
            state: RwSignal::new(Remote::Waiting),
            ask: RwSignal::new(ask),
            life: RwSignal::new(Scope::here()),
            round: RwSignal::new(0),
        };
        waiting.reload();
        waiting
    }

    fn reload(self) {
        self.state.set(Remote::Waiting);
        self.ask(None);
    }

    /// What is on its way already is fresh enough.
    fn refresh(self, is_same: fn(&Erased, &Erased) -> bool) {
        if self.state.with_untracked(|state| !matches!(state, Remote::Waiting)) {
            self.ask(Some(is_same));
        }
    }

    /// Asks; quietly, where it is told how to tell whether anything has changed.
    fn ask(self, quietly: Option<fn(&Erased, &Erased) -> bool>) {
        let round = self.round.get_untracked() + 1;
        self.round.set(round);
        let pending = self.ask.with_untracked(|ask| ask());
        self.life.get_untracked().spawn(async move {
            let answer = pending.await;
            if self.round.try_get_untracked() != Some(round) {
                return;
            }
            let is_news = |is_same: fn(&Erased, &Erased) -> bool| match &answer {
                Ok(new) => self.state.with_untracked(|state| !matches!(state, Remote::Ready(old) if is_same(old, new))),
                Err(_) => false,
            };
            if quietly.is_none_or(is_news) {
                self.state.set(answer.map_or_else(Remote::Failed, Remote::Ready));
            }
        });
    }
}

/// Shows a value, or that it is on its way, or that it did not come. An empty value's face is the page's to give.
pub fn four_faces<T>(value: impl Fn() -> Remote<T> + 'static, retry: impl Fn() + Clone + 'static, ready: impl Fn(T) -> El + 'static) -> El {
    let text = Text::here();
    let face = move || value().map(&ready);
    live(move || match face() {
        Remote::Waiting => skeleton(text.loading()),
        Remote::Failed(error) => failed(&text.failure(&error), text.retry(), retry.clone()),
        Remote::Ready(screen) => screen,
    })
}
