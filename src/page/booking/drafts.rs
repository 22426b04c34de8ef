//! Where a half-filled form is kept: typed text for a day, pictures and document numbers for the tab's life.

use crate::api::lenient;
use crate::domain::booking::Form;
use crate::domain::booking::draft::{self, Lasting, Private};
use crate::domain::venue::Mode;
use crate::platform::clock;
use crate::platform::storage::Shelf;
use crate::session::Session;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The draft of this site and channel.
#[derive(Debug, Clone)]
pub struct Drafts {
    key: String,
}

impl Drafts {
    pub fn of(session: &Session) -> Self {
        let drafts = Self { key: session.draft_key() };
        if drafts.lasting().is_none() {
            drafts.discard();
        }
        drafts
    }

    /// The mode that the kept draft was written in.
    pub fn mode(&self) -> Option<Mode> {
        self.lasting()?.mode()
    }

    /// The form with the kept draft put back, if there is one.
    pub fn restored(&self, fresh: &Form) -> Option<Form> {
        let lasting = self.lasting().filter(|draft| draft.mode() == Some(fresh.subject.mode()))?;
        let mut form = fresh.clone();
        draft::restore(&mut form, &lasting, read(Shelf::Tab, &self.key).unwrap_or_default());
        Some(form)
    }

    pub fn keep(&self, form: &Form) {
        let (lasting, private) = draft::keep(form, clock::now());
        write(Shelf::Lasting, &self.key, &lasting);
        write::<Private>(Shelf::Tab, &self.key, &private);
    }

    pub fn discard(&self) {
        Shelf::Lasting.remove(&self.key);
        Shelf::Tab.remove(&self.key);
    }

    fn lasting(&self) -> Option<Lasting> {
        read(Shelf::Lasting, &self.key).filter(|draft: &Lasting| draft.is_fresh(clock::now()))
    }
}

fn read<T: DeserializeOwned>(shelf: Shelf, key: &str) -> Option<T> {
    let value = serde_json::from_str(&shelf.read(key)?).ok()?;
    lenient::read(&value, "draft").ok()
}

fn write<T: Serialize>(shelf: Shelf, key: &str, draft: &T) {
    // Strings and numbers always serialize; were it otherwise, no draft would be kept.
    if let Ok(text) = serde_json::to_string(draft) {
        shelf.write(key, &text);
    }
}
