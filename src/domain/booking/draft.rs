//! A half-filled form, kept so that a reload or a killed tab loses nothing.

use super::answer::Answers;
use super::field::{Field, FieldKey};
use super::photo::{Photo, Progress};
use super::{Form, HostOutcome, HostSearch, Subject};
use crate::domain::time::SiteTime;
use crate::domain::venue::{Host, Mode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long a draft is worth keeping, in milliseconds.
const LIFETIME: i64 = 24 * 3600 * 1000;

/// The part of a draft that may outlive the tab: nothing in it is a picture or a document number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Lasting {
    /// Unix time in milliseconds.
    saved_at: i64,
    mode: String,
    host_phone: String,
    host_name: String,
    place: String,
    start: String,
    end: String,
    areas: Vec<String>,
    texts: BTreeMap<String, String>,
}

/// The part of a draft that goes when the tab goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Private {
    texts: BTreeMap<String, String>,
    photos: BTreeMap<String, Vec<KeptPhoto>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
struct KeptPhoto {
    thumbnail: String,
    address: String,
}

impl Lasting {
    /// Which mode the draft was written in.
    pub fn mode(&self) -> Option<Mode> {
        Mode::from_code(&self.mode)
    }

    pub fn is_fresh(&self, now: SiteTime) -> bool {
        (0..LIFETIME).contains(&(now.unix_millis() - self.saved_at))
    }
}

/// The draft of a form, split by where it may be kept.
pub fn keep(form: &Form, now: SiteTime) -> (Lasting, Private) {
    let (host_phone, host_name, place) = match &form.subject {
        Subject::Person(search) => (search.phone.clone(), form.subject.host().map(|host| host.name.clone()).unwrap_or_default(), String::new()),
        Subject::Place { offered, chosen } => {
            let place = chosen.and_then(|index| offered.get(index)).map(|place| place.name.clone());
            (String::new(), String::new(), place.unwrap_or_default())
        }
    };
    let (private, open): (Vec<_>, Vec<_>) = form.answers.texts().partition(|(key, _)| key.is_private());
    let lasting = Lasting {
        saved_at: now.unix_millis(),
        mode: form.subject.mode().code().to_owned(),
        host_phone,
        host_name,
        place,
        start: form.start.clone(),
        end: form.end.clone(),
        areas: form.chosen_areas.iter().map(|area| area.as_str().to_owned()).collect(),
        texts: owned(open),
    };
    let photos = form.answers.all_photos().map(|(key, photos)| (key.as_str().to_owned(), photos.iter().filter_map(kept).collect())).collect();
    (lasting, Private { texts: owned(private), photos })
}

/// Puts a draft back into a fresh form, as far as the form still asks for it.
pub fn restore(form: &mut Form, lasting: &Lasting, private: Private) {
    match &mut form.subject {
        Subject::Person(search) => *search = restored_search(lasting),
        Subject::Place { offered, chosen } => *chosen = offered.iter().position(|place| place.name == lasting.place),
    }
    form.start = lasting.start.clone();
    form.end = lasting.end.clone();
    form.chosen_areas = form.areas.iter().map(|area| area.id.clone()).filter(|id| lasting.areas.iter().any(|kept| kept == id.as_str())).collect();
    let mut answers = Answers::default();
    for (key, text) in lasting.texts.iter().chain(&private.texts) {
        answers.set_text(&FieldKey::new(key), text.clone());
    }
    for (key, photos) in private.photos {
        *answers.photos_mut(&FieldKey::new(key)) = (0..).zip(photos).map(|(id, photo)| restored_photo(id, photo)).collect();
    }
    let fields: &[Field] = &form.fields;
    form.answers.take_from(answers, fields);
}

fn owned(texts: Vec<(&FieldKey, &str)>) -> BTreeMap<String, String> {
    texts.into_iter().map(|(key, text)| (key.as_str().to_owned(), text.to_owned())).collect()
}

fn kept(photo: &Photo) -> Option<KeptPhoto> {
    match &photo.progress {
        Progress::Uploaded(address) => Some(KeptPhoto { thumbnail: photo.thumbnail.clone(), address: address.clone() }),
        Progress::Uploading | Progress::Failed => None,
    }
}

fn restored_photo(id: u32, kept: KeptPhoto) -> Photo {
    Photo { id, thumbnail: kept.thumbnail, progress: Progress::Uploaded(kept.address) }
}

fn restored_search(lasting: &Lasting) -> HostSearch {
    let phone = lasting.host_phone.clone();
    let found = Host { id: None, name: lasting.host_name.clone(), phone: phone.clone() };
    let outcome = if found.name.is_empty() { HostOutcome::NotAsked } else { HostOutcome::Found(found) };
    HostSearch { phone, outcome }
}
