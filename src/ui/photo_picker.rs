//! Thumbnails of pictures on their way, and the way to add one.

use super::field::{Field, Question};
use crate::domain::booking::photo::{MOST_PHOTOS, Photo, Progress};
use leptos::prelude::*;
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

/// Up to [`MOST_PHOTOS`] pictures with their progress.
#[component]
pub fn PhotoPicker(
    question: Question,
    words: PhotoWords,
    #[prop(into)] photos: Signal<Vec<Photo>>,
    #[prop(into)] problem: Signal<Option<String>>,
    on_pick: impl Fn(File) + Clone + Send + Sync + 'static,
    on_retry: impl Fn(u32) + Clone + Send + Sync + 'static,
    on_remove: impl Fn(u32) + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let id = question.id.clone();
    let is_full = move || photos.with(Vec::len) >= MOST_PHOTOS;
    let add_label = format!("{}: {}", question.label, words.add);
    view! {
        <Field question problem>
            <ul class="photo-picker">
                <For each=move || photos.get() key=|photo| (photo.id, photo.progress.clone()) let(photo)>
                    <Thumbnail photo words on_retry=on_retry.clone() on_remove=on_remove.clone()/>
                </For>
                <li class="photo-picker__add" hidden=is_full>
                    <input
                        type="file"
                        accept="image/*"
                        id=id
                        aria-label=add_label
                        on:change={
                            let on_pick = on_pick.clone();
                            move |event| picked(&event).into_iter().for_each(&on_pick)
                        }
                    />
                    <span aria-hidden="true">"+"</span>
                </li>
            </ul>
        </Field>
    }
}

/// The chosen file. The input is emptied, so that the same file can be chosen again.
fn picked(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.item(0);
    input.set_value("");
    file
}

#[component]
fn Thumbnail(photo: Photo, words: PhotoWords, on_retry: impl Fn(u32) + 'static, on_remove: impl Fn(u32) + 'static) -> impl IntoView {
    let id = photo.id;
    let progress = match photo.progress {
        Progress::Uploading => view! { <span class="photo-picker__progress">{words.uploading}</span> }.into_any(),
        Progress::Failed => view! {
            <button type="button" class="photo-picker__progress" data-failed="" on:click=move |_| on_retry(id)>
                <span class="photo-picker__failed">{words.failed}</span>
                {words.retry}
            </button>
        }
        .into_any(),
        Progress::Uploaded(_) => ().into_any(),
    };
    view! {
        <li class="photo-picker__photo">
            <img src=photo.thumbnail alt=words.photo/>
            {progress}
            <button type="button" class="photo-picker__remove" aria-label=words.remove on:click=move |_| on_remove(id)>"×"</button>
        </li>
    }
}
