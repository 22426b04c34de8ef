//! Pulling the page down to refresh it, for those with a finger. The page offers a button as well.

use super::touch::only_finger;
use crate::reactive::effect;
use leptos::prelude::*;

/// How far a finger pulls, in CSS pixels, until letting go refreshes.
const ENOUGH: i32 = 120;
/// Where it stays during the refresh.
const STAY: i32 = 80;
/// The sign follows at half the finger's pace, up to here.
const LOWEST: i32 = 72;

/// What the sign says.
#[derive(Debug, Clone, Copy)]
pub struct PullWords {
    /// While it is pulled.
    pub pull: &'static str,
    /// When letting go is enough.
    pub release: &'static str,
    pub refreshing: &'static str,
}

/// How the sign hangs.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Pull {
    /// Where the finger was set down, while it pulls.
    begun: Option<i32>,
    /// How far it has come.
    by: i32,
}

/// Content that can be pulled down to refresh it.
#[component]
pub fn PullToRefresh(
    words: PullWords,
    #[prop(into)] is_busy: Signal<bool>,
    #[prop(into)] on_refresh: Callback<()>,
    children: Children,
) -> impl IntoView {
    let pull = RwSignal::new(Pull::default());
    effect(move || {
        if !is_busy.get() {
            pull.set(Pull::default());
        }
    });
    let height = move || format!("{}px", (pull.get().by / 2).min(LOWEST));
    let sign = move || match is_busy.get() {
        true => words.refreshing,
        false if pull.get().by < ENOUGH => words.pull,
        false => words.release,
    };
    // During a refresh the sign stays where it is, whatever a finger does.
    let rest = move || if is_busy.get_untracked() { pull.get_untracked().by } else { 0 };
    let release = move |_| {
        let is_enough = !is_busy.get_untracked() && pull.get_untracked().by >= ENOUGH;
        if is_enough {
            on_refresh.run(());
        }
        pull.set(Pull { begun: None, by: if is_enough { STAY } else { rest() } });
    };
    view! {
        <div
            class="pull"
            on:touchstart=move |event| {
                let begun = only_finger(&event.touches()).map(|(_, down)| down).filter(|_| is_at_top());
                pull.set(Pull { begun, by: rest() });
            }
            on:touchmove=move |event| {
                let begun = pull.get_untracked().begun;
                let (Some(from), Some((_, now))) = (begun, only_finger(&event.touches())) else { return };
                if now > from {
                    // The finger moves the sign, and not the webview with all it shows.
                    event.prevent_default();
                }
                pull.set(Pull { begun, by: if is_busy.get_untracked() { rest() } else { (now - from).max(0) } });
            }
            on:touchend=release
            on:touchcancel=move |_| pull.set(Pull { begun: None, by: rest() })
        >
            <div class="pull__sign" aria-hidden="true" style:height=move || height()>{move || sign()}</div>
            {children()}
        </div>
    }
}

fn is_at_top() -> bool {
    window().page_y_offset().is_ok_and(|offset| offset <= 0.0)
}
