//! Thumbnails of pictures on their way, and the way to add one.

use super::field::FieldContext;
use super::keyed_list::KeyedList;
use crate::domain::booking::photo::{Photo, UploadState};
use crate::reactive::{DynSignal, memo};
use leptos::prelude::*;
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
    pub view: &'static str,
    pub uploading: &'static str,
    pub failed: &'static str,
}

/// Which picture makes room for a new one, by its number; none where the new one joins the others.
pub type InPlaceOf = Option<u32>;

/// What a visitor does with pictures; they are told apart by their numbers.
#[derive(Debug)]
pub enum PhotoEvent {
    /// Asks for a chooser.
    Choose(InPlaceOf),
    /// Has chosen a file in the browser's own.
    Pick(InPlaceOf, File),
    Retry(u32),
    Remove(u32),
    /// Wants to see it as large as the screen.
    View(u32),
}

/// Handles it; false where the browser's own chooser has to open.
pub type OnPhotoEvent = UnsyncCallback<PhotoEvent, bool>;

/// Up to `most` pictures with their progress, inside a `Field`. A thumbnail keeps its elements while others change.
#[component]
pub fn PhotoPicker(
    words: PhotoWords,
    #[prop(into)] photos: DynSignal<Vec<Photo>>,
    most: usize,
    /// Whether a picture can be shown as large as the screen.
    #[prop(into)]
    can_view: Signal<bool>,
    on_event: OnPhotoEvent,
) -> impl IntoView {
    let field = FieldContext::here();
    let keys = DynSignal::memo(move || photos.with(|photos| photos.iter().map(|photo| photo.id).collect::<Vec<_>>()));
    let row = move |id: u32| {
        let photo = DynSignal::memo(move || photos.with(|photos| photos.iter().find(|photo| photo.id == id).cloned()));
        view! { <Thumbnail id=id photo=photo words=words can_view=can_view on_event=on_event/> }.into_any()
    };
    let (id, described_by, invalid) = (field.id, field.described_by(), field.invalid());
    view! {
        <ul class="photo-picker">
            <KeyedList keys=keys row=row/>
            <li class="photo-picker__add" hidden=move || { photos.with(Vec::len) >= most }>
                <Chooser
                    id=id
                    in_place_of=None
                    on_event=on_event
                    attr:aria-describedby=described_by
                    attr:aria-invalid=invalid
                    attr:aria-label=move || field.label.with(|label| format!("{label}: {}", words.add))
                />
                <span aria-hidden="true">"+"</span>
            </li>
        </ul>
    }
}

/// An input that asks for a picture, by the app's own chooser where it has one.
#[component]
fn Chooser(#[prop(into)] id: Signal<String>, in_place_of: InPlaceOf, on_event: OnPhotoEvent) -> impl IntoView {
    view! {
        <input
            type="file"
            accept="image/*"
            id=id
            on:click=move |event| {
                if on_event.run(PhotoEvent::Choose(in_place_of)) {
                    event.prevent_default();
                }
            }
            on:change=move |event| {
                if let Some(file) = picked(&event) {
                    on_event.run(PhotoEvent::Pick(in_place_of, file));
                }
            }
        />
    }
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

#[component]
fn Thumbnail(id: u32, photo: DynSignal<Option<Photo>>, words: PhotoWords, can_view: Signal<bool>, on_event: OnPhotoEvent) -> impl IntoView {
    let source = move || photo.with(|photo| photo.as_ref().map(|photo| photo.thumbnail.clone()));
    let state = DynSignal::memo(move || photo.with(|photo| photo.as_ref().map(|photo| photo.progress.clone())));
    let progress = move || match state.get() {
        Some(UploadState::Uploading) => view! { <span class="photo-picker__progress">{words.uploading}</span> }.into_any(),
        Some(UploadState::Failed) => view! {
            <button class="photo-picker__progress" type="button" on:click=move |_| _ = on_event.run(PhotoEvent::Retry(id))>
                <span class="photo-picker__failed">{words.failed}</span>
                {words.retry}
            </button>
        }
        .into_any(),
        Some(UploadState::Uploaded(_)) => view! {
            <label class="photo-picker__retake">
                <Chooser id=retake_id(id) in_place_of=Some(id) on_event=on_event/>
                <span>{words.retake}</span>
            </label>
        }
        .into_any(),
        None => ().into_any(),
    };
    let is_viewed = memo(move || can_view.get() && matches!(state.get(), Some(UploadState::Uploaded(_))));
    let view_button = move || {
        is_viewed.get().then(|| {
            let view_large = move |_| _ = on_event.run(PhotoEvent::View(id));
            view! {
                <button class="photo-picker__view" type="button" aria-label=words.view on:click=view_large>
                    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7"></path></svg>
                </button>
            }
            .into_any()
        })
    };
    view! {
        <li class="photo-picker__photo">
            <img src=move || source() alt=words.photo/>
            {move || progress()}
            {move || view_button()}
            <button
                class="photo-picker__remove"
                type="button"
                aria-label=words.remove
                on:click=move |_| _ = on_event.run(PhotoEvent::Remove(id))
            >
                "×"
            </button>
        </li>
    }
}
