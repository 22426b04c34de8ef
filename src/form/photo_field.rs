//! The pictures that answer a question: chosen, scaled down, uploaded.

use super::question_field::QuestionFrame;
use super::upload::PhotoAnswer;
use super::{FormController, spot_id};
use crate::domain::booking::field::Field as Question;
use crate::domain::booking::photo::{self, Photo, Unfit, UploadState};
use crate::platform::picture::{self, Raw, Undrawable};
use crate::platform::webview;
use crate::platform::wechat::{JsSdk, use_js_sdk};
use crate::reactive::DynSignal;
use crate::text::use_text;
use crate::ui::photo_picker::{InPlaceOf, PhotoEvent, PhotoPicker, PhotoWords, retake_id};
use leptos::prelude::*;
use web_sys::File;

/// A question that pictures answer.
#[component]
pub fn PhotoField(form: FormController, question: Question) -> impl IntoView {
    let text = use_text();
    let unfit = RwSignal::new(None::<Unfit>);
    let notice = Signal::derive(move || unfit.get().map_or("", |unfit| text.unfit(unfit)).to_owned());
    let words = PhotoWords {
        add: text.add_photo(),
        photo: text.photo(),
        retry: text.retry_photo(),
        retake: text.retake_photo(),
        remove: text.remove_photo(),
        view: text.view_photo(),
        uploading: text.photo_uploading(),
        failed: text.photo_failed(),
    };
    let most = question.kind.most_photos();
    let key = question.key.clone();
    let photos = DynSignal::memo(move || form.form.with(|form| form.answers.photos(&key).to_vec()));
    let answer = PhotoAnswer { form, key: question.key.clone(), unfit };
    let sdk = use_js_sdk();
    let can_view = Signal::derive(move || sdk.can_preview());
    let chooser = PhotoChooser { answer, most, sdk, trusts_app: StoredValue::new(true) };
    let on_event = UnsyncCallback::new(move |event| chooser.handle(event));
    view! {
        <QuestionFrame form=form question=question notice=notice>
            <PhotoPicker words=words photos=photos most=most can_view=can_view on_event=on_event/>
        </QuestionFrame>
    }
}

/// How pictures get into the answer.
#[derive(Clone)]
struct PhotoChooser {
    answer: PhotoAnswer,
    most: usize,
    sdk: JsSdk,
    /// Whether the app's own chooser may be called: not after it failed, and not while it is open.
    trusts_app: StoredValue<bool>,
}

/// Where a picture comes from.
enum Source {
    File(File),
    /// The app's own chooser, for at most so many.
    App(usize),
}

impl PhotoChooser {
    /// Handles what is done with the pictures; false where the browser's own chooser has to open.
    fn handle(&self, event: PhotoEvent) -> bool {
        match event {
            PhotoEvent::Choose(in_place_of) => return self.open_app_chooser(in_place_of),
            PhotoEvent::Pick(in_place_of, file) => self.take(in_place_of, Source::File(file)),
            PhotoEvent::Retry(id) => self.answer.upload(id),
            PhotoEvent::Remove(id) => self.answer.remove(id),
            PhotoEvent::View(id) => self.view(id),
        }
        true
    }

    /// Opens the app's own chooser, if it has one that works.
    fn open_app_chooser(&self, in_place_of: InPlaceOf) -> bool {
        if !self.trusts_app.get_value() || !untrack(|| self.sdk.has_chooser()) {
            return false;
        }
        self.trusts_app.set_value(false);
        let free = self.most.saturating_sub(self.answer.count());
        self.take(in_place_of, Source::App(if in_place_of.is_some() { 1 } else { free }));
        true
    }

    /// Has the app show a picture as large as the screen, and the others that are on the server beside it.
    fn view(&self, id: u32) {
        let uploaded = |photo: &Photo| match &photo.progress {
            UploadState::Uploaded(address) => Some((photo.id, address.clone())),
            UploadState::Uploading | UploadState::Failed => None,
        };
        let photos: Vec<(u32, String)> = self.answer.form.form.with_untracked(|form| {
            let photos = form.answers.photos(&self.answer.key);
            photos.iter().filter_map(uploaded).collect()
        });
        let all: Vec<String> = photos.iter().map(|(_, address)| address.clone()).collect();
        if let Some((_, address)) = photos.iter().find(|(photo, _)| *photo == id) {
            self.sdk.preview(address, &all);
        }
    }

    fn take(&self, in_place_of: InPlaceOf, source: Source) {
        self.answer.form.spawn(self.clone().put_chosen(in_place_of, source));
    }

    /// Puts what is chosen into the form. When the app's chooser fails, the browser's takes over.
    async fn put_chosen(self, in_place_of: InPlaceOf, source: Source) {
        let chosen = match source {
            Source::File(file) => photo::accept(&file.type_(), file.size()).map(|()| vec![Raw::File(file)]),
            Source::App(most) => {
                let Ok(pictures) = self.sdk.choose_pictures(most).await else {
                    return webview::click(&in_place_of.map_or_else(|| spot_id(&self.answer.spot()), retake_id));
                };
                self.trusts_app.set_value(true);
                Ok(pictures.into_iter().map(Raw::Data).collect())
            }
        };
        let unfit = self.answer.unfit;
        unfit.set(chosen.as_ref().err().copied());
        for raw in chosen.unwrap_or_default() {
            match picture::prepare(&raw).await {
                Ok(picture) => self.answer.put(picture, in_place_of),
                Err(Undrawable) => unfit.set(Some(Unfit::Undrawable)),
            }
        }
    }
}
