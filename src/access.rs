//! Access control (Feishu): the registrations of visitors, and the queue of calls that carries them out.
//!
//! Tasks go on when their page is left. Which visitor id belongs to which visit is stored on this device: the backend
//! has no field for it.

mod panel;
mod visitor_ids;

pub use panel::{AccessPanel, AccessPanelProps};

use crate::api::access::{register, remove};
use crate::api::error::{AccessRefusal, ApiError};
use crate::api::transport::Client;
use crate::context::{use_client, use_config};
use crate::domain::access::AccessVisitor;
use crate::domain::access::queue::{AccessQueue, QueueProgress, QueueStep};
use crate::domain::access::registration::{AccessCall, AccessFailure, AccessResponse, AccessTask, Registration};
use crate::domain::hold::HOLD_TIMER;
use crate::domain::id::{DepartmentId, OrderId};
use crate::platform::clock::phone_millis;
use crate::platform::visibility::use_visibility;
use crate::reactive::effect;
use crate::text::{Text, use_text};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The registrations of a site's visitors, from context. They live as long as the program.
#[derive(Debug, Clone, Copy, Default)]
pub struct AccessControl {
    records: RwSignal<Vec<AccessRecord>>,
    queue: RwSignal<AccessQueue>,
    department: RwSignal<Option<DepartmentId>>,
    /// What sends the tasks that are held, when their time is over.
    client: StoredValue<Option<AccessClient>>,
}

/// A visit for which a task was started in this program.
#[derive(Debug, Clone)]
struct AccessRecord {
    order: OrderId,
    visitor: AccessVisitor,
    registration: Registration,
}

/// What it takes to send a task's calls and to put its failures into words.
#[derive(Debug, Clone)]
pub struct AccessClient {
    pub client: Client,
    pub text: Text,
}

impl AccessClient {
    /// The client and the language of the component that is being built.
    pub fn here() -> Self {
        Self { client: use_client(), text: use_text() }
    }
}

/// Access control; none where the site's settings do not have employees manage it (`doorAccess`).
pub fn use_access() -> Option<AccessControl> {
    use_config().access.map(|_| expect_context())
}

impl AccessControl {
    /// Follows the page from now on: what is held is sent when it goes out of sight.
    pub fn provide() {
        let access = Self::default();
        let is_visible = use_visibility().is_visible;
        effect(move || {
            if !is_visible.get() {
                access.release_all();
            }
        });
        provide_context(access);
    }

    /// Registers visitors under this department from now on.
    pub fn set_department(self, department: Option<DepartmentId>) {
        self.department.set(department);
    }

    /// The registration of a visit's visitor, tracked.
    pub fn registration(self, order: &OrderId) -> Registration {
        self.records.with(|records| registration(records, order))
    }

    /// The name and phone number of a visit's last task, if one was started in this program.
    pub fn last_submitted(self, order: &OrderId) -> Option<(String, String)> {
        self.records.with_untracked(|records| {
            let record = records.iter().find(|record| record.order == *order)?;
            Some((record.visitor.name.clone(), record.visitor.phone.clone()))
        })
    }

    /// How far the queue has come, tracked.
    pub fn progress(self) -> Option<QueueProgress> {
        self.queue.with(AccessQueue::progress)
    }

    /// Queues a task, unless it may not be started.
    pub fn start(self, client: &AccessClient, order: &OrderId, name: &str, phone: &str, task: AccessTask) {
        let department = self.department.get_untracked();
        let visitor = AccessVisitor { name: name.trim().to_owned(), phone: phone.trim().to_owned(), department };
        let mut registration = self.records.with_untracked(|records| registration(records, order));
        registration.start(task, phone_millis());
        self.client.set_value(Some(client.clone()));
        self.records.update(|records| {
            records.retain(|record| record.order != *order);
            records.push(AccessRecord { order: order.clone(), visitor, registration });
        });
        if self.is_held(order) {
            self.release_after_hold(order.clone());
        }
        self.enqueue(client, order);
    }

    /// Takes a removal back that has not been sent.
    pub fn undo(self, order: &OrderId) {
        self.update_registration(order, Registration::undo);
    }

    /// Sends the removals that are held, because the page goes out of sight.
    pub fn release_all(self) {
        let held = self.records.with_untracked(|records| {
            records.iter().filter(|record| record.registration.is_held()).map(|record| record.order.clone()).collect::<Vec<_>>()
        });
        held.iter().for_each(|order| self.release(order, Registration::release));
    }

    fn release_after_hold(self, order: OrderId) {
        set_timeout(move || self.release(&order, |registration| registration.release_due(phone_millis())), HOLD_TIMER);
    }

    fn release(self, order: &OrderId, release: impl FnOnce(&mut Registration)) {
        self.update_registration(order, release);
        if let Some(client) = self.client.get_value() {
            self.enqueue(&client, order);
        }
    }

    fn is_held(self, order: &OrderId) -> bool {
        self.records.with_untracked(|records| registration(records, order).is_held())
    }

    /// Repeats the call that failed, and the calls that were to follow it.
    pub fn retry(self, client: &AccessClient, order: &OrderId) {
        self.update_registration(order, Registration::retry);
        self.enqueue(client, order);
    }

    /// Gives up the task that failed.
    pub fn give_up(self, order: &OrderId) {
        self.update_registration(order, Registration::give_up);
    }

    fn update_registration(self, order: &OrderId, update: impl FnOnce(&mut Registration)) {
        self.records.update(|records| {
            if let Some(record) = records.iter_mut().find(|record| record.order == *order) {
                update(&mut record.registration);
            }
        });
    }

    fn enqueue(self, client: &AccessClient, order: &OrderId) {
        if self.records.with_untracked(|records| registration(records, order).pending_call().is_none()) {
            return;
        }
        let is_idle = self.queue.with_untracked(|queue| queue.progress().is_none());
        self.queue.update(|queue| queue.push(order.clone()));
        if is_idle {
            let client = client.clone();
            spawn_local(async move { self.run_queue(client).await });
        }
    }

    /// Sends one call after another until the queue is empty.
    async fn run_queue(self, client: AccessClient) {
        loop {
            let mut step = QueueStep::Idle;
            self.queue.update(|queue| step = queue.next(phone_millis()));
            match step {
                QueueStep::Idle => return,
                QueueStep::Pause(millis) => TimeoutFuture::new(millis).await,
                QueueStep::Send(order) => self.send(&client, &order).await,
            }
        }
    }

    /// Sends the pending call of a visit and takes its response.
    async fn send(self, client: &AccessClient, order: &OrderId) {
        let record = self.records.with_untracked(|records| records.iter().find(|record| record.order == *order).cloned());
        let Some((record, call)) = record.and_then(|record| record.registration.pending_call().cloned().map(|call| (record, call))) else {
            return self.queue.update(AccessQueue::finish);
        };
        let Some(response) = client.send(call, record.visitor).await else {
            return self.queue.update(|queue| queue.back_off(phone_millis()));
        };
        let mut registration = record.registration;
        registration.settle(response);
        visitor_ids::write(order, &registration.entry);
        let is_unfinished = registration.pending_call().is_some();
        self.update_registration(order, |current| *current = registration);
        self.queue.update(if is_unfinished { AccessQueue::continue_running } else { AccessQueue::finish });
    }
}

impl AccessClient {
    /// Sends a call; none where the service answers "too many calls".
    async fn send(&self, call: AccessCall, visitor: AccessVisitor) -> Option<AccessResponse> {
        let is_removal = matches!(call, AccessCall::Remove(_));
        let answer = match call {
            AccessCall::Register => {
                let id = self.client.send(register(visitor)).await;
                id.map(|id| id.map_or(AccessResponse::PhoneTaken, AccessResponse::Registered))
            }
            // It may be the last thing that the page does.
            AccessCall::Remove(id) => self.client.send(remove(id).keepalive()).await.map(|()| AccessResponse::Removed),
        };
        Some(match answer {
            Ok(response) => response,
            Err(ApiError::TooManyCalls) => return None,
            Err(ApiError::Access(AccessRefusal::PhoneTaken)) => AccessResponse::PhoneTaken,
            // No visitor has this id: somebody removed it elsewhere, or a call whose response was lost did.
            Err(ApiError::Access(AccessRefusal::InvalidParameter)) if is_removal => AccessResponse::Removed,
            Err(error) if error.leaves_doubt() => AccessResponse::Failed(AccessFailure::Uncertain(self.text.failure(&error))),
            Err(error) => AccessResponse::Failed(AccessFailure::Refused(self.text.failure(&error))),
        })
    }
}

fn registration(records: &[AccessRecord], order: &OrderId) -> Registration {
    let record = records.iter().find(|record| record.order == *order);
    record.map_or_else(|| Registration::idle(visitor_ids::read(order)), |record| record.registration.clone())
}
