//! The way back.

use crate::context::use_navigation;
use crate::platform::wechat;
use crate::text::use_text;
use crate::ui::frame::FrameButton;
use leptos::prelude::*;

/// Leads back to the screen before; on the first one it closes the webview, where the app around us can do that.
#[component]
pub fn BackButton() -> impl IntoView {
    let (text, navigation) = (use_text(), use_navigation());
    if navigation.has_past() {
        view! { <FrameButton label=text.back() on_click=move || navigation.back()/> }.into_any()
    } else if wechat::can_close() {
        view! { <FrameButton label=text.close() on_click=wechat::close/> }.into_any()
    } else {
        ().into_any()
    }
}
