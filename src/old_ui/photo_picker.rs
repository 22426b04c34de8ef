//! Thumbnails of pictures on their way, and the way to add one.

use super::element::{El, all, block, el, live};
use super::field::{Question, answering, field};
use crate::domain::booking::photo::{Photo, UploadState};
use crate::state::Derived;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, File, HtmlInputElement};

/// The words around pictures.
#[derive(Debug, Clone, Copy)]
pub struct PhotoWords {
    pub add: &'static str,
    pub photo: &'static str,
    pub retry: &'static str,
    pub retake: &'static str,
    pub remove: &'static str,
    pub uploading: &'static str,
    pub failed: &'static str,
}

/// Which picture makes room for a new one, by its number; none where the new one joins the others.
pub type InPlaceOf = Option<u32>;

/// What a visitor does with pictures; they are told apart by their numbers.
#[derive(Debug)]
pub enum PhotoAct {
    /// Asks for a chooser.
    Choose(InPlaceOf),
    /// Has chosen a file in the browser's own.
    Pick(InPlaceOf, File),
    Retry(u32),
    Remove(u32),
}

/// Does it; false where the browser's own chooser has to.
pub type OnPhotoAct = Rc<dyn Fn(PhotoAct) -> bool>;

/// Up to so many pictures with their progress.
pub fn photo_picker(question: &Question, words: PhotoWords, photos: Derived<Vec<Photo>>, most: usize, act: OnPhotoAct) -> El {
    let for_limit = photos.clone();
    let file = answering(chooser(None, &act), question).attr("aria-label", &format!("{}: {}", question.label, words.add));
    let thumbnails = live(move || all(photos.get().into_iter().map(|photo| thumbnail(photo, words, &act))));
    let add = block("li", "photo-picker__add")
        .live_flag("hidden", move || for_limit.get().len() >= most)
        .child(file)
        .child(el("span").attr("aria-hidden", "true").text("+"));
    field(question, block("ul", "photo-picker").child(thumbnails).child(add))
}

/// An input that asks for a picture, by the app's own chooser where it has one.
fn chooser(place: InPlaceOf, act: &OnPhotoAct) -> El {
    let (for_click, for_change) = (Rc::clone(act), Rc::clone(act));
    el("input")
        .attr("type", "file")
        .attr("accept", "image/*")
        .on("click", move |event| {
            if for_click(PhotoAct::Choose(place)) {
                event.prevent_default();
            }
        })
        .on("change", move |event| {
            if let Some(file) = picked(&event) {
                for_change(PhotoAct::Pick(place, file));
            }
        })
}

/// The chosen file. The input is emptied, so that the same file can be chosen again.
fn picked(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.item(0);
    input.set_value("");
    file
}

/// The id of the input that takes a picture anew.
pub fn retake_id(photo: u32) -> String {
    format!("retake-{photo}")
}

fn thumbnail(photo: Photo, words: PhotoWords, act: &OnPhotoAct) -> El {
    let (id, for_retry, for_remove) = (photo.id, Rc::clone(act), Rc::clone(act));
    let progress = match photo.progress {
        UploadState::Uploading => block("span", "photo-picker__progress").text(words.uploading),
        UploadState::Failed => block("button", "photo-picker__progress")
            .attr("type", "button")
            .child(block("span", "photo-picker__failed").text(words.failed))
            .text(words.retry)
            .on("click", move |_| _ = for_retry(PhotoAct::Retry(id))),
        UploadState::Uploaded(_) => block("label", "photo-picker__retake")
            .child(chooser(Some(id), act).attr("id", &retake_id(id)))
            .child(el("span").text(words.retake)),
    };
    let remove = block("button", "photo-picker__remove")
        .attr("type", "button")
        .attr("aria-label", words.remove)
        .text("×")
        .on("click", move |_| _ = for_remove(PhotoAct::Remove(id)));
    block("li", "photo-picker__photo").child(el("img").attr("src", &photo.thumbnail).attr("alt", words.photo)).child(progress).child(remove)
}
