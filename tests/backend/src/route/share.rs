//! The links of invitations, as their host sees them in the mini-program.

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    page::{Numbers, Page},
    request::ApiRequest,
    response::{ApiResult, Refusal},
    share::{Link, Tab},
    site::{Named, State},
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/miniapp/bevisitor/order/share/log", log),
    post("/ui/v1/wechat/miniapp/bevisitor/order/share/update", switch),
    post("/ui/v1/wechat/miniapp/bevisitor/invitation/again/send/sms", send_again),
];

/// The newest invitation first.
fn log(state: &mut State, request: &ApiRequest) -> ApiResult {
    let page = Page::read(request, Numbers::AsIntegers)?;
    let tab = match request.required_text("invitationState")?.as_str() {
        "inviting" => Tab::Inviting,
        "expire" => Tab::Expired,
        _ => return Err(Refusal::ParameterInvalid { name: "invitationState", expected: " inviting 或 expire" }),
    };
    let host = state.employee(request)?;
    let shares = state.shares.iter().rev().filter_map(|share| {
        let first = state.visits.iter().find(|visit| visit.batch() == share.batch)?;
        (first.is_received_by(&host.person_id) && share.tab(state, first) == tab).then_some((share, first))
    });
    Ok(page.of(&shares.collect::<Vec<_>>(), |(share, first)| share.to_json(state, first)))
}

fn switch(state: &mut State, request: &ApiRequest) -> ApiResult {
    let (batch, _) = own(state, request)?;
    let link = match request.required_text("shareStatus")?.as_str() {
        "0" => Link::Closed,
        "1" => Link::Open,
        _ => return Err(Refusal::ParameterInvalid { name: "shareStatus", expected: " 0 或 1" }),
    };
    state.share_mut(&batch)?.link = link;
    Ok(json!({}))
}

fn send_again(state: &mut State, request: &ApiRequest) -> ApiResult {
    let (batch, order_id) = own(state, request)?;
    state.send_again(&batch, &order_id)?;
    Ok(json!({}))
}

/// Batch and order of an invitation of the caller.
fn own(state: &State, request: &ApiRequest) -> Result<(String, String), Refusal> {
    let visit = state.visit_named(request, Named::ByBatch)?;
    state.check_own(request, &visit.order_id)?;
    Ok((visit.batch(), visit.order_id.clone()))
}
