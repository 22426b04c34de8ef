//! A short word at the edge of attention, gone by itself.

use leptos::prelude::*;
use std::time::Duration;

/// How long a toast stays.
const STAY: Duration = Duration::from_millis(2_500);

/// Where pages put a toast, from context.
#[derive(Debug, Clone, Copy)]
pub struct Toasts(RwSignal<String>);

/// The toasts of this app.
pub fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// Makes toasts available to everything below.
    pub fn provide() -> Self {
        let toasts = Self(RwSignal::new(String::new()));
        provide_context(toasts);
        toasts
    }

    pub fn here() -> Option<Self> {
        use_context()
    }

    pub fn show(self, words: String) {
        self.0.set(words.clone());
        let clear = move || {
            // A newer toast keeps its own time.
            if self.0.try_with_untracked(|shown| *shown == words) == Some(true) {
                self.0.set(String::new());
            }
        };
        set_timeout(clear, STAY);
    }

    /// Takes away what no longer holds.
    pub fn clear(self) {
        self.0.set(String::new());
    }
}

/// The place where toasts appear; there all the time, so that screen readers hear of news.
#[component]
pub fn ToastRegion(toasts: Toasts) -> impl IntoView {
    let words = move || toasts.0.get();
    view! {
        <div class="toast" role="status" aria-live="polite">
            {move || (!words().is_empty()).then(|| view! { <span class="toast__words">{words()}</span> })}
        </div>
    }
}
