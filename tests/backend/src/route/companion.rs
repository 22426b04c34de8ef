//! Companions in the mini-program: each previews the visit and confirms to come along.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    booking::acceptance,
    person::Account,
    request::ApiRequest,
    response::ApiResult,
    site::{Named, State},
    visit::Companion,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/miniapp/visitor/order/retinue/preview", preview),
    post("/ui/v1/wechat/miniapp/visitor/order/retinue/confirm", confirm),
];

fn preview(state: &mut State, request: &ApiRequest) -> ApiResult {
    Ok(state.visit_named(request, Named::ByBatch)?.companion_preview())
}

fn confirm(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = state.order_named(request, Named::ByBatch)?;
    let visitor = state.caller(request)?;
    let mut answers: BTreeMap<_, _> = state.directory.account(&visitor).into_iter().flat_map(Account::answers).collect();
    answers.extend(acceptance(state, request)?);
    state.visit_mut(&order_id)?.confirm(Companion { visitor, answers })?;
    Ok(json!({}))
}
