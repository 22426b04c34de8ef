//! A short word at the edge of attention, gone by itself.

use leptos::prelude::*;
use std::time::Duration;

/// How long a toast stays.
const STAY: Duration = Duration::from_millis(2_500);

/// Where pages put a toast, from context.
#[derive(Debug, Clone, Copy)]
pub struct Toasts {
    words: RwSignal<String>,
    /// Which toast is shown: the timers of earlier ones clear nothing.
    round: StoredValue<u32>,
}

/// The toasts of this app.
pub fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// Makes toasts available to everything below.
    pub fn provide() -> Self {
        let toasts = Self { words: RwSignal::new(String::new()), round: StoredValue::new(0) };
        provide_context(toasts);
        toasts
    }

    pub fn show(self, words: String) {
        let round = self.round.get_value() + 1;
        self.round.set_value(round);
        self.words.set(words);
        let clear = move || {
            if self.round.try_get_value() == Some(round) {
                self.clear();
            }
        };
        set_timeout(clear, STAY);
    }

    /// Takes away what no longer holds.
    pub fn clear(self) {
        self.words.set(String::new());
    }
}

/// The place where toasts appear; there all the time, so that screen readers hear of news.
#[component]
pub fn ToastRegion(toasts: Toasts) -> impl IntoView {
    let words = move || toasts.words.get();
    view! {
        <div class="toast" role="status" aria-live="polite">
            {move || (!words().is_empty()).then(|| view! { <span class="toast__words">{words()}</span> }.into_any())}
        </div>
    }
}
