//! What the app shows of a page that is sent to somebody.

use super::{JsSdk, Status, script};
use crate::reactive::effect;
use js_sys::Object;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Which calls put a card into the app's menu. Which of them an app knows depends on its age, and WeCom knows the older one
/// only.
const IN_MENU: [&str; 2] = ["updateAppMessageShareData", "onMenuShareAppMessage"];

/// What a page's receiver sees of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub title: String,
    pub detail: String,
    pub link: String,
    /// The whole address of a picture.
    pub picture: String,
}

impl Card {
    fn options(&self) -> Object {
        script::options(&[
            ("title", self.title.as_str().into()),
            ("desc", self.detail.as_str().into()),
            ("link", self.link.as_str().into()),
            ("imgUrl", self.picture.as_str().into()),
        ])
    }
}

impl JsSdk {
    /// Whether the app's own menu can send a card in place of the page.
    pub fn has_menu_card(self) -> bool {
        IN_MENU.into_iter().any(|name| self.allows(name))
    }

    /// Has the app's own menu send this card in place of the page, as soon as it can.
    pub fn put_into_menu(self, card: Card) {
        effect(move || {
            let options = card.options();
            for name in IN_MENU.into_iter().filter(|name| self.allows(name)) {
                // Who cannot send the card sends the page.
                let _ = script::sdk().and_then(|sdk| script::method(name)?.call1(&sdk, &options));
            }
        });
    }

    /// Whether the app lets one choose somebody to send a card to, without its menu: WeCom does.
    pub fn can_send(self) -> bool {
        self.status.get() == Status::Ready { in_wecom: true } && script::method("invoke").is_ok()
    }

    /// Has the person choose somebody to send a card to.
    pub fn send(self, card: &Card) {
        // What becomes of it, the app tells the person.
        let nothing: JsValue = Closure::<dyn Fn()>::new(|| ()).into_js_value();
        let _ = script::sdk().and_then(|sdk| script::method("invoke")?.call3(&sdk, &"shareAppMessage".into(), &card.options(), &nothing));
    }
}
