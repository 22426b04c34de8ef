//! Choosing and looking at pictures by the app's own means.

use super::{JsSdk, Unbridged, script};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

impl JsSdk {
    /// Whether the app has a picture chooser of its own.
    pub fn has_chooser(self) -> bool {
        ["chooseImage", "getLocalImgData"].into_iter().all(|name| self.allows(name))
    }

    /// Has the visitor choose or take up to so many pictures, as `data:` URLs; none where they thought better of it.
    pub async fn choose_pictures(self, most: usize) -> Result<Vec<String>, Unbridged> {
        let options = script::options(&[("count", JsValue::from_f64(most as f64)), ("sizeType", Array::of1(&"compressed".into()).into())]);
        let chosen = match script::call("chooseImage", &options).await {
            // Some versions take a change of mind for a failure.
            Err(error) if !script::says_cancelled(&error) => return Err(Unbridged),
            chosen => chosen.unwrap_or_default(),
        };
        let mut pictures = Vec::new();
        let names = Reflect::get(&chosen, &"localIds".into()).ok().and_then(|names| names.dyn_into::<Array>().ok());
        for name in names.unwrap_or_default().iter().take(most) {
            let read = script::call("getLocalImgData", &script::options(&[("localId", name)])).await?;
            let data = Reflect::get(&read, &"localData".into())?.as_string().ok_or(Unbridged)?;
            // iOS sends a `data:` URL (of "image/jgp"), Android its base64 alone, in lines, which the browser reads over.
            let base64 = data.rsplit(',').next().unwrap_or_default();
            pictures.push("data:image/jpeg;base64,".to_owned() + base64);
        }
        Ok(pictures)
    }

    /// Whether the app shows pictures as large as the screen.
    pub fn can_preview(self) -> bool {
        self.allows("previewImage")
    }

    /// Shows a picture as large as the screen, and the others beside it. The app fetches them itself, by whole addresses.
    pub fn preview(self, picture: &str, all: &[String]) {
        let whole = |address: &str| {
            let base = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
            web_sys::Url::new_with_base(address, &base).map_or_else(|_| address.into(), |address| JsValue::from(address.href()))
        };
        let urls: Array = all.iter().map(|address| whole(address)).collect();
        let options = script::options(&[("current", whole(picture)), ("urls", urls.into())]);
        // Where the app refuses, the small picture is still there.
        let _ = script::sdk().and_then(|sdk| script::method("previewImage")?.call1(&sdk, &options));
    }
}
