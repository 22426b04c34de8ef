//! Signing in from the link of a message.

use serde_json::{Value, json};

use super::{Endpoint, post};
use crate::{
    person::Caller,
    request::ApiRequest,
    response::{ApiResult, Refusal},
    site::State,
};

pub const ENDPOINTS: &[Endpoint] =
    &[post("/ui/v1/wechat/visitor/visitor/msg/login", message_login), post("/ui/v1/wechat/wecom/visitor/visitor/msg/login", wecom_login)];

/// Who may not sign in gets a reason, not a refusal.
fn message_login(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = request.required_text("orderId")?;
    let person_id = request.required_field("personId")?;
    let Ok(visit) = state.visit(&order_id) else {
        return Ok(denied("预约单不存在或链接已失效"));
    };
    let caller = match request.required_text("type")?.as_str() {
        "visitor" => visit.visitor.clone(),
        "person" => match state.directory.host_by_id(&person_id) {
            Ok(host) => Caller::Host { person_id: host.person_id.clone() },
            Err(_) => return Ok(denied("您不是该预约的被访人")),
        },
        _ => return Err(Refusal::ParameterInvalid { name: "type", expected: " visitor 或 person" }),
    };
    Ok(allowed(state, caller))
}

/// WeCom is the employees' app, and its login tells no more than the order: its host is the one who opens it.
fn wecom_login(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = request.required_text("orderId")?;
    let Ok(visit) = state.visit(&order_id) else {
        return Ok(denied("预约单不存在或链接已失效"));
    };
    let caller = Caller::Host { person_id: visit.plan.host.person_id.clone() };
    Ok(allowed(state, caller))
}

fn allowed(state: &mut State, caller: Caller) -> Value {
    json!({ "isAllowLogin": "1", "reason": "", "token": state.sign_in(caller) })
}

fn denied(reason: &str) -> Value {
    json!({ "isAllowLogin": "0", "reason": reason, "token": "" })
}
