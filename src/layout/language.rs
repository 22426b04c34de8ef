//! The switch between languages.

use crate::context::use_preferences;
use crate::text::use_text;
use crate::ui::frame::FrameButton;
use leptos::prelude::*;

/// Switches to the other language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let (text, preferences) = (use_text(), use_preferences());
    let other = text.locale.other();
    view! { <FrameButton label=text.other_language() lang=other.tag() on_click=move || preferences.choose_locale(other)/> }
}
