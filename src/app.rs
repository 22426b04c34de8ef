//! Providers and the route table.

use crate::api::error::ApiError;
use crate::api::pace::Pace;
use crate::api::transport::{Access, Client, site_settings};
use crate::config::Config;
use crate::page::booking::{booking_page, change_page, repeat_page};
use crate::page::companions::companions_page;
use crate::page::message::message_page;
use crate::page::not_found::not_found_page;
use crate::page::visit::visit_page;
use crate::page::visits::lists::{Lists, Tab};
use crate::page::visits::visits_page;
use crate::page::{LAUNCH_KEY, Languages, Site};
use crate::platform::history::{self, Navigation};
use crate::platform::storage::Shelf;
use crate::platform::webview;
use crate::remote::{four_faces, load};
use crate::route::Route;
use crate::session::{Launch, Session};
use crate::state::State;
use crate::text::Text;
use crate::ui::element::{El, live};
use crate::ui::toast::Toasts;
use leptos::prelude::*;

/// The whole program: builds itself into the page.
#[component]
pub fn App() -> impl IntoView {
    // Credentials leave the address bar before anything else runs.
    let launch = take_launch();
    let credential = launch.credential();
    let navigation = Navigation::start();
    let languages = Languages::start();
    provide_context(languages);
    let toasts = Toasts::provide();
    let settings = load(move || async move {
        let config = read_settings(&site_settings().await?)?;
        languages.wish(&config.locale);
        Ok(config)
    });
    let has_agreed = State::new(false);
    let lists = Lists::start();
    let site = move |config: Config| {
        let session = Session::new(&launch, credential.clone(), &config, &webview::user_agent(), webview::in_mini_program());
        let access = Access {
            visitorcs: config.api_base,
            feishu: config.feishu_base,
            token_header: config.token_header,
            credential: session.credential.clone(),
            feishu_pace: Pace::default(),
        };
        let client = Client::new(access);
        Site { client, session, navigation: navigation.clone(), has_agreed, lists }
    };
    let screens = live(move || {
        let locale = languages.shown();
        webview::set_language(locale.tag());
        provide_context(Text(locale));
        let site = site.clone();
        // Only a fresh page fetches the settings anew: the loader began that, once.
        four_faces(move || settings.get(), webview::reload, move |config| screen(site(config)))
    });
    screens.mount();
    toasts.place().mount();
    webview::take_over();
}

/// The screen of the current route.
fn screen(site: Site) -> El {
    site.keep_time();
    let route = site.navigation.route;
    live(move || {
        let site = site.clone();
        match route.get() {
            Route::Book => booking_page(site),
            Route::Visits => visits_page(site, Tab::Upcoming),
            Route::History => visits_page(site, Tab::History),
            Route::Visit(name) => visit_page(site, name),
            Route::ChangeVisit(name) => change_page(site, name),
            Route::BookAgain(name) => repeat_page(site, name),
            Route::Message(order) => message_page(site, order),
            Route::Companions(batch) => companions_page(site, batch),
            Route::NotFound => not_found_page(&site),
        }
    })
}

/// What this link brought along, on top of what an earlier link brought to this tab.
fn take_launch() -> Launch {
    let (launch, rest) = Launch::take(&history::query());
    let earlier = Shelf::Tab.read(LAUNCH_KEY).map(|query| Launch::take(&query).0).unwrap_or_default();
    if launch == Launch::default() {
        return earlier;
    }
    let launch = launch.over(earlier);
    Shelf::Tab.write(LAUNCH_KEY, &launch.to_query());
    history::replace_query(&rest);
    launch
}

fn read_settings(text: &str) -> Result<Config, ApiError> {
    Config::parse(text).ok_or_else(|| ApiError::Unreadable { path: "config.json".to_owned(), reason: "no settings".to_owned() })
}
