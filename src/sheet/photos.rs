//! Pictures for a question: chosen, scaled down, uploaded.

use super::question::question;
use super::{FormController, NotSent, spot_id};
use crate::domain::booking::field::{Field, FieldKey, Kind};
use crate::domain::booking::photo::{self, MOST_PHOTOS, Photo, Unfit, UploadState};
use crate::domain::problem::Spot;
use crate::old_ui::element::El;
use crate::old_ui::field::Question;
use crate::old_ui::photo_picker::{InPlaceOf, PhotoAct, PhotoWords, photo_picker, retake_id};
use crate::platform::picture::{self, Picture, Raw, Undrawable};
use crate::platform::{webview, wechat};
use crate::state::Derived;
use leptos::prelude::*;
use std::rc::Rc;
use web_sys::File;

/// The pictures of one question.
pub fn photo_cell(sheet: FormController, asked: &Field) -> El {
    let text = sheet.text;
    let key = asked.key.clone();
    let is_portrait = asked.kind == Kind::Portrait;
    let unfit = RwSignal::new(None::<Unfit>);
    let asked = question(sheet, asked);
    let wrong = asked.problem.clone();
    let problem = Derived::new(move || unfit.get().map_or_else(|| wrong.get(), |unfit| text.unfit(unfit).to_owned()));
    let words = PhotoWords {
        add: text.add_photo(),
        photo: text.photo(),
        retry: text.retry_photo(),
        retake: text.retake_photo(),
        remove: text.remove_photo(),
        uploading: text.photo_uploading(),
        failed: text.photo_failed(),
    };
    let photos = {
        let key = key.clone();
        Derived::new(move || sheet.form.with(|form| form.answers.photos(&key).to_vec()))
    };
    let most = if is_portrait { 1 } else { MOST_PHOTOS };
    let album = Album { sheet, key, most, unfit, trusts_the_app: RwSignal::new(true) };
    photo_picker(&Question { problem, ..asked }, words, photos, most, Rc::new(move |act| album.act(act)))
}

/// The pictures of a question, and the ways to get one.
#[derive(Clone)]
struct Album {
    sheet: FormController,
    key: FieldKey,
    most: usize,
    /// Why the last picture was not taken.
    unfit: RwSignal<Option<Unfit>>,
    /// Whether the app's own chooser is asked: not after it failed, and not while it owes an answer.
    trusts_the_app: RwSignal<bool>,
}

/// Where a picture comes from.
enum Source {
    File(File),
    /// The app's own chooser, for at most so many.
    App(usize),
}

impl Album {
    fn act(&self, act: PhotoAct) -> bool {
        let sheet = self.sheet;
        match act {
            PhotoAct::Choose(place) => return self.choose(place),
            PhotoAct::Pick(place, file) => sheet.spawn(self.clone().take(place, Source::File(file))),
            PhotoAct::Retry(id) => sheet.spawn(upload(self.clone(), id)),
            PhotoAct::Remove(id) => self.remove(id),
        }
        true
    }

    /// Opens the app's own chooser, if it has one that works.
    fn choose(&self, place: InPlaceOf) -> bool {
        if !self.trusts_the_app.get_untracked() || !wechat::has_chooser() {
            return false;
        }
        self.trusts_the_app.set(false);
        let free = self.most.saturating_sub(self.sheet.form.with_untracked(|form| form.answers.photos(&self.key).len()));
        let most = if place.is_some() { 1 } else { free };
        self.sheet.spawn(self.clone().take(place, Source::App(most)));
        true
    }

    /// Takes what is chosen into the form. When the app's chooser fails, the browser's takes over.
    async fn take(self, place: InPlaceOf, source: Source) {
        let chosen = match source {
            Source::File(file) => photo::accept(&file.type_(), file.size()).map(|()| vec![Raw::File(file)]),
            Source::App(most) => {
                let Ok(pictures) = wechat::choose_pictures(most).await else {
                    return webview::click(&place.map_or_else(|| spot_id(&self.spot()), retake_id));
                };
                self.trusts_the_app.set(true);
                Ok(pictures.into_iter().map(Raw::Data).collect())
            }
        };
        self.unfit.set(chosen.as_ref().err().copied());
        for raw in chosen.unwrap_or_default() {
            match picture::prepare(&raw).await {
                Ok(picture) => self.put(place, picture),
                Err(Undrawable) => self.unfit.set(Some(Unfit::Undrawable)),
            }
        }
    }

    /// Puts a picture into the form and sends it on its way.
    fn put(&self, place: InPlaceOf, picture: Picture) {
        let sheet = self.sheet;
        let in_form = sheet.form.with_untracked(|form| form.answers.next_photo_id());
        // Nor one that another picture had: its upload may still be under way.
        let known = sheet.pictures.with_untracked(|pictures| pictures.last().map_or(0, |(last, _)| last + 1));
        let id = in_form.max(known);
        sheet.pictures.update(|pictures| pictures.push((id, picture.jpeg_base64)));
        let photo = Photo { id, thumbnail: picture.thumbnail, progress: UploadState::Uploading };
        sheet.edit(&self.spot(), |form| form.answers.put_photo(&self.key, photo, place));
        sheet.spawn(upload(self.clone(), id));
    }

    fn remove(&self, id: u32) {
        self.sheet.edit(&self.spot(), |form| form.answers.remove_photo(id));
        let forget = |(known, base64): &mut (u32, String)| {
            if *known == id {
                base64.clear();
            }
        };
        self.sheet.pictures.update(|pictures| pictures.iter_mut().for_each(forget));
    }

    fn spot(&self) -> Spot {
        Spot::Field(self.key.clone())
    }
}

/// Uploads a picture that the form holds already.
async fn upload(album: Album, id: u32) {
    let (sheet, key) = (album.sheet, album.key.clone());
    let Some(base64) =
        sheet.pictures.with_untracked(|pictures| pictures.iter().find(|(known, _)| *known == id).map(|(_, base64)| base64.clone()))
    else {
        return;
    };
    set_progress(sheet, &key, id, UploadState::Uploading);
    let sent = sheet.uploader.with_untracked(|uploader| uploader(&key, base64));
    let progress = match sent.await {
        Ok(address) => UploadState::Uploaded(address),
        // The thumbnail itself says that it failed, and offers to try again.
        Err(NotSent::Failed) => UploadState::Failed,
        Err(NotSent::Rejected(reason)) => {
            album.remove(id);
            return album.unfit.set(Some(reason));
        }
    };
    set_progress(sheet, &key, id, progress);
}

fn set_progress(sheet: FormController, key: &FieldKey, id: u32, progress: UploadState) {
    sheet.edit(&Spot::Field(key.clone()), |form| {
        if let Some(photo) = form.answers.photo_mut(id) {
            photo.progress = progress;
        }
    });
}
