//! A half-filled form, kept so that a reload or a killed tab loses nothing.
//!
//! A draft is a flat list of named texts: `start`, `text:visitorName`, `area:3`, `photo:visitorCustomc /p/1.jpg`.

use super::answer::Answers;
use super::field::FieldKey;
use super::photo::{Photo, UploadState};
use super::{Form, HostOutcome, HostSearch, Subject};
use crate::domain::id::PersonId;
use crate::domain::time::SiteTime;
use crate::domain::venue::{Host, Mode};

/// How long a draft is worth keeping, in milliseconds.
const LIFETIME: i64 = 24 * 3600 * 1000;

/// Named texts, as they go into storage.
pub type Entries = Vec<(String, String)>;

/// A draft, split by where it may be kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// May outlive the tab: no picture, no document number.
    pub lasting: Entries,
    /// Goes when the tab goes.
    pub private: Entries,
}

impl Draft {
    /// The draft of a form.
    pub fn of(form: &Form, now: SiteTime) -> Self {
        let mut lasting = vec![
            entry("saved", now.unix_millis().to_string()),
            entry("mode", form.subject.mode().code()),
            entry("start", &form.start),
            entry("end", &form.end),
        ];
        match &form.subject {
            Subject::Person(search) => {
                lasting.push(entry("phone", &search.phone));
                lasting.extend(form.subject.host().map(|host| entry("host", &host.name)));
                lasting.extend(form.subject.host().and_then(|host| host.id.as_ref()).map(|id| entry("host-id", id.as_str())));
            }
            Subject::Place { offered, chosen } => {
                lasting.extend(chosen.and_then(|index| offered.get(index)).map(|place| entry("place", &place.name)));
            }
            Subject::Settled { .. } => {}
        }
        lasting.extend(form.chosen_areas.iter().map(|area| entry(format!("area:{}", area.as_str()), "")));
        let (private, open): (Vec<_>, Vec<_>) = form.answers.texts().iter().partition(|(key, _)| key.is_private());
        let texts = |texts: Vec<&(FieldKey, String)>| {
            texts.into_iter().map(|(key, text)| entry(format!("text:{}", key.as_str()), text)).collect::<Vec<_>>()
        };
        lasting.extend(texts(open));
        Self { lasting, private: [texts(private), photos(&form.answers)].concat() }
    }

    /// Which mode the draft was written in.
    pub fn mode(&self) -> Option<Mode> {
        Mode::from_code(self.lasting("mode"))
    }

    pub fn is_fresh(&self, now: SiteTime) -> bool {
        let saved: Option<i64> = self.lasting("saved").parse().ok();
        saved.is_some_and(|saved| (0..LIFETIME).contains(&(now.unix_millis() - saved)))
    }

    /// Puts the draft back into a fresh form, as far as the form still asks for it.
    pub fn restore(&self, form: &mut Form) {
        match &mut form.subject {
            Subject::Person(search) => *search = self.search(),
            Subject::Place { offered, chosen } => *chosen = offered.iter().position(|place| place.name == self.lasting("place")),
            Subject::Settled { .. } => {}
        }
        form.start = self.lasting("start").to_owned();
        form.end = self.lasting("end").to_owned();
        let kept = |id: &str| self.lasting.iter().any(|(name, _)| name.strip_prefix("area:") == Some(id));
        form.chosen_areas = form.areas.iter().map(|area| area.id.clone()).filter(|id| kept(id.as_str())).collect();
        form.answers.take_from(self.answers(), &form.fields);
    }

    fn lasting(&self, name: &str) -> &str {
        self.lasting.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text)
    }

    fn search(&self) -> HostSearch {
        let phone = self.lasting("phone").to_owned();
        let found = Host { id: PersonId::parse(self.lasting("host-id")), name: self.lasting("host").to_owned(), phone: phone.clone() };
        let outcome = if found.name.is_empty() { HostOutcome::NotAsked } else { HostOutcome::Found(found) };
        HostSearch { phone, outcome }
    }

    fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for (name, text) in self.lasting.iter().chain(&self.private) {
            if let Some(key) = name.strip_prefix("text:") {
                answers.set_text(&FieldKey::new(key), text.clone());
            } else if let Some((key, address)) = name.strip_prefix("photo:").and_then(|name| name.split_once(' ')) {
                let id = answers.next_photo_id();
                let photo = Photo { id, thumbnail: text.clone(), progress: UploadState::Uploaded(address.to_owned()) };
                answers.add_photo(&FieldKey::new(key), photo);
            }
        }
        answers
    }
}

fn entry(name: impl Into<String>, text: impl Into<String>) -> (String, String) {
    (name.into(), text.into())
}

/// The uploaded pictures: key and address in the name, the thumbnail as the text.
fn photos(answers: &Answers) -> Entries {
    let uploaded = answers.all_photos().filter_map(|(key, photo)| match &photo.progress {
        UploadState::Uploaded(address) => Some(entry(format!("photo:{} {address}", key.as_str()), &photo.thumbnail)),
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
