//! Where half-filled forms are stored: typed text for a day, pictures and document numbers for the tab's life.

use crate::domain::booking::Form;
use crate::domain::booking::draft::Draft;
use crate::domain::venue::Mode;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::route::Route;
use crate::session::Session;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The draft of one form, by site and channel.
#[derive(Debug, Clone)]
pub struct DraftStore {
    key: String,
}

impl DraftStore {
    /// The draft of a fresh booking.
    pub fn of_booking(session: &Session) -> Self {
        Self { key: session.draft_key() }
    }

    /// The draft of the form on another route: each has its own.
    pub fn of_route(session: &Session, route: &Route) -> Self {
        Self { key: session.draft_key() + &route.path() }
    }

    /// The attempts beside the drafts.
    pub(super) fn of_attempts(session: &Session) -> Self {
        Self { key: "sent:".to_owned() + &session.draft_key() }
    }

    /// What is stored; nothing where that cannot be read, since storage may have been tampered with.
    pub fn read<T: DeserializeOwned>(&self, storage: Storage) -> Option<T> {
        serde_json::from_str(&storage.read(&self.key)?).ok()
    }

    /// Stores a value, or removes what was stored where it cannot be written.
    pub fn write<T: Serialize>(&self, storage: Storage, value: &T) {
        match serde_json::to_string(value) {
            Ok(text) => storage.write(&self.key, &text),
            Err(_) => storage.remove(&self.key),
        }
    }

    pub fn remove(&self, storage: Storage) {
        storage.remove(&self.key);
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
