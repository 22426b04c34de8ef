//! Pictures for a question: chosen, scaled down, uploaded.

use super::desk::Desk;
use super::question::question;
use crate::api::upload;
use crate::domain::booking::field::{Field, FieldKey};
use crate::domain::booking::photo::{self, Photo, Progress, Unfit};
use crate::domain::booking::problem::Spot;
use crate::platform::picture;
use crate::state::{Derived, State};
use crate::ui::element::El;
use crate::ui::field::Question;
use crate::ui::photo_picker::{PhotoActions, PhotoWords, photo_picker};
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
        remove: text.remove_photo(),
        uploading: text.photo_uploading(),
        failed: text.photo_failed(),
    };
    let photos = {
        let key = key.clone();
        Derived::new(move || desk.form.with(|form| form.answers.photos(&key).to_vec()))
    };
    let (for_pick, for_retry) = (key.clone(), key.clone());
    let pick = move |file| {
        unfit.set(None);
        let key = for_pick.clone();
        desk.spawn(async move {
            if let Err(reason) = add(desk, key, file).await {
                unfit.set(Some(reason));
            }
        });
    };
    let remove = move |id| {
        desk.edit(&Spot::Field(key.clone()), |form| form.answers.remove_photo(id));
        desk.pictures.update(|pictures| pictures.retain(|(known, _)| *known != id));
    };
    let actions = PhotoActions {
        pick: Box::new(pick),
        retry: Box::new(move |id| desk.spawn(upload(desk, for_retry.clone(), id))),
        remove: Box::new(remove),
    };
    photo_picker(&Question { problem, ..asked }, words, photos, actions)
}

/// Takes a file into the form and sends it on its way.
async fn add(desk: Desk, key: FieldKey, file: File) -> Result<(), Unfit> {
    photo::accept(&file.type_(), file.size())?;
    let picture = picture::prepare(&file).await.map_err(|_| Unfit::Undrawable)?;
    let id = desk.form.with_untracked(|form| form.answers.next_photo_id());
    desk.pictures.update(|pictures| pictures.push((id, picture.jpeg_base64)));
    let photo = Photo { id, thumbnail: picture.thumbnail, progress: Progress::Uploading };
    desk.edit(&Spot::Field(key.clone()), |form| form.answers.add_photo(&key, photo));
    upload(desk, key, id).await;
    Ok(())
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
