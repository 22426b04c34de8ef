//! Booking, changing and cancelling by the visitor.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    answer::{Answer, Refusal},
    booking::plan,
    person::Caller,
    question::Question,
    site::State,
    status::Move,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/order", book),
    post("/ui/v1/wechat/visitor/order/update", change),
    post("/ui/v1/wechat/visitor/order/cancel", cancel),
];

/// Answers without the new order's id, as the real backend does.
fn book(state: &mut State, question: &Question) -> Answer {
    let plan = plan(state, question)?;
    let visitor = match state.caller(question) {
        Ok(caller) => caller,
        Err(Refusal::NotSignedIn) => Caller::Guest { phone: plan.answers.get("visitorPhoneNum").cloned().unwrap_or_default() },
        Err(refusal) => return Err(refusal),
    };
    state.book(visitor, plan);
    Ok(json!({}))
}

fn change(state: &mut State, question: &Question) -> Answer {
    let order_id = question.must_say("orderId")?;
    state.visit(&order_id)?.status.after(Move::Change)?;
    let plan = plan(state, question)?;
    state.change(&order_id, plan)?;
    Ok(json!({}))
}

fn cancel(state: &mut State, question: &Question) -> Answer {
    state.make(question.parameter("orderId")?, Move::CancelByVisitor)?;
    Ok(json!({}))
}
