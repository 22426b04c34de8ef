//! The site's sign-in, `GET /__standin/authorize`: WeChat's authorize page and the site's gateway behind it, in one. What a
//! gateway has to do is in the README.
//!
//! | parameter | meaning |
//! |---|---|
//! | `redirect_uri` | the page to come back to; one of this site, or nobody is sent anywhere |
//! | `state` | comes back as it was |
//! | `channel` | `mp`, `wecom`, `miniapp`, `browser`: who has an `openId`, and who a token alone |
//! | `appid` | read by nobody |
//! | `decision` | `allow` or `deny`, by the links of the authorize page |

use axum::{
    Extension,
    body::Body,
    extract::{Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use serde::Deserialize;
use tokio::time::{Duration, sleep};

use crate::{call::Call, connection::Connection, person::Caller, seed, settings::Authorize, site::Site};

/// The address of the authorize page holds the state: it is told to nobody.
const NO_REFERRER: HeaderValue = HeaderValue::from_static("no-referrer");

/// What the front-end sends along.
#[derive(Debug, Deserialize)]
pub struct Authorization {
    #[serde(default)]
    redirect_uri: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    channel: String,
    decision: Option<Decision>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Decision {
    Allow,
    Deny,
}

/// Signs in, or does whatever the settings say instead.
pub async fn authorize(
    State(site): State<Site>,
    Extension(connection): Extension<Connection>,
    Query(asked): Query<Authorization>,
    request: Request<Body>,
) -> Response {
    let (parts, _) = request.into_parts();
    let mode = site.with(|state| {
        state.calls.push(Call::new(&parts, b""));
        state.settings.authorize
    });
    if !is_own_page(&asked.redirect_uri, &parts.headers) {
        return refused("回跳地址不是本站的页面，登录已停止。The page to return to is not one of this site.");
    }
    if asked.state.is_empty() {
        return refused("缺少 state，登录已停止。There is no state.");
    }
    let (state, token) = (asked.state.as_str(), |site: &Site| identity(site, &asked));
    let answer = match (mode, asked.decision) {
        (Authorize::Ask, None) => return page(&parts.uri),
        (Authorize::Deny, _) | (_, Some(Decision::Deny)) => format!("error=access_denied&state={state}"),
        (Authorize::Silent | Authorize::Ask, _) => format!("{}&state={state}", token(&site)),
        (Authorize::DropState, _) => token(&site),
        (Authorize::AlterState, _) => format!("{}&state={state}0", token(&site)),
        (Authorize::Nobody, _) => format!("state={state}"),
        (Authorize::Down, _) => return connection.abort().await,
        (Authorize::Hang, _) => {
            // Nothing comes in the end, so that the browser stays where it is.
            sleep(Duration::from_secs(10)).await;
            return StatusCode::NO_CONTENT.into_response();
        }
    };
    redirect(&asked.redirect_uri, &answer)
}

/// Whether an address is a page of the site that was called: a gateway knows its sites by a list.
fn is_own_page(address: &str, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    address.parse::<Uri>().is_ok_and(|uri| uri.scheme_str() == Some("http") && uri.authority().map(|host| host.as_str()) == host)
}

/// Who signs in: the employee on the employees' pages, else the visitor, each by a new session.
fn identity(site: &Site, asked: &Authorization) -> String {
    let is_for_staff = asked.redirect_uri.parse::<Uri>().is_ok_and(|uri| uri.path().contains("/host"));
    let open_id = match (is_for_staff, asked.channel.as_str()) {
        (true, _) => "oHostWang",
        (false, "miniapp") => seed::LEADER,
        (false, _) => seed::DEMO_VISITOR,
    };
    let token = site.with(|state| {
        let host = state.directory.host_by_open_id(open_id).map(|host| host.person_id.clone());
        let caller = host.map_or_else(|_| Caller::Visitor { open_id: open_id.to_owned() }, |person_id| Caller::Host { person_id });
        state.sign_in(caller)
    });
    match asked.channel.as_str() {
        "wecom" | "miniapp" => format!("token={token}"),
        _ => format!("openId={open_id}&token={token}"),
    }
}

fn redirect(address: &str, answer: &str) -> Response {
    let separator = if address.contains('?') { '&' } else { '?' };
    let Ok(location) = HeaderValue::from_str(&format!("{address}{separator}{answer}")) else {
        return refused("回跳地址无效。The page to return to has no valid address.");
    };
    let mut response = (StatusCode::FOUND, [(header::LOCATION, location)]).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(header::REFERRER_POLICY, NO_REFERRER);
    response
}

/// The authorize page, as WeChat shows it where an app asks for more than the openId.
fn page(uri: &Uri) -> Response {
    let link =
        |decision: &str| format!("?{}&decision={decision}", uri.query().unwrap_or_default().replace('&', "&amp;").replace('"', "%22"));
    let style = "body{font:17px/1.6 system-ui;max-width:24rem;margin:4rem auto;padding:0 1rem;text-align:center}a{display:block;margin:1rem;padding:.75rem;border-radius:8px;background:#07c160;color:#fff;text-decoration:none}a+a{background:#eee;color:#222}";
    let page = Html(format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>登录授权</title>\
         <style>{style}</style><h1>登录授权</h1><p>访客预约申请获取您的身份</p><a href=\"{}\">同意</a><a href=\"{}\">拒绝</a></html>",
        link("allow"),
        link("deny")
    ));
    ([(header::REFERRER_POLICY, NO_REFERRER)], page).into_response()
}

fn refused(reason: &str) -> Response {
    let page =
        format!("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>登录</title><h1>无法登录</h1><p>{reason}</p></html>");
    (StatusCode::BAD_REQUEST, Html(page)).into_response()
}
