//! Providers, and what starts either program. Each has a route table.

pub mod host;
pub mod visitor;

use crate::api::error::ApiError;
use crate::api::pace::Pace;
use crate::api::transport::{Access, Client, site_settings};
use crate::config::Config;
use crate::deciding::DecisionStore;
use crate::doors::AccessControl;
use crate::page::approvals::kept::ApprovalsState;
use crate::page::visits::lists::Lists;
use crate::page::{LAUNCH_KEY, Languages, Site, receptions};
use crate::platform::history::{self, Navigation};
use crate::platform::storage::Storage;
use crate::platform::webview;
use crate::remote::{four_faces, load};
use crate::route::{Program, Route};
use crate::session::{Launch, Session};
use crate::text::Text;
use crate::old_ui::element::{El, live};
use crate::old_ui::toast::Toasts;
use leptos::prelude::*;

/// What draws the screen of a route.
pub type Screen = fn(Site, Route) -> El;

/// Starts a program, whose screens are these.
pub fn start(program: Program, screen: Screen) {
    webview::report_crashes();
    mount_to_body(move || open(program, screen));
}

/// Builds the program into the page.
fn open(program: Program, screen: Screen) {
    // Credentials leave the address bar before anything else runs.
    let launch = take_launch();
    let credential = launch.credential();
    let navigation = Navigation::start(program);
    let languages = Languages::start();
    provide_context(languages);
    let toasts = Toasts::provide();
    let settings = load(move || async move {
        let config = read_settings(&site_settings().await?)?;
        languages.wish(&config.locale);
        Ok(config)
    });
    let has_agreed = RwSignal::new(false);
    let doors = AccessControl::start();
    let (lists, receptions) = (Lists::start(), receptions::lists::Lists::start());
    let (counter, approvals) = (DecisionStore::start(), ApprovalsState::start());
    let site = move |config: Config| {
        let doors = config.door_access.clone().map(|settings| doors.of_department(settings.department));
        let session = Session::new(&launch, credential.clone(), &config, &webview::user_agent(), webview::in_mini_program());
        let access = Access {
            visitorcs: config.api_base,
            feishu: config.feishu_base,
            token_header: config.token_header,
            credential: session.credential.clone(),
            feishu_pace: Pace::default(),
        };
        let client = Client::new(access);
        let pass_refresh = config.pass_refresh;
        Site { client, session, navigation: navigation.clone(), pass_refresh, has_agreed, doors, lists, receptions, counter, approvals }
    };
    let screens = live(move || {
        let locale = languages.shown();
        webview::set_language(locale.tag());
        provide_context(Text(locale));
        let site = site.clone();
        // Only a fresh page fetches the settings anew: the loader began that, once.
        four_faces(move || settings.get(), webview::reload, move |config| shown(site(config), screen))
    });
    screens.mount();
    toasts.place().mount();
    webview::take_over();
}

/// The screen of the current route.
fn shown(site: Site, screen: Screen) -> El {
    site.keep_time();
    let route = site.navigation.route;
    live(move || screen(site.clone(), route.get()))
}

/// What this link brought along, on top of what an earlier link brought to this tab.
fn take_launch() -> Launch {
    let (launch, rest) = Launch::take(&history::query());
    let earlier = Storage::Session.read(LAUNCH_KEY).map(|query| Launch::take(&query).0).unwrap_or_default();
    if launch == Launch::default() {
        return earlier;
    }
    let launch = launch.over(earlier);
    Storage::Session.write(LAUNCH_KEY, &launch.to_query());
    history::replace_query(&rest);
    launch
}

fn read_settings(text: &str) -> Result<Config, ApiError> {
    Config::parse(text).ok_or_else(|| ApiError::Unreadable { path: "config.json".to_owned(), reason: "no settings".to_owned() })
}
