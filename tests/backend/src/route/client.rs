//! Calls of every channel: the rules of admission, the time, the delivery of permissions.

use chrono::SecondsFormat;
use serde_json::json;

use super::{Endpoint, get, post};
use crate::{
    request::ApiRequest,
    response::ApiResult,
    seed,
    site::{Named, State},
};

pub const ENDPOINTS: &[Endpoint] = &[
    get("/api/v1/clientService/getNoteAdmission", note),
    post("/api/v1/clientService/getSysTime", time),
    get("/api/v1/clientService/authResult", access),
    post("/api/v1/clientService/authResult/download", deliver_again),
];

fn note(state: &mut State, _: &ApiRequest) -> ApiResult {
    Ok(match state.settings.note {
        true => seed::promise::note(),
        false => json!({ "status": "0" }),
    })
}

fn time(state: &mut State, _: &ApiRequest) -> ApiResult {
    let now = state.now();
    Ok(json!({
        "sysTime": now.to_rfc3339_opts(SecondsFormat::Secs, false),
        "sysTimeDifference": "+08:00",
        "sysTimeUTC": now.timestamp_millis().to_string(),
    }))
}

fn access(state: &mut State, request: &ApiRequest) -> ApiResult {
    Ok(state.auth_results(state.visit_named(request, Named::InQuery)?))
}

fn deliver_again(state: &mut State, request: &ApiRequest) -> ApiResult {
    state.deliver_again(&state.order_named(request, Named::InQuery)?)?;
    Ok(json!({}))
}
