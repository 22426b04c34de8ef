//! Invitations: founded and withdrawn by an employee, previewed and accepted by a visitor.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    booking::{acceptance, invitation},
    person::{Account, Caller},
    request::ApiRequest,
    response::{ApiResult, Refusal},
    site::{Named, State},
    status::Transition,
    visit::{Channel, Visit},
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/beVisitor/invitation/founding", |state, request| {
        request.required_field("openId")?;
        found(state, request, Channel::OfficialAccount).map(|visit| json!({ "orderId": visit.order_id }))
    }),
    post("/ui/v1/wechat/wecom/bevisitor/order/invitation/founding", |state, request| {
        request.required_text("visitorPurpose")?;
        found(state, request, Channel::WeCom).map(|visit| json!({ "orderId": visit.order_id }))
    }),
    post("/ui/v1/wechat/miniapp/bevisitor/order/invitation/founding", |state, request| {
        request.required_text("visitorPurpose")?;
        found(state, request, Channel::MiniProgram).map(|visit| json!({ "visitorBatch": visit.batch() }))
    }),
    post("/ui/v1/wechat/beVisitor/invitation/cancel", |state, request| withdraw(state, request, Named::InBody)),
    post("/ui/v1/wechat/wecom/bevisitor/invitation/cancel", |state, request| withdraw(state, request, Named::InBody)),
    post("/ui/v1/wechat/miniapp/bevisitor/order/invitation/cancel", |state, request| withdraw(state, request, Named::ByBatch)),
    post("/ui/v1/wechat/beVisitor/invitation/wechat/{orderId}/preview", preview),
    post("/ui/v1/wechat/wecom/bevisitor/invitation/wechat/{orderId}/preview", preview),
    post("/ui/v1/wechat/miniapp/visitor/order/invitation/preview", preview_shared),
    post("/ui/v1/wechat/beVisitor/invitation/accepting", accept),
    post("/ui/v1/wechat/wecom/bevisitor/invitation/accepting", accept_with_face),
    post("/ui/v1/wechat/miniapp/visitor/order/invitation/accepting", accept_shared),
];

/// Where an invitation was opened.
const SCENES: [&str; 5] = ["sms", "mp_notice", "mp_share", "ma_share", "log"];

fn found(state: &mut State, request: &ApiRequest, channel: Channel) -> Result<Visit, Refusal> {
    let host = state.employee(request)?;
    let plan = invitation(state, request, host)?;
    state.invite(plan, request.text("defaultOrderId")?, channel)
}

fn withdraw(state: &mut State, request: &ApiRequest, named: Named) -> ApiResult {
    let order_id = state.order_named(request, named)?;
    state.check_own(request, &order_id)?;
    state.withdraw(&order_id)?;
    Ok(json!({}))
}

fn preview(state: &mut State, request: &ApiRequest) -> ApiResult {
    let scene = request.text("sceneshow")?;
    if scene.is_some_and(|scene| !SCENES.contains(&scene.as_str())) {
        return Err(Refusal::ParameterInvalid { name: "sceneshow", expected: " sms、mp_notice、mp_share、ma_share 或 log" });
    }
    let visit = state.visit_named(request, Named::InPath)?;
    state.check_link(visit)?;
    Ok(visit.invitation_preview())
}

/// This answer has no room for a status, so an invitation that is over is refused in its place.
fn preview_shared(state: &mut State, request: &ApiRequest) -> ApiResult {
    let visit = state.visit_named(request, Named::ByBatch)?;
    state.check_link(visit)?;
    if visit.status.is_dead_invitation() {
        visit.status.after(Transition::AcceptApproved)?;
    }
    Ok(visit.shared_preview())
}

fn accept(state: &mut State, request: &ApiRequest) -> ApiResult {
    accept_with(state, request, BTreeMap::new())
}

/// WeCom's visitors show their faces by the number of an upload.
fn accept_with_face(state: &mut State, request: &ApiRequest) -> ApiResult {
    let photo = match request.text("faceId")? {
        Some(face_id) => Some(state.pictures.face(&face_id).ok_or(Refusal::FaceUnknown)?),
        None => None,
    };
    accept_with(state, request, photo.map(|photo| ("visitorPhoto".to_owned(), photo)).into_iter().collect())
}

fn accept_with(state: &mut State, request: &ApiRequest, more: BTreeMap<String, String>) -> ApiResult {
    let order_id = request.required_text("orderId")?;
    request.required_text("visitorName")?;
    let number = request.body()?.get("visitorPersonNum").ok_or(Refusal::ParameterMissing("visitorPersonNum"))?;
    if number.as_u64().is_none_or(|number| number == 0) {
        return Err(Refusal::ParameterInvalid { name: "visitorPersonNum", expected: "正整数" });
    }
    let mut answers = acceptance(state, request)?;
    answers.extend(more);
    let visitor = match request.text("openId")? {
        Some(open_id) => Caller::Visitor { open_id },
        None => state.visit(&order_id)?.visitor.clone(),
    };
    state.accept(&order_id, visitor, answers)?;
    Ok(json!({}))
}

/// In the mini-program the account says who accepts.
fn accept_shared(state: &mut State, request: &ApiRequest) -> ApiResult {
    let order_id = state.order_named(request, Named::ByBatch)?;
    let visitor = state.caller(request)?;
    let mut answers: BTreeMap<_, _> = state.directory.account(&visitor).into_iter().flat_map(Account::answers).collect();
    answers.extend(acceptance(state, request)?);
    state.accept_shared(&order_id, visitor, answers)?;
    Ok(json!({}))
}
