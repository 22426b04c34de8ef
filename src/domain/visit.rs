//! A visit from booking to sign-out, and what names it.

mod status;
pub mod timeline;
pub mod twins;

pub use status::{Status, Tone};

use super::booking::field::FieldKey;
use super::id::{AreaId, Batch, OrderId, ProjectId, VisitorTypeId};
use super::paging::Row;
use super::private::Private;
use super::time::SiteTime;
use super::venue::{Enterprise, Host, Mode};

/// From when to when somebody means to visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    pub start: SiteTime,
    pub end: SiteTime,
}

/// What names a visit in calls and addresses. The mini-program's calls want the batch as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitRef {
    pub order: OrderId,
    pub batch: Option<Batch>,
}

/// What names a visit in its host's calls and addresses: some lists name only the batch, some calls want only it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostVisitId {
    Order(OrderId),
    Batch(Batch),
}

/// One visit, as its visitor sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub order: OrderId,
    pub status: Status,
    pub mode: Option<Mode>,
    pub stay: Option<Stay>,
    pub host: Host,
    pub host_department: String,
    pub host_company: String,
    pub visitor_name: String,
    pub visitor_phone: Private,
    pub visitor_company: String,
    pub purpose: String,
    /// The kind of visitor, where the site tells kinds apart.
    pub visitor_type: Option<VisitorTypeId>,
    pub people: Option<u32>,
    pub car: Private,
    /// Why the host returned it, or what the host remarked.
    pub remark: String,
    pub booked_at: Option<SiteTime>,
    /// When it last changed: for a visit that was just decided on, the time of the decision.
    pub changed_at: Option<SiteTime>,
    pub arrived_at: Option<SiteTime>,
    pub left_at: Option<SiteTime>,
    /// Whom it belongs together with; WeCom's and the mini-program's calls name visits by it.
    pub batch: Option<Batch>,
    /// The site that it is to, where the answer says so.
    pub project: Option<ProjectId>,
    pub areas: Vec<AreaId>,
    /// What the form was answered with, under the site's own keys; only a visit's detail has it.
    pub answers: Vec<(FieldKey, String)>,
    pub companions: Vec<Companion>,
    /// What its code for the gate says; empty where the answer has none.
    pub pass_code: String,
    /// What a guard can be told in place of the code.
    pub spoken_code: String,
    /// Whether its leader asks, and has yet to hand it in: the host knows nothing of it before.
    pub is_gathering: bool,
    /// Whether the host may invite the visitor anew, where the answer says so.
    pub offers_invite_again: Option<bool>,
}

/// Somebody who comes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Companion {
    pub name: String,
    pub phone: Private,
    /// In the backend's own word.
    pub status: String,
}

impl Visit {
    /// The company that it is to, where the answer names company and site: the mini-program's do.
    pub fn enterprise(&self) -> Option<Enterprise> {
        let project = self.project.clone().filter(|_| !self.host_company.is_empty())?;
        Some(Enterprise { name: self.host_company.clone(), code: None, project })
    }

    pub fn visit_ref(&self) -> VisitRef {
        VisitRef { order: self.order.clone(), batch: self.batch.clone() }
    }

    /// Whether the host may invite the visitor anew: as the backend says, else by the status.
    pub fn may_be_invited_again(&self) -> bool {
        self.offers_invite_again.unwrap_or(self.status.may_be_invited_again())
    }

    /// How many companions have not said yet that they come along.
    pub fn missing_companions(&self) -> u32 {
        let known = u32::try_from(self.companions.len()).unwrap_or(u32::MAX);
        self.people.unwrap_or_default().saturating_sub(1).saturating_sub(known)
    }
}

impl Row for Visit {
    fn is_same(&self, other: &Self) -> bool {
        self.order == other.order && self.batch == other.batch
    }
}

impl Visit {
    /// A visit of which nothing is known but where it stands.
    pub fn with_status(order: OrderId, status: Status) -> Self {
        Self {
            order,
            status,
            mode: None,
            stay: None,
            host: Host { id: None, name: String::new(), phone: String::new() },
            host_department: String::new(),
            host_company: String::new(),
            visitor_name: String::new(),
            visitor_phone: Private::default(),
            visitor_company: String::new(),
            purpose: String::new(),
            visitor_type: None,
            people: None,
            car: Private::default(),
            remark: String::new(),
            booked_at: None,
            changed_at: None,
            arrived_at: None,
            left_at: None,
            batch: None,
            project: None,
            areas: Vec::new(),
            answers: Vec::new(),
            companions: Vec::new(),
            pass_code: String::new(),
            spoken_code: String::new(),
            is_gathering: false,
            offers_invite_again: None,
        }
    }
}

#[cfg(test)]
impl Visit {
    /// A visit of which nothing is known but where it stands.
    pub fn standing(status: Status) -> Self {
        Self::with_status(OrderId::parse("7").unwrap(), status)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_leader_is_one_of_the_people() {
        let companion = || Companion { name: "唐思琪".into(), phone: Private::default(), status: "已确认".into() };
        let party = |people, companions| Visit { people, companions, ..Visit::standing(Status::WaitingApproval) };
        for (people, companions, missing) in
            [(Some(3), 1, 1), (Some(3), 2, 0), (Some(1), 0, 0), (Some(0), 0, 0), (Some(1), 2, 0), (None, 0, 0)]
        {
            let companions = (0..companions).map(|_| companion()).collect();
            assert_eq!(party(people, companions).missing_companions(), missing, "{people:?}");
        }
    }

    #[test]
    fn what_the_answer_says_of_inviting_again_decides() {
        let visit = |status, offer| Visit { offers_invite_again: offer, ..Visit::standing(status) }.may_be_invited_again();
        assert_eq!([None, Some(true), Some(false)].map(|offer| visit(Status::SignedOut, offer)), [false, true, false]);
        assert_eq!([None, Some(true), Some(false)].map(|offer| visit(Status::BookingOverdue, offer)), [true, true, false]);
    }
}
