//! What a screen shows and asks for before anything else: its heading, and the calls that its page makes as it opens.
//!
//! The loader writes the heading and sends these calls while the program still downloads. Its table,
//! `src/first_screens.js`, is generated from here (`cargo xtask inventory --write`), and `tests/first_screens.rs` compares.
//! A call that is not listed here is sent by the page itself, later; one that the page does not make is sent for nothing.

use crate::api::call::ApiCall;
use crate::api::channel::{ApiContext, ApiFlavor, Operation};
use crate::api::host_visit::{self, AROUND, HostVisitQuery};
use crate::api::invitation::{self, List};
use crate::api::request::Request;
use crate::api::{acceptance, area, commitment, form, pass, venue, visit};
use crate::domain::paging::Wanted;
use crate::domain::venue::Mode;
use crate::route::{HostRoute, Route};
use crate::text::Text;

/// The heading of a route's page.
pub fn title(route: &Route, text: Text) -> &'static str {
    match route {
        Route::Book | Route::Booked(_) | Route::BookAgain(_) | Route::NotFound => text.book_a_visit(),
        Route::Visits | Route::History => text.my_visits(),
        Route::Visit(_) => text.visit(),
        Route::ChangeVisit(_) | Route::Changed(_) => text.change_visit(),
        Route::Pass(_) => text.pass(),
        Route::Invitation(_) => text.invitation(),
        Route::Message(_) => text.message(),
        Route::Companions(_) => text.companionship(),
        Route::Host(route) => match route {
            HostRoute::Today => text.today(),
            HostRoute::Approvals => text.approvals(),
            HostRoute::Receptions | HostRoute::OnSite | HostRoute::Received => text.receptions(),
            HostRoute::Beside(list, _) => title(&Route::Host(list.route()), text),
            HostRoute::Visit(_) => text.host_visit(),
            HostRoute::Invitations => text.invitations(),
            HostRoute::Invite | HostRoute::Invited(_) => text.invite(),
            HostRoute::InviteAgain(_) => text.invite_again(),
            HostRoute::Calendar => text.calendar(),
            HostRoute::Access | HostRoute::Members => text.access_control(),
        },
    }
}

/// Whether a route's page asks for nothing where nobody is known.
pub fn needs_identity(route: &Route) -> bool {
    matches!(route, Route::Visits | Route::History | Route::Pass(_) | Route::Host(_))
}

/// The calls that a route's page makes as it opens, in a context. `mode` is that of the stored draft, if there is one.
pub fn calls(route: &Route, context: &ApiContext, mode: Mode) -> Vec<Request> {
    let requests = match route {
        // In the mini-program a company is chosen first.
        Route::Book if context.flavor == ApiFlavor::OfficialAccount => vec![
            request(venue::offer(context)),
            request(commitment::commitments(context)),
            request(commitment::park_notice()),
            request(form::questions(context, mode)),
            request(area::for_visitor(context)),
        ],
        Route::Visits if Operation::ListMyVisits.is_offered(context.flavor) => {
            vec![request(visit::rows(context, &visit::Part::Upcoming, Wanted::page(1)))]
        }
        Route::Visit(visit) => vec![request(visit::detail(context, visit))],
        Route::Pass(visit) => {
            vec![request(visit::detail(context, visit)), request(pass::code(context, visit.order.clone())), request(pass::layout(context))]
        }
        Route::Invitation(link) => vec![request(acceptance::preview(context, link)), request(commitment::park_notice())],
        Route::Host(route) => host_calls(route, context),
        // Opening a message signs in, which is no call that reads. The others are opened from within: the table, which is
        // part of every page, lists no calls for them.
        Route::Book | Route::Visits | Route::Message(_) | Route::NotFound | Route::History => Vec::new(),
        Route::ChangeVisit(_) | Route::BookAgain(_) | Route::Companions(_) => Vec::new(),
        // What they show is known in the tab.
        Route::Booked(_) | Route::Changed(_) => Vec::new(),
    };
    requests.into_iter().flatten().collect()
}

fn host_calls(route: &HostRoute, context: &ApiContext) -> Vec<Option<Request>> {
    let list = |part, wanted| request(host_visit::rows(context, part, HostVisitQuery::ALL, wanted));
    let first_page = Wanted::page(1);
    match route {
        HostRoute::Today => {
            let count = Wanted { number: 1, size: 1 };
            vec![list(host_visit::Part::Waiting, count), list(host_visit::Part::Expected, AROUND)]
        }
        HostRoute::Approvals => vec![list(host_visit::Part::Waiting, first_page), request(area::for_employee(context))],
        HostRoute::Receptions => vec![list(host_visit::Part::Expected, first_page)],
        HostRoute::Visit(visit) => vec![request(host_visit::detail(context, visit)), request(area::for_employee(context))],
        HostRoute::Beside(list, _) => host_calls(&list.route(), context),
        HostRoute::Invitations => {
            let shown = List::offered(context.flavor).first();
            shown.map(|list| request(invitation::rows(context, *list, first_page))).into_iter().collect()
        }
        // Opened from within; the calendar asks about today besides, and Feishu's calls are paced.
        HostRoute::OnSite | HostRoute::Received | HostRoute::Invite | HostRoute::Invited(_) | HostRoute::InviteAgain(_) => Vec::new(),
        HostRoute::Calendar | HostRoute::Access | HostRoute::Members => Vec::new(),
    }
}

/// What goes over the wire; none for a call that the page itself would be refused.
fn request<T>(call: ApiCall<T>) -> Option<Request> {
    call.into_parts().0.ok()
}
