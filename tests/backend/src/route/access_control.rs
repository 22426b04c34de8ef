//! Feishu's access control: visitors and users.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{Endpoint, FEISHU, Handler, HttpMethod};
use crate::{
    feishu::{ApiResult, FeishuRefusal, User, Visitor},
    request::{ApiRequest, text},
    site::State,
};

pub const ENDPOINTS: &[Endpoint] = &[
    feishu(HttpMethod::Post, "/acs/v1/visitors", register),
    feishu(HttpMethod::Delete, "/acs/v1/visitors/{visitor_id}", remove),
    feishu(HttpMethod::Get, "/acs/v1/users", list),
    feishu(HttpMethod::Get, "/acs/v1/users/{user_id}", user),
];

const fn feishu(method: HttpMethod, path: &'static str, handler: fn(&mut State, &ApiRequest) -> ApiResult) -> Endpoint {
    Endpoint { base: FEISHU, method, path, handler: Handler::Feishu(handler) }
}

const PAGE_LIMIT: usize = 50;
const PAGE_DEFAULT: usize = 10;

/// `user_type` of a visitor; the others are employees and whole departments.
const VISITOR: i64 = 11;
const USER_TYPES: [i64; 4] = [1, 2, 10, VISITOR];

fn register(state: &mut State, request: &ApiRequest) -> ApiResult {
    check_id_type(request)?;
    let user = request.body().ok().and_then(|body| body.get("user")).and_then(Value::as_object).ok_or(FeishuRefusal::ParameterInvalid)?;
    let kind =
        user.get("user_type").and_then(Value::as_i64).filter(|kind| USER_TYPES.contains(kind)).ok_or(FeishuRefusal::ParameterInvalid)?;
    let value = |name| user.get(name).and_then(text);
    state.access_control.check_rate()?;
    let user_id = value("user_id").filter(|_| kind == VISITOR);
    let visitor_id = state.access_control.register(Visitor { user_id, phone: value("phone_num") })?;
    Ok(json!({ "visitor_id": visitor_id }))
}

fn remove(state: &mut State, request: &ApiRequest) -> ApiResult {
    check_id_type(request)?;
    let visitor_id = request.path_parameter("visitor_id").map_err(|_| FeishuRefusal::ParameterInvalid)?;
    state.access_control.check_rate()?;
    state.access_control.remove(visitor_id)?;
    Ok(json!({}))
}

fn list(state: &mut State, request: &ApiRequest) -> ApiResult {
    check_id_type(request)?;
    let size = match request.optional_parameter("page_size") {
        None => PAGE_DEFAULT,
        Some(value) => value.parse().ok().filter(|size| (1..=PAGE_LIMIT).contains(size)).ok_or(FeishuRefusal::ParameterInvalid)?,
    };
    let from = match request.optional_parameter("page_token") {
        None | Some("") => 0,
        Some(token) => offset(token).ok_or(FeishuRefusal::PageTokenInvalid)?,
    };
    let everybody = state.access_control.all_users();
    let items: Vec<Value> = everybody.iter().skip(from).take(size).map(User::to_json).collect();
    let next = from + items.len();
    Ok(match next < everybody.len() {
        true => json!({ "items": items, "has_more": true, "page_token": token(next) }),
        false => json!({ "items": items, "has_more": false }),
    })
}

fn user(state: &mut State, request: &ApiRequest) -> ApiResult {
    check_id_type(request)?;
    let id = request.path_parameter("user_id").map_err(|_| FeishuRefusal::ParameterInvalid)?;
    let found = state.access_control.all_users().into_iter().find(|user| user.id == id);
    Ok(json!({ "user": found.ok_or(FeishuRefusal::UserUnknown)?.to_json() }))
}

fn check_id_type(request: &ApiRequest) -> Result<(), FeishuRefusal> {
    match request.optional_parameter("user_id_type") {
        None | Some("open_id" | "union_id" | "user_id") => Ok(()),
        Some(_) => Err(FeishuRefusal::ParameterInvalid),
    }
}

/// Bytes that become `+` and `/`, as Feishu's own tokens have them: a query must encode them.
const SEAL: &[u8] = &[0xFB, 0xFF, 0xBF];

/// A page token that only this server understands.
fn token(next: usize) -> String {
    STANDARD.encode([SEAL, next.to_string().as_bytes()].concat())
}

fn offset(token: &str) -> Option<usize> {
    let bytes = STANDARD.decode(token).ok()?;
    std::str::from_utf8(bytes.strip_prefix(SEAL)?).ok()?.parse().ok()
}
