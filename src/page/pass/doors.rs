//! Whether the doors are ready: approved is not yet let in.

use crate::api::channel::Operation;
use crate::api::door::{deliver_again, delivery};
use crate::api::error::ApiError;
use crate::domain::id::OrderId;
use crate::domain::pass::readiness::{Grant, Readiness};
use crate::domain::visit::Tone;
use crate::old_ui::badge::badge;
use crate::old_ui::button::quiet_button;
use crate::old_ui::cell::cells;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::platform::visibility::is_in_sight;
use crate::remote::{Remote, Resource, Scope};
use crate::text::Text;
use gloo_timers::callback::Interval;
use leptos::prelude::*;
use std::rc::Rc;

/// How often doors that are still being told are asked again, in milliseconds.
const PAUSE: u32 = 15_000;

/// How far the permissions of a visit have come; nothing for one without a pass.
pub fn doors(site: &Site, order: OrderId, has_pass: impl Fn() -> bool + 'static) -> El {
    if !Operation::CheckDoors.is_offered(site.session.context.flavor) {
        return nothing();
    }
    let asked = order.clone();
    let told = site.try_load(move |_| delivery(asked.clone())).refresh_on_return();
    StoredValue::new_local(Interval::new(PAUSE, move || {
        if is_in_sight() && is_under_way(told) {
            told.refresh();
        }
    }));
    let text = Text::here();
    let is_sending = RwSignal::new(false);
    let again = Rc::new(sender(site.clone(), order, told, is_sending));
    live(move || match (has_pass(), told.get()) {
        (true, Remote::Ready(Ok(grants))) => {
            let again = Rc::clone(&again);
            shown(&grants, is_sending, move || again())
        }
        (true, Remote::Ready(Err(_)) | Remote::Failed(_)) => block("p", "pass__doors").text(text.doors_unknown()),
        _ => nothing(),
    })
}

fn is_under_way(told: Resource<Result<Vec<Grant>, ApiError>>) -> bool {
    matches!(told.get(), Remote::Ready(Ok(grants)) if matches!(Readiness::of_all(&grants), Readiness::Waiting | Readiness::Sending))
}

fn shown(grants: &[Grant], is_sending: RwSignal<bool>, again: impl Fn() + 'static) -> El {
    let text = Text::here();
    let progress = Readiness::of_all(grants);
    let summary = block("p", "pass__doors").attr("role", "status").text(text.readiness(progress));
    let send = if progress == Readiness::Failed {
        let label = move || if is_sending.get() { text.sending_to_doors() } else { text.send_to_doors() }.to_owned();
        let button = quiet_button("", again).live_text(label).live_flag("disabled", move || is_sending.get());
        block("div", "pass__actions").child(button)
    } else {
        nothing()
    };
    all([cells(text.door_permissions(), grants.iter().map(row)), summary, send])
}

fn row(grant: &Grant) -> El {
    let text = Text::here();
    let door = if grant.door.trim().is_empty() { text.unnamed_door() } else { &grant.door };
    let words = block("span", "pass__door")
        .child(block("strong", "pass__door-name").text(door))
        .child(block("span", "pass__door-means").text(&text.errand(&grant.area, text.means(grant.means))));
    block("div", "cell").child(words).child(badge(text.progress_of_doors(grant.progress), tone(grant.progress)))
}

fn tone(progress: Readiness) -> Tone {
    match progress {
        Readiness::Nothing | Readiness::Withdrawn => Tone::Over,
        Readiness::Done => Tone::Good,
        Readiness::Waiting | Readiness::Sending => Tone::Waiting,
        Readiness::Failed => Tone::Bad,
    }
}

/// Sends the permissions again, and asks how far they have come.
fn sender(site: Site, order: OrderId, told: Resource<Result<Vec<Grant>, ApiError>>, is_sending: RwSignal<bool>) -> impl Fn() {
    let (text, toasts, life) = (Text::here(), Toasts::here(), Scope::here());
    move || {
        if is_sending.get_untracked() {
            return;
        }
        is_sending.set(true);
        let answer = site.client.send(deliver_again(order.clone()));
        life.spawn(async move {
            let words = answer.await.map_or_else(|error| text.failure(&error), |()| text.sent_to_doors().to_owned());
            toasts.iter().for_each(|toasts| toasts.show(words.clone()));
            if is_sending.try_get_untracked().is_some() {
                is_sending.set(false);
                told.refresh();
            }
        });
    }
}
