//! What else can be done with a pass: into the calendar, into a picture, off this device.

use super::use_pass;
use crate::domain::calendar::Appointment;
use crate::domain::pass::{Pass, grouped};
use crate::platform::clock;
use crate::platform::poster::Poster;
use crate::reactive::{DynSignal, memo};
use crate::text::{Text, use_text};
use crate::ui::button::{Button, ButtonLink};
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use crate::ui::popup::Popup;
use crate::ui::toast::use_toasts;
use crate::visit::AddToCalendar;
use leptos::prelude::*;

/// The actions below a pass that shows a code, and their dialogs.
#[component]
pub fn PassActions() -> impl IntoView {
    let (text, pass) = (use_text(), use_pass());
    let deletion = RwSignal::new(Confirmation::Closed);
    // The picture that is shown, by its address.
    let picture = RwSignal::new(None::<String>);
    let appointment = DynSignal::memo(move || pass.pass.with(|pass| appointment(text, pass)));
    let actions = move || {
        view! {
            <div class="pass__actions">
                <SaveButton picture=picture/>
                {move || appointment.get().map(|appointment| view! { <AddToCalendar appointment=appointment/> })}
                <Button label=text.forget_pass() on_click=move |()| deletion.set(Confirmation::Asking)/>
            </div>
        }
        .into_any()
    };
    view! {
        {move || pass.shows_code.get().then(actions)}
        <DeleteDialog step=deletion/>
        <PictureDialog picture=picture/>
    }
}

fn appointment(text: Text, pass: &Pass) -> Option<Appointment> {
    let note = if pass.spoken_code.is_empty() { String::new() } else { [text.spoken_code(), " ", &pass.spoken_code].concat() };
    Some(Appointment {
        id: pass.order.as_str().to_owned(),
        stay: pass.stay?,
        title: text.calendar_title(&pass.host),
        place: String::new(),
        note,
    })
}

/// Draws the pass as a picture, where there is a code to draw.
#[component]
fn SaveButton(picture: RwSignal<Option<String>>) -> impl IntoView {
    let (text, toasts, pass) = (use_text(), use_toasts(), use_pass());
    let has_code = memo(move || pass.qr_code.with(Result::is_ok));
    let save = move |()| {
        let drawn = pass.qr_code.get_untracked().ok().and_then(|code| pass.pass.with_untracked(|pass| poster(text, pass).draw(&code)));
        if drawn.is_none() {
            toasts.show(text.cannot_draw_pass().to_owned());
        }
        picture.set(drawn);
    };
    view! { {move || has_code.get().then(|| view! { <Button label=text.save_pass() on_click=save/> })} }
}

fn poster(text: Text, pass: &Pass) -> Poster {
    let title = if pass.title.is_empty() { text.pass() } else { &pass.title };
    let when = pass.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let host = if pass.host.is_empty() { String::new() } else { [text.host(), " ", &pass.host].concat() };
    Poster {
        title: title.to_owned(),
        name: pass.visitor.clone(),
        lines: [when, host].into_iter().filter(|line| !line.is_empty()).collect(),
        spoken_code: grouped(&pass.spoken_code),
    }
}

/// Asks before the pass is deleted on this device.
#[component]
fn DeleteDialog(step: RwSignal<Confirmation>) -> impl IntoView {
    let (text, toasts, store) = (use_text(), use_toasts(), use_pass().store);
    let words = ConfirmWords {
        question: text.forget_pass_question().to_owned(),
        working: text.forget_pass_question().to_owned(),
        confirm: text.confirm_forget().to_owned(),
        keep: text.keep_pass().to_owned(),
    };
    let delete = move |()| {
        store.delete_cached();
        step.set(Confirmation::Closed);
        toasts.show(text.pass_forgotten().to_owned());
    };
    view! {
        <ConfirmDialog step=step words=words on_confirm=delete>
            <p class="pass__hint">{text.forget_pass_detail()}</p>
        </ConfirmDialog>
    }
}

/// The pass as a picture, to be saved.
#[component]
fn PictureDialog(picture: RwSignal<Option<String>>) -> impl IntoView {
    let text = use_text();
    let shown = move || {
        let address = picture.get()?;
        let actions = view! {
            <ButtonLink label=text.download_pass() href=address.clone() download="pass.png"/>
            <Button label=text.close() on_click=move |()| picture.set(None)/>
        };
        Some(view! {
            <Popup title=text.save_pass() actions=actions.into_any() on_close=move |()| picture.set(None)>
                <p class="pass__hint">{text.saved_pass()}</p>
                <img class="pass__picture" src=address alt=text.pass()/>
            </Popup>
        })
    };
    view! { {move || shown()} }
}
