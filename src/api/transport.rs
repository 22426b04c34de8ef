//! The only module that touches the network.

mod early;

use super::call::ApiCall;
use super::envelope;
use super::error::ApiError;
use super::pace::Pace;
use super::request::{Effect, Request, Service};
use crate::domain::id::Credential;
use early::EarlyAnswer;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use js_sys::{JsString, Promise};
use serde_json::Value;
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, RequestInit, RequestRedirect, Response};

/// How long a call may take before it counts as failed, in milliseconds.
const TIMEOUT: u32 = 15_000;

/// What the worst line we care for carries, in bytes per millisecond: a picture gets that much more time.
const SLOWEST_LINE: usize = 16;

/// The longest answer that is read, in UTF-16 units: a page of a hundred visits has some hundred thousand.
const LONGEST_ANSWER: u32 = 4_000_000;

/// How long to wait before each repetition of a call that reads, in milliseconds.
const PAUSES: [u32; 2] = [400, 1_600];

/// The way to the services: where they are, and who is asking.
#[derive(Debug, Clone)]
pub struct Client(Arc<ClientSettings>);

/// An answer on its way, boxed: whoever waits for it does not carry the code that does.
pub type PendingAnswer<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// What a client is made from.
#[derive(Debug)]
pub struct ClientSettings {
    /// The addresses that the documented paths follow.
    pub visitorcs: String,
    pub feishu: String,
    /// The header that carries the token.
    pub token_header: String,
    pub credential: Credential,
    pub feishu_pace: Pace,
}

impl Client {
    pub fn new(settings: ClientSettings) -> Self {
        Self(Arc::new(settings))
    }

    /// Sends a call. Calls that read are repeated at most twice after passing faults, calls that write never.
    ///
    /// Dropping the future aborts the call.
    pub fn send<T: 'static>(&self, ask: ApiCall<T>) -> PendingAnswer<T> {
        let (request, reader) = ask.into_parts();
        let data = self.clone().data_of(request);
        Box::pin(async move { reader(&data.await?) })
    }

    /// The same for every call, and therefore compiled once: the envelope's data.
    fn data_of(self, request: Result<Request, ApiError>) -> Pin<Box<dyn Future<Output = Result<Value, ApiError>>>> {
        Box::pin(async move {
            let request = request?;
            if request.service == Service::Feishu && request.effect != Effect::Reads {
                TimeoutFuture::new(self.0.feishu_pace.wait(js_sys::Date::now())).await;
            }
            let pauses: &[u32] = if request.effect == Effect::Reads { &PAUSES } else { &[] };
            let mut pauses = pauses.iter();
            loop {
                let answer = self.exchange(&request).await.and_then(|(status, body)| envelope::open(request.service, status, &body));
                match (answer, pauses.next()) {
                    // Who has waited for a time-out is told so, instead of waiting for two more.
                    (Err(error), Some(&pause)) if error.is_retryable() && error != ApiError::TimedOut => TimeoutFuture::new(pause).await,
                    (answer, _) => return answer,
                }
            }
        })
    }

    /// One exchange: status and body, whatever they are. The loader may have begun it.
    async fn exchange(&self, request: &Request) -> Result<(u16, String), ApiError> {
        let address = self.address(request);
        if let Some(early) = self.early_answer(request, &address) {
            let answer = receive(request, Some(AbortOnDrop(early.abort)), Box::pin(early_response(early.response))).await;
            // What was lost before this program ran is worth another try at once.
            if answer != Err(ApiError::Unreachable) {
                return answer;
            }
        }
        let abort = AbortOnDrop::new();
        let call = self.build(request, &address, abort.as_ref()).map_err(|_| ApiError::Unreachable)?;
        receive(request, abort, Box::pin(async { call.send().await.ok() })).await
    }

    fn address(&self, request: &Request) -> String {
        let separator = if request.query.is_empty() { "" } else { "?" };
        let base: &str = match request.service {
            Service::Visitorcs => &self.0.visitorcs,
            Service::Feishu => &self.0.feishu,
            Service::Gateway => "",
        };
        format!("{}{}{separator}{}", base.trim_end_matches('/'), request.path, request.query)
    }

    /// The answer to the same call by the same person, in the loader's spelling.
    fn early_answer(&self, request: &Request, address: &str) -> Option<EarlyAnswer> {
        if request.effect != Effect::Reads {
            return None;
        }
        let token = self.0.credential.token();
        let token = token.as_ref().map_or("", |token| token.as_str());
        let json = request.json.as_deref().unwrap_or_default();
        early::take(&[request.method.name(), address, &self.0.token_header, token, json].join("\n"))
    }

    /// Whether the token may go there: a gateway gets it where the page or the backend comes from, and nowhere else.
    fn is_trusted(&self, request: &Request, address: &str) -> bool {
        if request.service != Service::Gateway {
            return true;
        }
        let asked = origin(address);
        asked.is_some() && (asked == origin("") || asked == origin(&self.0.visitorcs))
    }

    /// Built by hand: gloo-net's builder takes addresses apart and puts them together differently.
    fn build(&self, request: &Request, address: &str, abort: Option<&AbortOnDrop>) -> Result<gloo_net::http::Request, JsValue> {
        let init = RequestInit::new();
        init.set_method(request.method.name());
        // A redirect would take token and form along, to wherever it leads; a proxy of the site needs none.
        init.set_redirect(RequestRedirect::Error);
        init.set_signal(abort.map(|abort| abort.0.signal()).as_ref());
        let headers = Headers::new()?;
        if let Some(token) = self.0.credential.token().filter(|_| self.is_trusted(request, address)) {
            headers.set(&self.0.token_header, token.as_str())?;
        }
        if let Some(json) = &request.json {
            headers.set("Content-Type", "application/json")?;
            init.set_body(&JsValue::from_str(json));
        }
        init.set_headers(&headers);
        if request.effect == Effect::WritesAtLast {
            // Browsers that do not know it send the call all the same, and may break it off.
            js_sys::Reflect::set(&init, &"keepalive".into(), &JsValue::TRUE)?;
        }
        web_sys::Request::new_with_str_and_init(address, &init).map(gloo_net::http::Request::from)
    }
}

/// The origin of an address as the page resolves it.
fn origin(address: &str) -> Option<String> {
    let page = web_sys::window()?.location().href().ok()?;
    web_sys::Url::new_with_base(address, &page).ok().map(|address| address.origin())
}

/// An answer on its way; nothing where it is lost.
type Pending = Pin<Box<dyn Future<Output = Option<gloo_net::http::Response>>>>;

/// Waits for an answer and its body, as long as such a request may take.
async fn receive(request: &Request, abort: Option<AbortOnDrop>, response: Pending) -> Result<(u16, String), ApiError> {
    let timed_out = Rc::new(Cell::new(false));
    let timer = abort.as_ref().map(|abort| {
        let (controller, timed_out) = (abort.0.clone(), Rc::clone(&timed_out));
        Timeout::new(patience(request), move || {
            timed_out.set(true);
            controller.abort();
        })
    });
    let lost = || if timed_out.get() { ApiError::TimedOut } else { ApiError::Unreachable };
    let response = Response::from(response.await.ok_or_else(lost)?);
    // Its length is asked while it is the browser's: copying and reading what nobody can show would take seconds.
    let body = JsFuture::from(response.text().map_err(|_| lost())?).await.map_err(|_| lost())?;
    drop(timer);
    let body = body.unchecked_into::<JsString>();
    if body.length() > LONGEST_ANSWER { Err(ApiError::TooLarge) } else { Ok((response.status(), body.into())) }
}

async fn early_response(begun: Promise) -> Option<gloo_net::http::Response> {
    let response = JsFuture::from(begun).await.ok()?.unchecked_into::<Response>();
    Some(response.into())
}

fn patience(request: &Request) -> u32 {
    let bytes = request.json.as_ref().map_or(0, String::len);
    TIMEOUT.saturating_add(u32::try_from(bytes / SLOWEST_LINE).unwrap_or(u32::MAX))
}

/// The text of the site's `config.json`, which the loader began to fetch before this program ran.
pub async fn site_settings() -> Result<String, ApiError> {
    let lost = |_| ApiError::Unreachable;
    let begun =
        js_sys::Reflect::get(&js_sys::global(), &"visitorBoot".into()).and_then(|boot| js_sys::Reflect::get(&boot, &"config".into()));
    let response = match begun.ok().and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await.map_err(lost)?.unchecked_into::<Response>(),
        None => return Err(ApiError::Unreachable),
    };
    if !response.ok() {
        return Err(ApiError::Status(response.status()));
    }
    gloo_net::http::Response::from(response).text().await.map_err(|_| ApiError::Unreachable)
}

/// Aborts its request when the one who waits for it goes away.
struct AbortOnDrop(AbortController);

impl AbortOnDrop {
    /// None in webviews older than `AbortController` (Chrome 66): there, a late answer is dropped unread.
    fn new() -> Option<Self> {
        AbortController::new().ok().map(Self)
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}
