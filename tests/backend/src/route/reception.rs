//! What comes towards an employee: approvals, receptions, invitations, and one visit in detail.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Endpoint, post};
use crate::{
    filter::Filter,
    page::{Numbers, Page},
    request::ApiRequest,
    response::{ApiResult, Refusal},
    site::{Named, State},
    status::Status::{
        self, ApprovalOverdue, Arrived, BookingOverdue, CancelledByHost, CancelledByVisitor, Late, Normal, OverdueNotSignedOut, Returned,
        SignedOut, SignedOutBySystem, WaitingApproval,
    },
    visit::{Creator, Visit},
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/beVisitor/record/page", page),
    post("/ui/v1/wechat/beVisitor/record/orderDay", days),
    post("/ui/v1/wechat/beVisitor/record/detail", detail),
    post("/ui/v1/wechat/miniapp/bevisitor/order/examine/log/doing", |state, request| list(state, request, List::Waiting)),
    post("/ui/v1/wechat/miniapp/bevisitor/order/examine/log/expires", |state, request| list(state, request, List::WaitedTooLong)),
    post("/ui/v1/wechat/miniapp/bevisitor/order/reception/log/doing", |state, request| list(state, request, List::Expected)),
    post("/ui/v1/wechat/wecom/bevisitor/order/reception/log/doing", |state, request| list(state, request, List::Expected)),
    post("/ui/v1/wechat/miniapp/bevisitor/order/reception/log/history", |state, request| list(state, request, List::Received)),
    post("/ui/v1/wechat/wecom/bevisitor/order/reception/log/history", |state, request| list(state, request, List::Received)),
    post("/ui/v1/wechat/miniapp/bevisitor/order/detail", detail_in_words),
    post("/ui/v1/wechat/wecom/bevisitor/order/detail", detail_in_words),
];

/// `type` of the official account's search.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Receptions,
    Approvals,
    Invitations,
}

/// The lists of WeCom and the mini-program.
#[derive(Debug, Clone, Copy)]
enum List {
    Waiting,
    WaitedTooLong,
    Expected,
    Received,
}

fn page(state: &mut State, request: &ApiRequest) -> ApiResult {
    let kind = match request.text("type")?.as_deref() {
        None | Some("0") => Kind::Receptions,
        Some("1") => Kind::Approvals,
        Some("2") => Kind::Invitations,
        Some(_) => return Err(Refusal::ParameterInvalid { name: "type", expected: " 0、1 或 2" }),
    };
    let employee = state.employee(request)?;
    let page = Page::read(request, Numbers::AsText)?;
    let is_seen = |visit: &Visit| visit.is_received_by(&employee.person_id) && kind.has(visit);
    Ok(page.of(&Filter::read(request)?.found(state, is_seen), |visit| visit.order_response()))
}

/// The days on which visits begin, invitations among them.
fn days(state: &mut State, request: &ApiRequest) -> ApiResult {
    request.required_field("beVisitorOpenId")?;
    request.required_field("projectId")?;
    let employee = state.employee(request)?;
    let is_seen = |visit: &Visit| visit.is_received_by(&employee.person_id) && visit.party.is_submitted();
    let found = Filter::read(request)?.found(state, is_seen);
    let days: BTreeSet<String> = found.iter().map(|visit| visit.plan.start.format("%Y-%m-%d").to_string()).collect();
    Ok(json!(days))
}

fn detail(state: &mut State, request: &ApiRequest) -> ApiResult {
    let visit = state.visit_named(request, Named::InQuery)?;
    state.check_own_by_token(request, &visit.order_id)?;
    Ok(visit.order_response())
}

fn detail_in_words(state: &mut State, request: &ApiRequest) -> ApiResult {
    let visit = state.visit_named(request, Named::ByBatch)?;
    state.check_own(request, &visit.order_id)?;
    let mut detail = visit.detail(None);
    detail.insert("buttonList".into(), json!(visit.buttons()));
    Ok(Value::Object(detail))
}

/// What is to do comes in the order of time, what is over the other way round.
fn list(state: &mut State, request: &ApiRequest, list: List) -> ApiResult {
    let employee = state.employee(request)?;
    let page = Page::read(request, Numbers::AsIntegers)?;
    let name = request.text("visitorName")?.unwrap_or_default();
    let is_seen = |visit: &&Visit| visit.is_received_by(&employee.person_id) && list.has(visit) && visit.visitor_name().contains(&name);
    let mut found: Vec<&Visit> = state.visits.iter().filter(is_seen).collect();
    found.sort_by_key(|visit| visit.plan.start);
    if let List::WaitedTooLong | List::Received = list {
        found.reverse();
    }
    Ok(page.of(&found, |visit| visit.host_card()))
}

impl Kind {
    fn has(self, visit: &Visit) -> bool {
        match self {
            Self::Receptions => is_expected(visit.status) || is_received(visit.status),
            Self::Approvals => visit.party.is_submitted() && (visit.creator == Creator::Visitor || was_not_approved(visit.status)),
            Self::Invitations => visit.creator == Creator::Employee,
        }
    }
}

impl List {
    fn has(self, visit: &Visit) -> bool {
        match self {
            Self::Waiting => visit.status == WaitingApproval && visit.party.is_submitted(),
            Self::WaitedTooLong => visit.status == ApprovalOverdue && visit.party.is_submitted(),
            Self::Expected => is_expected(visit.status),
            Self::Received => is_received(visit.status),
        }
    }
}

fn is_expected(status: Status) -> bool {
    matches!(status, Normal | Late | Arrived | OverdueNotSignedOut)
}

fn is_received(status: Status) -> bool {
    matches!(status, BookingOverdue | SignedOutBySystem | SignedOut | CancelledByHost | CancelledByVisitor)
}

fn was_not_approved(status: Status) -> bool {
    matches!(status, WaitingApproval | Returned | ApprovalOverdue)
}
