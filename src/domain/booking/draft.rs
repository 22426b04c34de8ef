//! A half-filled form, saved so that a reload or a killed tab loses nothing.

use super::answer::Answers;
use super::field::FieldKey;
use super::photo::{Photo, UploadState};
use super::{Form, HostOutcome, HostSearch, Subject};
use crate::domain::id::PersonId;
use crate::domain::time::SiteTime;
use crate::domain::venue::{Host, Mode};
use serde::{Deserialize, Serialize};

/// How long a draft is worth keeping, in milliseconds.
const LIFETIME: i64 = 24 * 3600 * 1000;

/// A draft, split by where it may be stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub lasting: LastingDraft,
    pub private: PrivateDraft,
}

/// What may outlive the tab: no picture, no document number.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LastingDraft {
    /// When it was saved, in Unix milliseconds; zero where nothing says so.
    saved: i64,
    /// The code of the mode that it was written in.
    mode: String,
    start: String,
    end: String,
    /// The host's number as typed, and who was found by it.
    phone: String,
    host: String,
    host_id: String,
    place: String,
    areas: Vec<String>,
    /// Typed answers by their keys.
    answers: Vec<(String, String)>,
}

/// What goes when the tab goes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PrivateDraft {
    answers: Vec<(String, String)>,
    photos: Vec<SavedPhoto>,
}

/// A picture that was uploaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct SavedPhoto {
    key: String,
    address: String,
    thumbnail: String,
}

impl Draft {
    /// The draft of a form.
    pub fn of(form: &Form, now: SiteTime) -> Self {
        let mut lasting = LastingDraft {
            saved: now.unix_millis(),
            mode: form.subject.mode().code().to_owned(),
            start: form.start.clone(),
            end: form.end.clone(),
            areas: form.chosen_areas.iter().map(|area| area.as_str().to_owned()).collect(),
            ..LastingDraft::default()
        };
        lasting.set_subject(&form.subject);
        let mut private = PrivateDraft { answers: Vec::new(), photos: saved_photos(&form.answers) };
        for (key, text) in form.answers.texts() {
            let answers = if key.is_private() { &mut private.answers } else { &mut lasting.answers };
            answers.push((key.as_str().to_owned(), text.clone()));
        }
        Self { lasting, private }
    }

    /// Which mode the draft was written in.
    pub fn mode(&self) -> Option<Mode> {
        Mode::from_code(&self.lasting.mode)
    }

    pub fn is_fresh(&self, now: SiteTime) -> bool {
        (0..LIFETIME).contains(&(now.unix_millis() - self.lasting.saved))
    }

    /// Puts the draft back into a fresh form, as far as the form still asks for it.
    pub fn restore(&self, form: &mut Form) {
        let lasting = &self.lasting;
        match &mut form.subject {
            Subject::Person(search) => *search = lasting.search(),
            Subject::Place { offered, chosen } => *chosen = offered.iter().position(|place| place.name == lasting.place),
            Subject::Settled { .. } => {}
        }
        form.start.clone_from(&lasting.start);
        form.end.clone_from(&lasting.end);
        let areas = form.areas.iter().map(|area| &area.id);
        form.chosen_areas = areas.filter(|id| lasting.areas.iter().any(|saved| saved == id.as_str())).cloned().collect();
        form.answers.take_from(self.answers(), &form.fields);
    }

    fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for (key, text) in self.lasting.answers.iter().chain(&self.private.answers) {
            answers.set_text(&FieldKey::new(key), text.clone());
        }
        for SavedPhoto { key, address, thumbnail } in &self.private.photos {
            let id = answers.next_photo_id();
            let photo = Photo { id, thumbnail: thumbnail.clone(), progress: UploadState::Uploaded(address.clone()) };
            answers.add_photo(&FieldKey::new(key), photo);
        }
        answers
    }
}

impl LastingDraft {
    fn set_subject(&mut self, subject: &Subject) {
        match subject {
            Subject::Person(search) => {
                self.phone.clone_from(&search.phone);
                if let Some(host) = subject.host() {
                    self.host.clone_from(&host.name);
                    self.host_id = host.id.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
                }
            }
            Subject::Place { offered, chosen } => {
                let place = chosen.and_then(|index| offered.get(index));
                self.place = place.map(|place| place.name.clone()).unwrap_or_default();
            }
            Subject::Settled { .. } => {}
        }
    }

    fn search(&self) -> HostSearch {
        let found = Host { id: PersonId::parse(&self.host_id), name: self.host.clone(), phone: self.phone.clone() };
        let outcome = if found.name.is_empty() { HostOutcome::NotAsked } else { HostOutcome::Found(found) };
        HostSearch { phone: self.phone.clone(), outcome }
    }
}

fn saved_photos(answers: &Answers) -> Vec<SavedPhoto> {
    let uploaded = answers.all_photos().filter_map(|(key, photo)| match &photo.progress {
        UploadState::Uploaded(address) => {
            Some(SavedPhoto { key: key.as_str().to_owned(), address: address.clone(), thumbnail: photo.thumbnail.clone() })
        }
        UploadState::Uploading | UploadState::Failed => None,
    });
    uploaded.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::booking::fixture;

    fn filled() -> Form {
        let mut form = fixture::person_form();
        form.subject = Subject::Person(HostSearch { phone: "13800000001".into(), outcome: HostOutcome::Found(fixture::host()) });
        form.set_start("2026-11-21T10:00".into());
        form.answers.set_text(&FieldKey::new("visitorName"), "张晓雯".into());
        form.answers.set_text(&FieldKey::new("visitorIdentityNum"), "11010519491231002X".into());
        let photo = |id, progress| Photo { id, thumbnail: format!("data:{id}"), progress };
        let key = FieldKey::new("visitorCustomc");
        form.answers.add_photo(&key, photo(0, UploadState::Uploaded("/p/1.jpg".into())));
        form.answers.add_photo(&key, photo(1, UploadState::Uploading));
        form
    }

    #[test]
    fn a_draft_brings_back_what_was_typed_but_pictures_still_on_their_way() {
        let form = filled();
        let draft = Draft::of(&form, fixture::now());
        let mut fresh = fixture::person_form();
        draft.restore(&mut fresh);
        assert_eq!(fresh.subject.host().map(|host| host.name.as_str()), Some("王建国"));
        assert_eq!((fresh.start.as_str(), fresh.end.as_str()), ("2026-11-21T10:00", "2026-11-21T12:00"));
        assert_eq!(fresh.answers.text(&FieldKey::new("visitorName")), "张晓雯");
        assert_eq!(fresh.answers.text(&FieldKey::new("visitorIdentityNum")), "11010519491231002X");
        let [photo] = fresh.answers.photos(&FieldKey::new("visitorCustomc")) else { panic!("one picture was uploaded") };
        assert_eq!((photo.thumbnail.as_str(), &photo.progress), ("data:0", &UploadState::Uploaded("/p/1.jpg".into())));
    }

    #[test]
    fn what_outlives_the_tab_holds_no_document_number_and_no_picture() {
        let draft = Draft::of(&filled(), fixture::now());
        let lasting = format!("{:?}", draft.lasting);
        for private in ["11010519491231002X", "data:", "/p/1.jpg"] {
            assert!(!lasting.contains(private), "{private}");
            assert!(format!("{:?}", draft.private).contains(private), "{private}");
        }
    }

    #[test]
    fn a_draft_survives_being_stored_and_one_of_another_shape_is_none() {
        let draft = Draft::of(&filled(), fixture::now());
        let lasting = serde_json::to_string(&draft.lasting).unwrap();
        let private = serde_json::to_string(&draft.private).unwrap();
        let (lasting, private) = (serde_json::from_str(&lasting).unwrap(), serde_json::from_str(&private).unwrap());
        assert_eq!(Draft { lasting, private }, draft);
        assert_eq!(serde_json::from_str::<LastingDraft>(r#"{"start":"x","more":1}"#).unwrap().start, "x");
        for tampered in ["", "[", "7", r#"{"saved":"yesterday"}"#, r#"{"areas":{}}"#] {
            assert!(serde_json::from_str::<LastingDraft>(tampered).is_err(), "{tampered}");
        }
    }

    #[test]
    fn a_draft_is_fresh_for_a_day() {
        let saved = fixture::now();
        let draft = Draft::of(&filled(), saved);
        assert!(draft.is_fresh(saved) && draft.is_fresh(saved.plus_minutes(24 * 60 - 1)));
        assert!(!draft.is_fresh(saved.plus_minutes(24 * 60)));
        // A clock that was set back makes a draft of the future: nobody can say how old it is.
        assert!(!draft.is_fresh(saved.plus_minutes(-1)));
        assert!(!Draft::default().is_fresh(saved));
    }

    #[test]
    fn answers_to_questions_no_longer_asked_are_left_out() {
        let draft = Draft::of(&filled(), fixture::now());
        let mut fresh = fixture::person_form();
        fresh.fields.retain(|field| field.key.as_str() != "visitorName");
        fresh.areas.clear();
        draft.restore(&mut fresh);
        assert_eq!(fresh.answers.text(&FieldKey::new("visitorName")), "");
        assert!(fresh.chosen_areas.is_empty());
    }
}
