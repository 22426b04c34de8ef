//! The code for the gate, and how the site lays out its pass.

use serde_json::{Value, json};

use super::{Endpoint, post};
use crate::{
    request::ApiRequest,
    response::{ApiResult, Refusal},
    seed,
    site::{Named, State},
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/qrCode", qr_code),
    post("/ui/v1/wechat/wecom/visitor/qrCode", qr_code),
    post("/ui/v1/wechat/miniapp/visitor/order/qrcode/refresh", refresh),
    post("/ui/v1/wechat/visitor/phConfig/info", layout),
    post("/ui/v1/wechat/miniapp/visitor/phConfig/info", layout),
];

fn qr_code(state: &mut State, request: &ApiRequest) -> ApiResult {
    code(state, request, Named::InQuery).map(Value::String)
}

fn refresh(state: &mut State, request: &ApiRequest) -> ApiResult {
    Ok(json!({ "authBarCode": code(state, request, Named::InBody)? }))
}

fn code(state: &State, request: &ApiRequest, named: Named) -> Result<String, Refusal> {
    let visit = state.visit_named(request, named)?;
    state.check_visitor(request, &visit.order_id)?;
    visit.pass().ok_or(Refusal::NoPass)
}

fn layout(state: &mut State, _: &ApiRequest) -> ApiResult {
    Ok(if state.settings.pass { seed::pass::open() } else { seed::pass::closed() })
}
