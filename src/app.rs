//! What starts either program: contexts, and the screen of the current route. Each program has a route table.

pub mod host;
mod js_sdk;
pub mod visitor;

use crate::api::error::ApiError;
use crate::api::pace::Pace;
use crate::api::transport::{Client, ClientSettings, site_settings};
use crate::config::Config;
use crate::context::sign_in::{become_owner, store_launch, stored_launch};
use crate::context::{Preferences, use_client, use_config, use_navigation, use_preferences};
use crate::platform::clock;
use crate::platform::history::{self, Navigation};
use crate::platform::storage::personal;
use crate::platform::visibility::{Visibility, on_return};
use crate::platform::webview;
use crate::reactive::{DynSignal, effect};
use crate::resource::{AsyncView, Remote, Resource};
use crate::route::{Program, Route};
use crate::session::{Channel, Launch, Session};
use crate::text::{Reader, Text};
use crate::ui::toast::{ToastRegion, Toasts};
use gloo_timers::future::TimeoutFuture;
use js_sdk::{JsSdkLoader, keep_signed};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long nothing is tidied up, in milliseconds.
const AFTER_FIRST_SCREEN: u32 = 3_000;

/// What makes a program of its own: its screens, and the contexts that only they use.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    pub program: Program,
    /// Provides what outlives the screens, such as lists that "back" returns to.
    pub provide_state: fn(),
    /// Takes the site's settings, once they are there.
    pub configure: fn(&Config),
    /// Draws the screen of a route.
    pub screen: fn(Route) -> AnyView,
}

impl Parts {
    fn reader(&self) -> Reader {
        match self.program {
            Program::Visitor => Reader::Visitor,
            Program::Host => Reader::Employee,
        }
    }
}

/// Starts a program.
pub fn start(parts: Parts) {
    webview::report_crashes();
    mount_to_body(move || {
        // Credentials leave the address bar before anything else runs.
        let launch = take_launch();
        view! { <App parts=parts launch=launch/> }
    });
}

/// The program: what outlives its screens, and the screen of the current route in the chosen language.
#[component]
fn App(parts: Parts, launch: Launch) -> impl IntoView {
    let preferences = Preferences::load();
    provide_context(preferences);
    provide_context(Navigation::start(parts.program));
    let in_mini_program = JsSdkLoader::provide().in_mini_program;
    Visibility::provide();
    (parts.provide_state)();
    let toasts = Toasts::provide();
    let credential = launch.credential();
    let settings = Resource::new(move || async move {
        let config = read_settings(&site_settings().await?)?;
        preferences.suggest_locale(&config.locale);
        Ok(config)
    });
    effect(move || {
        // Until then there is no heading to show.
        if !matches!(settings.get(), Remote::Waiting) {
            webview::take_over();
        }
    });
    let first_session = StoredValue::new(None);
    let screens = move || {
        let locale = use_preferences().locale();
        webview::set_language(locale.tag());
        // An old app may say so late; what was typed is stored by then.
        let in_mini_program = in_mini_program.get();
        provide_context(Text::of(locale).for_reader(parts.reader()));
        let (launch, credential) = (launch.clone(), credential.clone());
        let ready = move |config: DynSignal<Config>| {
            let config = config.get_untracked();
            let session = Session::new(&launch, credential.clone(), &config, &webview::user_agent(), in_mini_program);
            become_owner(&session);
            let session = continue_drafts(session, first_session, &launch);
            (parts.configure)(&config);
            provide_site(session, config);
            view! { <Screens screen=parts.screen/> }
        };
        // Only a fresh page fetches the settings again: the loader began that, once.
        view! { <AsyncView value=settings.signal() on_retry=webview::reload children=ready/> }
    };
    view! {
        {move || screens()}
        <ToastRegion toasts=toasts/>
    }
}

/// The session, going on from the drafts of the one that the page began with, where the app has told another channel since.
fn continue_drafts(session: Session, first: StoredValue<Option<(Channel, String)>>, launch: &Launch) -> Session {
    match first.get_value() {
        None => first.set_value(Some((session.channel, session.draft_name()))),
        Some((channel, drafts)) if channel != session.channel => {
            store_launch(&launch.clone().in_channel(session.channel));
            return session.continuing(drafts);
        }
        Some(_) => {}
    }
    session
}

/// Who is here, and the client that speaks for them.
fn provide_site(session: Session, config: Config) {
    let settings = ClientSettings {
        visitorcs: config.api_base.clone(),
        feishu: config.feishu_base.clone(),
        token_header: config.token_header.clone(),
        credential: session.credential.clone(),
        feishu_pace: Pace::default(),
    };
    let client = Client::new(settings);
    provide_context(client);
    provide_context(session);
    provide_context(config);
}

/// The screen of the current route.
#[component]
fn Screens(screen: fn(Route) -> AnyView) -> impl IntoView {
    keep_time();
    clear_storage();
    keep_signed(&use_config());
    let route = use_navigation().route;
    view! { {move || screen(route.get())} }
}

/// Puts the clock right by the site's when the app starts, and again when the visitor comes back: they may have set the
/// phone's meanwhile. Nobody waits for it; where the site does not answer, the phone's clock has to do.
fn keep_time() {
    let client = use_client();
    let ask = move || {
        let client = client.clone();
        spawn_local(async move {
            let asked = clock::phone_millis();
            if let Ok(Some(site_time)) = client.send(crate::api::clock::site_time()).await {
                clock::set(asked, site_time);
            }
        });
    };
    if clock::is_to_be_asked() {
        ask();
    }
    on_return(ask);
}

/// Removes what has ended of what this device stores, once the first screen has had the time to appear.
fn clear_storage() {
    spawn_local(async {
        TimeoutFuture::new(AFTER_FIRST_SCREEN).await;
        personal::remove_ended();
    });
}

/// What this link brought along, on top of what an earlier link brought to this tab.
fn take_launch() -> Launch {
    let query = history::query();
    let (launch, rest) = Launch::take(&query);
    let earlier = stored_launch();
    if rest == query {
        return earlier;
    }
    if history::route().is_handed_out() && !launch.identifies() {
        // It stays in the address: it is the page's.
        let launch = earlier.at_site_of(&launch);
        store_launch(&launch);
        return launch;
    }
    let launch = launch.over(earlier);
    store_launch(&launch);
    history::replace_query(&rest);
    launch
}

fn read_settings(text: &str) -> Result<Config, ApiError> {
    Config::parse(text).ok_or_else(|| ApiError::Unreadable { path: "config.json".to_owned(), reason: "no settings".to_owned() })
}
