//! A portrait for access control: asked for apart, with a consent of its own, and never needed.

use crate::api::channel::ApiFlavor;
use crate::api::upload;
use crate::context::use_client;
use crate::domain::booking::field::{Field, FieldKey, Kind};
use crate::domain::booking::photo::{Unfit, UploadState};
use crate::domain::portrait::{self, PORTRAIT, Quality};
use crate::form::{FormController, PhotoField, Upload, UploadError, Uploader, use_uploader};
use crate::text::{Text, use_text};
use crate::ui::cell::Cells;
use crate::ui::field::CheckInput;
use leptos::prelude::*;
use std::sync::Arc;

/// The question for a portrait, where the channel takes one.
pub fn portrait_question(text: Text, flavor: ApiFlavor) -> Option<Field> {
    (flavor == ApiFlavor::WeCom).then(|| portrait::portrait_question(text.portrait(), text.portrait_tip()))
}

/// Uploads the portrait to access control, which grades it, and other pictures by the channel's own call.
pub fn use_portrait_uploader(quality: RwSignal<Option<Quality>>) -> Uploader {
    let (client, other) = (use_client(), use_uploader());
    Arc::new(move |key: &FieldKey, jpeg_base64: String| -> Upload {
        if key.as_str() != PORTRAIT {
            return other(key, jpeg_base64);
        }
        quality.set(None);
        let answer = client.send(upload::portrait(jpeg_base64));
        Box::pin(async move {
            let portrait = answer.await.map_err(|_| UploadError::Failed)?;
            quality.set(Some(portrait.quality));
            match portrait.id {
                Some(id) => Ok(id.as_str().to_owned()),
                None if portrait.quality == Quality::Unfit => Err(UploadError::Rejected(Unfit::Unrecognizable)),
                None => Err(UploadError::Failed),
            }
        })
    })
}

/// The consent, and then the portrait with its quality; nothing where the form does not ask for one.
#[component]
pub fn PortraitField(form: FormController, quality: RwSignal<Option<Quality>>) -> impl IntoView {
    let question = form.form.with_untracked(|form| form.visible_fields().find(|field| field.kind == Kind::Portrait).cloned());
    question.map(|question| view! { <ConsentedPortrait form=form question=question quality=quality/> })
}

#[component]
fn ConsentedPortrait(form: FormController, question: Field, quality: RwSignal<Option<Quality>>) -> impl IntoView {
    let text = use_text();
    let key = question.key.clone();
    let has_consent = RwSignal::new(form.form.with_untracked(|form| !form.answers.photos(&key).is_empty()));
    let toggle = move || {
        has_consent.update(|has_consent| *has_consent = !*has_consent);
        if !has_consent.get_untracked() {
            remove_photos(form, &key);
        }
    };
    let portrait = move || {
        has_consent.get().then(|| {
            view! {
                <PhotoField form=form question=question.clone()/>
                <PortraitQuality form=form key=question.key.clone() quality=quality/>
            }
            .into_any()
        })
    };
    view! {
        <Cells heading=text.portrait()>
            <CheckInput label=text.portrait_consent() detail=text.portrait_purpose() checked=has_consent on_toggle=toggle/>
            {move || portrait()}
        </Cells>
    }
}

/// What access control makes of a portrait that it took.
#[component]
fn PortraitQuality(form: FormController, key: FieldKey, quality: RwSignal<Option<Quality>>) -> impl IntoView {
    let text = use_text();
    let is_uploaded =
        form.select(move |form| form.answers.photos(&key).iter().any(|photo| matches!(photo.progress, UploadState::Uploaded(_))));
    let words = move || if is_uploaded.get() { text.portrait_quality(quality.get()) } else { "" };
    view! { <p class="invitation__quality" role="status">{move || words()}</p> }
}

/// Taking the consent back takes the picture back too.
fn remove_photos(form: FormController, key: &FieldKey) {
    form.form.update(|form| {
        let ids: Vec<u32> = form.answers.photos(key).iter().map(|photo| photo.id).collect();
        ids.into_iter().for_each(|id| form.answers.remove_photo(id));
    });
}
