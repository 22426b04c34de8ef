//! The site: everything the stand-in knows, behind one lock.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use crate::{
    call::Calls, clock::Clock, fault::Faults, feishu::AccessControl, js_sdk::JsSdk, outbox::Message, person::Caller, person::Directory,
    picture::Pictures, seed, settings::Settings, share::Share, visit::Visit,
};

pub use self::naming::Named;

mod identity;
mod inviting;
mod naming;
mod transitions;

/// A handle on the site, for the routes and for tests in the same process.
#[derive(Debug, Clone, Default)]
pub struct Site(Arc<Mutex<State>>);

/// The state of the site.
#[derive(Debug)]
pub struct State {
    pub clock: Clock,
    pub settings: Settings,
    pub directory: Directory,
    pub visits: Vec<Visit>,
    pub shares: Vec<Share>,
    /// Orders whose permissions did not reach one of their devices.
    pub undelivered: BTreeSet<String>,
    /// Feishu's access control, behind the same server.
    pub access_control: AccessControl,
    /// WeChat's JS-SDK, as far as pages have used it.
    pub js_sdk: JsSdk,
    pub pictures: Pictures,
    pub outbox: Vec<Message>,
    pub calls: Calls,
    pub faults: Faults,
    sessions: BTreeMap<String, Caller>,
}

impl Site {
    /// Works on the state as it is now: the clock's own moves have happened.
    pub fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.apply_time();
        work(&mut state)
    }

    /// Every visit there is, seeded ones too, as answers write them; for tests that count.
    pub fn bookings(&self) -> Vec<Value> {
        self.with(|state| state.visits.iter().map(Visit::order_response).collect())
    }

    /// Forgets everything and starts again from the seed.
    pub fn reset(&self) {
        self.with(|state| *state = State::default());
    }
}

impl Default for State {
    fn default() -> Self {
        let directory = seed::people::directory();
        let visits = seed::around(Clock::default().now(), &directory);
        Self {
            clock: Clock::default(),
            settings: Settings::default(),
            shares: seed::shares(&visits),
            undelivered: seed::undelivered(),
            access_control: AccessControl::default(),
            js_sdk: JsSdk::default(),
            sessions: identity::seeded_sessions(&directory),
            visits,
            directory,
            pictures: Pictures::default(),
            outbox: Vec::new(),
            calls: Calls::default(),
            faults: Faults::default(),
        }
    }
}

impl State {
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    fn apply_time(&mut self) {
        let now = self.now();
        self.visits.iter_mut().for_each(|visit| visit.apply_time(now));
    }

    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
        self.apply_time();
    }
}
