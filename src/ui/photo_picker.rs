//! Thumbnails of pictures on their way, and the way to add one.

use super::element::{El, all, block, el, live, nothing};
use super::field::{Question, answering, field};
use crate::domain::booking::photo::{MOST_PHOTOS, Photo, Progress};
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
    pub remove: &'static str,
    pub uploading: &'static str,
    pub failed: &'static str,
}

/// What a visitor does with pictures; they are told apart by their numbers.
pub struct PhotoActions {
    pub pick: Box<dyn Fn(File)>,
    pub retry: Box<dyn Fn(u32)>,
    pub remove: Box<dyn Fn(u32)>,
}

/// Up to [`MOST_PHOTOS`] pictures with their progress.
pub fn photo_picker(question: &Question, words: PhotoWords, photos: Derived<Vec<Photo>>, actions: PhotoActions) -> El {
    let actions = Rc::new(actions);
    let (for_pick, for_limit) = (Rc::clone(&actions), photos.clone());
    let thumbnails = live(move || all(photos.get().into_iter().map(|photo| thumbnail(photo, words, &actions))));
    let file = answering(el("input"), question)
        .attr("type", "file")
        .attr("accept", "image/*")
        .attr("aria-label", &format!("{}: {}", question.label, words.add))
        .on("change", move |event| picked(&event).into_iter().for_each(&for_pick.pick));
    let add = block("li", "photo-picker__add")
        .live_flag("hidden", move || for_limit.get().len() >= MOST_PHOTOS)
        .child(file)
        .child(el("span").attr("aria-hidden", "true").text("+"));
    field(question, block("ul", "photo-picker").child(thumbnails).child(add))
}

/// The chosen file. The input is emptied, so that the same file can be chosen again.
fn picked(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.item(0);
    input.set_value("");
    file
}

fn thumbnail(photo: Photo, words: PhotoWords, actions: &Rc<PhotoActions>) -> El {
    let (id, for_retry, for_remove) = (photo.id, Rc::clone(actions), Rc::clone(actions));
    let progress = match photo.progress {
        Progress::Uploading => block("span", "photo-picker__progress").text(words.uploading),
        Progress::Failed => block("button", "photo-picker__progress")
            .attr("type", "button")
            .child(block("span", "photo-picker__failed").text(words.failed))
            .text(words.retry)
            .on("click", move |_| (for_retry.retry)(id)),
        Progress::Uploaded(_) => nothing(),
    };
    let remove = block("button", "photo-picker__remove")
        .attr("type", "button")
        .attr("aria-label", words.remove)
        .text("×")
        .on("click", move |_| (for_remove.remove)(id));
    block("li", "photo-picker__photo").child(el("img").attr("src", &photo.thumbnail).attr("alt", words.photo)).child(progress).child(remove)
}
