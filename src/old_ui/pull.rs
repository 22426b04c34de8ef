//! Pulling the page down to refresh it, for those with a finger. The page offers a button as well.

use super::element::{El, block};
use super::touch::{finger, part};
use crate::state::while_shown;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// How far a finger pulls, in CSS pixels, until letting go refreshes.
const ENOUGH: i32 = 120;
/// Where it stays during the refresh.
const STAY: i32 = 80;
/// The sign follows at half the finger's pace, up to here.
const LOWEST: i32 = 72;

/// What the sign says: while it is pulled, when letting go is enough, and while the refresh is under way.
pub type Words = [&'static str; 3];

/// How the sign hangs.
#[derive(Debug, Clone, Copy, Default)]
struct Pull {
    /// Where the finger was set down, while it pulls.
    begun: Option<i32>,
    /// How far it has come.
    by: i32,
}

pub fn pull_to_refresh(words: Words, is_busy: impl Fn() -> bool + Copy + 'static, refresh: impl Fn() + 'static, content: El) -> El {
    let state = RwSignal::new(Pull::default());
    while_shown(move || {
        if !is_busy() {
            state.set(Pull::default());
        }
    });
    let sign = block("div", "pull__sign").attr("aria-hidden", "true").live_attr("style", move || {
        let height = (state.get().by / 2).min(LOWEST);
        format!("height:{height}px")
    });
    let sign = sign.live_text(move || {
        let [pull, release, refreshing] = words;
        if is_busy() {
            refreshing
        } else if state.get().by < ENOUGH {
            pull
        } else {
            release
        }
        .to_owned()
    });
    let end = move |_| {
        let is_enough = state.get_untracked().by >= ENOUGH;
        if is_enough {
            refresh();
        }
        state.set(Pull { begun: None, by: if is_enough { STAY } else { 0 } });
    };
    block("div", "pull")
        .on("touchstart", move |event| {
            let begun = height(&event).filter(|_| is_at_top());
            state.update(|pull| pull.begun = begun);
        })
        .on("touchmove", move |event| {
            let begun = state.get_untracked().begun;
            let (Some(from), Some(now)) = (begun, height(&event)) else { return };
            if now > from {
                // The finger moves the sign, and not the webview with all it shows.
                event.prevent_default();
            }
            state.set(Pull { begun, by: (now - from).max(0) });
        })
        .on("touchend", end)
        .on("touchcancel", move |_| state.set(Pull::default()))
        .child(sign)
        .child(content)
}

/// How far down the only finger on the screen is.
fn height(event: &JsValue) -> Option<i32> {
    finger(event, "touches").map(|(_, down)| down)
}

fn is_at_top() -> bool {
    part(&js_sys::global(), "pageYOffset").and_then(|offset| offset.as_f64()).is_some_and(|offset| offset <= 0.0)
}
