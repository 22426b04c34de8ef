//! The way into the mini-program, for what only it can do.

use crate::context::{use_config, use_shared_link};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::{ButtonLink, Weight};
use leptos::prelude::*;

/// Opens a route in the mini-program: by the site's link or its code; where the site has set neither, says whom to ask.
#[component]
pub fn OpenInMiniProgram(route: Route) -> impl IntoView {
    let (text, config) = (use_text(), use_config());
    let page = use_shared_link(&route, None);
    let link = config.mini_program_link.as_ref().map(|link| link.to(&page));
    let code = config.mini_program_code;
    let (title, detail) = if link.is_some() || code.is_some() {
        (text.mini_program_title(), text.mini_program_detail())
    } else {
        (text.mini_program_only_title(), text.mini_program_only_detail())
    };
    let code = code.map(|code| {
        view! {
            <img class="mini-program__code" src=code alt=text.mini_program_code()/>
            <p class="mini-program__hint">{text.mini_program_code_hint()}</p>
        }
        .into_any()
    });
    view! {
        <section class="mini-program">
            <h2 class="mini-program__title">{title}</h2>
            <p class="mini-program__detail">{detail}</p>
            {link.map(|link| view! { <ButtonLink label=text.open_mini_program() href=link weight=Weight::Main/> }.into_any())}
            {code}
        </section>
    }
}
