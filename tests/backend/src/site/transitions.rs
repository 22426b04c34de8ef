//! The transitions of visits, and the notifications of them.

use super::State;
use crate::{
    outbox::{Message, Notification},
    person::Caller,
    response::{PartyError, Refusal},
    seed,
    status::{Status, Transition},
    visit::{Creator, Party, Plan, Visit},
};

/// New orders count on from here, above all the seeded ones.
const FIRST_SERIAL: usize = 1000;

impl State {
    /// Adds a new booking and notifies its host. Two equal bookings are two bookings.
    pub fn book(&mut self, visitor: Caller, plan: Plan) {
        let visit = Visit::new(self.next_order_id(), visitor, Creator::Visitor, plan, Status::WaitingApproval, self.now());
        self.notify(&visit, Notification::Booked);
        self.visits.push(visit);
    }

    /// Adds a booking whose host is notified once all companions have confirmed.
    pub fn gather(&mut self, visitor: Caller, plan: Plan) {
        let mut visit = Visit::new(self.next_order_id(), visitor, Creator::Visitor, plan, Status::WaitingApproval, self.now());
        visit.party = Party::Gathering(Vec::new());
        self.visits.push(visit);
    }

    /// Submits a booking with companions to its host.
    pub fn submit(&mut self, order_id: &str) -> Result<(), Refusal> {
        let visit = self.visit_mut(order_id)?;
        visit.status.after(Transition::Change)?;
        visit.submit()?;
        let visit = visit.clone();
        self.notify(&visit, Notification::Booked);
        Ok(())
    }

    /// Replaces the plan of a visit, which then waits for approval again.
    pub fn change(&mut self, order_id: &str, plan: Plan) -> Result<(), Refusal> {
        let visit = self.visit_mut(order_id)?;
        visit.status.after(Transition::Change)?;
        visit.plan = plan;
        visit.regroup();
        self.apply_transition(order_id, Transition::Change)
    }

    /// Applies a transition and notifies the other side.
    pub fn apply_transition(&mut self, order_id: &str, wanted: Transition) -> Result<(), Refusal> {
        let now = self.now();
        let visit = self.visit_mut(order_id)?;
        visit.apply_transition(wanted, now)?;
        let visit = visit.clone();
        if matches!(wanted, Transition::Approve | Transition::AcceptApproved) {
            self.deliver(&visit);
        }
        let notification = match wanted {
            Transition::Approve => Notification::Approved,
            Transition::Reject => Notification::Rejected,
            Transition::Change if !visit.party.is_submitted() => return Ok(()),
            Transition::Change => Notification::Changed,
            Transition::CancelByVisitor => Notification::CancelledByVisitor,
            Transition::CancelByHost => Notification::CancelledByHost,
            Transition::Accept | Transition::AcceptApproved => Notification::Accepted,
            Transition::Withdraw => Notification::Withdrawn,
            Transition::Decline => Notification::Declined,
            Transition::Arrive | Transition::SignOut => return Ok(()),
        };
        self.notify(&visit, notification);
        Ok(())
    }

    /// Whether the host could decide about a visit now.
    pub fn may_decide(&self, order_id: &str, wanted: Transition) -> Result<(), Refusal> {
        let visit = self.visit(order_id)?;
        visit.status.after(wanted)?;
        match visit.party.is_submitted() {
            true => Ok(()),
            false => Err(PartyError::NotSubmitted.into()),
        }
    }

    /// Keeps what the approver wrote, once the move itself was legal.
    pub fn decide(&mut self, order_id: &str, wanted: Transition, remark: Option<String>) -> Result<(), Refusal> {
        self.may_decide(order_id, wanted)?;
        self.apply_transition(order_id, wanted)?;
        self.visit_mut(order_id)?.remark = remark;
        Ok(())
    }

    /// So many more bookings wait for the demo's host.
    pub fn queue(&mut self, count: usize) {
        let first = FIRST_SERIAL + self.visits.len();
        let more = seed::guests::queue(first, count, self.now(), &self.directory);
        self.visits.extend(more);
    }

    pub(super) fn next_order_id(&self) -> String {
        seed::order_id(FIRST_SERIAL + self.visits.len())
    }

    pub(super) fn notify(&mut self, visit: &Visit, notification: Notification) {
        let message = Message::about(visit, notification, self.now());
        self.outbox.extend(message);
    }
}
