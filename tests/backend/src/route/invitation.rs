//! Invitations: founded and withdrawn by an employee, previewed and accepted by a visitor.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    answer::{Answer, Refusal},
    booking::{acceptance, invitation},
    person::{Account, Caller},
    question::Question,
    site::{Named, State},
    status::Move,
    visit::Visit,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/beVisitor/invitation/founding", |state, question| {
        question.must_mention("openId")?;
        found(state, question).map(|visit| json!({ "orderId": visit.order_id }))
    }),
    post("/ui/v1/wechat/wecom/bevisitor/order/invitation/founding", |state, question| {
        question.must_say("visitorPurpose")?;
        found(state, question).map(|visit| json!({ "orderId": visit.order_id }))
    }),
    post("/ui/v1/wechat/miniapp/bevisitor/order/invitation/founding", |state, question| {
        question.must_say("visitorPurpose")?;
        found(state, question).map(|visit| json!({ "visitorBatch": visit.batch() }))
    }),
    post("/ui/v1/wechat/beVisitor/invitation/cancel", |state, question| withdraw(state, question, Named::InBody)),
    post("/ui/v1/wechat/wecom/bevisitor/invitation/cancel", |state, question| withdraw(state, question, Named::InBody)),
    post("/ui/v1/wechat/miniapp/bevisitor/order/invitation/cancel", |state, question| withdraw(state, question, Named::ByBatch)),
    post("/ui/v1/wechat/beVisitor/invitation/wechat/{orderId}/preview", preview),
    post("/ui/v1/wechat/wecom/bevisitor/invitation/wechat/{orderId}/preview", preview),
    post("/ui/v1/wechat/miniapp/visitor/order/invitation/preview", preview_shared),
    post("/ui/v1/wechat/beVisitor/invitation/accepting", accept),
    post("/ui/v1/wechat/wecom/bevisitor/invitation/accepting", accept_with_face),
    post("/ui/v1/wechat/miniapp/visitor/order/invitation/accepting", accept_shared),
];

/// Where an invitation was opened.
const SCENES: [&str; 5] = ["sms", "mp_notice", "mp_share", "ma_share", "log"];

fn found(state: &mut State, question: &Question) -> Result<Visit, Refusal> {
    let host = state.employee(question)?;
    let plan = invitation(state, question, host)?;
    state.invite(plan, question.said("defaultOrderId")?)
}

fn withdraw(state: &mut State, question: &Question, named: Named) -> Answer {
    let order_id = state.order_named(question, named)?;
    state.check_own(question, &order_id)?;
    state.withdraw(&order_id)?;
    Ok(json!({}))
}

fn preview(state: &mut State, question: &Question) -> Answer {
    let scene = question.said("sceneshow")?;
    if scene.is_some_and(|scene| !SCENES.contains(&scene.as_str())) {
        return Err(Refusal::ParameterInvalid { name: "sceneshow", expected: " sms、mp_notice、mp_share、ma_share 或 log" });
    }
    let visit = state.visit_named(question, Named::InPath)?;
    state.check_link(visit)?;
    Ok(visit.invitation_preview())
}

/// This answer has no room for a status, so an invitation that is over is refused in its place.
fn preview_shared(state: &mut State, question: &Question) -> Answer {
    let visit = state.visit_named(question, Named::ByBatch)?;
    state.check_link(visit)?;
    if visit.status.is_dead_invitation() {
        visit.status.after(Move::AcceptApproved)?;
    }
    Ok(visit.shared_preview())
}

fn accept(state: &mut State, question: &Question) -> Answer {
    accept_with(state, question, BTreeMap::new())
}

/// WeCom's visitors show their faces by the number of an upload.
fn accept_with_face(state: &mut State, question: &Question) -> Answer {
    let photo = match question.said("faceId")? {
        Some(face_id) => Some(state.pictures.face(&face_id).ok_or(Refusal::FaceUnknown)?),
        None => None,
    };
    accept_with(state, question, photo.map(|photo| ("visitorPhoto".to_owned(), photo)).into_iter().collect())
}

fn accept_with(state: &mut State, question: &Question, more: BTreeMap<String, String>) -> Answer {
    let order_id = question.must_say("orderId")?;
    question.must_say("visitorName")?;
    let number = question.body()?.get("visitorPersonNum").ok_or(Refusal::ParameterMissing("visitorPersonNum"))?;
    if number.as_u64().is_none_or(|number| number == 0) {
        return Err(Refusal::ParameterInvalid { name: "visitorPersonNum", expected: "正整数" });
    }
    let mut answers = acceptance(state, question)?;
    answers.extend(more);
    let visitor = match question.said("openId")? {
        Some(open_id) => Caller::Visitor { open_id },
        None => state.visit(&order_id)?.visitor.clone(),
    };
    state.accept(&order_id, visitor, answers)?;
    Ok(json!({}))
}

/// In the mini-program the account says who accepts.
fn accept_shared(state: &mut State, question: &Question) -> Answer {
    let order_id = state.order_named(question, Named::ByBatch)?;
    let visitor = state.caller(question)?;
    let mut answers: BTreeMap<_, _> = state.directory.account(&visitor).into_iter().flat_map(Account::answers).collect();
    answers.extend(acceptance(state, question)?);
    state.accept_shared(&order_id, visitor, answers)?;
    Ok(json!({}))
}
