//! Pictures for a question: chosen, scaled down, uploaded.

use super::desk::Desk;
use super::question::{asked, problem_with};
use crate::api::upload::UploadPicture;
use crate::domain::booking::field::{Field, FieldKey};
use crate::domain::booking::photo::{self, Photo, Progress, Unfit};
use crate::domain::booking::problem::Spot;
use crate::platform::picture;
use crate::text::Text;
use crate::ui::photo_picker::{PhotoPicker, PhotoWords};
use leptos::prelude::*;
use web_sys::File;

/// The pictures of one question.
#[component]
pub fn PhotoCell(desk: Desk, field: Field) -> impl IntoView {
    let text = Text::here();
    let key = StoredValue::new(field.key.clone());
    let unfit = RwSignal::new(None::<Unfit>);
    let cause = problem_with(desk, &field.key, field.label.clone());
    let problem = Signal::derive(move || unfit.get().map(|unfit| text.unfit(unfit).to_owned()).or_else(|| cause.get()));
    let photos = Signal::derive(move || key.with_value(|key| desk.form.with(|form| form.answers.photos(key).to_vec())));
    let words = PhotoWords {
        add: text.add_photo(),
        photo: text.photo(),
        retry: text.retry_photo(),
        remove: text.remove_photo(),
        uploading: text.photo_uploading(),
        failed: text.photo_failed(),
    };
    let pick = move |file: File| {
        unfit.set(None);
        desk.spawn(async move {
            if let Err(reason) = add(desk, key.get_value(), file).await {
                unfit.set(Some(reason));
            }
        });
    };
    let retry = move |id| desk.spawn(upload(desk, key.get_value(), id));
    let remove = move |id| {
        let key = key.get_value();
        desk.edit(&Spot::Field(key.clone()), |form| form.answers.photos_mut(&key).retain(|photo| photo.id != id));
        desk.pictures.update_value(|pictures| {
            pictures.remove(&id);
        });
    };
    view! { <PhotoPicker question=asked(text, &field) words photos problem on_pick=pick on_retry=retry on_remove=remove/> }
}

/// Takes a file into the form and sends it on its way.
async fn add(desk: Desk, key: FieldKey, file: File) -> Result<(), Unfit> {
    photo::accept(&file.type_(), file.size())?;
    let picture = picture::prepare(&file).await.map_err(|_| Unfit::NotAPicture)?;
    let id = desk.form.with_untracked(|form| form.answers.all_photos().flat_map(|(_, photos)| photos).map(|photo| photo.id + 1).max().unwrap_or(0));
    desk.pictures.update_value(|pictures| {
        pictures.insert(id, picture.jpeg_base64);
    });
    let photo = Photo { id, thumbnail: picture.thumbnail, progress: Progress::Uploading };
    desk.edit(&Spot::Field(key.clone()), |form| form.answers.photos_mut(&key).push(photo));
    upload(desk, key, id).await;
    Ok(())
}

/// Uploads a picture that the form holds already.
async fn upload(desk: Desk, key: FieldKey, id: u32) {
    let Some(base64) = desk.pictures.with_value(|pictures| pictures.get(&id).cloned()) else { return };
    set_progress(desk, &key, id, Progress::Uploading);
    let site = desk.site.get_value();
    let call = UploadPicture::for_booking(base64, site.session.project.as_ref(), site.session.product.as_ref());
    let progress = match site.client.send(&call).await {
        Ok(kept) if !kept.image_url.trim().is_empty() => Progress::Uploaded(kept.image_url),
        // The thumbnail itself says that it failed, and offers to try again.
        Ok(_) | Err(_) => Progress::Failed,
    };
    set_progress(desk, &key, id, progress);
}

fn set_progress(desk: Desk, key: &FieldKey, id: u32, progress: Progress) {
    desk.edit(&Spot::Field(key.clone()), |form| {
        if let Some(photo) = form.answers.photos_mut(key).iter_mut().find(|photo| photo.id == id) {
            photo.progress = progress;
        }
    });
}
