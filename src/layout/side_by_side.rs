//! A list and, where the screen is wide enough, the visit that was chosen in it.
//!
//! The choice is part of the address: it survives a reload, and "back" leads through the visits that were chosen.

use crate::context::use_navigation;
use crate::domain::visit::HostVisitId;
use crate::platform::history::Navigation;
use crate::platform::shortcut::on_key;
use crate::platform::webview;
use crate::reactive::effect;
use crate::route::{HostList, HostRoute, Route};
use crate::text::use_text;
use crate::ui::pair::{Pair, PairHint};
use leptos::prelude::*;

/// A list as children. On a wide screen, links to visits open beside it instead of on a page of their own, and the arrow
/// keys go from one to the next.
#[component]
pub fn SideBySide(
    list: HostList,
    /// The visits of the list in their order, as far as they are loaded.
    #[prop(into)]
    visits: Callback<(), Vec<HostVisitId>>,
    /// Draws the chosen visit.
    #[prop(into)]
    detail: Callback<HostVisitId, AnyView>,
    children: Children,
) -> impl IntoView {
    let (text, navigation) = (use_text(), use_navigation());
    let chosen = navigation.chosen;
    divert_links(list, &navigation);
    follow_arrow_keys(list, &navigation, visits);
    leave_when_narrow(navigation);
    let shown = move || match chosen.get() {
        Some(id) => detail.run(id),
        None => view! { <PairHint words=text.choose_a_visit()/> }.into_any(),
    };
    view! {
        <Pair detail_label=text.host_visit() keys_hint=text.arrow_keys() detail=move || shown()>
            {children()}
        </Pair>
    }
}

/// The list with a visit beside it, or with none.
pub fn beside(list: HostList, visit: Option<HostVisitId>) -> Route {
    Route::Host(visit.map_or(list.route(), |visit| HostRoute::Beside(list, visit)))
}

fn divert_links(list: HostList, navigation: &Navigation) {
    // The list may have gone since.
    let (is_shown, chooser) = (StoredValue::new(()), navigation.clone());
    navigation.divert(move |route| match route {
        Route::Host(HostRoute::Visit(id)) if webview::is_wide() && is_shown.try_get_value().is_some() => {
            if chooser.chosen.with_untracked(|chosen| chosen.as_ref() != Some(id)) {
                chooser.choose(beside(list, Some(id.clone())), false);
            }
            true
        }
        _ => false,
    });
}

/// However many rows the arrow keys go through in a row, "back" leads to where they began.
fn follow_arrow_keys(list: HostList, navigation: &Navigation, visits: Callback<(), Vec<HostVisitId>>) {
    let (navigation, chosen_by_key) = (navigation.clone(), StoredValue::new(None::<HostVisitId>));
    on_key(move |key| {
        let is_down = match key {
            "arrowdown" => true,
            "arrowup" => false,
            _ => return false,
        };
        let (visits, chosen) = (visits.run(()), navigation.chosen.get_untracked());
        let place = chosen.as_ref().and_then(|chosen| visits.iter().position(|visit| visit == chosen));
        let next = match (place, is_down) {
            (Some(place), true) => visits.get(place + 1),
            (Some(place), false) => place.checked_sub(1).and_then(|place| visits.get(place)),
            (None, _) => visits.first(),
        };
        if let Some(next) = next {
            let goes_on = chosen.is_some() && chosen_by_key.with_value(|by_key| *by_key == chosen);
            chosen_by_key.set_value(Some(next.clone()));
            navigation.choose(beside(list, Some(next.clone())), goes_on);
        }
        true
    });
}

/// Where there is no room beside the list, the chosen visit has a page of its own.
fn leave_when_narrow(navigation: Navigation) {
    let is_wide = webview::watch_width();
    effect(move || {
        if let Some(id) = navigation.chosen.get()
            && !is_wide.get()
        {
            navigation.replace(Route::Host(HostRoute::Visit(id)));
        }
    });
}
