//! The code itself: to be read by the gate, or by a guard's ear.

use super::keeper::PassStore;
use crate::domain::pass::{Pass, grouped};
use crate::domain::qr_code::QrCode;
use crate::old_ui::button::main_button;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::full_screen::full_screen;
use crate::old_ui::qr_code::qr_code;
use crate::platform::clock;
use crate::text::Text;
use leptos::prelude::*;

/// The widest that a code gets on the card and alone on the screen, and what must be left beside it, in CSS pixels.
const ON_CARD: (f64, f64) = (320.0, 48.0);
const ALONE: (f64, f64) = (640.0, 32.0);

/// The code with what belongs to it: how fresh it is, and what to say where nothing reads it.
pub fn code(keeper: PassStore, pass: &Pass, is_large: RwSignal<bool>) -> El {
    block("div", "pass__code").child(picture(pass, is_large)).child(freshness(keeper)).child(spoken(pass))
}

fn picture(pass: &Pass, is_large: RwSignal<bool>) -> El {
    let text = Text::here();
    match QrCode::encode(&pass.code) {
        Ok(code) => {
            let (most, margin) = ON_CARD;
            let button = block("button", "pass__frame")
                .attr("type", "button")
                .attr("aria-label", text.enlarge_code())
                .child(qr_code(&code, text.pass_code(), most, margin))
                .on("click", move |_| is_large.set(true));
            all([button, block("p", "pass__hint").attr("aria-hidden", "true").text(text.tap_to_enlarge())])
        }
        Err(reason) => {
            let words = block("p", "pass__hint").text(text.why_no_code(reason));
            let content = if pass.code.is_empty() { nothing() } else { block("p", "pass__text").text(&pass.code) };
            all([words, content])
        }
    }
}

/// That the pass could not be fetched anew, and from when it is.
pub fn stale(keeper: PassStore) -> El {
    let text = Text::here();
    let words = live(move || match (keeper.as_of.get(), keeper.trouble.get()) {
        (Some(as_of), Some(error)) => block("strong", "pass__stale").text(&text.refresh_failed(&error, as_of, clock::now())),
        _ => nothing(),
    });
    block("div", "pass__staleness").attr("role", "status").child(words)
}

/// When the code was fetched, or that it could not be fetched since.
fn freshness(keeper: PassStore) -> El {
    let text = Text::here();
    let words = live(move || match (keeper.as_of.get(), keeper.trouble.get()) {
        (Some(as_of), None) => block("span", "pass__fresh").text(&text.refreshed_at(as_of)),
        _ => nothing(),
    });
    let label = move || if keeper.is_asking.get() { text.refreshing_code() } else { text.refresh_code() }.to_owned();
    let button = block("button", "pass__refresh").attr("type", "button").live_text(label).on("click", move |_| keeper.refresh());
    block("div", "pass__freshness").child(words).child(stale(keeper)).child(button)
}

fn spoken(pass: &Pass) -> El {
    if pass.spoken_code.is_empty() {
        return nothing();
    }
    let text = Text::here();
    block("p", "pass__spoken")
        .child(block("span", "pass__hint").text(text.spoken_code()))
        .child(block("strong", "pass__signs").text(&grouped(&pass.spoken_code)))
}

/// The way to the code for those who would have to scroll.
pub fn shortcut(pass: &Pass, is_large: RwSignal<bool>) -> El {
    if QrCode::encode(&pass.code).is_err() {
        return nothing();
    }
    block("div", "pass__shortcut").child(main_button(Text::here().enlarge_code(), move || is_large.set(true)))
}

/// The code alone on the screen, once it was asked for.
pub fn large(keeper: PassStore, pass: Pass, is_large: RwSignal<bool>, shows_code: RwSignal<bool>) -> El {
    let text = Text::here();
    live(move || {
        if !(is_large.get() && shows_code.get()) {
            return nothing();
        }
        let Ok(code) = QrCode::encode(&pass.code) else { return nothing() };
        let (most, margin) = ALONE;
        let name = block("p", "pass__name").text(&pass.visitor);
        let content = all([name, qr_code(&code, text.pass_code(), most, margin), stale(keeper), spoken(&pass)]);
        full_screen(text.pass_code(), text.shrink_code(), content, move || is_large.set(false))
    })
}
