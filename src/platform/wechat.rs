//! WeChat's and WeCom's JS-SDK, once it is there and has allowed our calls. Until then, and where it fails, who wants
//! something of it has another way.

mod bridge;
mod card;
mod pictures;
mod script;

pub use card::Card;
pub use script::load_script;

use super::webview;
use crate::domain::js_sdk::Signature;
use crate::reactive::effect;
use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// The SDK is not there, or it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unbridged;

impl From<JsValue> for Unbridged {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// How long the app takes to check a signature, where it does not say when it is done.
const CHECK: Duration = Duration::from_millis(500);

/// What may be asked of the SDK now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// Nothing: it is not loaded, not signed for, or refused the signature.
    Unready,
    /// The mini-program's own calls, which need no signature.
    MiniProgram,
    /// All calls of [`script::CALLS`], and WeCom's own where `in_wecom` is set.
    Ready { in_wecom: bool },
}

/// The JS-SDK, from context. Questions are tracked: the SDK comes after the first screen.
#[derive(Debug, Clone, Copy)]
pub struct JsSdk {
    status: RwSignal<Status>,
    /// Whether the app's own bridge is there: it closes the page and hides the menu without a signature.
    has_bridge: RwSignal<bool>,
    /// Whether this page is the web-view of a mini-program. Old apps say so only once their bridge is there.
    pub in_mini_program: RwSignal<bool>,
    /// Whether sharing is taken out of the app's menu; none where nobody has asked for that yet.
    hides_menu: RwSignal<Option<bool>>,
    /// Counts the signatures: what becomes of earlier ones does not count.
    round: StoredValue<u32>,
}

/// The JS-SDK.
pub fn use_js_sdk() -> JsSdk {
    expect_context()
}

impl JsSdk {
    /// Nothing is loaded yet; the app's bridge is looked for from now on.
    pub fn provide() -> Self {
        let sdk = Self {
            status: RwSignal::new(Status::Unready),
            has_bridge: RwSignal::new(bridge::is_there()),
            in_mini_program: RwSignal::new(webview::in_mini_program()),
            hides_menu: RwSignal::new(None),
            round: StoredValue::new(0),
        };
        bridge::when_ready(move || {
            sdk.has_bridge.set(true);
            if !sdk.in_mini_program.get_untracked() && webview::in_mini_program() {
                sdk.in_mini_program.set(true);
            }
        });
        effect(move || {
            if let Some(is_hidden) = sdk.hides_menu.get() {
                // Before the app listens, and between two signatures, it does nothing.
                sdk.status.track();
                sdk.has_bridge.track();
                untrack(|| sdk.change_menu(is_hidden));
            }
        });
        provide_context(sdk);
        sdk
    }

    /// The script is there, and the mini-program's calls need nothing more.
    pub fn serve_mini_program(self) {
        self.round.update_value(|round| *round += 1);
        if self.status.get_untracked() != Status::MiniProgram {
            self.status.set(Status::MiniProgram);
        }
    }

    /// Nothing may be asked for until the next signature.
    pub fn suspend(self) {
        self.round.update_value(|round| *round += 1);
        if self.status.get_untracked() != Status::Unready {
            self.status.set(Status::Unready);
        }
    }

    /// Has the SDK check a signature, and in WeCom the agent's after it.
    pub fn configure(self, signature: &Signature, in_wecom: bool, agent: Option<Signature>) {
        self.suspend();
        let round = self.round.get_value();
        let has_failed = Rc::new(Cell::new(false));
        let failed = Rc::clone(&has_failed);
        let is_current = move || self.round.get_value() == round;
        let on_error = move || {
            if is_current() {
                failed.set(true);
                self.status.set(Status::Unready);
            }
        };
        let complete = move |in_wecom: bool| {
            if is_current() && !has_failed.get() {
                self.status.set(Status::Ready { in_wecom });
            }
        };
        let go_on: Rc<dyn Fn()> = Rc::new(move || match &agent {
            // What needs the agent is not offered without it; all else is.
            Some(agent) => script::configure_agent(agent, complete.clone()),
            None => complete(in_wecom),
        });
        let is_at_once = Rc::new(Cell::new(true));
        let was_at_once = Rc::clone(&is_at_once);
        let on_ready = move || {
            let go_on = Rc::clone(&go_on);
            // Where it was configured before, it is ready while it still checks.
            if was_at_once.get() { set_timeout(move || go_on(), CHECK) } else { go_on() }
        };
        if script::configure(signature, in_wecom, on_ready, on_error).is_err() {
            self.suspend();
        }
        is_at_once.set(false);
    }

    /// Whether a call may be asked for.
    fn allows(self, call: &str) -> bool {
        matches!(self.status.get(), Status::Ready { .. }) && script::method(call).is_ok()
    }

    /// Whether the app lets a page close itself.
    pub fn can_close(self) -> bool {
        match self.status.get() {
            Status::MiniProgram => script::mini_program("navigateBack").is_ok(),
            _ if self.in_mini_program.get() => false,
            _ => self.allows("closeWindow") || self.has_bridge.get(),
        }
    }

    /// Closes the page, back to where the app was before.
    pub fn close(self) {
        // Where the app refuses, its own button is still there.
        if self.status.get_untracked() == Status::MiniProgram {
            let _ = script::mini_program("navigateBack").and_then(|(of, back)| back.call1(&of, &js_sys::Object::new()));
        } else if !untrack(|| self.allows("closeWindow")) || script::tell("closeWindow").is_err() {
            bridge::tell("closeWindow");
        }
    }

    /// Takes sharing and copying out of the app's menu until the component goes. An app without a menu does nothing.
    pub fn prevent_sharing(self) {
        self.hides_menu.set(Some(true));
        on_cleanup(move || self.hides_menu.set(Some(false)));
    }

    fn change_menu(self, is_hidden: bool) {
        let name = if is_hidden { "hideOptionMenu" } else { "showOptionMenu" };
        if !self.allows(name) || script::tell(name).is_err() {
            bridge::tell(name);
        }
    }

    /// Whether the app has a scanner.
    pub fn can_scan(self) -> bool {
        self.allows("scanQRCode")
    }

    /// Has the person scan a code; none where they thought better of it.
    pub async fn scan(self) -> Result<Option<String>, Unbridged> {
        let options = script::options(&[("needResult", JsValue::from_f64(1.0)), ("scanType", js_sys::Array::of1(&"qrCode".into()).into())]);
        let scanned = match script::call("scanQRCode", &options).await {
            // Some versions take a change of mind for a failure.
            Err(error) if !script::says_cancelled(&error) => return Err(Unbridged),
            scanned => scanned.unwrap_or_default(),
        };
        let code = js_sys::Reflect::get(&scanned, &"resultStr".into()).ok().and_then(|code| code.as_string());
        Ok(code.map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()))
    }
}
