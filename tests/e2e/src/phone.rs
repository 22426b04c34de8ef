//! A phone: one WebDriver session in a browser with a profile of its own. Its methods read like a user's steps.

mod app;
mod expect;
mod handset;
mod input;
mod storage;

pub use fantoccini::key::Key;
pub use handset::Handset;
pub use storage::{Kept, Storage, decode_qr_codes};

use crate::chromedriver::Chromedriver;
use crate::command::Command;
use crate::error::{Error, Result};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fmt::Display;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, SemaphorePermit};

/// How long to wait for something to appear.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(10);
/// How often to look again.
pub const POLL_INTERVAL: Duration = Duration::from_millis(40);

/// How many browsers run at once: more than two starve each other on small machines.
static BROWSERS: Semaphore = Semaphore::const_new(2);

/// The functions that find elements on the page.
const QUERIES: &str = include_str!("phone/queries.js");

/// The ARIA roles that stories use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Button,
    Link,
    Heading,
    Textbox,
    Combobox,
    Checkbox,
    Radio,
    Radiogroup,
    File,
    Dialog,
    Article,
    Listitem,
    Img,
}

impl Role {
    fn name(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Heading => "heading",
            Self::Textbox => "textbox",
            Self::Combobox => "combobox",
            Self::Checkbox => "checkbox",
            Self::Radio => "radio",
            Self::File => "file",
            Self::Radiogroup => "radiogroup",
            Self::Dialog => "dialog",
            Self::Article => "article",
            Self::Listitem => "listitem",
            Self::Img => "img",
        }
    }
}

/// A phone; dropping it closes its browser.
#[derive(Debug)]
pub struct Phone {
    client: Client,
    /// The site that paths are opened on, such as `http://127.0.0.1:41234`.
    site: String,
    timeout: Duration,
    // Dropped in this order: the permit is released once the browser is closed.
    _driver: Chromedriver,
    _permit: SemaphorePermit<'static>,
}

impl Phone {
    /// Starts a browser for a site.
    pub async fn start(site: String, handset: Handset) -> Result<Self> {
        Self::start_on(permits(1).await?, site, handset).await
    }

    /// Starts two browsers at once: taking one permit after the other could deadlock.
    pub async fn start_two(site: String, [first, second]: [Handset; 2]) -> Result<(Self, Self)> {
        let mut permit = permits(2).await?;
        let other = permit.split(1).ok_or_else(|| Error::Unready("one permit for two browsers".to_owned()))?;
        Ok((Self::start_on(permit, site.clone(), first).await?, Self::start_on(other, site, second).await?))
    }

    async fn start_on(permit: SemaphorePermit<'static>, site: String, handset: Handset) -> Result<Self> {
        let driver = Chromedriver::start()?;
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(handset.capabilities()).connect(&driver.address()).await?;
        let phone = Self { client, site, timeout: TIMEOUT, _driver: driver, _permit: permit };
        handset.adjust(&phone).await?;
        Ok(phone)
    }

    /// Sets how long to wait for something to appear.
    pub fn set_timeout(&mut self, timeout: Duration) {
        self.timeout = timeout;
    }

    /// Closes the session; fails if the console reported a crash meanwhile.
    pub async fn close(self) -> Result {
        let log = self.client.issue_cmd(Command::console()).await?;
        let messages = log.as_array().into_iter().flatten().filter_map(|entry| entry["message"].as_str());
        let crashes: Vec<String> = messages.filter(|message| is_crash(message)).map(str::to_owned).collect();
        if crashes.is_empty() { Ok(()) } else { Err(Error::Crashed(crashes)) }
    }

    /// Saves a screenshot and returns its path.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let picture = self.client.screenshot().await?;
        let path = crate::place::screenshots().join(name).with_extension("png");
        let saved = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, picture));
        saved.map(|()| path).map_err(|cause| Error::Unready(format!("the screenshot cannot be saved: {cause}")))
    }

    /// Sends a command of the DevTools protocol.
    async fn devtools(&self, name: &str, parameters: Value) -> Result {
        self.client.issue_cmd(Command::devtools(name, parameters)).await?;
        Ok(())
    }

    /// Calls one of the functions in `queries.js`.
    async fn query<const N: usize>(&self, function: &str, arguments: [&str; N]) -> Result<Value> {
        let script = format!("var queries = {};\nreturn queries.{function}(...arguments);", QUERIES.trim_end());
        let arguments = arguments.into_iter().map(|word| json!(word)).collect();
        Ok(self.client.execute(&script, arguments).await?)
    }

    /// The element that a query found.
    async fn find<const N: usize>(&self, function: &str, arguments: [&str; N]) -> Result<Option<Element>> {
        let found = self.query(function, arguments).await?;
        Ok(reference(&found).map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))))
    }

    /// Polls until a look returns something. A look may fail while the page changes.
    async fn until<T>(&self, wanted: impl Display, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
        let start = Instant::now();
        loop {
            let last = match look().await {
                Ok(Some(seen)) => return Ok(seen),
                Ok(None) => None,
                Err(error) => Some(error.to_string()),
            };
            if start.elapsed() > self.timeout {
                return Err(self.not_seen(wanted.to_string(), last).await);
            }
            tokio::time::sleep(POLL_INTERVAL).await;
        }
    }

    async fn not_seen(&self, wanted: String, last: Option<String>) -> Error {
        let screen = self.text().await.unwrap_or_else(|error| error.to_string());
        let story = std::thread::current().name().unwrap_or("story").replace("::", "-");
        let picture = self.screenshot(&format!("failed-{story}")).await.ok();
        Error::NotSeen { wanted, screen, picture, last }
    }
}

async fn permits(count: u32) -> Result<SemaphorePermit<'static>> {
    BROWSERS.acquire_many(count).await.map_err(|closed| Error::Unready(closed.to_string()))
}

/// The id of an element reference, as WebDriver writes it in JSON.
fn reference(element: &Value) -> Option<&str> {
    element.get("element-6066-11e4-a52e-4f735466cecf").and_then(Value::as_str)
}

/// Whether a console message reports a crash of the program; failed requests do not count.
fn is_crash(message: &str) -> bool {
    ["Uncaught", "RuntimeError", "panicked"].iter().any(|sign| message.contains(sign))
}
