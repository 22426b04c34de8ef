//! A short word at the edge of attention, gone by itself.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// How long a toast stays, in milliseconds.
const STAY: u32 = 2_500;

/// Where pages put a toast.
#[derive(Debug, Clone, Copy)]
pub struct Toasts(RwSignal<Option<String>>);

impl Toasts {
    /// Makes toasts available to everything below.
    pub fn provide() -> Self {
        let toasts = Self(RwSignal::new(None));
        provide_context(toasts);
        toasts
    }

    pub fn here() -> Option<Self> {
        use_context()
    }

    pub fn show(self, words: String) {
        self.0.set(Some(words.clone()));
        Timeout::new(STAY, move || {
            // A newer toast keeps its own time.
            if self.0.try_get_untracked().flatten().as_ref() == Some(&words) {
                self.0.set(None);
            }
        })
        .forget();
    }
}

/// The place where toasts appear; there all the time, so that screen readers hear of news.
#[component]
pub fn ToastPlace(toasts: Toasts) -> impl IntoView {
    view! {
        <div class="toast" role="status" aria-live="polite">
            {move || toasts.0.get().map(|words| view! { <span class="toast__words">{words}</span> })}
        </div>
    }
}
