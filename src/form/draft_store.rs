//! Where half-filled forms are stored, by person: typed text for a day, pictures and document numbers for the tab's life.

use crate::domain::booking::Form;
use crate::domain::booking::draft::Draft;
use crate::domain::venue::Mode;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{self, PersonalValue};
use crate::route::Route;
use crate::session::Session;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The draft of one form, by person, site and channel.
#[derive(Debug, Clone)]
pub struct DraftStore {
    name: String,
}

impl DraftStore {
    /// The draft of a fresh booking.
    pub fn of_booking(session: &Session) -> Self {
        Self { name: session.draft_name() }.continuing(session, "")
    }

    /// The draft of the form on another route: each has its own.
    pub fn of_route(session: &Session, route: &Route) -> Self {
        let path = route.path();
        Self { name: session.draft_name() + &path }.continuing(session, &path)
    }

    /// The same draft with what was typed before the channel was known, unless it has something of its own.
    fn continuing(self, session: &Session, path: &str) -> Self {
        if let Some(earlier) = &session.earlier_drafts {
            let earlier = Self { name: format!("{earlier}{path}") };
            for storage in [Storage::Local, Storage::Session] {
                if let Some(text) = earlier.value(storage).read().filter(|_| self.value(storage).read().is_none()) {
                    self.value(storage).write(&text, personal::DAY);
                    earlier.remove(storage);
                }
            }
        }
        self
    }

    /// The attempts beside the drafts.
    pub(super) fn of_attempts(session: &Session) -> Self {
        Self { name: "sent:".to_owned() + &session.draft_name() }
    }

    /// What is stored; nothing where that cannot be read, since storage may have been tampered with.
    pub fn read<T: DeserializeOwned>(&self, storage: Storage) -> Option<T> {
        serde_json::from_str(&self.value(storage).read()?).ok()
    }

    /// Stores a value, or removes what was stored where it cannot be written.
    pub fn write<T: Serialize>(&self, storage: Storage, value: &T) {
        match serde_json::to_string(value) {
            Ok(text) => self.value(storage).write(&text, personal::DAY),
            Err(_) => self.remove(storage),
        }
    }

    pub fn remove(&self, storage: Storage) {
        self.value(storage).remove();
    }

    fn value(&self, storage: Storage) -> PersonalValue {
        PersonalValue::new(storage, self.name.clone())
    }

    pub fn discard(&self) {
        self.remove(Storage::Local);
        self.remove(Storage::Session);
    }

    /// Stores what was typed into a booking form.
    pub fn save_form(&self, form: &Form) {
        let draft = Draft::of(form, clock::now_by_phone());
        self.write(Storage::Local, &draft.lasting);
        self.write(Storage::Session, &draft.private);
    }

    /// The mode that the stored form was written in.
    pub fn form_mode(&self) -> Option<Mode> {
        self.form_draft()?.mode()
    }

    /// The form with the stored draft put back, if there is one for its mode.
    pub fn restore_form(&self, fresh: &Form) -> Option<Form> {
        let draft = self.form_draft().filter(|draft| draft.mode() == Some(fresh.subject.mode()))?;
        let mut form = fresh.clone();
        draft.restore(&mut form);
        Some(form)
    }

    /// The stored draft; one that is too old is thrown away.
    fn form_draft(&self) -> Option<Draft> {
        let draft = self.read(Storage::Local).map(|lasting| {
            let private = self.read(Storage::Session).unwrap_or_default();
            Draft { lasting, private }
        });
        let draft = draft.filter(|draft| draft.is_fresh(clock::now_by_phone()));
        if draft.is_none() {
            self.discard();
        }
        draft
    }
}
