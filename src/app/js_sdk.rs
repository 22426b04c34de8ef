//! Gets the JS-SDK once the first screen stands: its script, then a signature for the page, again wherever one ends with the
//! address. Whatever fails leaves everything its other way.

use crate::api::js_sdk::{Signer, agent_signature, signature};
use crate::api::transport::Client;
use crate::config::{Config, WeChatSettings};
use crate::context::{use_client, use_navigation};
use crate::domain::js_sdk::{Signature, SignedAddress, without_fragment};
use crate::platform::visibility::on_return;
use crate::platform::webview;
use crate::platform::wechat::{JsSdk, load_script, use_js_sdk};
use crate::reactive::{effect, watch};
use crate::session::Channel;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What signs somebody in, or says who they are, in the query of the address that was opened.
const CREDENTIALS: [&str; 6] = ["openId", "token", "personId", "state", "error", "code"];

/// The way to the SDK, from context. It outlives the screens, which are drawn anew when the language changes.
#[derive(Debug, Clone, Copy)]
pub struct JsSdkLoader {
    sdk: JsSdk,
    progress: RwSignal<Progress>,
    /// The address that was signed last.
    signed: StoredValue<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    NotAsked,
    /// On its way, or it did not come.
    Asked,
    Loaded,
}

impl JsSdkLoader {
    /// Nothing is asked for yet.
    pub fn provide() -> JsSdk {
        let sdk = JsSdk::provide();
        provide_context(Self { sdk, progress: RwSignal::new(Progress::NotAsked), signed: StoredValue::new(String::new()) });
        sdk
    }
}

/// Loads the SDK where the site's settings name one and the app around us has one, and keeps it signed for as long as the
/// component lives that is being built.
pub fn keep_signed(config: &Config) {
    let (sdk, loader) = (use_js_sdk(), expect_context::<JsSdkLoader>());
    let Some(settings) = config.wechat.clone() else { return };
    if App::here(sdk).is_none() {
        return;
    }
    let task = StoredValue::new(SigningTask { loader, client: use_client(), settings });
    let navigation = use_navigation();
    if loader.progress.get_untracked() == Progress::NotAsked {
        loader.progress.set(Progress::Asked);
        let script = task.with_value(|task| task.settings.clone());
        spawn_local(async move {
            webview::first_screen_stands().await;
            Box::pin(load(loader, script)).await;
        });
    }
    let sign = move || {
        if loader.progress.get_untracked() == Progress::Loaded
            && let Some(task) = task.try_get_value()
        {
            task.sign();
        }
    };
    effect(move || {
        loader.progress.track();
        untrack(sign);
    });
    on_return(sign);
    if SignedAddress::of(&webview::user_agent()) == SignedAddress::Present {
        let track = move || {
            navigation.route.track();
            navigation.chosen.track();
        };
        watch(track, sign);
    }
}

/// Which app shows the page, whatever the link says of its channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum App {
    WeChat,
    WeCom,
    MiniProgram,
}

impl App {
    fn here(sdk: JsSdk) -> Option<Self> {
        match Channel::detect(None, &webview::user_agent(), sdk.in_mini_program.get_untracked()) {
            Channel::OfficialAccount => Some(Self::WeChat),
            Channel::WeCom => Some(Self::WeCom),
            Channel::MiniProgram => Some(Self::MiniProgram),
            Channel::Browser => None,
        }
    }
}

async fn load(loader: JsSdkLoader, settings: WeChatSettings) {
    if load_script(&settings.sdk).await.is_err() {
        return;
    }
    let agent_script = settings.agent.and_then(|agent| agent.sdk);
    if let Some(script) = agent_script.filter(|_| App::here(loader.sdk) == Some(App::WeCom)) {
        // Without it, WeCom's agent has no calls, and all else works.
        let _ = load_script(&script).await;
    }
    loader.progress.set(Progress::Loaded);
}

/// Signs for the page.
#[derive(Debug, Clone)]
struct SigningTask {
    loader: JsSdkLoader,
    client: Client,
    settings: WeChatSettings,
}

impl SigningTask {
    /// Has the page's address signed, unless that has been done.
    fn sign(self) {
        let JsSdkLoader { sdk, signed, .. } = self.loader;
        let Some(app) = App::here(sdk) else { return };
        if app == App::MiniProgram {
            signed.set_value(String::new());
            return sdk.serve_mini_program();
        }
        let Some(gateway) = self.settings.signature.clone() else { return };
        let address = address_to_sign(&gateway);
        if signed.with_value(|signed| *signed == address) {
            return;
        }
        signed.set_value(address.clone());
        sdk.suspend();
        spawn_local(async move {
            let answer = self.ask(app, &gateway, &address).await;
            // Who has gone on meanwhile waits for the signature of where they are.
            if signed.with_value(|signed| *signed != address) {
                return;
            }
            match answer {
                Some((signature, agent)) => sdk.configure(&signature, app == App::WeCom, agent),
                // Asked for again when the person comes back to the page.
                None => signed.set_value(String::new()),
            }
        });
    }

    /// The signature, and the agent's where WeCom has one.
    async fn ask(&self, app: App, gateway: &str, address: &str) -> Option<(Signature, Option<Signature>)> {
        let signer = if app == App::WeCom { Signer::WeCom } else { Signer::WeChat };
        let signature = self.client.send(signature(gateway, address, signer)).await.ok()?;
        let agent = match self.settings.agent.as_ref().filter(|_| app == App::WeCom) {
            Some(agent) => self.client.send(agent_signature(&agent.signature, address)).await.ok(),
            None => None,
        };
        Some((signature, agent))
    }
}

/// The address that the app around us holds a signature against. What the link brought along to sign in goes to the gateway
/// only where that is the server that the link was opened at.
fn address_to_sign(gateway: &str) -> String {
    let address = match SignedAddress::of(&webview::user_agent()) {
        SignedAddress::Entry => webview::entry_address(),
        SignedAddress::Present => webview::present_address(),
    };
    let address = without_fragment(&address);
    let origin = webview::origin();
    match address.split_once('?') {
        Some((page, query)) if !gateway.starts_with('/') && !gateway.starts_with(&format!("{origin}/")) => {
            let is_credential = |pair: &&str| CREDENTIALS.contains(&pair.split('=').next().unwrap_or_default());
            let rest: Vec<&str> = query.split('&').filter(|pair| !is_credential(pair)).collect();
            if rest.is_empty() { page.to_owned() } else { format!("{page}?{}", rest.join("&")) }
        }
        _ => address.to_owned(),
    }
}
