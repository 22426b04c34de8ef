//! Which phone it is, and which app opened the page.

use super::Phone;
use crate::error::Result;
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

const CHROME: &str = "Mozilla/5.0 (Linux; Android 13; V2166A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
const WECHAT: &str = "Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
    Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260183 MMWEBSDK/20240802 MicroMessenger/8.0.53.2740(0x28003533) WeChat/arm64 Weixin Language/zh_CN";
const WECOM: &str = "Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
    Chrome/126.0.6478.188 Mobile Safari/537.36 wxwork/4.1.30 MicroMessenger/7.0.1 Language/zh ColorScheme/Light";

const WECHAT_ON_IOS: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 \
    MicroMessenger/8.0.50(0x1800323c) NetType/WIFI Language/zh_CN";
const MINI_PROGRAM: &str = "Mozilla/5.0 (Linux; Android 13; V2166A Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
    Chrome/126.0.6478.188 Mobile Safari/537.36 XWEB/1260183 MMWEBSDK/20240802 MicroMessenger/8.0.53.2740(0x28003533) WeChat/arm64 Weixin \
    Language/zh_CN miniProgram/wx0123456789abcdef";

/// A kind of phone and the app that opens the page: user agent, screen, language.
#[derive(Debug, Clone)]
pub struct Handset {
    user_agent: &'static str,
    width: u32,
    height: u32,
    language: &'static str,
    is_dark: bool,
    density: u32,
    time_zone: Option<&'static str>,
}

impl Handset {
    /// WeChat on a common Android phone, set to Chinese.
    pub fn wechat() -> Self {
        Self { user_agent: WECHAT, width: 390, height: 844, language: "zh-CN", is_dark: false, density: 2, time_zone: None }
    }

    /// WeChat on an iPhone.
    pub fn wechat_on_ios() -> Self {
        Self { user_agent: WECHAT_ON_IOS, ..Self::wechat() }
    }

    /// The web-view of a mini-program, in WeChat on the same phone.
    pub fn mini_program() -> Self {
        Self { user_agent: MINI_PROGRAM, ..Self::wechat() }
    }

    /// WeCom on the same phone.
    pub fn wecom() -> Self {
        Self { user_agent: WECOM, ..Self::wechat() }
    }

    /// The same phone's own browser.
    pub fn plain_browser() -> Self {
        Self { user_agent: CHROME, ..Self::wechat() }
    }

    /// The smallest screen that is still in use.
    pub fn small(self) -> Self {
        Self { width: 320, height: 568, ..self }
    }

    /// The window of the app on a computer.
    pub fn on_a_computer(self) -> Self {
        Self { width: 1200, height: 800, ..self }
    }

    /// A screen of that size, in CSS pixels.
    pub fn sized(self, width: u32, height: u32) -> Self {
        Self { width, height, ..self }
    }

    pub fn dark(self) -> Self {
        Self { is_dark: true, ..self }
    }

    /// With so many device pixels a CSS pixel.
    pub fn with_density(self, density: u32) -> Self {
        Self { density, ..self }
    }

    /// Set to another language, such as `en-US`.
    pub fn with_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// Set to another time zone, such as `America/New_York`.
    pub fn with_time_zone(self, time_zone: &'static str) -> Self {
        Self { time_zone: Some(time_zone), ..self }
    }

    /// A fresh browser that keeps to itself, with the fresh profile that chromedriver makes for each.
    pub(super) fn capabilities(&self) -> Capabilities {
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            &format!("--accept-lang={}", self.language),
        ];
        let screen = json!({ "width": self.width, "height": self.height, "pixelRatio": self.density, "touch": true, "mobile": true });
        let options = json!({
            "args": arguments,
            "mobileEmulation": { "deviceMetrics": screen, "userAgent": self.user_agent },
        });
        let wanted = json!({
            "browserName": "chrome",
            "goog:chromeOptions": options,
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        match wanted {
            Value::Object(wanted) => wanted,
            _ => Capabilities::new(),
        }
    }

    /// What can only be set once the browser runs.
    pub(super) async fn adjust(&self, phone: &Phone) -> Result {
        if self.is_dark {
            let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
            phone.devtools("Emulation.setEmulatedMedia", dark).await?;
        }
        if let Some(time_zone) = self.time_zone {
            phone.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": time_zone })).await?;
        }
        Ok(())
    }
}
