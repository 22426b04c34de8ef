//! The code: to be read by the gate, or by a guard's ear.

use super::freshness::{Freshness, Staleness};
use super::use_pass;
use crate::domain::pass::grouped;
use crate::reactive::{DynSignal, latest, memo};
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::full_screen::FullScreen;
use crate::ui::qr_code::QrCodeImage;
use leptos::prelude::*;

/// The code on the card, with how fresh it is, and what to say where nothing reads it; nothing where no code is shown.
#[component]
pub fn PassCode() -> impl IntoView {
    let shows_code = use_pass().shows_code;
    let code = || {
        view! {
            <div class="pass__code">
                <CodePicture/>
                <Freshness/>
                <SpokenCode/>
            </div>
        }
        .into_any()
    };
    view! { {move || shows_code.get().then(code)} }
}

/// The code to be tapped; where it cannot be drawn, why, and its content.
#[component]
fn CodePicture() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let unfit = DynSignal::memo(move || pass.qr_code.with(|code| code.as_ref().err().copied()));
    let content = memo(move || pass.pass.with(|pass| pass.code.clone()));
    let shown = move || {
        match (unfit.get(), latest(move || pass.qr_code.get().ok())) {
        (None, Some(code)) => view! {
            <button class="pass__frame" type="button" aria-label=text.enlarge_code() on:click=move |_| pass.is_enlarged.set(true)>
                <QrCodeImage code=code label=text.pass_code() most=320.0 margin=48.0/>
            </button>
            <p class="pass__hint" aria-hidden="true">{text.tap_to_enlarge()}</p>
        }
        .into_any(),
        (reason, _) => view! {
            <p class="pass__hint">{reason.map(|reason| text.why_no_code(reason))}</p>
            {move || content.with(|content| (!content.is_empty()).then(|| view! { <p class="pass__text">{content.clone()}</p> }.into_any()))}
        }
        .into_any(),
    }
    };
    view! { {move || shown()} }
}

/// What a guard can be told where no reader works.
#[component]
fn SpokenCode() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass().pass);
    let code = memo(move || pass.with(|pass| grouped(&pass.spoken_code)));
    let shown = move || {
        let code = code.get();
        (!code.is_empty()).then(|| {
            view! {
                <p class="pass__spoken">
                    <span class="pass__hint">{text.spoken_code()}</span>
                    <strong class="pass__spoken-code">{code}</strong>
                </p>
            }
            .into_any()
        })
    };
    view! { {move || shown()} }
}

/// A button that enlarges the code, for those who would have to scroll to it.
#[component]
pub fn CodeShortcut() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let is_shown = memo(move || pass.shows_code.get() && pass.qr_code.with(Result::is_ok));
    let button = move || {
        view! {
            <div class="pass__shortcut">
                <Button label=text.enlarge_code() weight=Weight::Main on_click=move |()| pass.is_enlarged.set(true)/>
            </div>
        }
        .into_any()
    };
    view! { {move || is_shown.get().then(button)} }
}

/// The code alone on the screen, once somebody enlarged it. A renewed code keeps it open.
#[component]
pub fn EnlargedCode() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let is_shown = memo(move || pass.is_enlarged.get() && pass.shows_code.get() && pass.qr_code.with(Result::is_ok));
    let shown = move || {
        let code = is_shown.get().then(|| latest(move || pass.qr_code.get().ok())).flatten()?;
        Some(view! {
            <FullScreen label=text.pass_code() close=text.shrink_code() on_close=move |()| pass.is_enlarged.set(false)>
                <p class="pass__name">{move || pass.pass.with(|pass| pass.visitor.clone())}</p>
                <QrCodeImage code=code label=text.pass_code() most=640.0 margin=32.0/>
                <Staleness/>
                <SpokenCode/>
            </FullScreen>
        })
    };
    view! { {move || shown()} }
}
