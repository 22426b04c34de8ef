//! The way back.

use crate::context::use_navigation;
use crate::platform::wechat::use_js_sdk;
use crate::reactive::memo;
use crate::text::use_text;
use crate::ui::frame::FrameButton;
use leptos::prelude::*;

/// Leads back to the screen before; on the first one it closes the webview, where the app around us can do that.
#[component]
pub fn BackButton() -> impl IntoView {
    let (text, navigation, sdk) = (use_text(), use_navigation(), use_js_sdk());
    if navigation.has_past() {
        return view! { <FrameButton label=text.back() on_click=move || navigation.back()/> }.into_any();
    }
    let can_close = memo(move || sdk.can_close());
    let button = move || can_close.get().then(|| view! { <FrameButton label=text.close() on_click=move || sdk.close()/> }.into_any());
    view! { {move || button()} }.into_any()
}
