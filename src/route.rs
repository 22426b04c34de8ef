//! Our own addresses. Nobody else writes a URL of ours.

mod host;

pub use host::{HostList, HostRoute};

use crate::domain::id::{Batch, InvitationId, OrderId, ReceiptId};
use crate::domain::invitation::{InvitationLink, ShareScene};
use crate::domain::visit::{HostVisitId, VisitRef};
use crate::percent;

/// A screen and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Book a visit.
    Book,
    /// A booking has been sent.
    Booked(ReceiptId),
    /// My visits that are to come.
    Visits,
    /// My visits that are over.
    History,
    /// One of my visits.
    Visit(VisitRef),
    /// Change one of my visits.
    ChangeVisit(VisitRef),
    /// A change has been sent.
    Changed(VisitRef),
    /// Book another visit like one of mine.
    BookAgain(VisitRef),
    /// The pass of one of my visits.
    Pass(VisitRef),
    /// An invitation, by the link that was sent.
    Invitation(InvitationLink),
    /// What a link in a message leads to.
    Message(OrderId),
    /// Come along with somebody who booked.
    Companions(Batch),
    /// A screen of the employee's.
    Host(HostRoute),
    /// An address that leads nowhere.
    NotFound,
}

/// The site's two programs. Each draws its own screens and knows the addresses of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    Visitor,
    Host,
}

impl Route {
    /// Whether a program draws this screen; for the others, the page is loaded anew.
    pub fn is_shown_by(&self, program: Program) -> bool {
        match self {
            Self::Message(_) | Self::NotFound => true,
            Self::Host(_) => program == Program::Host,
            _ => program == Program::Visitor,
        }
    }

    /// Whether its links are handed to others: what they say of channel and site belongs to their own page.
    pub fn is_handed_out(&self) -> bool {
        matches!(self, Self::Invitation(_) | Self::Companions(_))
    }

    /// The screen, and the visit that was chosen beside its list.
    pub fn split(self) -> (Self, Option<HostVisitId>) {
        match self {
            Self::Host(HostRoute::Beside(list, visit)) => (Self::Host(list.route()), Some(visit)),
            screen => (screen, None),
        }
    }

    /// Path and query below the base path, percent-encoded.
    pub fn path(&self) -> String {
        match self {
            Self::Book => "/".to_owned(),
            Self::Booked(receipt) => format!("/booked/{}", percent::encode(receipt.as_str())),
            Self::Visits => "/visits".to_owned(),
            Self::History => format!("/visits?{HISTORY}"),
            Self::Visit(visit) => visit_path(visit),
            Self::ChangeVisit(visit) => visit_path(visit) + "/edit",
            Self::Changed(visit) => visit_path(visit) + "/changed",
            Self::BookAgain(visit) => visit_path(visit) + "/again",
            Self::Pass(visit) => visit_path(visit) + "/pass",
            Self::Invitation(link) => invitation_path(link),
            Self::Message(order) => format!("/m/{}", percent::encode(order.as_str())),
            Self::Companions(batch) => format!("/companions/{}", percent::encode(batch.as_str())),
            Self::Host(route) => route.path(),
            Self::NotFound => "/not-found".to_owned(),
        }
    }

    /// The screen at a path below the base path, with its query.
    pub fn parse(address: &str) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let segments: Vec<String> = path.split('/').filter(|segment| !segment.is_empty()).map(percent::decode).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments.as_slice() {
            [] | ["index.html"] => visit_in(query).map_or(Self::Book, Self::Visit),
            ["booked", receipt] => ReceiptId::parse(receipt).map_or(Self::NotFound, Self::Booked),
            ["visits"] if query.split('&').any(|pair| pair == HISTORY) => Self::History,
            ["visits"] => Self::Visits,
            ["visits", order, rest @ ..] => visit_route(order, rest).unwrap_or(Self::NotFound),
            ["i", invitation] => invitation_route(invitation, query).unwrap_or(Self::NotFound),
            ["m", order] => OrderId::parse(order).map_or(Self::NotFound, Self::Message),
            ["companions", batch] => Batch::parse(batch).map_or(Self::NotFound, Self::Companions),
            ["host", rest @ ..] => HostRoute::parse(rest, query).map_or(Self::NotFound, Self::Host),
            _ => Self::NotFound,
        }
    }
}

/// What tells one list of visits from the other.
const HISTORY: &str = "tab=history";

/// What says from where an invitation was opened.
const SCENE: &str = "s";

/// `/visits/{order}`, and the batch where the visit's calls want it: `/visits/{order}/batch/{batch}`.
fn visit_path(visit: &VisitRef) -> String {
    let batch = visit.batch.as_ref().map(|batch| format!("/batch/{}", percent::encode(batch.as_str())));
    format!("/visits/{}{}", percent::encode(visit.order.as_str()), batch.unwrap_or_default())
}

fn visit_route(order: &str, rest: &[&str]) -> Option<Route> {
    let (batch, rest) = match rest {
        ["batch", batch, rest @ ..] => (Some(Batch::parse(batch)?), rest),
        rest => (None, rest),
    };
    let visit = VisitRef { order: OrderId::parse(order)?, batch };
    match rest {
        [] => Some(Route::Visit(visit)),
        ["edit"] => Some(Route::ChangeVisit(visit)),
        ["changed"] => Some(Route::Changed(visit)),
        ["pass"] => Some(Route::Pass(visit)),
        ["again"] => Some(Route::BookAgain(visit)),
        _ => None,
    }
}

/// `/?orderId=…` leads to a visit, as the backend's own links have it.
fn visit_in(query: &str) -> Option<VisitRef> {
    let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).map(percent::decode_form);
    let order = OrderId::parse(&value("orderId")?)?;
    Some(VisitRef { order, batch: value("visitorBatch").as_deref().and_then(Batch::parse) })
}

fn invitation_path(link: &InvitationLink) -> String {
    let scene = link.scene.map(|scene| format!("?{SCENE}={}", scene.code()));
    format!("/i/{}{}", percent::encode(link.id.as_str()), scene.unwrap_or_default())
}

fn invitation_route(id: &str, query: &str) -> Option<Route> {
    let scene = query.split('&').find_map(|pair| pair.strip_prefix(SCENE)?.strip_prefix('='));
    Some(Route::Invitation(InvitationLink { id: InvitationId::parse(id)?, scene: scene.and_then(ShareScene::from_code) }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(order: &str, batch: Option<&str>) -> VisitRef {
        VisitRef { order: OrderId::parse(order).unwrap(), batch: batch.and_then(Batch::parse) }
    }

    #[test]
    fn every_route_is_read_back_from_its_path() {
        let (alone, with_others) = (visit("a/b ?%预约😀+1", None), visit("batch", Some("b/1 é")));
        let about = |visit: VisitRef| {
            let sent = Route::Changed(visit.clone());
            [Route::Visit(visit.clone()), Route::ChangeVisit(visit.clone()), sent, Route::BookAgain(visit.clone()), Route::Pass(visit)]
        };
        let (message, companions) = (Route::Message(alone.order.clone()), Route::Companions(Batch::parse("B/7").unwrap()));
        let booked = Route::Booked(ReceiptId::parse("1/7").unwrap());
        let fixed = [Route::Book, booked, Route::Visits, Route::History, message, companions, Route::NotFound];
        let scenes = ShareScene::ALL.iter().copied().map(Some).chain([None]);
        let invitations = scenes.map(|scene| Route::Invitation(InvitationLink { id: InvitationId::parse("i/1 é").unwrap(), scene }));
        let order = alone.order.clone();
        let host_visits = || [HostVisitId::Order(order.clone()), HostVisitId::Batch(Batch::parse("B/7").unwrap())];
        let host = host_visits().into_iter().flat_map(|visit| [HostRoute::Visit(visit.clone()), HostRoute::InviteAgain(visit)]).chain([
            HostRoute::Today,
            HostRoute::Approvals,
            HostRoute::Receptions,
            HostRoute::OnSite,
            HostRoute::Received,
            HostRoute::Invitations,
            HostRoute::Invite,
            HostRoute::Invited(InvitationId::parse("i/1 é").unwrap()),
            HostRoute::Calendar,
            HostRoute::Access,
            HostRoute::Members,
        ]);
        let lists = [HostList::Approvals, HostList::Receptions, HostList::OnSite, HostList::Received, HostList::Calendar];
        let beside = |list| host_visits().into_iter().map(move |visit| HostRoute::Beside(list, visit));
        let host = host.chain(lists.into_iter().flat_map(beside));
        let visitors = fixed.into_iter().chain(about(alone)).chain(about(with_others)).chain(invitations);
        for route in visitors.chain(host.map(Route::Host)) {
            assert_eq!(Route::parse(&route.path()), route);
        }
    }

    #[test]
    fn each_program_draws_its_own_screens_and_both_open_messages() {
        let shown = |path: &str| [Program::Visitor, Program::Host].map(|program| Route::parse(path).is_shown_by(program));
        assert_eq!([shown("/i/7"), shown("/host/approvals"), shown("/m/7")], [[true, false], [false, true], [true, true]]);
    }

    #[test]
    fn paths() {
        assert_eq!(Route::Visit(visit("a/b", None)).path(), "/visits/a%2Fb");
        assert_eq!(Route::Visit(visit("7", Some("B7"))).path(), "/visits/7/batch/B7");
        assert_eq!(Route::ChangeVisit(visit("7", None)).path(), "/visits/7/edit");
        assert_eq!(Route::parse("/visits/7/elsewhere"), Route::NotFound);
        assert_eq!(Route::parse("/visits/"), Route::Visits);
        assert_eq!(Route::parse("/visits?s=sms&tab=history"), Route::History);
        assert_eq!(Route::parse("/visits?tab=elsewhere"), Route::Visits);
        assert_eq!(Route::parse("/visits/%20"), Route::NotFound);
        assert_eq!(Route::parse("/?s=sms&orderId=a%2Fb"), Route::Visit(visit("a/b", None)));
        assert_eq!(Route::parse("/index.html?orderId=7&visitorBatch=B7"), Route::Visit(visit("7", Some("B7"))));
        assert_eq!(Route::parse("/?orderId="), Route::Book);
        assert_eq!(Route::parse("/nothing/here"), Route::NotFound);
        assert_eq!(Route::parse("/host/nothing"), Route::NotFound);
        assert_eq!(Route::parse("/i/7?x=1&s=elsewhere"), Route::parse("/i/7"));
        let beside = Route::parse("/host/receptions/here?x=1&visit=batch/B7");
        assert_eq!(beside.path(), "/host/receptions/here?visit=batch/B7");
        let batch = Batch::parse("B7").map(HostVisitId::Batch);
        assert_eq!(beside.split(), (Route::Host(HostRoute::OnSite), batch));
        assert_eq!(Route::parse("/host/approvals?visit="), Route::Host(HostRoute::Approvals));
        assert_eq!(Route::parse("/host/invitations?visit=7"), Route::Host(HostRoute::Invitations));
    }
}
