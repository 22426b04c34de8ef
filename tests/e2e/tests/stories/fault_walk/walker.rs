//! Opens screens, lets their calls fail, and judges what is there.

use super::faults::Trouble;
use super::screens::Screen;
use e2e::error::Result;
use e2e::phone::{Handset, Phone, Role::Button};
use e2e::site::{Site, call};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use visitor_front::text::{Locale, Text};

const PROBE: &str = include_str!("page.js");

/// How many times faster the page's pauses run, and the time-out of a call that hangs: 15 seconds take two.
const PAUSES: &str = "15";
const TIMEOUTS: &str = "7.5";

/// How long a page may take to come to rest.
const BOUND: Duration = Duration::from_secs(12);

/// A site and a tab that walk from case to case.
#[derive(Debug)]
pub struct Walker {
    site: Site,
    phone: Phone,
}

/// What the page shows.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    pub is_settled: bool,
    pub waiting: String,
    /// Whether the loader says that the program does not run.
    pub is_broken: bool,
    /// All of the page's text, with every number as `#`: times go on.
    pub text: String,
    /// The names of the buttons and links, the language switch left out.
    pub controls: Vec<String>,
}

/// How a screen met a fault.
#[derive(Debug, Clone, Default)]
pub struct Encounter {
    pub seen: Seen,
    /// What the page shows once the fault is over, by a retry or after it was opened again.
    pub afterwards: Seen,
    pub is_retried: bool,
}

impl Walker {
    pub async fn start() -> Result<Self> {
        let site = Site::open_with_access_control().await?;
        let phone = site.start_phone(Handset::wechat()).await?;
        phone.add_init_script(&PROBE.replace("PAUSES", PAUSES).replace("TIMEOUTS", TIMEOUTS)).await?;
        Ok(Self { site, phone })
    }

    pub async fn close(self) -> Result {
        self.phone.close().await
    }

    /// Begins with a site as seeded, which shows forms at once.
    pub fn reset(&self) {
        self.site.reset();
        self.site.update_settings(|settings| {
            settings.promise = false;
            settings.note = false;
        });
    }

    /// Opens a screen without fault: what it shows, and the calls that it makes by being opened.
    pub async fn open_whole(&self, screen: &Screen) -> Result<(Seen, Vec<String>)> {
        self.open_fresh(screen, "").await?;
        let seen = self.rest(&|| true).await?;
        let calls: BTreeSet<String> = self.site.calls().into_iter().map(|(_, path, _)| path).collect();
        Ok((seen, calls.into_iter().collect()))
    }

    /// Opens a screen while a call fails, lifts the fault, and retries. A screen that
    /// offers no retry is opened again, as by somebody who was here before.
    pub async fn meet(&self, screen: &Screen, failing: &str, trouble: Trouble, whole: &Seen) -> Result<Encounter> {
        self.site.inject_lasting_fault(trouble.fault(), failing);
        let is_settings = failing.ends_with(call::SETTINGS);
        let hanging = match trouble {
            Trouble::Hang if is_settings => "hang-settings",
            Trouble::Hang => "hang",
            _ => "",
        };
        self.open_fresh(screen, hanging).await?;
        let is_sent = || is_settings || self.site.calls().iter().any(|(_, path, _)| path == failing);
        let seen = self.rest(&is_sent).await?;
        self.site.clear_faults();
        let retry = Text::of(Locale::Chinese).retry();
        let mut afterwards = seen.clone();
        let mut is_retried = false;
        // Each part of a page that failed has a retry of its own.
        for _ in 0..3 {
            if afterwards.text == whole.text || !afterwards.controls.iter().any(|name| name == retry) {
                break;
            }
            self.phone.tap(Button, retry).await?;
            is_retried = true;
            afterwards = self.rest(&|| true).await?;
        }
        if !is_retried && seen.text != whole.text {
            self.phone.open(&screen.address).await?;
            afterwards = self.rest(&|| true).await?;
        }
        Ok(Encounter { seen, afterwards, is_retried })
    }

    async fn open_fresh(&self, screen: &Screen, hanging: &str) -> Result {
        self.phone.execute(&format!("window.name = 'fresh {hanging}'")).await?;
        self.site.forget_calls();
        self.phone.open(&screen.address).await
    }

    /// Waits until the page has come to rest after the call was sent; what it shows then, or at the bound.
    async fn rest(&self, is_sent: &dyn Fn() -> bool) -> Result<Seen> {
        let start = Instant::now();
        loop {
            // A page that is just leaving has no answer.
            let state = self.phone.execute("return window.walkState ? walkState() : null").await.unwrap_or_default();
            let seen = Seen::of(&state);
            if seen.is_settled && is_sent() || start.elapsed() > BOUND {
                return Ok(seen);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Seen {
    fn of(state: &Value) -> Self {
        let names = |name: &str| state[name].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        let waiting: Vec<String> = names("waiting");
        Self {
            is_settled: state["isSettled"] == true,
            waiting: format!("{} calls, {}", state["pending"], waiting.join(", ")),
            is_broken: state["isBroken"] == true,
            text: without_numbers(state["text"].as_str().unwrap_or_default()),
            controls: names("controls"),
        }
    }
}

/// A text with every number as `#`.
pub fn without_numbers(text: &str) -> String {
    let mut short = String::new();
    for letter in text.chars() {
        match letter {
            '0'..='9' if short.ends_with('#') => {}
            '0'..='9' => short.push('#'),
            _ => short.push(letter),
        }
    }
    short
}
