//! WeChat's JS-SDK, where the app around us has put it into the page: `window.wx`.
//!
//! It is never loaded by us, and may be there without working: who asks it for something has another way.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The bridge is not there, or it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unbridged;

impl From<JsValue> for Unbridged {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Whether the app has a picture chooser of its own.
pub fn has_chooser() -> bool {
    ["chooseImage", "getLocalImgData"].into_iter().all(|name| method(name).is_ok())
}

/// Whether the app lets a page close itself.
pub fn can_close() -> bool {
    method("closeWindow").is_ok()
}

/// Closes the page, back to where the app was before.
pub fn close() {
    if let (Ok(bridge), Ok(close)) = (bridge(), method("closeWindow")) {
        // Where the app refuses, its own button is still there.
        let _ = close.call0(&bridge);
    }
}

/// Has the visitor choose or take up to so many pictures, as `data:` URLs; none where they thought better of it.
pub async fn choose_pictures(most: usize) -> Result<Vec<String>, Unbridged> {
    let wishes = Object::new();
    set(&wishes, "count", &JsValue::from_f64(most as f64));
    set(&wishes, "sizeType", &Array::of1(&"compressed".into()));
    let chosen = match call("chooseImage", &wishes).await {
        // Some versions take a change of mind for a failure.
        Err(error) if !says_cancelled(&error) => return Err(Unbridged),
        chosen => chosen.unwrap_or_default(),
    };
    let mut pictures = Vec::new();
    let names = Reflect::get(&chosen, &"localIds".into()).ok().and_then(|names| names.dyn_into::<Array>().ok());
    for name in names.unwrap_or_default().iter().take(most) {
        let wishes = Object::new();
        set(&wishes, "localId", &name);
        let read = call("getLocalImgData", &wishes).await?;
        let data = Reflect::get(&read, &"localData".into())?.as_string().ok_or(Unbridged)?;
        // iOS sends a `data:` URL (of "image/jgp"), Android its base64 alone, in lines, which the browser reads over.
        let base64 = data.rsplit(',').next().unwrap_or_default();
        pictures.push("data:image/jpeg;base64,".to_owned() + base64);
    }
    Ok(pictures)
}

/// What somebody receives whom a page is sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub title: String,
    pub detail: String,
    pub link: String,
}

impl Card {
    fn wishes(&self) -> Object {
        let wishes = Object::new();
        set(&wishes, "title", &self.title.as_str().into());
        set(&wishes, "desc", &self.detail.as_str().into());
        set(&wishes, "link", &self.link.as_str().into());
        wishes
    }
}

/// Has the app's own menu send this card in place of the page; gives whether the app can do so. Which of the calls an
/// app knows depends on its age, and WeCom knows the older one only.
pub fn put_into_menu(card: &Card) -> bool {
    let wishes = card.wishes();
    let known = ["updateAppMessageShareData", "onMenuShareAppMessage"].into_iter().filter_map(|name| method(name).ok());
    // Whoever brings the bridge has set it up; before it is ready, it takes nothing.
    known.filter(|method| bridge().and_then(|bridge| method.call1(&bridge, &wishes)).is_ok()).count() > 0
}

/// Whether the app lets one choose somebody to send a card to, without its menu: WeCom does.
pub fn can_send() -> bool {
    method("invoke").is_ok()
}

/// Has the person choose somebody to send a card to.
pub fn send(card: &Card) {
    if let (Ok(bridge), Ok(invoke)) = (bridge(), method("invoke")) {
        // What becomes of it, the app tells the person.
        let nothing = Closure::<dyn Fn()>::new(|| ()).into_js_value();
        let _ = invoke.call3(&bridge, &"shareAppMessage".into(), &card.wishes(), &nothing);
    }
}

/// Takes sharing and copying out of the app's menu, or gives them back. An app without a menu does nothing.
pub fn offer_sharing(is_offered: bool) {
    let change = move || {
        let name = if is_offered { "showOptionMenu" } else { "hideOptionMenu" };
        // Without the app's leave it does nothing.
        let _ = bridge().and_then(|bridge| method(name)?.call0(&bridge));
    };
    change();
    // Before the app is ready it does not listen.
    if !is_offered && let (Ok(bridge), Ok(ready)) = (bridge(), method("ready")) {
        let _ = ready.call1(&bridge, &Closure::once_into_js(change));
    }
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // Only a frozen object refuses a property.
    let _ = Reflect::set(object, &name.into(), value);
}

fn says_cancelled(error: &JsValue) -> bool {
    let words = Reflect::get(error, &"errMsg".into()).ok().and_then(|words| words.as_string());
    words.is_some_and(|words| words.contains("cancel"))
}

fn bridge() -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &"wx".into())
}

fn method(name: &str) -> Result<Function, JsValue> {
    Reflect::get(&bridge()?, &name.into())?.dyn_into()
}

/// Calls the bridge and waits until it calls back.
async fn call(name: &str, wishes: &Object) -> Result<JsValue, JsValue> {
    let (bridge, method) = (bridge()?, method(name)?);
    let called_back = Promise::new(&mut |resolve, reject| {
        set(wishes, "success", &resolve);
        set(wishes, "cancel", &resolve);
        set(wishes, "fail", &reject);
        if let Err(thrown) = method.call1(&bridge, wishes) {
            // A rejection rejects the promise.
            let _ = reject.call1(&bridge, &thrown);
        }
    });
    JsFuture::from(called_back).await
}
