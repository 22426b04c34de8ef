//! What every component has at hand, from Leptos' context: client, session, navigation, preferences, settings.
//!
//! What belongs to one program only (an employee's decisions, a visitor's lists) is provided by that program's app.

pub mod sign_in;

use crate::api::transport::Client;
use crate::config::Config;
use crate::domain::id::ProjectId;
use crate::link::{LinkOrigin, SharedLink};
use crate::platform::history::{self, Navigation};
use crate::platform::storage::Storage;
use crate::platform::webview;
use crate::route::Route;
use crate::session::Session;
use crate::text::Locale;
use leptos::prelude::*;

/// The client that sends API calls.
pub fn use_client() -> Client {
    expect_context()
}

/// Who is here, and through which channel.
pub fn use_session() -> Session {
    expect_context()
}

/// The current route, and the way to another.
pub fn use_navigation() -> Navigation {
    expect_context()
}

/// The address of a route, to put into a link.
pub fn use_href(route: &Route) -> String {
    use_navigation().href(route)
}

/// The whole address of a route, for others to open: it says which channel and site it belongs to, and nothing of who is here.
/// `project` is the site of what the route is about, where that is known.
pub fn use_shared_link(route: &Route, project: Option<ProjectId>) -> String {
    let mut session = use_session();
    session.context.project = project.or(session.context.project);
    use_navigation().address(SharedLink::new(route, &LinkOrigin::of(&session, &use_config())).path())
}

/// What the address names for the page of a link.
pub fn link_origin() -> LinkOrigin {
    LinkOrigin::parse(&history::query())
}

/// The tab's own session, also on the page of a link, whose session is another.
#[derive(Debug, Clone)]
pub struct TabSession(pub Session);

/// The tab's own session: pages that a link's page leads to are the tab's.
pub fn use_tab_session() -> Session {
    use_context::<TabSession>().map_or_else(use_session, |tab| tab.0)
}

/// What the person chose: the language.
pub fn use_preferences() -> Preferences {
    expect_context()
}

/// The site's settings.
pub fn use_config() -> Config {
    expect_context()
}

/// Where the phone keeps the chosen language.
const LOCALE_KEY: &str = "locale";

/// What the person chose.
#[derive(Debug, Clone, Copy)]
pub struct Preferences {
    locale: RwSignal<Locale>,
}

impl Preferences {
    /// Starts with the language chosen last, else the phone's.
    pub fn load() -> Self {
        let chosen = Storage::Local.read(LOCALE_KEY).unwrap_or_default();
        Self { locale: RwSignal::new(Locale::choose([chosen.as_str(), &webview::language()])) }
    }

    /// The language that is shown, tracked.
    pub fn locale(self) -> Locale {
        self.locale.get()
    }

    /// Follows the site's default language, unless the person has chosen one.
    pub fn suggest_locale(self, tag: &str) {
        if Storage::Local.read(LOCALE_KEY).is_none() && !tag.trim().is_empty() {
            self.show(Locale::choose([tag]));
        }
    }

    /// Shows a language, now and at the next visit.
    pub fn choose_locale(self, locale: Locale) {
        Storage::Local.write(LOCALE_KEY, locale.tag());
        self.show(locale);
    }

    /// Pages are built anew only when the language really changes.
    fn show(self, locale: Locale) {
        if self.locale.get_untracked() != locale {
            self.locale.set(locale);
        }
    }
}
