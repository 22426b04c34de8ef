//! Pictures for a question: chosen, scaled down, uploaded.

use super::desk::{Desk, spot_id};
use super::question::question;
use crate::api::upload;
use crate::domain::booking::field::{Field, FieldKey};
use crate::domain::booking::photo::{self, MOST_PHOTOS, Photo, Progress, Unfit};
use crate::domain::booking::problem::Spot;
use crate::platform::picture::{self, Picture, Raw, Undrawable};
use crate::platform::{webview, wechat};
use crate::state::{Derived, State};
use crate::ui::element::El;
use crate::ui::field::Question;
use crate::ui::photo_picker::{InPlaceOf, PhotoAct, PhotoWords, photo_picker, retake_id};
use std::rc::Rc;
use web_sys::File;

/// The pictures of one question.
pub fn photo_cell(desk: Desk, asked: &Field) -> El {
    let text = desk.text;
    let key = asked.key.clone();
    let unfit = State::new(None::<Unfit>);
    let asked = question(desk, asked);
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
        Derived::new(move || desk.form.with(|form| form.answers.photos(&key).to_vec()))
    };
    let album = Album { desk, key, unfit, trusts_the_app: State::new(true) };
    photo_picker(&Question { problem, ..asked }, words, photos, Rc::new(move |act| album.act(act)))
}

/// The pictures of a question, and the ways to get one.
#[derive(Clone)]
struct Album {
    desk: Desk,
    key: FieldKey,
    /// Why the last picture was not taken.
    unfit: State<Option<Unfit>>,
    /// Whether the app's own chooser is asked: not after it failed, and not while it owes an answer.
    trusts_the_app: State<bool>,
}

/// Where a picture comes from.
enum Source {
    File(File),
    /// The app's own chooser, for at most so many.
    App(usize),
}

impl Album {
    fn act(&self, act: PhotoAct) -> bool {
        let desk = self.desk;
        match act {
            PhotoAct::Choose(place) => return self.choose(place),
            PhotoAct::Pick(place, file) => desk.spawn(self.clone().take(place, Source::File(file))),
            PhotoAct::Retry(id) => desk.spawn(upload(desk, self.key.clone(), id)),
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
        let free = MOST_PHOTOS.saturating_sub(self.desk.form.with_untracked(|form| form.answers.photos(&self.key).len()));
        let most = if place.is_some() { 1 } else { free };
        self.desk.spawn(self.clone().take(place, Source::App(most)));
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
        let desk = self.desk;
        let in_form = desk.form.with_untracked(|form| form.answers.next_photo_id());
        // Nor one that another picture had: its upload may still be under way.
        let known = desk.pictures.with_untracked(|pictures| pictures.last().map_or(0, |(last, _)| last + 1));
        let id = in_form.max(known);
        desk.pictures.update(|pictures| pictures.push((id, picture.jpeg_base64)));
        let photo = Photo { id, thumbnail: picture.thumbnail, progress: Progress::Uploading };
        desk.edit(&self.spot(), |form| form.answers.put_photo(&self.key, photo, place));
        desk.spawn(upload(desk, self.key.clone(), id));
    }

    fn remove(&self, id: u32) {
        self.desk.edit(&self.spot(), |form| form.answers.remove_photo(id));
        let forget = |(known, base64): &mut (u32, String)| {
            if *known == id {
                base64.clear();
            }
        };
        self.desk.pictures.update(|pictures| pictures.iter_mut().for_each(forget));
    }

    fn spot(&self) -> Spot {
        Spot::Field(self.key.clone())
    }
}

/// Uploads a picture that the form holds already.
async fn upload(desk: Desk, key: FieldKey, id: u32) {
    let Some(base64) =
        desk.pictures.with_untracked(|pictures| pictures.iter().find(|(known, _)| *known == id).map(|(_, base64)| base64.clone()))
    else {
        return;
    };
    set_progress(desk, &key, id, Progress::Uploading);
    let site = desk.site.get_untracked();
    let progress = match site.client.send(upload::picture(&site.session.caller, base64)).await {
        Ok(address) if !address.trim().is_empty() => Progress::Uploaded(address),
        // The thumbnail itself says that it failed, and offers to try again.
        Ok(_) | Err(_) => Progress::Failed,
    };
    set_progress(desk, &key, id, progress);
}

fn set_progress(desk: Desk, key: &FieldKey, id: u32, progress: Progress) {
    desk.edit(&Spot::Field(key.clone()), |form| {
        if let Some(photo) = form.answers.photo_mut(id) {
            photo.progress = progress;
        }
    });
}
