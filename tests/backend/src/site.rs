//! The site: everything the stand-in knows, behind one lock.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use chrono::{DateTime, FixedOffset};
use serde_json::Value;

use crate::{
    answer::Refusal,
    call::Calls,
    clock::Clock,
    fault::Faults,
    outbox::{Message, News},
    person::{Caller, Directory},
    picture::Pictures,
    question::Question,
    seed,
    settings::Settings,
    status::{Move, Status},
    visit::{Maker, Plan, Visit},
};

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
    pub pictures: Pictures,
    pub outbox: Vec<Message>,
    pub calls: Calls,
    pub faults: Faults,
    sessions: BTreeMap<String, Caller>,
}

/// New orders count on from here, above all the seeded ones.
const FIRST_SERIAL: usize = 1000;

impl Site {
    /// Works on the state as it is now: the clock's own moves have happened.
    pub fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.settle();
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
        Self {
            clock: Clock::default(),
            settings: Settings::default(),
            visits: seed::visits::around(Clock::default().now(), &directory),
            directory,
            pictures: Pictures::default(),
            outbox: Vec::new(),
            calls: Calls::default(),
            faults: Faults::default(),
            sessions: BTreeMap::new(),
        }
    }
}

impl State {
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.clock.now()
    }

    fn settle(&mut self) {
        let now = self.now();
        self.visits.iter_mut().for_each(|visit| visit.settle(now));
    }

    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
        self.settle();
    }

    pub fn visit(&self, order_id: &str) -> Result<&Visit, Refusal> {
        self.visits.iter().find(|visit| visit.order_id == order_id).ok_or(Refusal::NoSuchOrder)
    }

    fn visit_mut(&mut self, order_id: &str) -> Result<&mut Visit, Refusal> {
        self.visits.iter_mut().find(|visit| visit.order_id == order_id).ok_or(Refusal::NoSuchOrder)
    }

    /// Files a new booking and tells its host. Two equal bookings are two bookings.
    pub fn book(&mut self, visitor: Caller, plan: Plan) {
        let now = self.now();
        let visit = Visit {
            order_id: seed::order_id(FIRST_SERIAL + self.visits.len()),
            visitor,
            maker: Maker::Visitor,
            plan,
            status: Status::WaitingApproval,
            created: now,
            updated: now,
            arrived: None,
            left: None,
            remark: None,
        };
        self.outbox.extend(Message::about(&visit, News::Booked, now));
        self.visits.push(visit);
    }

    /// Replaces the plan of a visit, which then waits for approval again.
    pub fn change(&mut self, order_id: &str, plan: Plan) -> Result<(), Refusal> {
        self.visit_mut(order_id)?.status.after(Move::Change)?;
        self.visit_mut(order_id)?.plan = plan;
        self.make(order_id, Move::Change)
    }

    /// Makes a move and tells whoever wants to know.
    pub fn make(&mut self, order_id: &str, wanted: Move) -> Result<(), Refusal> {
        let now = self.now();
        let visit = self.visit_mut(order_id)?;
        visit.make(wanted, now)?;
        let news = match wanted {
            Move::Approve => News::Approved,
            Move::Reject => News::Rejected,
            Move::Change => News::Changed,
            Move::CancelByVisitor => News::CancelledByVisitor,
            Move::CancelByHost => News::CancelledByHost,
            _ => return Ok(()),
        };
        let message = Message::about(visit, news, now);
        self.outbox.extend(message);
        Ok(())
    }

    /// Keeps what the approver wrote, once the move itself was legal.
    pub fn decide(&mut self, order_id: &str, wanted: Move, remark: Option<String>) -> Result<(), Refusal> {
        self.make(order_id, wanted)?;
        self.visit_mut(order_id)?.remark = remark;
        Ok(())
    }

    /// Starts a session and gives its token.
    pub fn sign_in(&mut self, caller: Caller) -> String {
        let token = format!("{:032x}", 0x5e55_1000 + self.sessions.len());
        self.sessions.insert(token.clone(), caller);
        token
    }

    /// Who calls: the openId in body or query, else whoever the token belongs to.
    pub fn caller(&self, question: &Question) -> Result<Caller, Refusal> {
        let in_query = |name| question.optional_parameter(name).filter(|said| !said.is_empty()).map(str::to_owned);
        let named = question.said("visitorOpenId")?.or_else(|| in_query("visitorOpenId")).or_else(|| in_query("openId"));
        let session = || self.sessions.get(question.token.as_ref()?).cloned();
        named.map(|open_id| Caller::Visitor { open_id }).or_else(session).ok_or(Refusal::NotSignedIn)
    }
}
