//! Who comes along: those who confirmed, the link for those who have not, and handing the visit in.

use crate::api::booking::submit;
use crate::api::error::ApiError;
use crate::context::{use_client, use_session, use_shared_link};
use crate::domain::id::{Batch, ProjectId};
use crate::domain::visit::{Companion, Tone, Visit};
use crate::platform::share::{Shared, share};
use crate::reactive::DynSignal;
use crate::route::Route;
use crate::text::use_text;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::Cells;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The companions, and what is to be done before the host sees the visit; nothing for who comes alone.
#[component]
pub fn Companions(visit: DynSignal<Visit>, on_change: Callback<()>) -> impl IntoView {
    let (text, is_known) = (use_text(), use_session().is_known());
    let list = move || {
        visit.with(|visit| {
            let tone = if visit.status.is_upcoming() { Tone::Good } else { Tone::Over };
            let rows: Vec<AnyView> = visit.companions.iter().map(|companion| row(companion, tone)).collect();
            let is_alone = rows.is_empty() && !visit.is_gathering;
            (!is_alone).then(|| view! { <Cells heading=text.companions()>{rows}</Cells> })
        })
    };
    let next = DynSignal::memo(move || if is_known { visit.with(next_step) } else { NextStep::None });
    let next = move || match next.get() {
        NextStep::None => ().into_any(),
        NextStep::Invite(batch, project, missing) => view! { <InviteCompanions batch=batch project=project missing=missing/> }.into_any(),
        NextStep::HandIn => view! { <HandIn visit=visit on_change=on_change/> }.into_any(),
    };
    view! {
        {move || list()}
        {move || next()}
    }
}

fn row(companion: &Companion, tone: Tone) -> AnyView {
    view! {
        <div class="cell">
            <span class="companions__name">{companion.name.clone()}</span>
            <Badge label=companion.status.clone() tone=tone/>
        </div>
    }
    .into_any()
}

/// What the leader of a party has to do.
#[derive(Debug, Clone, PartialEq)]
enum NextStep {
    None,
    /// To send the link to so many who have not confirmed.
    Invite(Batch, Option<ProjectId>, u32),
    HandIn,
}

fn next_step(visit: &Visit) -> NextStep {
    match (visit.is_gathering, visit.missing_companions(), &visit.batch) {
        (true, 0, _) => NextStep::HandIn,
        (true, missing, Some(batch)) => NextStep::Invite(batch.clone(), visit.project.clone(), missing),
        _ => NextStep::None,
    }
}

#[component]
fn InviteCompanions(batch: Batch, #[prop(optional_no_strip)] project: Option<ProjectId>, missing: u32) -> impl IntoView {
    let (text, toasts) = (use_text(), use_toasts());
    let link = use_shared_link(&Route::Companions(batch), project);
    let shown = link.clone();
    let share = move || match share(&link) {
        Shared::Offered => {}
        Shared::Copied => toasts.show(text.companion_link_copied().to_owned()),
        Shared::Neither => toasts.show(text.companion_link_by_hand().to_owned()),
    };
    view! {
        <div class="companions__actions">
            <p class="companions__next">{text.companions_missing(missing)}</p>
            <p class="companions__link">{shown}</p>
            <Button label=text.share_companion_link() on_click=share/>
        </div>
    }
}

#[component]
fn HandIn(visit: DynSignal<Visit>, on_change: Callback<()>) -> impl IntoView {
    let (text, client, toasts) = (use_text(), use_client(), use_toasts());
    let is_sending = RwSignal::new(false);
    let send = move || {
        if is_sending.get_untracked() {
            return;
        }
        is_sending.set(true);
        let answer = client.send(submit(visit.with_untracked(|visit| visit.order.clone())));
        // Not bound to the page: leaving does not call the visit back.
        spawn_local(async move {
            let answer = answer.await;
            toasts.show(answer.as_ref().map_or_else(|error| text.failure(error), |()| text.visit_handed_in().to_owned()));
            let is_shown = is_sending.try_set(false).is_none();
            // A visit that cannot be handed in any more has changed meanwhile.
            if is_shown && matches!(answer, Ok(()) | Err(ApiError::Refused { .. })) {
                on_change.run(());
            }
        });
    };
    view! {
        <div class="companions__actions">
            <p class="companions__next">{text.all_companions_in()}</p>
            <Button label=text.submit() weight=Weight::Main disabled=is_sending on_click=send/>
        </div>
    }
}
