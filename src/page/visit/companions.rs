//! Who comes along: those who confirmed, the link for those who have not, and handing the visit in.

use crate::api::booking::submit;
use crate::api::error::ApiError;
use crate::domain::visit::{Companion, Tone, Visit};
use crate::old_ui::badge::badge;
use crate::old_ui::button::{main_button, quiet_button};
use crate::old_ui::cell::cells;
use crate::old_ui::element::{El, all, block, nothing};
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::platform::share::{Shared, share};
use crate::route::Route;
use crate::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Nothing for who comes alone. `on_change` is told when the visit stands differently now.
pub fn companions(site: &Site, visit: &Visit, on_change: impl Fn() + 'static) -> El {
    let text = Text::here();
    if visit.companions.is_empty() && !visit.is_gathering {
        return nothing();
    }
    let tone = if visit.status.is_upcoming() { Tone::Good } else { Tone::Over };
    let row = |companion: &Companion| {
        block("div", "cell").child(block("span", "companions__name").text(&companion.name)).child(badge(&companion.status, tone))
    };
    let next = match (visit.is_gathering, visit.missing_companions()) {
        (false, _) => nothing(),
        (true, 0) => hand_in(site, visit, on_change),
        (true, missing) => invite(site, visit, missing),
    };
    all([cells(text.companions(), visit.companions.iter().map(row)), next])
}

fn invite(site: &Site, visit: &Visit, missing: u32) -> El {
    let Some(batch) = visit.batch.clone() else { return nothing() };
    let (text, toasts) = (Text::here(), Toasts::here());
    let link = site.navigation.address(&Route::Companions(batch));
    let shown = block("p", "companions__link").text(&link);
    let share = move || {
        let words = match share(&link) {
            Shared::Offered => return,
            Shared::Copied => text.companion_link_copied(),
            Shared::Neither => text.companion_link_by_hand(),
        };
        toasts.iter().for_each(|toasts| toasts.show(words.to_owned()));
    };
    block("div", "companions__actions")
        .child(block("p", "companions__next").text(&text.companions_missing(missing)))
        .child(shown)
        .child(quiet_button(text.share_companion_link(), share))
}

/// Hands the visit in. Leaving the page does not call it back.
fn hand_in(site: &Site, visit: &Visit, on_change: impl Fn() + 'static) -> El {
    let (text, toasts) = (Text::here(), Toasts::here());
    let is_sending = RwSignal::new(false);
    let (client, order) = (site.client.clone(), visit.order.clone());
    let on_change = std::rc::Rc::new(on_change);
    let send = move || {
        if is_sending.get_untracked() {
            return;
        }
        is_sending.set(true);
        let (client, ask, on_change) = (client.clone(), submit(order.clone()), on_change.clone());
        spawn_local(async move {
            let answer = client.send(ask).await;
            let words = answer.as_ref().map_or_else(|error| text.failure(error), |()| text.visit_handed_in().to_owned());
            if let Some(toasts) = toasts {
                toasts.show(words);
            }
            let is_shown = is_sending.try_get_untracked().is_some();
            is_sending.set(false);
            // A visit that cannot be handed in any more has changed meanwhile.
            if is_shown && matches!(answer, Ok(()) | Err(ApiError::Refused { .. })) {
                on_change();
            }
        });
    };
    block("div", "companions__actions")
        .child(block("p", "companions__next").text(text.all_companions_in()))
        .child(main_button(text.submit(), send).live_flag("disabled", move || is_sending.get()))
}
