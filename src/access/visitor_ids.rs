//! The visitor ids that are stored on this device, by the orders of their visits.

use crate::domain::access::registration::AccessEntry;
use crate::domain::id::{AccessVisitorId, OrderId};
use crate::platform::storage::Storage;

/// Stored instead of an id for a visitor who was removed, and for one who is registered under an id that is unknown here.
const REMOVED: &str = "-";
const PHONE_TAKEN: &str = "?";

/// The entry of a visit's visitor, as far as this device knows it.
pub fn read(order: &OrderId) -> AccessEntry {
    match Storage::Local.read(&key(order)) {
        Some(stored) if stored == REMOVED => AccessEntry::Removed,
        Some(stored) if stored == PHONE_TAKEN => AccessEntry::PhoneTaken,
        stored => stored.as_deref().and_then(AccessVisitorId::parse).map_or(AccessEntry::Unknown, AccessEntry::Registered),
    }
}

pub fn write(order: &OrderId, entry: &AccessEntry) {
    match entry {
        AccessEntry::Registered(id) => Storage::Local.write(&key(order), id.as_str()),
        AccessEntry::Removed => Storage::Local.write(&key(order), REMOVED),
        AccessEntry::PhoneTaken => Storage::Local.write(&key(order), PHONE_TAKEN),
        AccessEntry::Unknown => Storage::Local.remove(&key(order)),
    }
}

fn key(order: &OrderId) -> String {
    format!("door:{}", order.as_str())
}
