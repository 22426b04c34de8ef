//! The address bar: which route is shown, links without reloads, back with its scroll position.

mod entry;
mod heading;
mod scroll;

use super::modal;
use crate::domain::visit::HostVisitId;
use crate::route::{Program, Route};
use entry::Entry;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::sync::Arc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, Location, MouseEvent, PopStateEvent, ScrollRestoration, Window};

thread_local! {
    /// The key of the entry whose screen is shown.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
    /// Whether the browser was told to leave a dialog's entry, and has not yet.
    static IS_LEAVING_MODAL: Cell<bool> = const { Cell::new(false) };
    /// What takes the place of the screen under that dialog, once it is left.
    static REPLACEMENT: RefCell<Option<Route>> = const { RefCell::new(None) };
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
        self.set(self.read(&window)?);
        // Browsers without this setting restore on their own; both at once do no harm.
        let _ = window.history().ok()?.set_scroll_restoration(ScrollRestoration::Manual);
        modal::start();
        let entry = Entry::current();
        SHOWN.set(entry.key);
        scroll::start(|| SHOWN.get());
        if entry.key == 0 {
            self.put(entry.instead(), &window, None);
        } else {
            // Loaded anew, or come back to from another site or the other program.
            scroll::restore(entry.key);
        }
        self.follow_back_button(&window)?;
        // A reload closes dialogs, and their entries stay.
        modal::sync_history();
        self.follow_links(&window)
    }

    /// The address to put into a link.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.base, route.path())
    }

    /// Opens a route; "back" returns here, to the same place on the page. The route that is shown is only shown anew, as
    /// browsers do with a link to where they are.
    pub fn open(&self, route: Route) {
        if !route.is_shown_by(self.program) {
            return self.load(&route, Location::assign);
        }
        let (screen, chosen) = route.clone().split();
        if self.is_shown(&screen, &chosen) {
            return self.replace(route);
        }
        if let Some(window) = web_sys::window() {
            self.push(&window, &self.href(&route));
            scroll::reset();
        }
        self.show(route);
    }

    /// Opens the current screen with another visit beside its list, or with none. "Back" returns to the one before, unless
    /// this one takes its place. The list stays where it is.
    pub fn choose(&self, route: Route, takes_its_place: bool) {
        if let Some(window) = web_sys::window() {
            let (entry, href) = (Entry::current(), self.href(&route));
            if takes_its_place && !entry.is_modal {
                entry.replace(&window, Some(&href));
            } else {
                self.push(&window, &href);
            }
        }
        self.show_chosen(route.split().1);
    }

    /// Adds an entry for what is shown next; in place of a dialog's, so that "back" leads to the screen under the dialog.
    fn push(&self, window: &Window, href: &str) {
        let entry = Entry::current();
        scroll::save(SHOWN.get());
        if entry.is_modal {
            return self.put(entry.next(), window, Some(href));
        }
        let next = entry.next();
        SHOWN.set(next.key);
        next.push(window, Some(href));
    }

    fn is_shown(&self, screen: &Route, chosen: &Option<HostVisitId>) -> bool {
        self.route.with_untracked(|shown| shown == screen) && self.chosen.with_untracked(|shown| shown == chosen)
    }

    /// Whether this is the screen that is shown, with another visit beside its list.
    fn is_other_choice(&self, screen: &Route, chosen: &Option<HostVisitId>) -> bool {
        self.route.with_untracked(|shown| shown == screen) && self.chosen.with_untracked(|shown| shown != chosen)
    }

    /// Opens a route in place of the current one: "back" never returns here.
    pub fn replace(&self, route: Route) {
        if !route.is_shown_by(self.program) {
            return self.load(&route, Location::replace);
        }
        // A dialog's entry is left first: the screen that is replaced is the one under it.
        let history = web_sys::window().and_then(|window| window.history().ok());
        if IS_LEAVING_MODAL.get() || Entry::current().is_modal && history.is_some_and(|history| history.back().is_ok()) {
            IS_LEAVING_MODAL.set(true);
            REPLACEMENT.set(Some(route));
            return;
        }
        self.replace_now(route);
    }

    fn replace_now(&self, route: Route) {
        if let Some(window) = web_sys::window() {
            self.put(Entry::current().instead(), &window, Some(&self.href(&route)));
            scroll::reset();
        }
        self.show(route);
    }

    /// Puts an entry in place of the current one.
    fn put(&self, entry: Entry, window: &Window, href: Option<&str>) {
        SHOWN.set(entry.key);
        entry.replace(window, href);
    }

    fn show(&self, route: Route) {
        self.set(route);
        heading::focus_next();
    }

    fn set(&self, route: Route) {
        let (screen, chosen) = route.split();
        self.show_chosen(chosen);
        self.route.set(screen);
    }

    fn show_chosen(&self, chosen: Option<HostVisitId>) {
        if self.chosen.with_untracked(|before| *before != chosen) {
            self.chosen.set(chosen);
        }
    }

    /// Whether "back" leads to a screen of ours.
    pub fn has_past(&self) -> bool {
        Entry::current().past > 0
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

    /// The whole address of a path below the base path, for others to open.
    pub fn address(&self, path: &str) -> String {
        let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        format!("{origin}{}{path}", self.base)
    }

    /// The whole address of one of the site's files, for others to open.
    pub fn file_address(&self, name: &str) -> String {
        let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        format!("{origin}{}/{name}", self.base)
    }

    fn read(&self, window: &Window) -> Option<Route> {
        let address = window.location().pathname().ok()? + &window.location().search().ok()?;
        Some(Route::parse(address.strip_prefix(&*self.base).unwrap_or(&address)))
    }

    fn follow_back_button(&self, window: &Window) -> Option<()> {
        let navigation = self.clone();
        let on_pop = Closure::<dyn Fn(PopStateEvent)>::new(move |event: PopStateEvent| {
            let Some(route) = web_sys::window().and_then(|window| navigation.read(&window)) else { return };
            let entry = Entry::read(&event.state());
            let (is_leaving_modal, replacement) = (IS_LEAVING_MODAL.take(), REPLACEMENT.take());
            let (screen, chosen) = route.clone().split();
            let is_same_entry = [0, SHOWN.get()].contains(&entry.key) && navigation.is_shown(&screen, &chosen);
            let is_other_choice = navigation.is_other_choice(&screen, &chosen);
            if !is_same_entry {
                scroll::save(SHOWN.replace(entry.key));
            }
            if is_other_choice {
                navigation.show_chosen(chosen);
            } else if !is_same_entry {
                navigation.show(route);
                scroll::restore(entry.key);
            } else if let Some(replacement) = replacement {
                navigation.replace_now(replacement);
            } else {
                // Only a dialog's entry was left: because the dialog had closed, or by "back", which closes it.
                if !is_leaving_modal && !entry.is_modal {
                    modal::close_top();
                }
                modal::sync_history();
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

/// Gives a dialog that can be closed an entry of its own, so that "back" closes it and stays on the screen; takes the
/// entry away when the dialog has closed otherwise. Dialogs that follow each other share it.
pub fn set_modal_entry(is_wanted: bool) {
    let Some(window) = web_sys::window() else { return };
    let entry = Entry::current();
    match (is_wanted, entry.is_modal) {
        _ if IS_LEAVING_MODAL.get() => {}
        (true, false) => entry.modal().push(&window, None),
        (false, true) => IS_LEAVING_MODAL.set(window.history().is_ok_and(|history| history.back().is_ok())),
        _ => {}
    }
}

/// The path that the site is deployed under, without its trailing slash: Trunk's `public_url`, which the loader knows.
fn base_path() -> String {
    let boot = js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into());
    let base = boot.and_then(|boot| js_sys::Reflect::get(&boot, &"base".into())).ok().and_then(|base| base.as_string());
    base.unwrap_or_default().trim_end_matches('/').to_owned()
}

/// Takes what a launch link brought along out of the address bar, so that a shared link carries nobody's identity.
pub fn replace_query(query: &str) {
    let Some(window) = web_sys::window() else { return };
    let Ok(path) = window.location().pathname() else { return };
    let url = if query.is_empty() { path } else { format!("{path}?{query}") };
    Entry::current().replace(&window, Some(&url));
}

/// The route of the address bar.
pub fn route() -> Route {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    Route::parse(path.strip_prefix(&*base_path()).unwrap_or(&path))
}

/// The query of the address bar, without its `?`.
pub fn query() -> String {
    let search = web_sys::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}
