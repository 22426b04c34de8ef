//! The screens, one a file. A page wires; it does not decide.

pub mod access;
mod add_to_calendar;
pub mod approvals;
pub mod booking;
pub mod calendar;
pub mod companions;
pub mod host_visit;
pub mod invitation;
pub mod invitations;
pub mod message;
pub mod not_found;
pub mod pass;
pub mod receptions;
pub mod today;
pub mod visit;
pub mod visits;

pub use add_to_calendar::AddToCalendar;

use crate::access::AccessControl;
use crate::api;
use crate::api::call::ApiCall;
use crate::api::channel::ApiContext;
use crate::api::error::ApiError;
use crate::api::transport::Client;
use crate::deciding::{DecisionController, DecisionStore};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::id::Token;
use crate::domain::paging::{Page, Wanted};
use crate::domain::visit::HostVisitId;
use crate::host_visit_list::use_host_visit_changes;
use crate::old_ui::element::{El, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::{frame, frame_button};
use crate::old_ui::pair::{pair, pair_hint};
use crate::old_ui::tab_bar::{Sign, bar_link, tab_bar};
use crate::platform::history::Navigation;
use crate::platform::storage::Storage;
use crate::platform::{webview, wechat};
use crate::remote::listing::{List, ListResource, PendingPage};
use crate::remote::{Erased, Pending, Resource, load};
use crate::route::{HostRoute, Route};
use crate::session::{Launch, Session};
use crate::state::while_shown;
use crate::text::Text;
use leptos::prelude::*;
use std::sync::Arc;

/// The site as this visitor reaches it: what every page has at hand.
#[derive(Clone, Debug)]
pub struct Site {
    pub client: Client,
    pub session: Session,
    pub navigation: Navigation,
    /// How many seconds a code for the gate is shown before it is asked for anew.
    pub pass_refresh: u32,
    /// Access control, where the site has employees manage it.
    pub access: Option<AccessControl>,
    /// What the employee has decided and is not done with.
    pub counter: DecisionStore,
    /// What is loaded of the lists of approvals, and selected of them.
    pub approvals: approvals::kept::ApprovalsState,
}

impl Site {
    /// Starts to load what an operation asks for. Leaving the page aborts it.
    pub fn load<T: Send + Sync + 'static>(&self, ask: impl Fn(&ApiContext) -> ApiCall<T> + Send + Sync + 'static) -> Resource<T> {
        let site = self.clone();
        let erased = move |value: T| -> Erased { Arc::new(value) };
        // Sent as one type, so that sending is compiled once.
        Resource::start(Arc::new(move || -> Pending { Box::pin(site.client.send(ask(&site.session.context).map(erased))) }))
    }

    /// Starts to read a list, or goes on with what is loaded of it.
    pub fn read<T: crate::remote::listing::ListRow>(
        &self,
        list: List<T>,
        ask: impl Fn(&ApiContext, Wanted) -> ApiCall<Page<T>> + Send + Sync + 'static,
    ) -> ListResource<T> {
        let site = self.clone();
        let ask = move |wanted| -> PendingPage<T> { Box::pin(site.client.send(ask(&site.session.context, wanted))) };
        ListResource::start(list, Arc::new(ask))
    }

    /// The same for what a page can do without: a failure is one of its values.
    pub fn try_load<T: Send + Sync + 'static>(
        &self,
        ask: impl Fn(&ApiContext) -> ApiCall<T> + Send + Sync + 'static,
    ) -> Resource<Result<T, ApiError>> {
        let site = self.clone();
        load(move || {
            let (client, ask) = (site.client.clone(), ask(&site.session.context));
            async move { Ok(client.send(ask).await) }
        })
    }

    pub fn href(&self, route: &Route) -> String {
        self.navigation.href(route)
    }

    /// What it takes to decide on bookings, on this page.
    pub fn deciding(&self) -> DecisionController {
        let areas = self.try_load(api::area::for_employee);
        DecisionController::start(self.client.clone(), self.session.clone(), sign_in, self.counter, areas)
    }
}

/// Goes on as whoever a token belongs to, after a reload as well.
fn sign_in(session: &Session, token: Token) {
    let launch = Storage::Session.read(LAUNCH_KEY).map(|query| Launch::take(&query).0).unwrap_or_default();
    Storage::Session.write(LAUNCH_KEY, &launch.signed_in(&token).to_query());
    session.credential.replace(token);
}

/// Where the tab keeps what its links brought along.
pub const LAUNCH_KEY: &str = "launch";

/// Where the tab keeps which message was opened last, for signing in by it again.
const MESSAGE_KEY: &str = "message";
/// Where the tab keeps the screen that somebody was on who has to sign in again.
const RETURN_KEY: &str = "return";

/// The switch to the other language.
fn language_switch() -> El {
    crate::old_ui::bridge::el_of(|| leptos::prelude::view! { <crate::layout::LanguageSwitch/> }.into_any())
}

/// A screen of the employee's. Those that lie side by side have the bar that leads from one to the other; who is not
/// known is told how to get in.
fn host_frame(site: &Site, shown: &HostRoute, title: &str, links: impl IntoIterator<Item = El>, content: impl FnOnce() -> El) -> El {
    let text = Text::here();
    if !site.session.is_known() {
        return frame(title, [language_switch()], empty(text.host_needs_identity_title(), text.host_needs_identity_detail(), None));
    }
    let screen = frame(title, links, content());
    let ways = [
        (Sign::Day, text.today(), HostRoute::Today),
        (Sign::Tick, text.approvals(), HostRoute::Approvals),
        (Sign::People, text.receptions(), HostRoute::Receptions),
        (Sign::Letter, text.invitations(), HostRoute::Invitations),
    ];
    if ways.iter().all(|(_, _, route)| route != shown) {
        return screen;
    }
    let way =
        |(sign, label, route): (Sign, &str, HostRoute)| bar_link(sign, label, &site.href(&Route::Host(route.clone())), route == *shown);
    screen.child(tab_bar(text.host_screens(), ways.map(way)))
}

/// The way back to the screen before; on the first one the way out, where the app around us has one.
fn way_out(site: &Site) -> El {
    let (text, navigation) = (Text::here(), site.navigation.clone());
    if navigation.has_past() {
        frame_button(text.back(), move || navigation.back())
    } else if wechat::can_close() {
        frame_button(text.close(), wechat::close)
    } else {
        nothing()
    }
}

/// Has a list of receptions read anew when one of them is changed beside it.
fn keep_up(reading: ListResource<HostVisitSummary>) {
    let changes = use_host_visit_changes();
    let mut has_begun = false;
    while_shown(move || {
        changes.track();
        if std::mem::replace(&mut has_begun, true) {
            reading.refresh();
        }
    });
}

/// A visit, to be shown beside the list that it was chosen from; some lists have the means to decide on it already.
pub type Beside = fn(Site, HostVisitId, Option<DecisionController>) -> El;

/// A list and, where the screen is wide enough, the visit that was tapped in it.
fn beside(site: &Site, list: El, deciding: Option<DecisionController>, detail: Beside) -> El {
    let (text, site) = (Text::here(), site.clone());
    let chosen = RwSignal::new(None::<HostVisitId>);
    site.navigation.divert(move |route| match route {
        // Nobody is there to choose for once the list has gone.
        Route::Host(HostRoute::Visit(name)) if webview::is_wide() && chosen.try_get_untracked().is_some() => {
            chosen.set(Some(name.clone()));
            true
        }
        _ => false,
    });
    let shown =
        live(move || chosen.get().map_or_else(|| pair_hint(text.choose_a_visit()), |name| detail(site.clone(), name, deciding.clone())));
    pair(list, text.hosted_visit(), shown)
}
