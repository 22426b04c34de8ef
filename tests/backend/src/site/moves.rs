//! What happens to visits, and who is told.

use super::State;
use crate::{
    answer::{PartyTrouble, Refusal},
    outbox::{Message, News},
    person::Caller,
    seed,
    status::{Move, Status},
    visit::{Maker, Party, Plan, Visit},
};

/// New orders count on from here, above all the seeded ones.
const FIRST_SERIAL: usize = 1000;

impl State {
    /// Files a new booking and tells its host. Two equal bookings are two bookings.
    pub fn book(&mut self, visitor: Caller, plan: Plan) {
        let visit = Visit::new(self.next_order_id(), visitor, Maker::Visitor, plan, Status::WaitingApproval, self.now());
        self.tell(&visit, News::Booked);
        self.visits.push(visit);
    }

    /// Files a booking whose host is told once all companions have confirmed.
    pub fn gather(&mut self, visitor: Caller, plan: Plan) {
        let mut visit = Visit::new(self.next_order_id(), visitor, Maker::Visitor, plan, Status::WaitingApproval, self.now());
        visit.party = Party::Gathering(Vec::new());
        self.visits.push(visit);
    }

    /// Hands a gathered booking to its host.
    pub fn submit(&mut self, order_id: &str) -> Result<(), Refusal> {
        let visit = self.visit_mut(order_id)?;
        visit.status.after(Move::Change)?;
        visit.submit()?;
        let visit = visit.clone();
        self.tell(&visit, News::Booked);
        Ok(())
    }

    /// Replaces the plan of a visit, which then waits for approval again.
    pub fn change(&mut self, order_id: &str, plan: Plan) -> Result<(), Refusal> {
        let visit = self.visit_mut(order_id)?;
        visit.status.after(Move::Change)?;
        visit.plan = plan;
        visit.regroup();
        self.make(order_id, Move::Change)
    }

    /// Makes a move and tells whoever wants to know.
    pub fn make(&mut self, order_id: &str, wanted: Move) -> Result<(), Refusal> {
        let now = self.now();
        let visit = self.visit_mut(order_id)?;
        visit.make(wanted, now)?;
        let visit = visit.clone();
        if matches!(wanted, Move::Approve | Move::AcceptApproved) {
            self.open_doors(&visit);
        }
        let news = match wanted {
            Move::Approve => News::Approved,
            Move::Reject => News::Rejected,
            Move::Change if !visit.party.is_submitted() => return Ok(()),
            Move::Change => News::Changed,
            Move::CancelByVisitor => News::CancelledByVisitor,
            Move::CancelByHost => News::CancelledByHost,
            Move::Accept | Move::AcceptApproved => News::Accepted,
            Move::Withdraw => News::Withdrawn,
            Move::Decline => News::Declined,
            Move::Arrive | Move::SignOut => return Ok(()),
        };
        self.tell(&visit, news);
        Ok(())
    }

    /// Whether the host could decide about a visit now.
    pub fn may_decide(&self, order_id: &str, wanted: Move) -> Result<(), Refusal> {
        let visit = self.visit(order_id)?;
        visit.status.after(wanted)?;
        match visit.party.is_submitted() {
            true => Ok(()),
            false => Err(PartyTrouble::NotSubmitted.into()),
        }
    }

    /// Keeps what the approver wrote, once the move itself was legal.
    pub fn decide(&mut self, order_id: &str, wanted: Move, remark: Option<String>) -> Result<(), Refusal> {
        self.may_decide(order_id, wanted)?;
        self.make(order_id, wanted)?;
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

    pub(super) fn tell(&mut self, visit: &Visit, news: News) {
        let message = Message::about(visit, news, self.now());
        self.outbox.extend(message);
    }
}
