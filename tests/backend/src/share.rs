//! Invitations as links that several people may open.

use serde_json::{Value, json};

use crate::{clock::format_time, response::Refusal, site::State, status::Transition, visit::Visit};

/// The link of one invitation.
#[derive(Debug, Clone)]
pub struct Share {
    /// The batch of the visit that the invitation began with.
    pub batch: String,
    pub mode: Mode,
    pub link: Link,
    pub sms: Sms,
}

/// How an invitation reached its first visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Sms,
    WeChat,
}

/// Whether the link still works; the discriminant is the digit on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    Closed = 0,
    Open = 1,
}

/// How sending the SMS ended; the discriminant is the digit on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sms {
    Failed = 0,
    Sent = 1,
}

/// The two tabs of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Inviting,
    Expired,
}

impl Share {
    pub fn new(visit: &Visit, mode: Mode, sms: Sms) -> Self {
        Self { batch: visit.batch(), mode, link: Link::Open, sms }
    }

    /// Under which tab the invitation is listed: people may be accepting it until it ends or is withdrawn.
    pub fn tab(&self, state: &State, first: &Visit) -> Tab {
        if first.status.is_dead_invitation() || state.now() > first.plan.end { Tab::Expired } else { Tab::Inviting }
    }

    /// `WcMaOrderShareResponse`.
    pub fn to_json(&self, state: &State, first: &Visit) -> Value {
        let accepted = state.visits.iter().filter(|visit| self.was_accepted_by(visit));
        json!({
            "visitorBatch": self.batch,
            "mode": match self.mode { Mode::Sms => "sms", Mode::WeChat => "wechat" },
            "shareStatus": (self.link as u8).to_string(),
            "visitorSmsSendFlag": (self.sms as u8).to_string(),
            "startTime": format_time(first.plan.start),
            "endTime": format_time(first.plan.end),
            "visitorPurpose": first.answer("visitorPurpose").unwrap_or_default(),
            "visitorDtos": accepted.map(Visit::accepted_card).collect::<Vec<_>>(),
        })
    }

    fn was_accepted_by(&self, visit: &Visit) -> bool {
        let is_first = visit.batch() == self.batch;
        let is_open = visit.status.after(Transition::Withdraw).is_ok();
        visit.invitation.as_ref() == Some(&self.batch) || is_first && !is_open && !visit.status.is_dead_invitation()
    }
}

impl State {
    /// The link behind a batch.
    pub fn share(&self, batch: &str) -> Result<&Share, Refusal> {
        self.shares.iter().find(|share| share.batch == batch).ok_or(Refusal::NoSuchOrder)
    }

    pub fn share_mut(&mut self, batch: &str) -> Result<&mut Share, Refusal> {
        self.shares.iter_mut().find(|share| share.batch == batch).ok_or(Refusal::NoSuchOrder)
    }

    /// Refuses whoever comes through a link that was stopped; of an invitation that is over, the status tells more.
    pub fn check_link(&self, visit: &Visit) -> Result<(), Refusal> {
        match self.share(&visit.batch()) {
            Ok(Share { link: Link::Closed, .. }) if !visit.status.is_dead_invitation() => Err(Refusal::LinkClosed),
            Ok(_) | Err(_) => Ok(()),
        }
    }
}
