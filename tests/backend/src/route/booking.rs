//! Booking, changing and cancelling by the visitor.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    booking::plan,
    person::Caller,
    request::ApiRequest,
    response::{ApiResult, Refusal},
    site::{Named, State},
    status::{Status, Transition},
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/order", book),
    post("/ui/v1/wechat/visitor/order/update", change),
    post("/ui/v1/wechat/visitor/order/cancel", |state, request| cancel(state, request, Named::InQuery)),
    post("/ui/v1/wechat/miniapp/visitor/order/founding", found),
    post("/ui/v1/wechat/miniapp/visitor/order/submit", submit),
    post("/ui/v1/wechat/miniapp/visitor/order/update", change_founded),
    post("/ui/v1/wechat/miniapp/visitor/order/cancel", |state, request| {
        state.check_led(request, &request.required_text("orderId")?)?;
        cancel(state, request, Named::InBody)
    }),
];

/// What a booking in the mini-program must say beside the form.
const FOUNDING: [&str; 4] = ["beVisitorPersonName", "beVisitorPhoneNum", "beVisitorUserId", "projectId"];

/// Answers without the new order's id, as the real backend does.
fn book(state: &mut State, request: &ApiRequest) -> ApiResult {
    let plan = plan(state, request, None)?;
    let visitor = match state.caller(request) {
        Ok(caller) => caller,
        Err(Refusal::NotSignedIn) => Caller::Guest { phone: plan.answers.get("visitorPhoneNum").cloned().unwrap_or_default() },
        Err(refusal) => return Err(refusal),
    };
    state.book(visitor, plan);
    Ok(json!({}))
}

/// Who comes alone has booked; who brings companions waits until they have confirmed.
fn found(state: &mut State, request: &ApiRequest) -> ApiResult {
    for name in FOUNDING {
        request.required_text(name)?;
    }
    let visitor = state.caller(request)?;
    let plan = plan(state, request, state.directory.account(&visitor))?;
    match plan.head_count() {
        0 | 1 => state.book(visitor, plan),
        _ => state.gather(visitor, plan),
    }
    Ok(json!({}))
}

fn submit(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = request.required_text("orderId")?;
    state.check_led(request, &order_id)?;
    state.submit(&order_id)?;
    Ok(json!({}))
}

fn change(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = request.required_text("orderId")?;
    state.check_visitor(request, &order_id)?;
    let visit = state.visit(&order_id)?;
    visit.status.after(Transition::Change)?;
    let plan = plan(state, request, state.directory.account(&visit.visitor))?;
    state.change(&order_id, plan)?;
    Ok(json!({}))
}

fn change_founded(state: &mut State, request: &ApiRequest) -> ApiResult {
    for name in FOUNDING {
        request.required_text(name)?;
    }
    state.check_led(request, &request.required_text("orderId")?)?;
    change(state, request)
}

/// Cancels a visit; of an invitation that is not accepted yet, it is the visitor's "no".
fn cancel(state: &mut State, request: &ApiRequest, named: Named) -> ApiResult {
    let visit = state.visit_named(request, named)?;
    state.check_visitor(request, &visit.order_id)?;
    let wanted = if visit.status == Status::Inviting { Transition::Decline } else { Transition::CancelByVisitor };
    state.apply_transition(&visit.order_id.clone(), wanted)?;
    Ok(json!({}))
}
