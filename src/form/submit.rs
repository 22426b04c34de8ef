//! Sends something once, and looks it up where the answer is lost: the rules are in `domain::delivery`.

use crate::api::error::ApiError;
use crate::domain::delivery::{Delivery, LATER_LOOKUPS, Lookup, LookupPolicy, SubmitState};
use crate::text::Text;
use gloo_timers::future::TimeoutFuture;
use leptos::task::spawn_local;

/// How long to wait before a second search for what may still be on its way, in milliseconds.
const SECOND_LOOKUP: u32 = 2_000;

/// Something on its way to the server, with all it needs when the page is gone before it arrives.
pub trait SubmitTask {
    /// What the server gives for it, such as an id; `()` where it gives nothing.
    type Receipt;

    /// When the server is searched for it.
    fn lookup_policy(&self) -> LookupPolicy {
        LookupPolicy::WhenLost
    }

    /// One attempt to send it. [`delivery`] reads the server's answer.
    fn send(&self) -> impl Future<Output = Delivery<Self::Receipt>>;

    /// One search for it on the server.
    fn look_up(&self) -> impl Future<Output = Lookup<Self::Receipt>>;

    /// Whether somebody still waits for it to be found: the page is there, and nothing else was done meanwhile.
    fn is_awaited(&self) -> bool {
        false
    }

    /// Takes the next state. The page may be gone: signals are set with `try_*` or found dead.
    fn settle(&self, state: SubmitState<Self::Receipt>);
}

/// What the server's answer says of an attempt; `text` words a refusal.
pub fn delivery<T>(answer: Result<T, ApiError>, text: Text) -> Delivery<T> {
    match answer {
        Ok(receipt) => Delivery::Accepted(receipt),
        Err(error) if error.leaves_doubt() => Delivery::AnswerLost,
        Err(error) if error.needs_sign_in() => Delivery::SignedOut(text.failure(&error)),
        Err(error) => Delivery::Refused(text.failure(&error)),
    }
}

/// Sends it. It is bound to no page: leaving does not call it back.
pub fn spawn_submit(task: impl SubmitTask + 'static) {
    // Before the next tap, which may come before the task begins.
    task.settle(SubmitState::Submitting);
    spawn_local(async move { run_submit(&task).await });
}

/// Searches once more for something in doubt.
pub fn spawn_look_up(task: impl SubmitTask + 'static) {
    task.settle(SubmitState::LookingUp);
    spawn_local(async move { look_patiently(&task).await });
}

/// Sends it, and looks it up where its policy says so. The caller has checked `may_submit`.
pub async fn submit<T: SubmitTask>(task: &T) {
    task.settle(SubmitState::Submitting);
    run_submit(task).await;
}

/// Searches for it once more.
pub async fn look_up<T: SubmitTask>(task: &T) {
    task.settle(SubmitState::LookingUp);
    look_patiently(task).await;
}

async fn run_submit<T: SubmitTask>(task: &T) {
    let policy = task.lookup_policy();
    let state = SubmitState::after_delivery(task.send().await);
    match state {
        SubmitState::LookingUp => look_up(task).await,
        SubmitState::Refused(_) if policy == LookupPolicy::WhenLostOrRefused => match task.look_up().await {
            Lookup::Found(receipt) => task.settle(SubmitState::Arrived(receipt)),
            Lookup::Absent | Lookup::Failed | Lookup::NoList => task.settle(state),
        },
        state => task.settle(state),
    }
}

/// Looks twice before it says that something is not found, and goes on looking while somebody waits for it.
async fn look_patiently<T: SubmitTask>(task: &T) {
    let mut lookup = task.look_up().await;
    if matches!(lookup, Lookup::Absent) {
        TimeoutFuture::new(SECOND_LOOKUP).await;
        lookup = task.look_up().await;
    }
    task.settle(SubmitState::after_lookup(lookup));
    look_later(task).await;
}

/// Looks again at growing distances. What else comes of it than finding it changes nothing.
async fn look_later<T: SubmitTask>(task: &T) {
    for pause in LATER_LOOKUPS {
        if !task.is_awaited() {
            return;
        }
        TimeoutFuture::new(pause).await;
        if task.is_awaited()
            && let Lookup::Found(receipt) = task.look_up().await
            && task.is_awaited()
        {
            return task.settle(SubmitState::Arrived(receipt));
        }
    }
}
