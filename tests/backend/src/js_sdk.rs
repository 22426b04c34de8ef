//! The part of a site's gateway that signs for WeChat's and WeCom's JS-SDK, and a script in the SDK's place, which holds the
//! signatures as the apps do and records what it is asked.
//!
//! | call | what it does |
//! |---|---|
//! | `GET /gateway/signature?url=…&channel=mp` | signs an address of this site: `{appId, timestamp, nonceStr, signature}` |
//! | `GET /gateway/agent-signature?url=…` | the same for WeCom's agent: `{corpid, agentid, timestamp, nonceStr, signature}` |
//! | `GET /gateway/jweixin.js` | the script |
//! | `POST /gateway/js-sdk/check` | the script asks whether a signature holds, as it asks WeChat |
//! | `POST /gateway/js-sdk/calls` | the script says what it was asked |

use axum::{
    Json, Router,
    extract::{Query, State as Extracted},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::site::Site;

/// Where these calls lie; they are recorded and disturbed like those of the backend.
pub const GATEWAY: &str = "/gateway/";

const ACCOUNT: &str = "wxdemo";
const COMPANY: &str = "wwdemo";
const AGENT: &str = "1000002";

/// What a page's `wechat` settings are with this gateway.
pub fn settings() -> Value {
    json!({
        "sdk": "/gateway/jweixin.js",
        "signature": "/gateway/signature",
        "agent": { "signature": "/gateway/agent-signature" },
    })
}

/// What the SDK was asked, and which signatures it held.
#[derive(Debug, Default)]
pub struct JsSdk {
    signed: u64,
    pub checks: Vec<Check>,
    pub calls: Vec<(String, Value)>,
}

/// A signature that a page gave to the SDK, with what it asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// The official account or the company.
    pub app: String,
    /// WeCom's agent, where its calls are asked for.
    pub agent: Option<String>,
    timestamp: String,
    nonce_str: String,
    signature: String,
    /// The address that the app has the page at.
    pub url: String,
    /// The calls that are asked for.
    pub calls: Vec<String>,
    /// Whether the signature holds.
    #[serde(default)]
    pub is_valid: bool,
}

#[derive(Debug, Deserialize)]
struct Wanted {
    url: String,
    #[serde(default)]
    channel: String,
}

pub fn router() -> Router<Site> {
    Router::new()
        .route("/gateway/signature", get(sign))
        .route("/gateway/agent-signature", get(sign_for_agent))
        .route("/gateway/jweixin.js", get(script))
        .route("/gateway/js-sdk/check", post(check))
        .route("/gateway/js-sdk/calls", post(record))
}

/// The ticket of an account, a company or an agent; it never leaves the server.
fn ticket(app: &str, agent: Option<&str>) -> String {
    format!("ticket-of-{app}-{}", agent.unwrap_or_default())
}

/// As WeChat's documents have it: the four parts in the order of their names, joined, and SHA-1 of that.
pub fn signature(ticket: &str, nonce: &str, timestamp: &str, url: &str) -> String {
    let parts = format!("jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}");
    sha1_smol::Sha1::from(parts).digest().to_string()
}

async fn sign(site: Extracted<Site>, headers: HeaderMap, wanted: Query<Wanted>) -> Response {
    let app = if wanted.channel == "wecom" { COMPANY } else { ACCOUNT };
    signed(site, &headers, &wanted, app, None)
}

async fn sign_for_agent(site: Extracted<Site>, headers: HeaderMap, wanted: Query<Wanted>) -> Response {
    signed(site, &headers, &wanted, COMPANY, Some(AGENT))
}

/// Only addresses of this site are signed, and none with a fragment.
fn signed(Extracted(site): Extracted<Site>, headers: &HeaderMap, wanted: &Wanted, app: &str, agent: Option<&str>) -> Response {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let is_own = ["http", "https"].iter().any(|scheme| wanted.url.starts_with(&format!("{scheme}://{host}/")));
    if !is_own || wanted.url.contains('#') {
        return (StatusCode::FORBIDDEN, Json(json!({ "error": "this address is not signed here" }))).into_response();
    }
    let (nonce, timestamp) = site.with(|state| {
        state.js_sdk.signed += 1;
        (format!("nonce{}", state.js_sdk.signed), state.now().timestamp().to_string())
    });
    let signature = signature(&ticket(app, agent), &nonce, &timestamp, &wanted.url);
    let signed = json!({ "timestamp": timestamp, "nonceStr": nonce, "signature": signature });
    let names = agent.map_or_else(|| json!({ "appId": app }), |agent| json!({ "corpid": app, "agentid": agent }));
    let mut answer = names.as_object().cloned().unwrap_or_default();
    answer.extend(signed.as_object().cloned().unwrap_or_default());
    ([(header::CACHE_CONTROL, "no-store")], Json(Value::Object(answer))).into_response()
}

async fn script() -> Response {
    ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-store")], include_str!("js_sdk/jweixin.js")).into_response()
}

async fn check(Extracted(site): Extracted<Site>, Json(mut check): Json<Check>) -> Json<Value> {
    let ticket = ticket(&check.app, check.agent.as_deref());
    check.is_valid = signature(&ticket, &check.nonce_str, &check.timestamp, &check.url) == check.signature;
    let is_valid = check.is_valid;
    site.with(|state| state.js_sdk.checks.push(check));
    Json(json!({ "isValid": is_valid }))
}

#[derive(Debug, Deserialize)]
struct Asked {
    name: String,
    #[serde(default)]
    options: Value,
}

async fn record(Extracted(site): Extracted<Site>, Json(Asked { name, options }): Json<Asked>) -> Json<Value> {
    site.with(|state| state.js_sdk.calls.push((name, options)));
    Json(json!({}))
}

#[cfg(test)]
mod tests {
    use super::signature;

    /// The example of WeChat's documents.
    #[test]
    fn a_signature_is_what_the_documents_say() {
        let ticket = "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg";
        let signed = signature(ticket, "Wm3WZYTPz0wzccnW", "1414587457", "http://mp.weixin.qq.com?params=value");
        assert_eq!(signed, "0f9de62fce790f9a083d5c99e95740ceb90c27ed");
    }
}
