//! `PhotoPicker`: thumbnails that stay, and choosers of the app's or the browser's own.

use crate::harness::{Screen, click, describe, mount, settle};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use visitor_front::domain::booking::photo::{Photo, UploadState};
use visitor_front::ui::field::Field;
use visitor_front::ui::photo_picker::{OnPhotoEvent, PhotoEvent, PhotoPicker, PhotoWords};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{DataTransfer, Event, File, HtmlInputElement};

const WORDS: PhotoWords = PhotoWords {
    add: "Add",
    photo: "Photo",
    retry: "Try again",
    retake: "Take again",
    remove: "Remove",
    view: "View",
    uploading: "Uploading",
    failed: "Failed",
};

#[derive(Clone, Copy)]
struct Picker {
    photos: RwSignal<Vec<Photo>>,
    problem: RwSignal<String>,
    /// What was done, in words.
    log: StoredValue<Vec<String>>,
    /// Whether the app has a chooser of its own.
    has_chooser: RwSignal<bool>,
    /// Whether the app shows pictures as large as the screen.
    can_view: RwSignal<bool>,
}

impl Picker {
    fn with(progress: &[UploadState]) -> Self {
        let photos = (1..).zip(progress).map(|(id, progress)| photo(id, progress.clone())).collect();
        Self {
            photos: RwSignal::new(photos),
            problem: RwSignal::new(String::new()),
            log: StoredValue::new(Vec::new()),
            has_chooser: RwSignal::new(false),
            can_view: RwSignal::new(false),
        }
    }

    fn show(self) -> Screen {
        let handle = move |event| {
            let done = match event {
                PhotoEvent::Choose(in_place_of) => format!("choose {in_place_of:?}"),
                PhotoEvent::Pick(in_place_of, file) => format!("pick {in_place_of:?} {}", file.name()),
                PhotoEvent::Retry(id) => format!("retry {id}"),
                PhotoEvent::Remove(id) => format!("remove {id}"),
                PhotoEvent::View(id) => format!("view {id}"),
            };
            self.log.update_value(|log| log.push(done));
            self.has_chooser.get_untracked()
        };
        mount(move || {
            view! {
                <Field id="portrait" label="Portrait" tip="A face" problem=self.problem>
                    <PhotoPicker words=WORDS photos=self.photos most=3 can_view=self.can_view on_event=OnPhotoEvent::new(handle)/>
                </Field>
            }
        })
    }

    fn log(self) -> Vec<String> {
        self.log.get_value()
    }
}

fn photo(id: u32, progress: UploadState) -> Photo {
    Photo { id, thumbnail: format!("data:image/gif;base64,R0lGODlhAQABAAAAACw={id}"), progress }
}

fn uploaded() -> UploadState {
    UploadState::Uploaded("/photos/7".to_owned())
}

#[wasm_bindgen_test]
async fn a_thumbnail_stays_while_another_photo_goes_on() {
    let picker = Picker::with(&[uploaded(), UploadState::Uploading]);
    let screen = picker.show();
    let (images, retake) = (screen.all("img"), screen.get("button", "Take again"));
    picker.photos.set(vec![photo(1, uploaded()), photo(2, UploadState::Failed)]);
    settle().await;
    assert!(screen.all("img") == images && screen.get("button", "Take again") == retake);
    assert!(screen.has("button", "Failed Try again"));
    picker.photos.set(vec![photo(1, uploaded()), photo(2, uploaded()), photo(3, UploadState::Uploading)]);
    settle().await;
    assert!(screen.all("img")[..2] == images);
    picker.photos.set(vec![photo(2, uploaded()), photo(3, uploaded())]);
    settle().await;
    assert!(screen.all("img")[0] == images[1]);
}

#[wasm_bindgen_test]
async fn buttons_say_which_photo_they_are_about() {
    let picker = Picker::with(&[uploaded(), UploadState::Failed]);
    let screen = picker.show();
    click(&screen.get("button", "Failed Try again"));
    click(&screen.all("button").into_iter().rfind(|button| button.get_attribute("aria-label").as_deref() == Some("Remove")).unwrap());
    assert_eq!(picker.log(), ["retry 2", "remove 2"]);
}

#[wasm_bindgen_test]
async fn what_was_uploaded_can_be_seen_large_once_the_app_shows_pictures() {
    let picker = Picker::with(&[uploaded(), UploadState::Uploading]);
    let screen = picker.show();
    assert!(!screen.has("button", "View"));
    picker.can_view.set(true);
    settle().await;
    click(&screen.get("button", "View"));
    assert_eq!(picker.log(), ["view 1"]);
    picker.photos.set(vec![photo(1, UploadState::Failed)]);
    settle().await;
    assert!(!screen.has("button", "View"));
}

#[wasm_bindgen_test]
async fn the_browsers_chooser_opens_only_where_the_app_has_none() {
    let picker = Picker::with(&[uploaded()]);
    let screen = picker.show();
    let (add, retake) = (screen.get("button", "Portrait: Add"), screen.get("button", "Take again"));
    assert!(click(&add) && click(&retake), "the browser's chooser opens");
    picker.has_chooser.set(true);
    assert!(!click(&add) && !click(&retake), "the browser's chooser stays closed");
    assert_eq!(picker.log(), ["choose None", "choose Some(1)", "choose None", "choose Some(1)"]);
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_given_on_and_can_be_chosen_again() {
    let picker = Picker::with(&[uploaded()]);
    let screen = picker.show();
    for (name, taken) in [("Portrait: Add", "pick None face.png"), ("Take again", "pick Some(1) face.png")] {
        let input: HtmlInputElement = screen.control("button", name);
        let file = File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::new_with_length(3)), "face.png").unwrap();
        for _ in 0..2 {
            let files = DataTransfer::new().unwrap();
            files.items().add_with_file(&file).unwrap();
            input.set_files(files.files().as_ref());
            input.dispatch_event(&Event::new("change").unwrap()).unwrap();
            assert_eq!((picker.log().pop().unwrap().as_str(), input.files().unwrap().length()), (taken, 0));
        }
    }
    assert_eq!(picker.log().len(), 4);
}

#[wasm_bindgen_test]
async fn there_is_room_for_so_many_photos() {
    let picker = Picker::with(&[uploaded(), uploaded()]);
    let screen = picker.show();
    assert!(screen.has("button", "Portrait: Add"));
    picker.photos.update(|photos| photos.push(photo(3, uploaded())));
    settle().await;
    assert!(!screen.has("button", "Portrait: Add"));
    picker.photos.update(|photos| _ = photos.remove(0));
    settle().await;
    assert!(screen.has("button", "Portrait: Add"));
}

#[wasm_bindgen_test]
async fn the_problem_of_the_field_is_the_pickers() {
    let picker = Picker::with(&[]);
    let screen = picker.show();
    let add = screen.get("button", "Portrait: Add");
    picker.problem.set("A photo is missing".to_owned());
    settle().await;
    assert_eq!((describe(&add).as_str(), add.get_attribute("aria-invalid").as_deref()), ("A face A photo is missing", Some("true")));
}
