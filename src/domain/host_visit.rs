//! A visit as its host's lists tell of it.

pub mod answers;
pub mod today;

use super::id::{AreaId, OrderId};
use super::paging::Row;
use super::time::SiteTime;
use super::visit::{HostVisitId, Status, Stay};

/// A visit in a list of its host's: some lists tell less than others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostVisitSummary {
    pub id: HostVisitId,
    /// What decisions name it by; the lists of WeCom's receptions and of the mini-program leave it out.
    pub order: Option<OrderId>,
    pub status: Status,
    pub stay: Option<Stay>,
    pub visitor_name: String,
    pub visitor_phone: String,
    pub visitor_company: String,
    pub purpose: String,
    pub people: Option<u32>,
    /// What was asked for.
    pub areas: Vec<AreaId>,
    /// Why it was returned, or what was remarked.
    pub remark: String,
    /// When it last changed; some lists leave it out.
    pub changed_at: Option<SiteTime>,
}

impl Row for HostVisitSummary {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[cfg(test)]
impl HostVisitSummary {
    /// A visit of which nothing is known but its id; it waits for a decision.
    pub fn with_id(id: HostVisitId) -> Self {
        Self {
            id,
            order: None,
            status: Status::WaitingApproval,
            stay: None,
            visitor_name: String::new(),
            visitor_phone: String::new(),
            visitor_company: String::new(),
            purpose: String::new(),
            people: None,
            areas: Vec::new(),
            remark: String::new(),
            changed_at: None,
        }
    }
}
