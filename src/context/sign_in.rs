//! Who the tab is signed in as, and how one gets back in: what survives a reload.

mod gate;

pub use gate::{SignInGate, hold_page_while, is_back_at_form, take_form_word, way_in};

use crate::domain::id::{OrderId, Token};
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{self, DAY, PersonalValue};
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

/// Shows what this device stores for whoever is here. Whoever has just come back from the site's sign-in is still the person
/// who left, and keeps what they typed.
pub fn become_owner(session: &Session) {
    if gate::has_just_signed_in() {
        match &session.context.open_id {
            Some(_) => personal::give_guest_s_values_to(&session.owner()),
            None => personal::renew_owner(&session.owner()),
        }
    }
    personal::become_owner(session.owner());
}

/// Continues as whoever a token belongs to, after a reload as well. Whoever was sent here to sign in again is still the
/// same person.
pub fn sign_in(session: &Session, token: Token) {
    store_launch(&stored_launch().signed_in(&token));
    session.sign_in(token);
    if stored_return().read().is_some() {
        personal::renew_owner(&session.owner());
    }
    personal::become_owner(session.owner());
}

/// The order of the message that was opened last: one can sign in by it again.
pub fn last_message() -> Option<OrderId> {
    stored_message().read().as_deref().and_then(OrderId::parse)
}

pub fn store_last_message(order: &OrderId) {
    stored_message().write(order.as_str(), DAY);
}

/// Stores the screen to return to after sign-in, or none.
pub fn store_return(route: Option<&Route>) {
    match route {
        Some(route) => stored_return().write(&route.path(), DAY),
        None => stored_return().remove(),
    }
}

/// The screen to return to after sign-in, once.
pub fn take_return() -> Option<Route> {
    let path = stored_return().read();
    store_return(None);
    path.map(|path| Route::parse(&path))
}

fn stored_message() -> PersonalValue {
    PersonalValue::new(Storage::Session, MESSAGE_KEY)
}

fn stored_return() -> PersonalValue {
    PersonalValue::new(Storage::Session, RETURN_KEY)
}
