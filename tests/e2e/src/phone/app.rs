//! What the app around a page does to it, and what the page cannot know.

use super::Phone;
use crate::trouble::Outcome;
use serde_json::{Value, json};

impl Phone {
    /// Has a script run before every page from now on, as an app does that brings its own bridge.
    pub async fn brings(&self, script: &str) -> Outcome {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
    }

    /// Sets the phone's clock wrong, from the next page on.
    pub async fn has_its_clock_off_by(&self, seconds: i64) -> Outcome {
        let script = "(function (Right, off) {
            class Wrong extends Right {
                constructor(...parts) { if (parts.length) super(...parts); else super(Right.now() + off); }
                static now() { return Right.now() + off; }
            }
            window.Date = Wrong;
        })(Date, OFF * 1000);";
        self.brings(&script.replace("OFF", &seconds.to_string())).await
    }

    /// Puts the page out of sight for so long, and takes it up again.
    pub async fn is_out_of_sight_for(&self, seconds: u32, meanwhile: impl AsyncFnOnce() -> Outcome) -> Outcome {
        let shows = |hidden: bool| {
            format!(
                "Object.defineProperty(document, 'hidden', {{ configurable: true, value: {hidden} }});
                document.dispatchEvent(new Event('visibilitychange'));"
            )
        };
        self.does(&shows(true)).await?;
        meanwhile().await?;
        let later = "var before = Date.now; Date.now = function () { return before() + SECONDS * 1000 };";
        self.does(&later.replace("SECONDS", &seconds.to_string())).await?;
        self.does(&shows(false)).await.map(drop)
    }

    /// Shows the page as "back" shows one that was kept whole.
    pub async fn is_brought_back_whole(&self) -> Outcome {
        self.does("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await.map(drop)
    }

    /// Has the phone's processor run that many times slower.
    pub async fn slows_down(&self, times: u32) -> Outcome {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await
    }

    /// Runs a script in the page that calls its last argument back when it is done.
    pub async fn does_in_time(&self, script: &str) -> Outcome<Value> {
        Ok(self.client.execute_async(script, Vec::new()).await?)
    }

    /// Runs a script in the page; what it returns is what it found there.
    pub async fn does(&self, script: &str) -> Outcome<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }
}
