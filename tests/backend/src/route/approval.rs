//! What a host decides about a visit.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    answer::{Answer, Refusal},
    booking::areas,
    question::Question,
    site::{Named, State},
    status::Move,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/beVisitor/approval/order", |state, question| decide(state, question, Move::Approve)),
    post("/ui/v1/wechat/beVisitor/reject/order", |state, question| decide(state, question, Move::Reject)),
    post("/ui/v1/wechat/beVisitor/batch/approval/order", decide_all),
    post("/ui/v1/wechat/beVisitor/order/cancel", cancel_by_anybody),
    post("/ui/v1/wechat/wecom/bevisitor/order/cancel", cancel),
    post("/ui/v1/wechat/miniapp/bevisitor/order/cancel", cancel),
];

fn decide(state: &mut State, question: &Question, wanted: Move) -> Answer {
    question.must_mention("beVisitorOpenId")?;
    question.must_mention("projectId")?;
    let order_id = question.must_say("orderId")?;
    state.check_own(question, &order_id)?;
    let areas = areas(state, question)?;
    state.decide(&order_id, wanted, question.said("remark")?)?;
    give(state, &order_id, areas)
}

/// All or none: the first order that cannot be decided refuses the batch.
fn decide_all(state: &mut State, question: &Question) -> Answer {
    let wanted = match question.must_say("type")?.as_str() {
        "approval" => Move::Approve,
        "reject" => Move::Reject,
        _ => return Err(Refusal::ParameterInvalid { name: "type", expected: " approval 或 reject" }),
    };
    let mut order_ids = question.list("orderIds")?;
    order_ids.sort();
    order_ids.dedup();
    if order_ids.is_empty() {
        return Err(Refusal::ParameterMissing("orderIds"));
    }
    let areas = areas(state, question)?;
    for order_id in &order_ids {
        state.check_own_if_known(question, order_id)?;
        state.may_decide(order_id, wanted)?;
    }
    let remark = question.said("remark")?;
    for order_id in &order_ids {
        state.decide(order_id, wanted, remark.clone())?;
        give(state, order_id, areas.clone())?;
    }
    Ok(json!({}))
}

/// The approver's areas replace the visitor's, if there are any.
fn give(state: &mut State, order_id: &str, areas: Vec<String>) -> Answer {
    if !areas.is_empty() {
        state.visit_mut(order_id)?.plan.areas = areas;
    }
    Ok(json!({}))
}

fn cancel(state: &mut State, question: &Question) -> Answer {
    let order_id = state.order_named(question, Named::ByBatch)?;
    state.check_own(question, &order_id)?;
    state.make(&order_id, Move::CancelByHost)?;
    Ok(json!({}))
}

/// The official account's call has no room for who cancels.
fn cancel_by_anybody(state: &mut State, question: &Question) -> Answer {
    let order_id = state.order_named(question, Named::InQuery)?;
    state.check_own_if_known(question, &order_id)?;
    state.make(&order_id, Move::CancelByHost)?;
    Ok(json!({}))
}
