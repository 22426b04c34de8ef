//! The visitor ids that this device stores for an employee for a month, by the orders of their visits.

use crate::domain::access::registration::AccessEntry;
use crate::domain::id::{AccessVisitorId, OrderId};
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{MONTH, PersonalValue};

/// Stored instead of an id for a visitor who was removed, and for one who is registered under an id that is unknown here.
const REMOVED: &str = "-";
const PHONE_TAKEN: &str = "?";

/// The entry of a visit's visitor, as far as this device knows it.
pub fn read(order: &OrderId) -> AccessEntry {
    match stored(order).read() {
        Some(stored) if stored == REMOVED => AccessEntry::Removed,
        Some(stored) if stored == PHONE_TAKEN => AccessEntry::PhoneTaken,
        stored => stored.as_deref().and_then(AccessVisitorId::parse).map_or(AccessEntry::Unknown, AccessEntry::Registered),
    }
}

pub fn write(order: &OrderId, entry: &AccessEntry) {
    let stored = stored(order);
    match entry {
        AccessEntry::Registered(id) => stored.write(id.as_str(), MONTH),
        AccessEntry::Removed => stored.write(REMOVED, MONTH),
        AccessEntry::PhoneTaken => stored.write(PHONE_TAKEN, MONTH),
        AccessEntry::Unknown => stored.remove(),
    }
}

fn stored(order: &OrderId) -> PersonalValue {
    PersonalValue::new(Storage::Local, ["door:", order.as_str()].concat())
}
