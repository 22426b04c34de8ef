//! Providers and the route table.

use crate::api::error::ApiError;
use crate::api::transport::{Client, site_settings};
use crate::config::Config;
use crate::page::booking::BookingPage;
use crate::page::not_found::NotFoundPage;
use crate::page::visit::VisitPage;
use crate::page::visits::VisitsPage;
use crate::page::{Languages, Site};
use crate::platform::history::{self, Navigation};
use crate::platform::storage::Shelf;
use crate::platform::webview;
use crate::remote::{Load, Remote, load};
use crate::route::Route;
use crate::session::{Launch, Session};
use crate::text::Text;
use crate::ui::toast::{ToastPlace, Toasts};
use leptos::prelude::*;

const LAUNCH_KEY: &str = "launch";

/// The whole program.
#[component]
pub fn App() -> impl IntoView {
    // Credentials leave the address bar before anything else runs.
    let launch = StoredValue::new(take_launch());
    webview::take_over();
    let navigation = Navigation::start();
    let settings = load(|| async { read_settings(&site_settings().await?) });
    let languages = Languages::start();
    let toasts = Toasts::provide();
    let site = move |config: Config| {
        let session = launch.with_value(|launch| Session::new(launch, &config, &webview::user_agent(), webview::in_mini_program()));
        let client = Client::new(&config.api_base, &config.token_header, session.token.clone());
        navigation.clone().map(|navigation| Site { client, session, navigation })
    };
    let site = Signal::derive(move || settings.get().map(&site));
    Effect::new(move || {
        if let Remote::Ready(config) = settings.get() {
            languages.wish(&config.locale);
        }
    });
    view! {
        {move || {
            let locale = languages.shown();
            webview::set_language(locale.tag());
            provide_context(Text(locale));
            provide_context(languages);
            // Only a fresh page fetches the settings anew: the loader began that, once.
            view! { <Load value=site retry=webview::reload children=|site| site.map(|site| view! { <Screen site/> })/> }
        }}
        <ToastPlace toasts/>
    }
}

/// The screen of the current route.
#[component]
fn Screen(site: Site) -> impl IntoView {
    let route = site.navigation.route;
    move || {
        let site = site.clone();
        match route.get() {
            Route::Book => view! { <BookingPage site/> }.into_any(),
            Route::Visits => view! { <VisitsPage site/> }.into_any(),
            Route::Visit(order) => view! { <VisitPage site order/> }.into_any(),
            Route::NotFound => view! { <NotFoundPage site/> }.into_any(),
        }
    }
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
