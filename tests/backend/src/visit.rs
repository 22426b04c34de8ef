//! A visit as the backend keeps it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use crate::{
    person::{Caller, Host},
    settings::Model,
    status::{Illegal, Status, Transition},
};

pub use self::party::{Companion, Party};

mod card;
mod order;
mod party;
mod preview;

/// One booking or invitation.
#[derive(Debug, Clone)]
pub struct Visit {
    pub order_id: String,
    pub visitor: Caller,
    pub creator: Creator,
    /// Whose calls an invitation was made by, and so is opened by.
    pub channel: Channel,
    pub plan: Plan,
    pub status: Status,
    pub party: Party,
    /// The batch of the shared invitation that this visitor accepted after others had.
    pub invitation: Option<String>,
    pub created: DateTime<FixedOffset>,
    pub updated: DateTime<FixedOffset>,
    pub arrived: Option<DateTime<FixedOffset>>,
    pub left: Option<DateTime<FixedOffset>>,
    /// What the approver wrote.
    pub remark: Option<String>,
}

/// Everything a visitor may still change about a visit.
#[derive(Debug, Clone)]
pub struct Plan {
    pub model: Model,
    pub host: Host,
    pub start: DateTime<FixedOffset>,
    pub end: DateTime<FixedOffset>,
    pub areas: Vec<String>,
    /// The form's answers by `paraKey`.
    pub answers: BTreeMap<String, String>,
}

/// A family of calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    OfficialAccount,
    WeCom,
    MiniProgram,
}

/// Who made the record; the discriminant is the number on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Creator {
    Employee = 2,
    Visitor = 3,
}

impl Channel {
    /// As links name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::OfficialAccount => "mp",
            Self::WeCom => "wecom",
            Self::MiniProgram => "miniapp",
        }
    }
}

impl Visit {
    /// A visit filed at `now`.
    pub fn new(order_id: String, visitor: Caller, creator: Creator, plan: Plan, status: Status, now: DateTime<FixedOffset>) -> Self {
        Self {
            order_id,
            visitor,
            creator,
            channel: Channel::OfficialAccount,
            plan,
            status,
            party: Party::Counted,
            invitation: None,
            created: now,
            updated: now,
            arrived: None,
            left: None,
            remark: None,
        }
    }

    /// The number by which cards of WeCom and the mini-program know the visit.
    pub fn batch(&self) -> String {
        format!("B{}", self.order_id)
    }

    /// Does `wanted` with the visit, if its status allows it.
    pub fn apply_transition(&mut self, wanted: Transition, now: DateTime<FixedOffset>) -> Result<(), Illegal> {
        self.status = self.status.after(wanted)?;
        self.updated = now;
        match wanted {
            Transition::Arrive => self.arrived = Some(now),
            Transition::SignOut => self.left = Some(now),
            _ => {}
        }
        Ok(())
    }

    /// Lets the clock's own moves happen.
    pub fn apply_time(&mut self, now: DateTime<FixedOffset>) {
        self.status = self.status.at(now, self.plan.start, self.plan.end);
    }

    pub fn belongs_to(&self, caller: &Caller) -> bool {
        match caller {
            Caller::Visitor { .. } => &self.visitor == caller || self.party.includes(caller),
            Caller::Guest { phone } => self.answer("visitorPhoneNum") == Some(phone),
            Caller::Host { person_id } => self.is_received_by(person_id),
        }
    }

    pub fn is_received_by(&self, person_id: &str) -> bool {
        self.plan.host.person_id == person_id
    }

    pub fn answer(&self, key: &str) -> Option<&str> {
        self.plan.answers.get(key).map(String::as_str)
    }

    pub fn visitor_name(&self) -> &str {
        self.answer("visitorName").unwrap_or("访客")
    }

    /// The to-do in the approver's list, while there is one.
    pub fn to_do(&self) -> Option<String> {
        let waits = self.status == Status::WaitingApproval && self.party.is_submitted();
        waits.then(|| format!("T{}", self.order_id))
    }

    /// The text behind the visitor's QR code, while there is one.
    pub fn pass(&self) -> Option<String> {
        self.status.has_pass().then(|| format!("VCS{}{}", self.order_id, self.plan.start.timestamp()))
    }

    /// Six digits, for a gate whose scanner is broken.
    fn gate_code(&self) -> String {
        format!("{:06}", self.plan.start.timestamp() / 60 % 1_000_000)
    }
}

impl Plan {
    /// How many people come, the leader included.
    pub fn head_count(&self) -> usize {
        self.answers.get("visitorPersonNum").and_then(|number| number.parse().ok()).unwrap_or(1)
    }
}
