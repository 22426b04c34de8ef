//! Booking, changing and cancelling by the visitor.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    answer::{Answer, Refusal},
    booking::plan,
    person::Caller,
    question::Question,
    site::{Named, State},
    status::{Move, Status},
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/order", book),
    post("/ui/v1/wechat/visitor/order/update", change),
    post("/ui/v1/wechat/visitor/order/cancel", |state, question| cancel(state, question, Named::InQuery)),
    post("/ui/v1/wechat/miniapp/visitor/order/founding", found),
    post("/ui/v1/wechat/miniapp/visitor/order/submit", submit),
    post("/ui/v1/wechat/miniapp/visitor/order/update", change_founded),
    post("/ui/v1/wechat/miniapp/visitor/order/cancel", |state, question| {
        state.check_led(question, &question.must_say("orderId")?)?;
        cancel(state, question, Named::InBody)
    }),
];

/// What a booking in the mini-program must say beside the form.
const FOUNDING: [&str; 4] = ["beVisitorPersonName", "beVisitorPhoneNum", "beVisitorUserId", "projectId"];

/// Answers without the new order's id, as the real backend does.
fn book(state: &mut State, question: &Question) -> Answer {
    let plan = plan(state, question, None)?;
    let visitor = match state.caller(question) {
        Ok(caller) => caller,
        Err(Refusal::NotSignedIn) => Caller::Guest { phone: plan.answers.get("visitorPhoneNum").cloned().unwrap_or_default() },
        Err(refusal) => return Err(refusal),
    };
    state.book(visitor, plan);
    Ok(json!({}))
}

/// Who comes alone has booked; who brings companions waits until they have confirmed.
fn found(state: &mut State, question: &Question) -> Answer {
    for name in FOUNDING {
        question.must_say(name)?;
    }
    let visitor = state.caller(question)?;
    let plan = plan(state, question, state.directory.account(&visitor))?;
    match plan.head_count() {
        0 | 1 => state.book(visitor, plan),
        _ => state.gather(visitor, plan),
    }
    Ok(json!({}))
}

fn submit(state: &mut State, question: &Question) -> Answer {
    let order_id = question.must_say("orderId")?;
    state.check_led(question, &order_id)?;
    state.submit(&order_id)?;
    Ok(json!({}))
}

fn change(state: &mut State, question: &Question) -> Answer {
    let order_id = question.must_say("orderId")?;
    let visit = state.visit(&order_id)?;
    visit.status.after(Move::Change)?;
    let plan = plan(state, question, state.directory.account(&visit.visitor))?;
    state.change(&order_id, plan)?;
    Ok(json!({}))
}

fn change_founded(state: &mut State, question: &Question) -> Answer {
    for name in FOUNDING {
        question.must_say(name)?;
    }
    state.check_led(question, &question.must_say("orderId")?)?;
    change(state, question)
}

/// Cancels a visit; of an invitation that is not accepted yet, it is the visitor's "no".
fn cancel(state: &mut State, question: &Question, named: Named) -> Answer {
    let visit = state.visit_named(question, named)?;
    let wanted = if visit.status == Status::Inviting { Move::Decline } else { Move::CancelByVisitor };
    state.make(&visit.order_id.clone(), wanted)?;
    Ok(json!({}))
}
