//! The employee's addresses, below `/host`.

use crate::domain::id::{Batch, InvitationId, OrderId};
use crate::domain::visit::HostVisitId;
use crate::percent;

/// A screen of the employee's and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HostRoute {
    /// What today brings.
    Today,
    /// The bookings to decide on.
    Approvals,
    /// The visits that are received.
    Receptions,
    /// Those of them who are on site.
    OnSite,
    /// Those that are over.
    Received,
    /// One visit.
    Visit(HostVisitId),
    /// A list and, beside it on a wide screen, a visit that was chosen in it.
    Beside(HostList, HostVisitId),
    /// The invitations that were sent.
    Invitations,
    /// Invite somebody.
    Invite,
    /// Invite again, as this visit or invitation did.
    InviteAgain(HostVisitId),
    /// Invitations have been sent in one go, of which this was the first.
    Invited(InvitationId),
    /// The days that have visits.
    Calendar,
    /// The visitors to register with access control.
    Access,
    /// The members of access control.
    Members,
}

/// A list that a visit can stand beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostList {
    Approvals,
    Receptions,
    OnSite,
    Received,
    Calendar,
}

/// What names the visit beside a list.
const VISIT: &str = "visit=";

impl HostList {
    const ALL: [Self; 5] = [Self::Approvals, Self::Receptions, Self::OnSite, Self::Received, Self::Calendar];

    /// The list alone.
    pub fn route(self) -> HostRoute {
        match self {
            Self::Approvals => HostRoute::Approvals,
            Self::Receptions => HostRoute::Receptions,
            Self::OnSite => HostRoute::OnSite,
            Self::Received => HostRoute::Received,
            Self::Calendar => HostRoute::Calendar,
        }
    }
}

impl HostRoute {
    pub(super) fn path(&self) -> String {
        let page = match self {
            Self::Today => return "/host".to_owned(),
            Self::Approvals => "approvals".to_owned(),
            Self::Receptions => "receptions".to_owned(),
            Self::OnSite => "receptions/here".to_owned(),
            Self::Received => "receptions/past".to_owned(),
            Self::Visit(visit) => format!("visits/{}", visit_path(visit)),
            Self::Beside(list, visit) => return format!("{}?{VISIT}{}", list.route().path(), visit_path(visit)),
            Self::Invitations => "invitations".to_owned(),
            Self::Invite => "invitations/new".to_owned(),
            Self::InviteAgain(visit) => format!("invitations/new/like/{}", visit_path(visit)),
            Self::Invited(first) => format!("invitations/sent/{}", percent::encode(first.as_str())),
            Self::Calendar => "calendar".to_owned(),
            Self::Access => "access".to_owned(),
            Self::Members => "access/members".to_owned(),
        };
        format!("/host/{page}")
    }

    pub(super) fn parse(segments: &[&str], query: &str) -> Option<Self> {
        let screen = Self::parse_screen(segments)?;
        let list = HostList::ALL.into_iter().find(|list| list.route() == screen);
        let chosen = query.split('&').find_map(|pair| pair.strip_prefix(VISIT)).and_then(|visit| {
            let segments: Vec<String> = visit.split('/').map(percent::decode).collect();
            visit_id(&segments.iter().map(String::as_str).collect::<Vec<_>>())
        });
        Some(list.zip(chosen).map_or(screen, |(list, visit)| Self::Beside(list, visit)))
    }

    fn parse_screen(segments: &[&str]) -> Option<Self> {
        Some(match segments {
            [] => Self::Today,
            ["approvals"] => Self::Approvals,
            ["receptions"] => Self::Receptions,
            ["receptions", "here"] => Self::OnSite,
            ["receptions", "past"] => Self::Received,
            ["visits", visit @ ..] => Self::Visit(visit_id(visit)?),
            ["invitations"] => Self::Invitations,
            ["invitations", "new"] => Self::Invite,
            ["invitations", "new", "like", visit @ ..] => Self::InviteAgain(visit_id(visit)?),
            ["invitations", "sent", first] => Self::Invited(InvitationId::parse(first)?),
            ["calendar"] => Self::Calendar,
            ["access"] => Self::Access,
            ["access", "members"] => Self::Members,
            _ => return None,
        })
    }
}

/// `{order}`, or `batch/{batch}` where the calls name visits so.
fn visit_path(visit: &HostVisitId) -> String {
    match visit {
        HostVisitId::Order(order) => percent::encode(order.as_str()),
        HostVisitId::Batch(batch) => format!("batch/{}", percent::encode(batch.as_str())),
    }
}

fn visit_id(segments: &[&str]) -> Option<HostVisitId> {
    match segments {
        [order] => OrderId::parse(order).map(HostVisitId::Order),
        ["batch", batch] => Batch::parse(batch).map(HostVisitId::Batch),
        _ => None,
    }
}
