//! A visitor's phone: one browser with a profile of its own, used in users' words.

mod app;
mod hand;
mod handset;
mod look;
mod pocket;

pub use handset::Handset;
pub use pocket::{Store, codes};

use crate::chromedriver::Chromedriver;
use crate::command::Command;
use crate::trouble::{Outcome, Trouble};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fmt::Display;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::sync::{Semaphore, SemaphorePermit};

/// How long a person would wait for something to appear.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
/// How long to look away between two looks.
pub const GLANCE: Duration = Duration::from_millis(40);

/// Each phone is a whole Chromium; more than two at a time starve each other on small machines.
static SEATS: Semaphore = Semaphore::const_new(2);

const EYES: &str = include_str!("phone/eyes.js");

/// What things on a page are to a screen reader.
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

/// A phone in a visitor's hand; dropping it closes its browser.
#[derive(Debug)]
pub struct Phone {
    client: Client,
    /// The site that paths are opened on, such as `http://127.0.0.1:41234`.
    site: String,
    patience: Duration,
    // Dropped in this order: the browser first, then the seat is free.
    _driver: Chromedriver,
    _seat: SemaphorePermit<'static>,
}

impl Phone {
    /// Takes a phone to a site.
    pub async fn start(site: String, handset: Handset) -> Outcome<Self> {
        Self::start_on(seats(1).await?, site, handset).await
    }

    /// Takes two phones to a site at once: who held one and waited for the other could wait for ever.
    pub async fn start_two(site: String, [first, second]: [Handset; 2]) -> Outcome<(Self, Self)> {
        let mut seat = seats(2).await?;
        let other = seat.split(1).ok_or_else(|| Trouble::Unready("one seat for two phones".to_owned()))?;
        Ok((Self::start_on(seat, site.clone(), first).await?, Self::start_on(other, site, second).await?))
    }

    async fn start_on(seat: SemaphorePermit<'static>, site: String, handset: Handset) -> Outcome<Self> {
        let driver = Chromedriver::start()?;
        let client = ClientBuilder::new(HttpConnector::new()).capabilities(handset.capabilities()).connect(&driver.address()).await?;
        let phone = Self { client, site, patience: PATIENCE, _driver: driver, _seat: seat };
        handset.adjust(&phone).await?;
        Ok(phone)
    }

    /// The same phone in the hand of somebody who waits that long.
    pub fn patient_for(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// Ends the story: the program must not have broken on the way, whatever could still be seen.
    pub async fn put_away(self) -> Outcome {
        let said = self.client.issue_cmd(Command::console()).await?;
        let said = said.as_array().into_iter().flatten().filter_map(|entry| entry["message"].as_str());
        let broken: Vec<String> = said.filter(|message| is_breakdown(message)).map(str::to_owned).collect();
        if broken.is_empty() { Ok(()) } else { Err(Trouble::Broken(broken)) }
    }

    /// Saves what the screen shows and says where.
    pub async fn screenshot(&self, name: &str) -> Outcome<PathBuf> {
        let picture = self.client.screenshot().await?;
        let path = crate::place::screenshots().join(name).with_extension("png");
        let saved = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, picture));
        saved.map(|()| path).map_err(|cause| Trouble::Unready(format!("the screenshot cannot be saved: {cause}")))
    }

    /// Sends a command of the DevTools protocol.
    async fn devtools(&self, name: &str, parameters: Value) -> Outcome {
        self.client.issue_cmd(Command::devtools(name, parameters)).await?;
        Ok(())
    }

    /// Asks the page, by one of the functions in `eyes.js`.
    async fn ask<const N: usize>(&self, question: &str, about: [&str; N]) -> Outcome<Value> {
        let script = format!("var eyes = {};\nreturn eyes.{question}(...arguments);", EYES.trim_end());
        let about = about.into_iter().map(|word| json!(word)).collect();
        Ok(self.client.execute(&script, about).await?)
    }

    /// What a question found on the page, as something to tap or type into.
    async fn find<const N: usize>(&self, question: &str, about: [&str; N]) -> Outcome<Option<Element>> {
        let found = self.ask(question, about).await?;
        Ok(reference(&found).map(|id| Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()))))
    }

    /// Looks again and again until a look brings something. A look may fail while the page changes under it.
    async fn until<T>(&self, wanted: impl Display, mut look: impl AsyncFnMut() -> Outcome<Option<T>>) -> Outcome<T> {
        let begun = Instant::now();
        loop {
            let last = match look().await {
                Ok(Some(seen)) => return Ok(seen),
                Ok(None) => None,
                Err(trouble) => Some(trouble.to_string()),
            };
            if begun.elapsed() > self.patience {
                return Err(self.not_seen(wanted.to_string(), last).await);
            }
            tokio::time::sleep(GLANCE).await;
        }
    }

    async fn not_seen(&self, wanted: String, last: Option<String>) -> Trouble {
        let screen = self.text().await.unwrap_or_else(|trouble| trouble.to_string());
        let story = std::thread::current().name().unwrap_or("story").replace("::", "-");
        let picture = self.screenshot(&format!("failed-{story}")).await.ok();
        Trouble::NotSeen { wanted, screen, picture, last }
    }
}

async fn seats(count: u32) -> Outcome<SemaphorePermit<'static>> {
    SEATS.acquire_many(count).await.map_err(|closed| Trouble::Unready(closed.to_string()))
}

/// The standard's way to write an element as JSON.
fn reference(element: &Value) -> Option<&str> {
    element.get("element-6066-11e4-a52e-4f735466cecf").and_then(Value::as_str)
}

/// Whether the console tells of a program that broke, not of a site that answers badly.
fn is_breakdown(message: &str) -> bool {
    ["Uncaught", "RuntimeError", "panicked"].iter().any(|sign| message.contains(sign))
}
