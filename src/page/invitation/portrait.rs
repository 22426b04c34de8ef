//! A portrait for the doors: asked for apart, with a consent of its own, and never needed.

use crate::api::channel::{ApiContext, ApiFlavor};
use crate::api::transport::Client;
use crate::api::upload;
use crate::domain::booking::field::{Field, FieldKey};
use crate::domain::booking::photo::{Unfit, UploadState};
use crate::domain::portrait::{PORTRAIT, Quality, portrait_question};
use crate::old_ui::cell::cells;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::field::check;
use crate::page::Site;
use crate::sheet::{FormController, NotSent, Sending, Uploader, question_cell, uploader};
use crate::text::Text;
use leptos::prelude::*;

/// What the doors say of the portrait.
#[derive(Clone)]
pub struct PortraitDesk {
    client: Client,
    context: ApiContext,
    quality: RwSignal<Option<Quality>>,
    text: Text,
}

impl PortraitDesk {
    pub fn open(site: &Site) -> Self {
        Self { client: site.client.clone(), context: site.session.context.clone(), quality: RwSignal::new(None), text: Text::here() }
    }

    /// The question, where the channel has portraits.
    pub fn question(&self) -> Option<Field> {
        let is_offered = self.context.flavor == ApiFlavor::WeCom;
        is_offered.then(|| portrait_question(self.text.portrait(), self.text.portrait_tip()))
    }

    /// Sends the portrait to the doors, other pictures where they belong.
    pub fn uploader(&self) -> Uploader {
        let (usual, client, quality) = (uploader(self.client.clone(), self.context.clone()), self.client.clone(), self.quality);
        std::sync::Arc::new(move |key: &FieldKey, jpeg_base64: String| -> Sending {
            if key.as_str() != PORTRAIT {
                return usual(key, jpeg_base64);
            }
            quality.set(None);
            let answer = client.send(upload::portrait(jpeg_base64));
            Box::pin(async move {
                let graded = answer.await.map_err(|_| NotSent::Failed)?;
                quality.set(Some(graded.quality));
                match graded.id {
                    Some(id) => Ok(id.as_str().to_owned()),
                    None if graded.quality == Quality::Unfit => Err(NotSent::Rejected(Unfit::Unrecognizable)),
                    None => Err(NotSent::Failed),
                }
            })
        })
    }
}

/// The consent, and then the portrait with its quality; nothing where the channel has none.
pub fn portrait_cells(sheet: FormController, desk: PortraitDesk) -> El {
    let Some(asked) = desk.question() else { return nothing() };
    let text = desk.text;
    let agrees = RwSignal::new(has_portrait(sheet));
    let toggle = move || {
        let agreed = !agrees.get_untracked();
        if !agreed {
            withdraw(sheet);
        }
        agrees.set(agreed);
    };
    let consent = check(text.portrait_consent(), text.portrait_purpose(), move || agrees.get(), toggle);
    let picture = live(move || {
        if !agrees.get() {
            return nothing();
        }
        let quality = desk.quality;
        let words = move || {
            let is_there = sheet
                .form
                .with(|form| form.answers.photos(&asked_key()).iter().any(|photo| matches!(photo.progress, UploadState::Uploaded(_))));
            if is_there { text.portrait_quality(quality.get()).to_owned() } else { String::new() }
        };
        all([question_cell(sheet, &asked), block("p", "invitation__quality").attr("role", "status").live_text(words)])
    });
    cells(text.portrait(), [consent, picture])
}

fn asked_key() -> FieldKey {
    FieldKey::new(PORTRAIT)
}

fn has_portrait(sheet: FormController) -> bool {
    sheet.form.with_untracked(|form| !form.answers.photos(&asked_key()).is_empty())
}

/// Who takes the consent back takes the picture along.
fn withdraw(sheet: FormController) {
    sheet.form.update(|form| {
        let ids: Vec<u32> = form.answers.photos(&asked_key()).iter().map(|photo| photo.id).collect();
        ids.into_iter().for_each(|id| form.answers.remove_photo(id));
    });
}
