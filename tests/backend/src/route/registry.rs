//! Feishu's access control: who may pass the doors.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::{Endpoint, FEISHU, Verb, Work};
use crate::{
    feishu::{Answer, Refused, User, Visitor},
    question::{Question, text},
    site::State,
};

pub const ENDPOINTS: &[Endpoint] = &[
    feishu(Verb::Post, "/acs/v1/visitors", register),
    feishu(Verb::Delete, "/acs/v1/visitors/{visitor_id}", remove),
    feishu(Verb::Get, "/acs/v1/users", list),
    feishu(Verb::Get, "/acs/v1/users/{user_id}", user),
];

const fn feishu(verb: Verb, path: &'static str, work: fn(&mut State, &Question) -> Answer) -> Endpoint {
    Endpoint { base: FEISHU, verb, path, work: Work::Feishu(work) }
}

const PAGE_LIMIT: usize = 50;
const PAGE_DEFAULT: usize = 10;

/// `user_type` of a visitor; the others are employees and whole departments.
const VISITOR: i64 = 11;
const USER_TYPES: [i64; 4] = [1, 2, 10, VISITOR];

fn register(state: &mut State, question: &Question) -> Answer {
    check_id_type(question)?;
    let user = question.body().ok().and_then(|body| body.get("user")).and_then(Value::as_object).ok_or(Refused::ParameterInvalid)?;
    let kind = user.get("user_type").and_then(Value::as_i64).filter(|kind| USER_TYPES.contains(kind)).ok_or(Refused::ParameterInvalid)?;
    let said = |name| user.get(name).and_then(text);
    state.registry.pace()?;
    let user_id = said("user_id").filter(|_| kind == VISITOR);
    let visitor_id = state.registry.register(Visitor { user_id, phone: said("phone_num") })?;
    Ok(json!({ "visitor_id": visitor_id }))
}

fn remove(state: &mut State, question: &Question) -> Answer {
    check_id_type(question)?;
    let visitor_id = question.in_path("visitor_id").map_err(|_| Refused::ParameterInvalid)?;
    state.registry.pace()?;
    state.registry.remove(visitor_id)?;
    Ok(json!({}))
}

fn list(state: &mut State, question: &Question) -> Answer {
    check_id_type(question)?;
    let size = match question.optional_parameter("page_size") {
        None => PAGE_DEFAULT,
        Some(said) => said.parse().ok().filter(|size| (1..=PAGE_LIMIT).contains(size)).ok_or(Refused::ParameterInvalid)?,
    };
    let from = match question.optional_parameter("page_token") {
        None | Some("") => 0,
        Some(token) => offset(token).ok_or(Refused::PageTokenInvalid)?,
    };
    let everybody = state.registry.everybody();
    let items: Vec<Value> = everybody.iter().skip(from).take(size).map(User::written).collect();
    let next = from + items.len();
    Ok(match next < everybody.len() {
        true => json!({ "items": items, "has_more": true, "page_token": token(next) }),
        false => json!({ "items": items, "has_more": false }),
    })
}

fn user(state: &mut State, question: &Question) -> Answer {
    check_id_type(question)?;
    let id = question.in_path("user_id").map_err(|_| Refused::ParameterInvalid)?;
    let found = state.registry.everybody().into_iter().find(|user| user.id == id);
    Ok(json!({ "user": found.ok_or(Refused::UserUnknown)?.written() }))
}

fn check_id_type(question: &Question) -> Result<(), Refused> {
    match question.optional_parameter("user_id_type") {
        None | Some("open_id" | "union_id" | "user_id") => Ok(()),
        Some(_) => Err(Refused::ParameterInvalid),
    }
}

/// Bytes that become `+` and `/`, as Feishu's own tokens have them: a query must encode them.
const SEAL: &[u8] = &[0xFB, 0xFF, 0xBF];

/// A page token that only this server understands.
fn token(next: usize) -> String {
    STANDARD.encode([SEAL, next.to_string().as_bytes()].concat())
}

fn offset(token: &str) -> Option<usize> {
    let bytes = STANDARD.decode(token).ok()?;
    std::str::from_utf8(bytes.strip_prefix(SEAL)?).ok()?.parse().ok()
}
