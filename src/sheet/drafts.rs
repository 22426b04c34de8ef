//! Where a half-filled form is kept: typed text for a day, pictures and document numbers for the tab's life.

use crate::domain::booking::Form;
use crate::domain::booking::draft::{Draft, Entries};
use crate::domain::venue::Mode;
use crate::json::plain_text;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::route::Route;
use crate::session::Session;
use serde_json::{Map, Value};

/// The draft of this site and channel.
#[derive(Debug, Clone)]
pub struct Drafts {
    key: String,
}

impl Drafts {
    /// The draft of a fresh booking; what is too old to be kept is thrown away.
    pub fn of(session: &Session) -> Self {
        Self::under(session.draft_key())
    }

    /// The draft of what is done with one visit: each has its own.
    pub fn about(session: &Session, route: &Route) -> Self {
        Self::under(session.draft_key() + &route.path())
    }

    fn under(key: String) -> Self {
        let drafts = Self { key };
        if drafts.kept().is_none() {
            drafts.discard();
        }
        drafts
    }

    /// The mode that the kept draft was written in.
    pub fn mode(&self) -> Option<Mode> {
        self.kept()?.mode()
    }

    /// The form with the kept draft put back, if there is one.
    pub fn restored(&self, fresh: &Form) -> Option<Form> {
        let draft = self.kept().filter(|draft| draft.mode() == Some(fresh.subject.mode()))?;
        let mut form = fresh.clone();
        draft.restore(&mut form);
        Some(form)
    }

    pub fn keep(&self, form: &Form) {
        let draft = Draft::of(form, clock::now_by_phone());
        Storage::Local.write(&self.key, &written(draft.lasting));
        Storage::Session.write(&self.key, &written(draft.private));
    }

    pub fn discard(&self) {
        Storage::Local.remove(&self.key);
        Storage::Session.remove(&self.key);
    }

    fn kept(&self) -> Option<Draft> {
        let lasting = read(&Storage::Local.read(&self.key)?);
        let private = Storage::Session.read(&self.key).map(|text| read(&text)).unwrap_or_default();
        Some(Draft { lasting, private }).filter(|draft| draft.is_fresh(clock::now_by_phone()))
    }
}

fn written(entries: Entries) -> String {
    let mut object = Map::new();
    for (name, text) in entries {
        object.insert(name, Value::String(text));
    }
    Value::Object(object).to_string()
}

/// What can be read of a kept draft; storage may have been tampered with.
fn read(text: &str) -> Entries {
    match serde_json::from_str(text) {
        Ok(Value::Object(object)) => object.iter().map(|(name, value)| (name.clone(), plain_text(value))).collect(),
        _ => Entries::new(),
    }
}
