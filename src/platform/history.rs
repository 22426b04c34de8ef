//! The address bar: which route is shown, links without reloads, back with its scroll position.

use super::modal;
use crate::domain::visit::HostVisitId;
use crate::route::{Program, Route};
use js_sys::Array;
use leptos::prelude::*;
use std::cell::Cell;
use std::sync::Arc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, History, HtmlAnchorElement, Location, MouseEvent, PopStateEvent, ScrollRestoration, Window};

/// How often, and how far apart in milliseconds, a scroll position is restored while a list still fills.
const RESTORE_TRIES: u32 = 15;
const RESTORE_PAUSE: u32 = 60;

thread_local! {
    /// Whether the browser was told to leave a dialog's entry, and has not yet.
    static IS_LEAVING_MODAL: Cell<bool> = const { Cell::new(false) };
}

/// The current route, and the way to another.
#[derive(Debug, Clone)]
pub struct Navigation {
    /// The screen that is shown.
    pub route: RwSignal<Route>,
    /// The visit that was chosen beside its list. Choosing another leaves the screen as it is.
    pub chosen: RwSignal<Option<HostVisitId>>,
    base: Arc<str>,
    program: Program,
    diversion: RwSignal<Diversion>,
}

/// Takes some of the links that are tapped for itself.
pub type Diversion = Arc<dyn Fn(&Route) -> bool + Send + Sync>;

impl Navigation {
    /// Reads the address bar and follows links and the back button from now on.
    pub fn start(program: Program) -> Self {
        let route = RwSignal::new(Route::Book);
        let (chosen, diversion) = (RwSignal::new(None), RwSignal::new(Arc::new(|_: &Route| false) as Diversion));
        let navigation = Self { route, chosen, base: base_path().into(), program, diversion };
        // Where a sandbox denies one of these, links load pages anew, and all else works.
        let _ = navigation.follow();
        navigation
    }

    fn follow(&self) -> Option<()> {
        let window = web_sys::window()?;
        self.show(self.read(&window)?);
        // Browsers without this setting restore on their own; both at once do no harm.
        let _ = window.history().ok()?.set_scroll_restoration(ScrollRestoration::Manual);
        modal::start();
        self.follow_back_button(&window)?;
        self.follow_links(&window)
    }

    /// The address to put into a link.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.base, route.path())
    }

    /// Opens a route; "back" returns here, to the same place on the page.
    pub fn open(&self, route: Route) {
        if !route.is_shown_by(self.program) {
            return self.load(&route, Location::assign);
        }
        if let Some(window) = web_sys::window()
            && let Ok(history) = window.history()
        {
            push_entry(&history, window.scroll_y().unwrap_or(0.0), &self.href(&route));
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        self.show(route);
    }

    /// Opens the current screen with another visit beside its list, or with none. "Back" returns to the one before, unless
    /// this one takes its place.
    pub fn choose(&self, route: Route, takes_its_place: bool) {
        if let Some(window) = web_sys::window()
            && let Ok(history) = window.history()
        {
            let (href, position) = (self.href(&route), window.scroll_y().unwrap_or(0.0));
            if takes_its_place && !is_modal_entry(&history) {
                // Where a sandbox denies it, the visit is shown all the same.
                let _ = history.replace_state_with_url(&entry(position, past(&history)), "", Some(&href));
            } else {
                push_entry(&history, position, &href);
            }
        }
        self.show_chosen(route.split().1);
    }

    fn show(&self, route: Route) {
        let (screen, chosen) = route.split();
        self.show_chosen(chosen);
        self.route.set(screen);
    }

    fn show_chosen(&self, chosen: Option<HostVisitId>) {
        if self.chosen.with_untracked(|before| *before != chosen) {
            self.chosen.set(chosen);
        }
    }

    /// Opens a route in place of the current one: "back" never returns here.
    pub fn replace(&self, route: Route) {
        if !route.is_shown_by(self.program) {
            return self.load(&route, Location::replace);
        }
        if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
            // Where a sandbox denies it, the route is shown all the same.
            let _ = history.replace_state_with_url(&entry(0.0, past(&history)), "", Some(&self.href(&route)));
        }
        self.show(route);
    }

    /// Whether "back" leads to a screen of ours.
    pub fn has_past(&self) -> bool {
        web_sys::window().and_then(|window| window.history().ok()).is_some_and(|history| past(&history) > 0.0)
    }

    /// Does what the phone's own "back" does.
    pub fn back(&self) {
        // Where a sandbox denies it, there is the phone's own.
        let _ = web_sys::window().and_then(|window| window.history().ok()).map(|history| history.back());
    }

    /// Has links looked at before they are followed; the latest to ask for it has the word.
    pub fn divert(&self, diversion: impl Fn(&Route) -> bool + Send + Sync + 'static) {
        self.diversion.set(Arc::new(diversion));
    }

    /// Leaves for a page of the other program.
    fn load(&self, route: &Route, leave: fn(&Location, &str) -> Result<(), JsValue>) {
        if let Some(window) = web_sys::window() {
            // A sandbox that denies it leaves the person where they are.
            let _ = leave(&window.location(), &self.href(route));
        }
    }

    /// The whole address of a route, for others to open.
    pub fn address(&self, route: &Route) -> String {
        let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        format!("{origin}{}", self.href(route))
    }

    fn read(&self, window: &Window) -> Option<Route> {
        let address = window.location().pathname().ok()? + &window.location().search().ok()?;
        Some(Route::parse(address.strip_prefix(&*self.base).unwrap_or(&address)))
    }

    fn follow_back_button(&self, window: &Window) -> Option<()> {
        let navigation = self.clone();
        let on_pop = Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| {
            let Some(window) = web_sys::window() else { return };
            let Some(route) = navigation.read(&window) else { return };
            let (screen, chosen) = route.clone().split();
            let is_same_screen = navigation.route.with_untracked(|shown| *shown == screen);
            if is_same_screen && navigation.chosen.with_untracked(|shown| *shown != chosen) {
                IS_LEAVING_MODAL.set(false);
                navigation.show_chosen(chosen);
            } else if is_same_screen {
                // Only a dialog's entry was left: because the dialog had closed, or by "back", which closes it.
                if !IS_LEAVING_MODAL.replace(false) && !is_modal_entry_state(&event.state()) {
                    modal::close_top();
                }
                modal::sync_history();
            } else {
                IS_LEAVING_MODAL.set(false);
                navigation.show(route);
                restore_scroll(part(&event.state(), 0));
            }
        });
        window.add_event_listener_with_callback("popstate", on_pop.as_ref().unchecked_ref()).ok()?;
        on_pop.forget();
        Some(())
    }

    fn follow_links(&self, window: &Window) -> Option<()> {
        let navigation = self.clone();
        let on_click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            if let Some(path) = navigation.own_link(&event) {
                event.prevent_default();
                let route = Route::parse(&path);
                let diversion = navigation.diversion.get_untracked();
                if !diversion(&route) {
                    navigation.open(route);
                }
            }
        });
        window.document()?.add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref()).ok()?;
        on_click.forget();
        Some(())
    }

    /// Path and query below our base, if a plain click hit a link of ours.
    fn own_link(&self, event: &MouseEvent) -> Option<String> {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return None;
        }
        let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
        let here = web_sys::window()?.location().origin().ok()?;
        let leaves = link.origin() != here || !link.target().is_empty() || link.has_attribute("download");
        let address = link.pathname() + &link.search();
        (!leaves).then(|| address.strip_prefix(&*self.base).map(str::to_owned)).flatten()
    }
}

/// What the browser keeps with a screen: how far it is scrolled, and how many screens of ours "back" leads through.
fn entry(position: f64, past: f64) -> JsValue {
    Array::of2(&position.into(), &past.into()).into()
}

fn part(entry: &JsValue, index: u32) -> f64 {
    entry.dyn_ref::<Array>().and_then(|entry| entry.get(index).as_f64()).unwrap_or(0.0)
}

fn past(history: &History) -> f64 {
    history.state().map_or(0.0, |entry| part(&entry, 1))
}

/// Adds an entry after the current one, which notes how far the page is scrolled.
fn push_entry(history: &History, position: f64, href: &str) {
    let past = past(history);
    let next = entry(0.0, past + 1.0);
    // Where a sandbox denies one of these, the route is shown all the same.
    if is_modal_entry(history) {
        // "Back" leads to the screen under the dialog.
        let _ = history.replace_state_with_url(&next, "", Some(href));
    } else {
        let _ = history.replace_state(&entry(position, past), "");
        let _ = history.push_state_with_url(&next, "", Some(href));
    }
}

fn is_modal_entry(history: &History) -> bool {
    history.state().is_ok_and(|entry| is_modal_entry_state(&entry))
}

fn is_modal_entry_state(entry: &JsValue) -> bool {
    part(entry, 2) > 0.0
}

/// Gives a dialog that can be closed an entry of its own, so that "back" closes it and stays on the screen; takes the
/// entry away when the dialog has closed otherwise. Dialogs that follow each other share it.
pub fn set_modal_entry(is_wanted: bool) {
    let Some(window) = web_sys::window() else { return };
    let Ok(history) = window.history() else { return };
    if IS_LEAVING_MODAL.get() {
        return;
    }
    // Where a sandbox denies one of these, "back" leaves the screen.
    match (is_wanted, is_modal_entry(&history)) {
        (true, false) => {
            let past = past(&history);
            let _ = history.replace_state(&entry(window.scroll_y().unwrap_or(0.0), past), "");
            let _ = history.push_state(&Array::of3(&0.0.into(), &past.into(), &1.0.into()), "");
        }
        (false, true) => IS_LEAVING_MODAL.set(history.back().is_ok()),
        _ => {}
    }
}

/// The path that the site is deployed under, without its trailing slash: Trunk's `public_url`, which the loader knows.
fn base_path() -> String {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into());
    let base = boot.and_then(|boot| js_sys::Reflect::get(&boot, &"base".into())).ok().and_then(|base| base.as_string());
    base.unwrap_or_default().trim_end_matches('/').to_owned()
}

/// Scrolls back as soon as the page is long enough again.
fn restore_scroll(position: f64) {
    leptos::task::spawn_local(async move {
        for _ in 0..RESTORE_TRIES {
            gloo_timers::future::TimeoutFuture::new(RESTORE_PAUSE).await;
            let Some(window) = web_sys::window() else { return };
            window.scroll_to_with_x_and_y(0.0, position);
            if window.scroll_y().is_ok_and(|reached| (reached - position).abs() < 2.0) {
                return;
            }
        }
    });
}

/// Takes what a launch link brought along out of the address bar, so that a shared link carries nobody's identity.
pub fn replace_query(query: &str) {
    let Some(window) = web_sys::window() else { return };
    let Ok(path) = window.location().pathname() else { return };
    let url = if query.is_empty() { path } else { format!("{path}?{query}") };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&entry(0.0, past(&history)), "", Some(&url));
    }
}

/// The query of the address bar, without its `?`.
pub fn query() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}
