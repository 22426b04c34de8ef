//! Where attempts are stored whose outcome is unknown: for all tabs of the device, and for the next visit.

use super::DraftStore;
use crate::domain::booking::attempt::Attempt;
use crate::domain::booking::stored_attempts::StoredAttempts;
use crate::domain::id::OrderId;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::session::Session;

/// How long an attempt is remembered where it can be looked up, in milliseconds.
const LIFETIME: i64 = 24 * HOUR;
/// The same for a guest, who has no list to look it up in.
const LIFETIME_OF_A_GUEST_S: i64 = HOUR;
const HOUR: i64 = 3_600_000;

/// The attempts of one site and channel.
#[derive(Debug, Clone)]
pub struct AttemptStore {
    store: DraftStore,
    lifetime: i64,
}

impl AttemptStore {
    pub fn of(session: &Session) -> Self {
        let lifetime = if session.is_known() { LIFETIME } else { LIFETIME_OF_A_GUEST_S };
        Self { store: DraftStore::of_attempts(session), lifetime }
    }

    /// The latest booking, or the latest change of that visit.
    pub fn latest(&self, order: Option<&OrderId>) -> Option<Attempt> {
        self.read().into_iter().rfind(|attempt| attempt.order() == order)
    }

    /// An earlier attempt at the same.
    pub fn earlier(&self, attempt: &Attempt) -> Option<Attempt> {
        self.read().into_iter().rfind(|earlier| earlier.is_same(attempt))
    }

    /// Stores an attempt in place of an earlier one at the same.
    pub fn keep(&self, attempt: Attempt) {
        let mut attempts = self.without(&attempt);
        attempts.push(attempt);
        self.write(&attempts);
    }

    /// Its outcome is known.
    pub fn forget(&self, attempt: &Attempt) {
        self.write(&self.without(attempt));
    }

    fn without(&self, attempt: &Attempt) -> Vec<Attempt> {
        self.read().into_iter().filter(|earlier| !earlier.is_same(attempt)).collect()
    }

    fn read(&self) -> Vec<Attempt> {
        let stored: Option<StoredAttempts> = self.store.read(Storage::Local);
        stored.unwrap_or_default().read(clock::now_by_phone(), self.lifetime)
    }

    fn write(&self, attempts: &[Attempt]) {
        if attempts.is_empty() {
            self.store.remove(Storage::Local);
        } else {
            self.store.write(Storage::Local, &StoredAttempts::of(attempts));
        }
    }
}
