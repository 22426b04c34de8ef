//! Companions in the mini-program: each previews the visit and confirms to come along.

use std::collections::BTreeMap;

use serde_json::json;

use super::{Endpoint, post};
use crate::{
    answer::Answer,
    booking::acceptance,
    person::Account,
    question::Question,
    site::{Named, State},
    visit::Companion,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/miniapp/visitor/order/retinue/preview", preview),
    post("/ui/v1/wechat/miniapp/visitor/order/retinue/confirm", confirm),
];

fn preview(state: &mut State, question: &Question) -> Answer {
    Ok(state.visit_named(question, Named::ByBatch)?.companion_preview())
}

fn confirm(state: &mut State, question: &Question) -> Answer {
    let order_id = state.order_named(question, Named::ByBatch)?;
    let visitor = state.caller(question)?;
    let mut answers: BTreeMap<_, _> = state.directory.account(&visitor).into_iter().flat_map(Account::answers).collect();
    answers.extend(acceptance(state, question)?);
    state.visit_mut(&order_id)?.confirm(Companion { visitor, answers })?;
    Ok(json!({}))
}
