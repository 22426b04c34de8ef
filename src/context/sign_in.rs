//! Who the tab is signed in as, and how one gets back in: what survives a reload.

mod gate;

pub use gate::{SignInGate, hold_page_while, is_back_at_form, take_form_word, way_in};

use crate::domain::id::{OrderId, Token};
use crate::platform::storage::Storage;
use crate::route::Route;
use crate::session::{Launch, Session};

/// Where the tab keeps what its links brought along.
const LAUNCH_KEY: &str = "launch";
/// Where the tab keeps which message was opened last.
const MESSAGE_KEY: &str = "message";
/// Where the tab keeps the screen to return to after sign-in.
const RETURN_KEY: &str = "return";

/// What the tab's links brought along so far.
pub fn stored_launch() -> Launch {
    Storage::Session.read(LAUNCH_KEY).map(|query| Launch::take(&query).0).unwrap_or_default()
}

/// Keeps what a link brought along, for reloads and for links that bring less.
pub fn store_launch(launch: &Launch) {
    Storage::Session.write(LAUNCH_KEY, &launch.to_query());
}

/// Continues as whoever a token belongs to, after a reload as well.
pub fn sign_in(session: &Session, token: Token) {
    store_launch(&stored_launch().signed_in(&token));
    session.sign_in(token);
}

/// The order of the message that was opened last: one can sign in by it again.
pub fn last_message() -> Option<OrderId> {
    Storage::Session.read(MESSAGE_KEY).as_deref().and_then(OrderId::parse)
}

pub fn store_last_message(order: &OrderId) {
    Storage::Session.write(MESSAGE_KEY, order.as_str());
}

/// Stores the screen to return to after sign-in, or none.
pub fn store_return(route: Option<&Route>) {
    match route {
        Some(route) => Storage::Session.write(RETURN_KEY, &route.path()),
        None => Storage::Session.remove(RETURN_KEY),
    }
}

/// The screen to return to after sign-in, once.
pub fn take_return() -> Option<Route> {
    let path = Storage::Session.read(RETURN_KEY);
    store_return(None);
    path.map(|path| Route::parse(&path))
}
