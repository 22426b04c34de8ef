//! My visits: the lists, and one visit.

use serde_json::Value;

use super::{Endpoint, post};
use crate::{
    filter::Filter,
    page::{Numbers, Page},
    person::Caller,
    request::ApiRequest,
    response::{ApiResult, Refusal},
    site::{Named, State},
    status::Status::{self, Arrived, Inviting, Late, Normal, OverdueNotSignedOut, Returned, SignedOut, SignedOutBySystem, WaitingApproval},
    visit::Visit,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/order/page", page),
    post("/ui/v1/wechat/visitor/order/detail", detail),
    post("/ui/v1/wechat/miniapp/visitor/order/go/log/doing", doing),
    post("/ui/v1/wechat/miniapp/visitor/order/go/log/history", history),
    post("/ui/v1/wechat/miniapp/visitor/order/detail", detail_in_words),
];

fn page(state: &mut State, request: &ApiRequest) -> ApiResult {
    let caller = state.caller(request)?;
    let page = Page::read(request, Numbers::AsText)?;
    let mine = |visit: &Visit| visit.belongs_to(&caller);
    Ok(page.of(&Filter::read(request)?.found(state, mine), |visit| visit.order_response()))
}

fn detail(state: &mut State, request: &ApiRequest) -> ApiResult {
    let visit = state.visit_named(request, Named::InQuery)?;
    state.check_visitor(request, &visit.order_id)?;
    Ok(visit.order_response())
}

fn detail_in_words(state: &mut State, request: &ApiRequest) -> ApiResult {
    let visit = state.visit_named(request, Named::ByBoth)?;
    state.check_visitor(request, &visit.order_id)?;
    Ok(Value::Object(visit.detail(state.caller(request).ok().as_ref())))
}

/// What the visitor still has to do with, the next one first.
fn doing(state: &mut State, request: &ApiRequest) -> ApiResult {
    let page = Page::read(request, Numbers::AsIntegers)?;
    let mut visits = mine(state, &state.caller(request)?, is_doing);
    visits.reverse();
    Ok(page.of(&visits, |visit| visit.visitor_card()))
}

fn history(state: &mut State, request: &ApiRequest) -> ApiResult {
    let page = Page::read(request, Numbers::AsIntegers)?;
    let is_wanted: fn(Status) -> bool = match request.text("tabKey")?.as_deref() {
        None | Some("0") => |status| !is_doing(status),
        Some("1") => |status| !is_doing(status) && !was_there(status),
        Some("2") => was_there,
        Some(_) => return Err(Refusal::ParameterInvalid { name: "tabKey", expected: " 0、1 或 2" }),
    };
    let host = request.text("beVisitorPersonName")?.unwrap_or_default();
    let mut visits = mine(state, &state.caller(request)?, is_wanted);
    visits.retain(|visit| visit.plan.host.name.contains(&host));
    Ok(page.of(&visits, |visit| visit.visitor_card()))
}

fn is_doing(status: Status) -> bool {
    matches!(status, WaitingApproval | Normal | Late | Returned | OverdueNotSignedOut | Arrived | Inviting)
}

fn was_there(status: Status) -> bool {
    matches!(status, SignedOut | SignedOutBySystem)
}

/// The caller's visits in the mini-program, the latest first: invitations to the account's phone are among them.
fn mine<'site>(state: &'site State, caller: &Caller, is_wanted: fn(Status) -> bool) -> Vec<&'site Visit> {
    let is_mine = |visit: &Visit| visit.belongs_to(caller) || state.is_led_by(visit, caller);
    let mut visits: Vec<&Visit> = state.visits.iter().filter(|visit| is_mine(visit) && is_wanted(visit.status)).collect();
    visits.sort_by_key(|visit| std::cmp::Reverse(visit.plan.start));
    visits
}
