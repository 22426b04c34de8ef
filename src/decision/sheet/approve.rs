//! Approving: the areas that the visitors may enter.

use super::{CancelButton, SheetContext};
use crate::api::error::ApiError;
use crate::domain::approval::{Candidate, Decidable, Decision, proposed_areas};
use crate::domain::id::AreaId;
use crate::domain::venue::Area;
use crate::resource::{AsyncView, Remote};
use crate::text::use_text;
use crate::ui::button::{Button, Weight};
use crate::ui::field::CheckInput;
use crate::ui::popup::Popup;
use leptos::prelude::*;

type Loaded = (Vec<Decidable>, Result<Vec<Area>, ApiError>);

#[component]
pub fn ApproveSheet(candidates: Vec<Candidate>) -> impl IntoView {
    let (text, sheet) = (use_text(), SheetContext::new(candidates));
    let (visits, areas) = (sheet.visits, sheet.decisions.areas);
    let chosen = RwSignal::new(Vec::<AreaId>::new());
    let loaded = Memo::new(move |_| visits.get().and(areas.get()));
    let is_waiting = Signal::derive(move || loaded.with(|loaded| !matches!(loaded, Remote::Ready(_))));
    let retry = move || {
        visits.refetch_if_failed();
        areas.refetch_if_failed();
    };
    let confirm = move || sheet.confirm(Decision::Approve(chosen.get_untracked()));
    let actions = view! {
        <Button label=text.approve() weight=Weight::Main disabled=is_waiting on_click=confirm/>
        <CancelButton sheet=sheet/>
    };
    let choice = move |loaded: Signal<Loaded>| {
        let (visits, areas) = loaded.get_untracked();
        view! { <AreaChoice sheet=sheet visits=visits areas=areas chosen=chosen/> }
    };
    view! {
        <Popup title=text.approve_question(sheet.count) actions=actions.into_any()>
            <AsyncView value=loaded on_retry=retry children=choice/>
        </Popup>
    }
}

/// The areas of the site, of which those are ticked at first that were asked for.
#[component]
fn AreaChoice(
    sheet: SheetContext,
    visits: Vec<Decidable>,
    areas: Result<Vec<Area>, ApiError>,
    chosen: RwSignal<Vec<AreaId>>,
) -> impl IntoView {
    let text = use_text();
    let is_readable = areas.is_ok();
    let areas = areas.unwrap_or_default();
    let proposed = proposed_areas(&visits, &areas);
    let note = match (is_readable, proposed.is_empty() && sheet.count > 1) {
        (false, _) => text.areas_unreadable(),
        (true, true) => text.areas_as_asked(),
        (true, false) => text.areas_to_enter(),
    };
    chosen.set(proposed);
    let tick = |area: Area| {
        let (id, toggled) = (area.id.clone(), area.id);
        let toggle = move || {
            chosen.update(|chosen| match chosen.iter().position(|known| *known == toggled) {
                Some(at) => drop(chosen.remove(at)),
                None => chosen.push(toggled.clone()),
            });
        };
        let checked = Signal::derive(move || chosen.with(|chosen| chosen.contains(&id)));
        view! { <CheckInput label=area.name detail=area.remark checked=checked on_toggle=toggle/> }.into_any()
    };
    view! {
        {sheet.names(&visits)}
        <p class="decision__note">{note}</p>
        {areas.into_iter().map(tick).collect::<Vec<AnyView>>()}
    }
}
