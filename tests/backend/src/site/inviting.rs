//! Invitations: an employee begins, one visitor or several accept.

use std::collections::BTreeMap;

use super::State;
use crate::{
    outbox::Notification,
    person::Caller,
    response::Refusal,
    share::{Link, Mode, Share, Sms},
    status::{Status, Transition},
    visit::{Channel, Creator, Plan, Visit},
};

/// What all visitors of one invitation have in common.
const COMMON: [&str; 2] = ["visitorPurpose", "visitorTypeId"];

impl State {
    /// Files an invitation and sends its SMS; an `order_id` was shared before there was anything behind it.
    pub fn invite(&mut self, plan: Plan, order_id: Option<String>, channel: Channel) -> Result<Visit, Refusal> {
        let mode = if order_id.is_some() { Mode::WeChat } else { Mode::Sms };
        let order_id = order_id.unwrap_or_else(|| self.next_order_id());
        if self.visit(&order_id).is_ok() {
            return Err(Refusal::OrderIdTaken);
        }
        let phone = plan.answers.get("visitorPhoneNum").cloned().unwrap_or_default();
        let visit = Visit::new(order_id, Caller::Guest { phone }, Creator::Employee, plan, Status::Inviting, self.now());
        let visit = Visit { channel, ..visit };
        let sms = self.send_invitation(&visit);
        self.shares.push(Share::new(&visit, mode, sms));
        self.visits.push(visit.clone());
        Ok(visit)
    }

    /// Sends an SMS that got lost once more.
    pub fn send_again(&mut self, batch: &str, order_id: &str) -> Result<(), Refusal> {
        if self.share(batch)?.sms == Sms::Sent {
            return Err(Refusal::SmsDelivered);
        }
        let visit = self.visit(order_id)?;
        visit.status.after(Transition::Withdraw)?;
        let sms = self.send_invitation(&visit.clone());
        self.share_mut(batch)?.sms = sms;
        Ok(())
    }

    fn send_invitation(&mut self, visit: &Visit) -> Sms {
        if let Some(left) = self.settings.sms_failures.checked_sub(1) {
            self.settings.sms_failures = left;
            return Sms::Failed;
        }
        self.notify(visit, Notification::Invited);
        Sms::Sent
    }

    /// The invited visitor accepts.
    pub fn accept(&mut self, order_id: &str, visitor: Caller, answers: BTreeMap<String, String>) -> Result<(), Refusal> {
        let wanted = self.acceptance();
        let visit = self.visit(order_id)?;
        visit.status.after(wanted)?;
        self.check_link(visit)?;
        let visit = self.visit_mut(order_id)?;
        visit.visitor = visitor;
        visit.plan.answers.extend(answers);
        self.apply_transition(order_id, wanted)
    }

    /// Somebody accepts through the link: the first takes the invitation itself, the others come beside.
    pub fn accept_shared(&mut self, order_id: &str, visitor: Caller, answers: BTreeMap<String, String>) -> Result<(), Refusal> {
        let wanted = self.acceptance();
        let first = self.visit(order_id)?.clone();
        match first.status {
            Status::Inviting => return self.accept(order_id, visitor, answers),
            dead if dead.is_dead_invitation() => dead.after(wanted).map(drop)?,
            _ => self.check_link(&first)?,
        }
        let share = self.share(&first.batch())?.batch.clone();
        let is_of_share = |visit: &&Visit| visit.order_id == order_id || visit.invitation.as_ref() == Some(&share);
        if self.visits.iter().filter(is_of_share).any(|visit| visit.visitor == visitor) {
            return Err(Refusal::AlreadyTaken);
        }
        if self.now() > first.plan.end {
            return Err(Refusal::LinkClosed);
        }
        let mut plan = first.plan;
        plan.answers.retain(|key, _| COMMON.contains(&key.as_str()));
        plan.answers.extend(answers);
        let mut visit = Visit::new(self.next_order_id(), visitor, Creator::Employee, plan, Status::Inviting, self.now());
        visit.invitation = Some(share);
        let order_id = visit.order_id.clone();
        self.visits.push(visit);
        self.apply_transition(&order_id, wanted)
    }

    /// The host withdraws an invitation that nobody has accepted, and its link with it.
    pub fn withdraw(&mut self, order_id: &str) -> Result<(), Refusal> {
        self.apply_transition(order_id, Transition::Withdraw)?;
        let batch = self.visit(order_id)?.batch();
        if let Ok(share) = self.share_mut(&batch) {
            share.link = Link::Closed;
        }
        Ok(())
    }

    fn acceptance(&self) -> Transition {
        if self.settings.invitation_approval { Transition::Accept } else { Transition::AcceptApproved }
    }
}
