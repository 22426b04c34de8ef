//! What a host decides about a visit.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    booking::areas,
    request::ApiRequest,
    response::{ApiResult, Refusal},
    site::{Named, State},
    status::Transition,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/beVisitor/approval/order", |state, request| decide(state, request, Transition::Approve)),
    post("/ui/v1/wechat/beVisitor/reject/order", |state, request| decide(state, request, Transition::Reject)),
    post("/ui/v1/wechat/beVisitor/batch/approval/order", decide_all),
    post("/ui/v1/wechat/beVisitor/order/cancel", cancel_by_anybody),
    post("/ui/v1/wechat/wecom/bevisitor/order/cancel", cancel),
    post("/ui/v1/wechat/miniapp/bevisitor/order/cancel", cancel),
];

fn decide(state: &mut State, request: &ApiRequest, wanted: Transition) -> ApiResult {
    request.required_field("beVisitorOpenId")?;
    request.required_field("projectId")?;
    let order_id = request.required_text("orderId")?;
    state.check_own(request, &order_id)?;
    let areas = areas(state, request)?;
    state.decide(&order_id, wanted, request.text("remark")?)?;
    give(state, &order_id, areas)
}

/// All or none: the first order that cannot be decided refuses the batch.
fn decide_all(state: &mut State, request: &ApiRequest) -> ApiResult {
    let wanted = match request.required_text("type")?.as_str() {
        "approval" => Transition::Approve,
        "reject" => Transition::Reject,
        _ => return Err(Refusal::ParameterInvalid { name: "type", expected: " approval 或 reject" }),
    };
    let mut order_ids = request.list("orderIds")?;
    order_ids.sort();
    order_ids.dedup();
    if order_ids.is_empty() {
        return Err(Refusal::ParameterMissing("orderIds"));
    }
    let areas = areas(state, request)?;
    for order_id in &order_ids {
        state.check_own_by_token(request, order_id)?;
        state.may_decide(order_id, wanted)?;
    }
    let remark = request.text("remark")?;
    for order_id in &order_ids {
        state.decide(order_id, wanted, remark.clone())?;
        give(state, order_id, areas.clone())?;
    }
    Ok(json!({}))
}

/// The approver's areas replace the visitor's, if there are any.
fn give(state: &mut State, order_id: &str, areas: Vec<String>) -> ApiResult {
    if !areas.is_empty() {
        state.visit_mut(order_id)?.plan.areas = areas;
    }
    Ok(json!({}))
}

fn cancel(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = state.order_named(request, Named::ByBatch)?;
    state.check_own(request, &order_id)?;
    state.apply_transition(&order_id, Transition::CancelByHost)?;
    Ok(json!({}))
}

/// The official account's call has no room for who cancels.
fn cancel_by_anybody(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = state.order_named(request, Named::InQuery)?;
    state.check_own_by_token(request, &order_id)?;
    state.apply_transition(&order_id, Transition::CancelByHost)?;
    Ok(json!({}))
}
