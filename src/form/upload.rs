//! Pictures on their way to the server.

use super::FormController;
use crate::api::channel::ApiContext;
use crate::api::transport::Client;
use crate::api::upload;
use crate::context::{use_client, use_session};
use crate::domain::booking::field::FieldKey;
use crate::domain::booking::photo::{Photo, Unfit, UploadState};
use crate::domain::problem::Spot;
use crate::platform::picture::Picture;
use leptos::prelude::*;
use std::pin::Pin;
use std::sync::Arc;

/// Why a picture is not on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadError {
    /// It can be tried again.
    Failed,
    /// The server has looked at it and does not want it.
    Rejected(Unfit),
}

/// A picture's address on the server, on its way.
pub type Upload = Pin<Box<dyn Future<Output = Result<String, UploadError>>>>;

/// Uploads a picture, as JPEG in base64, that answers a question.
pub type Uploader = Arc<dyn Fn(&FieldKey, String) -> Upload + Send + Sync>;

/// Uploads pictures by the channel's own call.
pub fn uploader(client: Client, context: ApiContext) -> Uploader {
    Arc::new(move |_: &FieldKey, jpeg_base64: String| {
        let answer = client.send(upload::picture(&context, jpeg_base64));
        Box::pin(async move {
            // An empty address: the server stored nothing.
            answer.await.ok().filter(|address| !address.trim().is_empty()).ok_or(UploadError::Failed)
        })
    })
}

/// The same with the client and channel from context.
pub fn use_uploader() -> Uploader {
    uploader(use_client(), use_session().context)
}

/// The pictures whose upload may have to be repeated, as JPEG in base64, by their ids.
#[derive(Clone, Copy, Default)]
pub(super) struct JpegStore(StoredValue<Vec<(u32, String)>>);

impl JpegStore {
    fn get(self, id: u32) -> Option<String> {
        self.0.with_value(|jpegs| jpegs.iter().find(|(known, _)| *known == id).map(|(_, jpeg)| jpeg.clone()))
    }

    /// Stores a picture under an id that neither `next_id` nor an earlier picture has taken.
    fn add(self, next_id: u32, jpeg_base64: String) -> u32 {
        // An earlier picture's upload may still be under way, so its id is not used again.
        let known = self.0.with_value(|jpegs| jpegs.last().map_or(0, |(last, _)| last + 1));
        let id = next_id.max(known);
        self.0.update_value(|jpegs| jpegs.push((id, jpeg_base64)));
        id
    }

    /// Frees the memory of a picture; its id stays taken.
    fn clear(self, id: u32) {
        self.0.update_value(|jpegs| jpegs.iter_mut().filter(|(known, _)| *known == id).for_each(|(_, jpeg)| jpeg.clear()));
    }
}

/// The pictures of one question, in a form.
#[derive(Clone)]
pub(super) struct PhotoAnswer {
    pub form: FormController,
    pub key: FieldKey,
    /// Why the last picture was not taken.
    pub unfit: RwSignal<Option<Unfit>>,
}

impl PhotoAnswer {
    pub fn spot(&self) -> Spot {
        Spot::Field(self.key.clone())
    }

    pub fn count(&self) -> usize {
        self.form.form.with_untracked(|form| form.answers.photos(&self.key).len())
    }

    /// Puts a picture into the form, and starts to upload it.
    pub fn put(&self, picture: Picture, in_place_of: Option<u32>) {
        let next_id = self.form.form.with_untracked(|form| form.answers.next_photo_id());
        let id = self.form.jpegs.add(next_id, picture.jpeg_base64);
        let photo = Photo { id, thumbnail: picture.thumbnail, progress: UploadState::Uploading };
        self.form.edit(&self.spot(), |form| form.answers.put_photo(&self.key, photo, in_place_of));
        self.upload(id);
    }

    /// Uploads a picture that the form holds already.
    pub fn upload(&self, id: u32) {
        let Some(jpeg) = self.form.jpegs.get(id) else { return };
        self.set_progress(id, UploadState::Uploading);
        let upload = self.form.uploader.with_value(|uploader| uploader(&self.key, jpeg));
        let answer = self.clone();
        self.form.spawn(async move {
            match upload.await {
                Ok(address) => answer.set_progress(id, UploadState::Uploaded(address)),
                // The thumbnail itself shows that it failed, and offers to try again.
                Err(UploadError::Failed) => answer.set_progress(id, UploadState::Failed),
                Err(UploadError::Rejected(reason)) => {
                    answer.remove(id);
                    answer.unfit.set(Some(reason));
                }
            }
        });
    }

    pub fn remove(&self, id: u32) {
        self.form.edit(&self.spot(), |form| form.answers.remove_photo(id));
        self.form.jpegs.clear(id);
    }

    fn set_progress(&self, id: u32, progress: UploadState) {
        self.form.edit(&self.spot(), |form| {
            if let Some(photo) = form.answers.photo_mut(id) {
                photo.progress = progress;
            }
        });
    }
}
