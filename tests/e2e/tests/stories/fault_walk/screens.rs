//! Every screen, as somebody opens it in a channel.

use standin::seed::{guests, order_id};
use std::fmt;
use visitor_front::api::channel::ApiFlavor;
use visitor_front::domain::id::{Batch, InvitationId, OrderId, ReceiptId};
use visitor_front::domain::invitation::{InvitationLink, ShareScene};
use visitor_front::domain::visit::{HostVisitId, VisitRef};
use visitor_front::route::{HostList, HostRoute, Route};

/// A route that somebody opens in a channel.
#[derive(Debug, Clone)]
pub struct Screen {
    pub route: Route,
    pub flavor: ApiFlavor,
    /// Path and query, with who opens it.
    pub address: String,
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:?} {}", self.flavor, self.address)
    }
}

/// Every route in every channel, in the same order.
pub fn by_channel() -> [Vec<Screen>; 3] {
    ApiFlavor::ALL.map(|flavor| routes(flavor).into_iter().flat_map(move |route| opened(route, flavor)).collect())
}

/// The names of all variants of the routes' enums, as the app's own sources have them.
pub fn variants() -> Vec<String> {
    let sources = concat!(include_str!("../../../../../src/route.rs"), include_str!("../../../../../src/route/host.rs"));
    let bodies = ["Route", "HostRoute", "HostList"].map(|name| {
        let body = sources.split_once(&format!("pub enum {name} {{")).and_then(|(_, rest)| rest.split_once("\n}"));
        body.map(|(body, _)| body).expect("an enum of that name")
    });
    let lines = bodies.into_iter().flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| line.split(['(', ',']).next().unwrap_or(line).to_owned()).collect()
}

/// Every route there is; a test compares them with [`variants`].
fn routes(flavor: ApiFlavor) -> Vec<Route> {
    // The official account's visits in sixteen statuses, or those that the leader made in the mini-program.
    let visits = match flavor {
        ApiFlavor::OfficialAccount | ApiFlavor::WeCom => [0, 4, 6, 1],
        ApiFlavor::MiniProgram => [guests::GATHERED, guests::GATHERED + 3, guests::GATHERED + 4, guests::GATHERED + 2],
    };
    let [waiting, returned, over, valid] = visits.map(|serial| visit(serial, flavor));
    let [approval, reception, past, invited] = [300, 307, 311, 402].map(|serial| host_visit(serial, flavor));
    let invitation = if flavor == ApiFlavor::MiniProgram { format!("B{}", order_id(400)) } else { order_id(400) };
    let invitation = InvitationId::parse(&invitation).expect("an invitation");
    let link = InvitationLink { id: invitation.clone(), scene: Some(ShareScene::Sms) };
    let visitors = [
        Route::Book,
        Route::Booked(ReceiptId::parse("1").expect("a receipt")),
        Route::Visits,
        Route::History,
        Route::Visit(waiting.clone()),
        Route::ChangeVisit(returned.clone()),
        Route::Changed(returned),
        Route::BookAgain(over),
        Route::Pass(valid.clone()),
        Route::Invitation(link),
        Route::Message(valid.order),
        Route::Companions(Batch::parse(&format!("B{}", order_id(guests::GATHERING))).expect("a batch")),
        Route::NotFound,
    ];
    let lists = [
        (HostList::Approvals, &approval),
        (HostList::Receptions, &reception),
        (HostList::OnSite, &reception),
        (HostList::Received, &past),
        (HostList::Calendar, &reception),
    ];
    let hosts = [
        HostRoute::Today,
        HostRoute::Approvals,
        HostRoute::Receptions,
        HostRoute::OnSite,
        HostRoute::Received,
        HostRoute::Visit(approval.clone()),
        HostRoute::Visit(reception.clone()),
        HostRoute::Invitations,
        HostRoute::Invite,
        HostRoute::InviteAgain(invited),
        HostRoute::Invited(invitation),
        HostRoute::Calendar,
        HostRoute::Access,
        HostRoute::Members,
    ];
    let beside = lists.map(|(list, visit)| HostRoute::Beside(list, visit.clone()));
    visitors.into_iter().chain(hosts.into_iter().chain(beside).map(Route::Host)).collect()
}

fn visit(serial: usize, flavor: ApiFlavor) -> VisitRef {
    let order = order_id(serial);
    let batch = (flavor == ApiFlavor::MiniProgram).then(|| format!("B{order}"));
    VisitRef { order: OrderId::parse(&order).expect("an order"), batch: batch.and_then(|batch| Batch::parse(&batch)) }
}

fn host_visit(serial: usize, flavor: ApiFlavor) -> HostVisitId {
    let order = order_id(serial);
    match flavor {
        ApiFlavor::OfficialAccount => HostVisitId::Order(OrderId::parse(&order).expect("an order")),
        ApiFlavor::WeCom | ApiFlavor::MiniProgram => HostVisitId::Batch(Batch::parse(&format!("B{order}")).expect("a batch")),
    }
}

const SITE: &str = "appId=wxdemo&projectId=122228959455556&productId=visitorcs";

/// A route by whoever opens it; a link in a message by its visitor and by its host.
fn opened(route: Route, flavor: ApiFlavor) -> Vec<Screen> {
    let host = match flavor {
        ApiFlavor::OfficialAccount => "channel=mp&openId=oHostWang&token=token-oHostWang",
        ApiFlavor::WeCom => "channel=wecom&token=token-oHostWang",
        ApiFlavor::MiniProgram => "channel=miniapp&token=token-oHostWang",
    };
    let visitor = match flavor {
        ApiFlavor::OfficialAccount => "channel=mp&openId=oVisitorDemo&token=token-oVisitorDemo",
        ApiFlavor::WeCom => "channel=wecom&token=token-oVisitorDemo",
        ApiFlavor::MiniProgram => "channel=miniapp&token=token-oVisitorHe",
    };
    let screen = |route: &Route, who: String| {
        let path = route.path();
        let separator = if path.contains('?') { '&' } else { '?' };
        Screen { route: route.clone(), flavor, address: format!("{path}{separator}{who}&{SITE}") }
    };
    match &route {
        Route::Host(_) => vec![screen(&route, host.to_owned())],
        Route::Message(_) => vec![
            screen(&route, format!("{visitor}&type=visitor&s=sms")),
            screen(&Route::Message(visit(307, flavor).order), format!("{host}&type=person&personId=P1001&s=mp_notice")),
        ],
        // Not the one who leads the party.
        Route::Companions(_) => vec![screen(&route, visitor.replace("oVisitorHe", "oVisitorTang"))],
        _ => vec![screen(&route, visitor.to_owned())],
    }
}
