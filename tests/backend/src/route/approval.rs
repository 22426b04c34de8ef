//! What a host decides about a visit.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    answer::{Answer, Refusal},
    question::Question,
    site::State,
    status::Move,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/beVisitor/approval/order", approve),
    post("/ui/v1/wechat/beVisitor/reject/order", reject),
    post("/ui/v1/wechat/beVisitor/order/cancel", cancel),
];

fn approve(state: &mut State, question: &Question) -> Answer {
    decide(state, question, Move::Approve)
}

fn reject(state: &mut State, question: &Question) -> Answer {
    decide(state, question, Move::Reject)
}

fn decide(state: &mut State, question: &Question, wanted: Move) -> Answer {
    let open_id = question.must_mention("beVisitorOpenId")?;
    question.must_mention("projectId")?;
    let order_id = question.must_say("orderId")?;
    // Empty where only a token says who the employee is.
    if !open_id.is_empty() && state.visit(&order_id)?.plan.host.open_id != open_id {
        return Err(Refusal::NotYourApproval);
    }
    state.directory.areas_named(&question.said("visitorPrivilegeGroupIds")?.unwrap_or_default())?;
    state.decide(&order_id, wanted, question.said("remark")?)?;
    Ok(json!({}))
}

fn cancel(state: &mut State, question: &Question) -> Answer {
    state.make(question.parameter("orderId")?, Move::CancelByHost)?;
    Ok(json!({}))
}
