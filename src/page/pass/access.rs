//! Whether access control knows the visitor: approved is not yet let in.

use super::use_pass;
use crate::api::channel::Operation;
use crate::api::door::{deliver_again, delivery};
use crate::api::error::ApiError;
use crate::context::{use_client, use_session};
use crate::domain::pass::readiness::{Grant, Readiness};
use crate::domain::visit::Tone;
use crate::platform::interval::use_interval;
use crate::platform::visibility::use_visibility;
use crate::reactive::watch;
use crate::resource::{Remote, Resource, Scope, use_optional_api};
use crate::text::{Text, use_text};
use crate::ui::badge::Badge;
use crate::ui::button::Button;
use crate::ui::cell::Cells;
use crate::ui::toast::use_toasts;
use leptos::prelude::*;

/// How often permissions that are still on their way are fetched again, in milliseconds.
const POLL_INTERVAL: u32 = 15_000;

type Grants = Resource<Result<Vec<Grant>, ApiError>>;

/// How far the permissions of the visit have come; nothing for a pass that shows no code.
#[component]
pub fn AccessReadiness() -> impl IntoView {
    Operation::CheckDoors.is_offered(use_session().context.flavor).then(|| view! { <Permissions/> })
}

#[component]
fn Permissions() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let order = pass.pass.with_untracked(|pass| pass.order.clone());
    let grants: Grants = use_optional_api(move |_| delivery(order.clone())).refresh_on_return();
    // The pass and its permissions are refreshed together.
    watch(move || pass.store.as_of.track(), move || grants.refresh());
    let is_visible = use_visibility().is_visible;
    use_interval(POLL_INTERVAL, move || {
        if is_visible.get_untracked() && is_under_way(grants) {
            grants.refresh();
        }
    });
    let is_delivering = RwSignal::new(false);
    let on_deliver = use_delivery(grants, is_delivering);
    let shown = move || match (pass.shows_code.get(), grants.get()) {
        (true, Remote::Ready(Ok(list))) => view! { <GrantList list=list is_delivering=is_delivering on_deliver=on_deliver/> }.into_any(),
        (true, Remote::Ready(Err(_)) | Remote::Failed(_)) => view! { <p class="pass__access">{text.access_unknown()}</p> }.into_any(),
        _ => ().into_any(),
    };
    view! { {move || shown()} }
}

/// Has the permissions delivered again, and fetches how far they have come.
fn use_delivery(grants: Grants, is_delivering: RwSignal<bool>) -> Callback<()> {
    let (text, toasts, client, scope) = (use_text(), use_toasts(), use_client(), Scope::here());
    let order = use_pass().pass.with_untracked(|pass| pass.order.clone());
    Callback::new(move |()| {
        if is_delivering.get_untracked() {
            return;
        }
        is_delivering.set(true);
        let answer = client.send(deliver_again(order.clone()));
        scope.spawn(async move {
            let words = answer.await.map_or_else(|error| text.failure(&error), |()| text.sent_to_access().to_owned());
            toasts.show(words);
            is_delivering.set(false);
            grants.refresh();
        });
    })
}

fn is_under_way(grants: Grants) -> bool {
    grants.with_untracked(
        |grants| matches!(grants, Remote::Ready(Ok(list)) if matches!(Readiness::of_all(list), Readiness::Waiting | Readiness::Sending)),
    )
}

#[component]
fn GrantList(list: Vec<Grant>, is_delivering: RwSignal<bool>, on_deliver: Callback<()>) -> impl IntoView {
    let text = use_text();
    let readiness = Readiness::of_all(&list);
    let rows: Vec<AnyView> = list.iter().map(|grant| row(text, grant)).collect();
    let label = Signal::derive(move || if is_delivering.get() { text.sending_to_access() } else { text.send_to_access() }.to_owned());
    let deliver = move || {
        view! {
            <div class="pass__actions">
                <Button label=label disabled=is_delivering on_click=on_deliver/>
            </div>
        }
    };
    view! {
        <Cells heading=text.access_permissions()>{rows}</Cells>
        <p class="pass__access" role="status">{text.readiness(readiness)}</p>
        {(readiness == Readiness::Failed).then(deliver)}
    }
}

fn row(text: Text, grant: &Grant) -> AnyView {
    let device = if grant.door.trim().is_empty() { text.unnamed_device() } else { &grant.door };
    view! {
        <div class="cell">
            <span class="pass__grant">
                <strong class="pass__grant-device">{device.to_owned()}</strong>
                <span class="pass__grant-means">{text.purpose_line(&grant.area, text.means(grant.means))}</span>
            </span>
            <Badge label=text.access_readiness(grant.progress) tone=tone(grant.progress)/>
        </div>
    }
    .into_any()
}

fn tone(readiness: Readiness) -> Tone {
    match readiness {
        Readiness::Nothing | Readiness::Withdrawn => Tone::Over,
        Readiness::Done => Tone::Good,
        Readiness::Waiting | Readiness::Sending => Tone::Waiting,
        Readiness::Failed => Tone::Bad,
    }
}
