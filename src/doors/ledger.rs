//! Which visitor at the doors belongs to a visit, kept on this device.

use crate::domain::access::registration::Known;
use crate::domain::id::{DoorVisitorId, OrderId};
use crate::platform::storage::Storage;

/// What stands there for somebody who was removed, and for somebody whom the doors know under another id.
const REMOVED: &str = "-";
const TAKEN: &str = "?";

pub fn read(order: &OrderId) -> Known {
    match Storage::Local.read(&key(order)) {
        Some(kept) if kept == REMOVED => Known::Removed,
        Some(kept) if kept == TAKEN => Known::PhoneTaken,
        kept => kept.as_deref().and_then(DoorVisitorId::parse).map_or(Known::Nothing, Known::Registered),
    }
}

pub fn write(order: &OrderId, known: &Known) {
    match known {
        Known::Registered(id) => Storage::Local.write(&key(order), id.as_str()),
        Known::Removed => Storage::Local.write(&key(order), REMOVED),
        Known::PhoneTaken => Storage::Local.write(&key(order), TAKEN),
        Known::Nothing => Storage::Local.remove(&key(order)),
    }
}

fn key(order: &OrderId) -> String {
    format!("door:{}", order.as_str())
}
