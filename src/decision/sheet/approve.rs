//! Approving: the areas that the visitors may enter.

use super::{CancelButton, SheetContext};
use crate::api::error::ApiError;
use crate::domain::approval::area::AreaChoice;
use crate::domain::approval::{Decidable, Decision, DecisionKind};
use crate::domain::venue::Area;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, RemoteSignal};
use crate::text::use_text;
use crate::ui::confirm::ConfirmButton;
use crate::ui::field::CheckInput;
use crate::ui::popup::Popup;
use leptos::prelude::*;

type Loaded = (Vec<Decidable>, Result<Vec<Area>, ApiError>);

#[component]
pub(super) fn ApproveSheet(sheet: SheetContext) -> impl IntoView {
    let text = use_text();
    let (visits, areas) = (sheet.visits, sheet.decisions.areas);
    let (choice, is_missing) = (RwSignal::new(AreaChoice::AsRequested), RwSignal::new(false));
    let loaded = RemoteSignal::derive(move || visits.get().and(areas.get()));
    let is_waiting = Signal::derive(move || !visits.is_ready() || !areas.is_ready());
    let retry = move || {
        visits.refetch_if_failed();
        areas.refetch_if_failed();
    };
    let confirm = move || match choice.with_untracked(AreaChoice::grant) {
        Some(grant) => sheet.confirm(Decision::Approve(grant)),
        None => is_missing.set(true),
    };
    let problem = move || if is_missing.get() && choice.with(|choice| choice.grant().is_none()) { text.no_area_ticked() } else { "" };
    let actions = view! {
        <p class="decision__problem" role="alert">{move || problem()}</p>
        <ConfirmButton label=sheet.confirm_label(DecisionKind::Approve) disabled=is_waiting on_click=confirm/>
        <CancelButton sheet=sheet/>
    };
    let areas = move |loaded: DynSignal<Loaded>| {
        let (visits, areas) = loaded.get_untracked();
        view! { <AreaBoxes sheet=sheet visits=visits areas=areas choice=choice/> }
    };
    view! {
        <Popup title=text.approve_question(sheet.count) actions=actions.into_any() on_close=move || sheet.close()>
            <AsyncView value=loaded on_retry=retry children=areas/>
        </Popup>
    }
}

/// "As requested", and the areas of the site; ticked is what the approval grants.
#[component]
fn AreaBoxes(
    sheet: SheetContext,
    visits: Vec<Decidable>,
    areas: Result<Vec<Area>, ApiError>,
    choice: RwSignal<AreaChoice>,
) -> impl IntoView {
    let text = use_text();
    let is_readable = areas.is_ok();
    let areas = areas.unwrap_or_default();
    let proposed = AreaChoice::proposed(&visits, &areas);
    let note = match (is_readable, proposed == AreaChoice::AsRequested && sheet.count > 1) {
        (false, _) => text.areas_unreadable(),
        (true, true) => text.areas_as_asked(),
        (true, false) => text.areas_to_enter(),
    };
    choice.set(proposed);
    let is_as_requested = Signal::derive(move || choice.with(|choice| *choice == AreaChoice::AsRequested));
    let asked = match visits.as_slice() {
        [visit] => text.list(&untrack(|| sheet.decisions.area_names(&visit.areas))),
        _ => String::new(),
    };
    let tick = |area: Area| {
        let (id, toggled) = (area.id.clone(), area.id);
        let toggle = move || choice.update(|choice| choice.toggle(&toggled));
        let checked = Signal::derive(move || choice.with(|choice| choice.has(&id)));
        view! { <CheckInput label=area.name detail=area.remark checked=checked on_toggle=toggle/> }.into_any()
    };
    view! {
        {sheet.names(&visits)}
        <p class="decision__note">{note}</p>
        <div role="group" aria-label=note>
            <CheckInput
                label=text.areas_as_requested()
                detail=asked
                checked=is_as_requested
                on_toggle=move || choice.update(AreaChoice::toggle_as_requested)
            />
            {areas.into_iter().map(tick).collect::<Vec<AnyView>>()}
        </div>
    }
}
