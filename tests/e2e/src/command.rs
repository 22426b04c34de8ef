//! WebDriver commands that fantoccini lacks: the standard's newest, and chromedriver's own.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command below the session's address.
#[derive(Debug)]
pub struct Command {
    path: String,
    /// Sent by POST; a command without a body is a GET.
    body: Option<Value>,
}

impl Command {
    /// One command of the DevTools protocol.
    pub fn devtools(name: &str, parameters: Value) -> Self {
        Self::post("goog/cdp/execute", json!({ "cmd": name, "params": parameters }))
    }

    /// The network as the page sees it; WebDriver itself stays connected.
    pub fn network(offline: bool) -> Self {
        let conditions = json!({ "offline": offline, "latency": 0, "download_throughput": -1, "upload_throughput": -1 });
        Self::post("chromium/network_conditions", json!({ "network_conditions": conditions }))
    }

    /// The console messages since the last call.
    pub fn console() -> Self {
        Self::post("se/log", json!({ "type": "browser" }))
    }

    /// The computed accessible name of an element.
    pub fn name_of(element: &str) -> Self {
        Self { path: format!("element/{element}/computedlabel"), body: None }
    }

    fn post(path: &str, body: Value) -> Self {
        Self { path: path.to_owned(), body: Some(body) }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        match &self.body {
            Some(body) => (Method::POST, Some(body.to_string())),
            None => (Method::GET, None),
        }
    }
}
