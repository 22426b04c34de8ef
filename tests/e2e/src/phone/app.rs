//! Scripts, and the state of the browser around the page: visibility, clock, processor.

use super::Phone;
use crate::error::Result;
use serde_json::{Value, json};

impl Phone {
    /// Runs a script before every page from now on, as an app does that injects its bridge.
    pub async fn add_init_script(&self, script: &str) -> Result {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await
    }

    /// Waits until the page has had the JS-SDK check that many signatures.
    pub async fn has_checked_signatures(&self, count: u32) -> Result {
        let looked = "return new Promise(function (done) {
            (function look() { window.jsSdkChecks >= COUNT ? setTimeout(done, 50) : setTimeout(look, 40) })();
        })";
        self.execute(&looked.replace("COUNT", &count.to_string())).await.map(drop)
    }

    /// The calls that the JS-SDK got in this page, such as `closeWindow`.
    pub async fn js_sdk_calls(&self) -> Result<Vec<String>> {
        let calls = self.execute("return (window.jsSdkCalls || []).map(function (call) { return call[0]; })").await?;
        Ok(calls.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Sets the phone's clock off by that much, from the next page on.
    pub async fn set_clock_offset(&self, seconds: i64) -> Result {
        let script = "(function (Right, off) {
            class Wrong extends Right {
                constructor(...parts) { if (parts.length) super(...parts); else super(Right.now() + off); }
                static now() { return Right.now() + off; }
            }
            window.Date = Wrong;
        })(Date, OFF * 1000);";
        self.add_init_script(&script.replace("OFF", &seconds.to_string())).await
    }

    /// Hides the page for so long (`visibilitychange`), and shows it again.
    pub async fn is_hidden_for(&self, seconds: u32, meanwhile: impl AsyncFnOnce() -> Result) -> Result {
        let shows = |hidden: bool| {
            format!(
                "Object.defineProperty(document, 'hidden', {{ configurable: true, value: {hidden} }});
                document.dispatchEvent(new Event('visibilitychange'));"
            )
        };
        self.execute(&shows(true)).await?;
        meanwhile().await?;
        let later = "var before = Date.now; Date.now = function () { return before() + SECONDS * 1000 };";
        self.execute(&later.replace("SECONDS", &seconds.to_string())).await?;
        self.execute(&shows(false)).await.map(drop)
    }

    /// Fires `pageshow` as after a restore from the back/forward cache.
    pub async fn is_restored_from_bfcache(&self) -> Result {
        self.execute("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))").await.map(drop)
    }

    /// Slows the processor down that many times.
    pub async fn throttle_cpu(&self, times: u32) -> Result {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await
    }

    /// A slow line from now on, until [`Self::go_online`]: 1.6 Mbit/s down, half as much up, 150 ms.
    pub async fn throttle_network(&self) -> Result {
        let line = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000 });
        self.devtools("Network.emulateNetworkConditions", line).await
    }

    /// From the next page on, holds the program as if it still downloaded, until [`Self::release_program`].
    pub async fn hold_program(&self) -> Result {
        let script = "(function (compile) {
            var held = new Promise(function (release) { window.releaseProgram = release; });
            WebAssembly.compileStreaming = function (answer) {
                return Promise.all([compile.call(WebAssembly, answer), held]).then(function (all) { return all[0]; });
            };
        })(WebAssembly.compileStreaming)";
        self.add_init_script(script).await
    }

    pub async fn release_program(&self) -> Result {
        self.execute("releaseProgram()").await.map(drop)
    }

    /// Runs an asynchronous script in the page, which calls its last argument with the result.
    pub async fn execute_async(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute_async(script, Vec::new()).await?)
    }

    /// Runs a script in the page and returns its result.
    pub async fn execute(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }
}
