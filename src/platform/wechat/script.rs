//! The SDK's script: loading it, having it check a signature, and calling it.

use super::Unbridged;
use crate::domain::js_sdk::Signature;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The calls that the app is asked to allow: those that `platform/wechat` makes, and no others.
pub const CALLS: [&str; 9] = [
    "closeWindow",
    "hideOptionMenu",
    "showOptionMenu",
    "updateAppMessageShareData",
    // What WeCom and old versions have in its place.
    "onMenuShareAppMessage",
    "chooseImage",
    "getLocalImgData",
    "previewImage",
    "scanQRCode",
];

/// What WeCom is asked for beside them, for its agent.
pub const WECOM_CALLS: [&str; 1] = ["shareAppMessage"];

/// Loads a script and waits until it has run.
pub async fn load_script(address: &str) -> Result<(), Unbridged> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Unbridged)?;
    let script = document.create_element("script")?;
    script.set_attribute("src", address)?;
    let loaded = Promise::new(&mut |resolve, reject| {
        set(&script, "onload", &resolve);
        set(&script, "onerror", &reject);
    });
    document.head().ok_or(Unbridged)?.append_child(&script)?;
    JsFuture::from(loaded).await?;
    Ok(())
}

/// Has the SDK check a signature. Some versions call `on_ready` after a failure, too, and at once where they were configured
/// before.
pub fn configure(
    signature: &Signature,
    in_wecom: bool,
    on_ready: impl Fn() + 'static,
    on_error: impl Fn() + 'static,
) -> Result<(), JsValue> {
    let calls = CALLS.iter().chain(if in_wecom { &WECOM_CALLS[..] } else { &[] });
    let options = signed(signature, "appId", calls);
    // Without it, WeCom's calls cannot be invoked by name.
    set(&options, "beta", &JsValue::from_bool(in_wecom));
    let sdk = sdk()?;
    method("config")?.call1(&sdk, &options)?;
    method("error")?.call1(&sdk, &Closure::<dyn Fn()>::new(on_error).into_js_value())?;
    method("ready")?.call1(&sdk, &Closure::<dyn Fn()>::new(on_ready).into_js_value())?;
    Ok(())
}

/// Has WeCom check its agent's signature; tells whether it did.
pub fn configure_agent(signature: &Signature, then: impl Fn(bool) + Clone + 'static) {
    let options = signed(signature, "corpid", WECOM_CALLS.iter());
    set(&options, "agentid", &signature.agent.as_deref().unwrap_or_default().into());
    let (on_success, on_failure) = (then.clone(), then.clone());
    set(&options, "success", &Closure::once_into_js(move || on_success(true)));
    set(&options, "fail", &Closure::once_into_js(move || on_failure(false)));
    if sdk().and_then(|sdk| method("agentConfig")?.call1(&sdk, &options)).is_err() {
        then(false);
    }
}

fn signed<'a>(signature: &Signature, app: &str, calls: impl Iterator<Item = &'a &'static str>) -> Object {
    options(&[
        (app, signature.app.as_str().into()),
        ("timestamp", signature.timestamp.as_str().into()),
        ("nonceStr", signature.nonce.as_str().into()),
        ("signature", signature.signature.as_str().into()),
        ("jsApiList", calls.map(|call| JsValue::from_str(call)).collect::<Array>().into()),
    ])
}

/// The named values of a call.
pub fn options(values: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    values.iter().for_each(|(name, value)| set(&options, name, value));
    options
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Only a frozen object refuses a property.
    let _ = Reflect::set(object, &name.into(), value);
}

pub fn says_cancelled(error: &JsValue) -> bool {
    let words = Reflect::get(error, &"errMsg".into()).ok().and_then(|words| words.as_string());
    words.is_some_and(|words| words.contains("cancel"))
}

pub fn sdk() -> Result<JsValue, JsValue> {
    Reflect::get(&js_sys::global(), &"wx".into())
}

pub fn method(name: &str) -> Result<Function, JsValue> {
    Reflect::get(&sdk()?, &name.into())?.dyn_into()
}

/// One of the mini-program's own calls, and the object that it belongs to.
pub fn mini_program(name: &str) -> Result<(JsValue, Function), JsValue> {
    let of = Reflect::get(&sdk()?, &"miniProgram".into())?;
    let method = Reflect::get(&of, &name.into())?.dyn_into()?;
    Ok((of, method))
}

/// Calls the SDK without waiting for an answer.
pub fn tell(name: &str) -> Result<(), JsValue> {
    method(name)?.call0(&sdk()?).map(drop)
}

/// Calls the SDK and waits until it calls back.
pub async fn call(name: &str, options: &Object) -> Result<JsValue, JsValue> {
    let (sdk, method) = (sdk()?, method(name)?);
    let called_back = Promise::new(&mut |resolve, reject| {
        set(options, "success", &resolve);
        set(options, "cancel", &resolve);
        set(options, "fail", &reject);
        if let Err(thrown) = method.call1(&sdk, options) {
            // A rejection rejects the promise.
            let _ = reject.call1(&sdk, &thrown);
        }
    });
    JsFuture::from(called_back).await
}
