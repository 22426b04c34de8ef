//! What is stored for the person who is here: nobody else on this device sees it, and every value has an end.

use super::Storage;
use crate::domain::owner::Owner;
use crate::domain::stored_text::StoredText;
use crate::platform::clock;
use std::cell::RefCell;

/// How long what was typed is kept, in milliseconds.
pub const DAY: i64 = 86_400_000;
/// How long everything else is kept that does not say so itself, in milliseconds.
pub const MONTH: i64 = 30 * DAY;

/// What begins every key here: `kept:owner:name`. `src/early_answers.js` knows it, too.
const PREFIX: &str = "kept:";
/// Where the tab keeps whose values it shows, for `src/early_answers.js`.
const OWNER_KEY: &str = "owner";
/// Begins the keys where the tab keeps who got a new token: `renewed:new owner` is the earlier one.
const RENEWED: &str = "renewed:";

thread_local! {
    static OWNER: RefCell<Owner> = RefCell::new(Owner::guest());
}

/// Shows the values of this person from now on.
pub fn become_owner(owner: Owner) {
    let owner = Storage::Session.read(&[RENEWED, owner.name()].concat()).map_or(owner, Owner::named);
    Storage::Session.write(OWNER_KEY, owner.name());
    OWNER.replace(owner);
}

/// Whether nobody is known here.
pub fn is_guest() -> bool {
    OWNER.with_borrow(Owner::is_guest)
}

/// Says that the person who is here will be known by another token: their values stay theirs while the tab is open. What a
/// guest has typed in this tab becomes theirs.
pub fn renew_owner(renewed: &Owner) {
    match Storage::Session.read(OWNER_KEY).map(Owner::named) {
        Some(before) if !before.is_guest() => Storage::Session.write(&[RENEWED, renewed.name()].concat(), before.name()),
        _ => give_guest_s_values_to(renewed),
    }
}

/// Gives what a guest has typed in this tab to whoever the guest turned out to be.
pub fn give_guest_s_values_to(owner: &Owner) {
    let guest = Owner::guest();
    let named = |owner: &Owner, name: &str| [PREFIX, owner.name(), ":", name].concat();
    // What other guests have typed on this device is not in the tab's own storage.
    let of_guest = named(&guest, "");
    let names = Storage::Session.keys().into_iter().filter_map(|key| key.strip_prefix(&of_guest).map(str::to_owned));
    for name in names.collect::<Vec<_>>() {
        for storage in [Storage::Local, Storage::Session] {
            if let Some(value) = storage.read(&named(&guest, &name)) {
                storage.write(&named(owner, &name), &value);
                storage.remove(&named(&guest, &name));
            }
        }
    }
}

/// One value of a person.
#[derive(Debug, Clone)]
pub struct PersonalValue {
    storage: Storage,
    /// Whose it is; none for whoever is here.
    owner: Option<Owner>,
    name: String,
}

impl PersonalValue {
    /// A value of the person who is here.
    pub fn new(storage: Storage, name: impl Into<String>) -> Self {
        Self { storage, owner: None, name: name.into() }
    }

    /// The values of that name that somebody who is not known may ask for: everybody's.
    pub fn of_anybody(storage: Storage, name: &str) -> Vec<Self> {
        let owners = storage.keys().into_iter().filter_map(|key| {
            let (owner, other) = key.strip_prefix(PREFIX)?.split_once(':')?;
            (other == name).then(|| Owner::named(owner.to_owned()))
        });
        owners.map(|owner| Self { storage, owner: Some(owner), name: name.to_owned() }).collect()
    }

    /// What is stored, unless it has ended.
    pub fn read(&self) -> Option<String> {
        let value = StoredText::parse(&self.storage.read(&self.key())?)?;
        (!has_ended(&value)).then_some(value.text)
    }

    /// Stores a text for so many milliseconds.
    pub fn write(&self, text: &str, lifetime: i64) {
        self.write_until(text, clock::phone_millis().saturating_add(lifetime));
    }

    /// Stores a text until a time in Unix milliseconds.
    pub fn write_until(&self, text: &str, end: i64) {
        let value = StoredText::new(text.to_owned(), end, clock::correction());
        self.storage.write(&self.key(), &value.to_text());
    }

    pub fn remove(&self) {
        self.storage.remove(&self.key());
    }

    fn key(&self) -> String {
        OWNER.with_borrow(|present| [PREFIX, self.owner.as_ref().unwrap_or(present).name(), ":", &self.name].concat())
    }
}

/// Removes what has ended, whosever it is.
pub fn remove_ended() {
    remove_where(|text| StoredText::parse(text).is_none_or(|value| has_ended(&value)));
}

/// Removes everything that is stored for anybody on this device.
pub fn remove_everything() {
    remove_where(|_| true);
}

fn remove_where(is_to_go: impl Fn(&str) -> bool) {
    for storage in [Storage::Local, Storage::Session] {
        let ours = storage.keys().into_iter().filter(|key| key.starts_with(PREFIX));
        ours.filter(|key| storage.read(key).is_some_and(|text| is_to_go(&text))).for_each(|key| storage.remove(&key));
    }
}

fn has_ended(value: &StoredText) -> bool {
    value.has_ended(clock::phone_millis(), clock::correction())
}
