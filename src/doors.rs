//! The doors (Feishu's access control): whom employees had them know from here, and the line of what is still to do.
//!
//! Errands go on when their page is left. Which visit belongs to which visitor at the doors is kept on this device:
//! the backend has no field for it.

mod ledger;
mod panel;

pub use panel::panel;

use crate::api::access::{register, remove};
use crate::api::error::{ApiError, DoorRefusal};
use crate::api::transport::Client;
use crate::domain::access::DoorVisitor;
use crate::domain::access::queue::{Next, Queue, QueueProgress};
use crate::domain::access::registration::{AccessTask, Half, Registration, Reply, Setback};
use crate::domain::id::{DepartmentId, OrderId};
use crate::platform::clock::phone_millis;
use crate::text::Text;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a site's doors are told, and how far that has come. It lives as long as the program.
#[derive(Debug, Clone, Copy)]
pub struct AccessControl {
    files: RwSignal<Vec<File>>,
    line: RwSignal<Queue>,
    department: RwSignal<Option<DepartmentId>>,
}

/// A visit about which something is or was to do.
#[derive(Debug, Clone)]
struct File {
    order: OrderId,
    visitor: DoorVisitor,
    registration: Registration,
}

/// Who takes the calls to the doors, and in which words failures are kept.
#[derive(Debug, Clone)]
pub struct AccessClient {
    pub client: Client,
    pub text: Text,
}

impl AccessControl {
    /// Nothing is to do yet.
    pub fn start() -> Self {
        Self { files: RwSignal::new(Vec::new()), line: RwSignal::new(Queue::default()), department: RwSignal::new(None) }
    }

    /// The same doors, whose visitors are filed in this department.
    pub fn of_department(self, department: Option<DepartmentId>) -> Self {
        self.department.set(department);
        self
    }

    /// How a visit's visitor stands with the doors, tracked.
    pub fn of(self, order: &OrderId) -> Registration {
        self.files.with(|files| registration(files, order))
    }

    /// As whom a visit's visitor was told to the doors last, as far as is still known.
    pub fn told(self, order: &OrderId) -> Option<(String, String)> {
        self.files.with_untracked(|files| {
            let file = files.iter().find(|file| file.order == *order)?;
            Some((file.visitor.name.clone(), file.visitor.phone.clone()))
        })
    }

    /// How far the line has come, tracked.
    pub fn progress(self) -> Option<QueueProgress> {
        self.line.with(Queue::progress)
    }

    /// Puts an errand in the line, unless it makes no sense.
    pub fn begin(self, courier: &AccessClient, order: &OrderId, name: &str, phone: &str, errand: AccessTask) {
        let department = self.department.get_untracked();
        let visitor = DoorVisitor { name: name.trim().to_owned(), phone: phone.trim().to_owned(), department };
        let mut registration = self.files.with_untracked(|files| registration(files, order));
        registration.begin(errand);
        self.files.update(|files| {
            files.retain(|file| file.order != *order);
            files.push(File { order: order.clone(), visitor, registration });
        });
        self.join(courier, order);
    }

    /// Does again what failed, and what was to come after it.
    pub fn retry(self, courier: &AccessClient, order: &OrderId) {
        self.change(order, Registration::retry);
        self.join(courier, order);
    }

    /// Leaves it at what is certain.
    pub fn give_up(self, order: &OrderId) {
        self.change(order, Registration::give_up);
    }

    fn change(self, order: &OrderId, change: fn(&mut Registration)) {
        self.files.update(|files| files.iter_mut().filter(|file| file.order == *order).for_each(|file| change(&mut file.registration)));
    }

    fn join(self, courier: &AccessClient, order: &OrderId) {
        if self.files.with_untracked(|files| registration(files, order).half().is_none()) {
            return;
        }
        let is_idle = self.line.with_untracked(|line| line.progress().is_none());
        self.line.update(|line| line.join(order.clone()));
        if is_idle {
            let courier = courier.clone();
            spawn_local(async move { self.work(courier).await });
        }
    }

    /// Sends one call after another until nobody waits.
    async fn work(self, courier: AccessClient) {
        loop {
            let mut next = Next::Nothing;
            self.line.update(|line| next = line.next(phone_millis()));
            match next {
                Next::Nothing => return,
                Next::Rest(millis) => TimeoutFuture::new(millis).await,
                Next::Send(order) => self.send(&courier, &order).await,
            }
        }
    }

    async fn send(self, courier: &AccessClient, order: &OrderId) {
        let AccessClient { client, text } = courier;
        let Some(file) = self.files.with_untracked(|files| files.iter().find(|file| file.order == *order).cloned()) else {
            return self.line.update(Queue::settle);
        };
        let answer = match file.registration.half() {
            Some(Half::Register) => client.send(register(file.visitor)).await.map(|id| id.map_or(Reply::PhoneTaken, Reply::Registered)),
            Some(Half::Remove(id)) => client.send(remove(id.clone())).await.map(|()| Reply::Gone),
            None => return self.line.update(Queue::settle),
        };
        let reply = match answer {
            Ok(reply) => reply,
            Err(ApiError::TooManyCalls) => return self.line.update(|line| line.slow_down(phone_millis())),
            Err(ApiError::Doors(DoorRefusal::PhoneTaken)) => Reply::PhoneTaken,
            // The doors have no visitor of this id: somebody removed it elsewhere, or a lost call had.
            Err(ApiError::Doors(DoorRefusal::InvalidParameter)) if file.registration.half() != Some(&Half::Register) => Reply::Gone,
            Err(error) if error.leaves_doubt() => Reply::Setback(Setback::InDoubt(text.failure(&error))),
            Err(error) => Reply::Setback(Setback::Refused(text.failure(&error))),
        };
        let mut registration = file.registration;
        registration.settle(reply);
        ledger::write(order, &registration.known);
        let goes_on = registration.half().is_some();
        self.files.update(|files| {
            files.iter_mut().filter(|file| file.order == *order).for_each(|file| file.registration = registration.clone());
        });
        self.line.update(if goes_on { Queue::goes_on } else { Queue::settle });
    }
}

fn registration(files: &[File], order: &OrderId) -> Registration {
    let file = files.iter().find(|file| file.order == *order);
    file.map_or_else(|| Registration::known(ledger::read(order)), |file| file.registration.clone())
}
