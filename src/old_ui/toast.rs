//! A short word at the edge of attention, gone by itself.

use super::element::{El, block, live, nothing};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// How long a toast stays, in milliseconds.
const STAY: u32 = 2_500;

/// Where pages put a toast.
#[derive(Debug, Clone, Copy)]
pub struct Toasts(RwSignal<String>);

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
        Timeout::new(STAY, move || {
            // A newer toast keeps its own time.
            if self.0.try_get_untracked().as_ref() == Some(&words) {
                self.0.set(String::new());
            }
        })
        .forget();
    }

    /// What was said no longer holds.
    pub fn clear(self) {
        self.0.set(String::new());
    }

    /// The place where toasts appear; there all the time, so that screen readers hear of news.
    pub fn place(self) -> El {
        let words = live(move || self.0.with(|words| if words.is_empty() { nothing() } else { block("span", "toast__words").text(words) }));
        block("div", "toast").attr("role", "status").attr("aria-live", "polite").child(words)
    }
}
