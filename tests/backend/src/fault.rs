//! Fault injection: delays, canned responses and dropped connections, by path.

use std::time::Duration;

use axum::{
    http::{StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The rules in force; the first that matches a path is used.
#[derive(Debug, Default)]
pub struct Faults(Vec<ActiveFault>);

/// A rule as a test writes it down.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FaultRule {
    /// The end of the path; it begins at a segment.
    pub path: String,
    /// Before the call is carried out; with `drop_after`, between the call and the end of the connection.
    pub delay_ms: u64,
    pub status: Option<u16>,
    /// A refusal's code, answered in an envelope with `msg`.
    pub code: Option<String>,
    pub msg: Option<String>,
    /// Text as it is, anything else as JSON.
    pub body: Option<Value>,
    /// Where a redirect leads, with a status such as 307.
    pub location: Option<String>,
    pub content_type: Option<String>,
    /// The call is not carried out, and the connection ends.
    pub drop: bool,
    /// The call is carried out and its response is lost.
    pub drop_after: bool,
    /// The connection ends at once, and the call is carried out after `delay_ms`.
    pub drop_before: bool,
    /// The call is not carried out, and the connection stays open without an answer until the caller gives up.
    pub hang: bool,
    /// The call is carried out, and its answer's data come back with every value as something of another type.
    pub wrong_types: bool,
    /// How often, then never again; always when left out.
    pub times: Option<u32>,
}

#[derive(Debug)]
struct ActiveFault {
    rule: FaultRule,
    left: Option<u32>,
    fault: Fault,
}

/// The fault of one call.
#[derive(Debug, Clone)]
pub struct Fault {
    pub delay: Duration,
    pub effect: Effect,
}

#[derive(Debug, Clone)]
pub enum Effect {
    /// Nothing but the delay.
    Late,
    CannedResponse(CannedResponse),
    Drop,
    DropAfter,
    /// Carried out only after the delay; nobody waits for it.
    DropBefore,
    /// Never answered.
    Hang,
    /// Carried out, and answered with [`wrong_types`].
    WrongTypes,
}

/// The response that is sent instead of the real one.
#[derive(Debug, Clone)]
pub struct CannedResponse {
    status: StatusCode,
    content_type: String,
    location: Option<String>,
    body: String,
}

impl Faults {
    /// Adds a rule; the error says what is wrong with it.
    pub fn add(&mut self, rule: FaultRule) -> Result<(), String> {
        if rule.path.is_empty() {
            return Err("a fault needs a path".into());
        }
        let fault = Fault { delay: Duration::from_millis(rule.delay_ms), effect: Effect::of(&rule)? };
        self.0.push(ActiveFault { left: rule.times, fault, rule });
        Ok(())
    }

    /// The fault of a call to `path`; it uses up one of the rule's `times`.
    pub fn take(&mut self, path: &str) -> Option<Fault> {
        let fault = self.0.iter_mut().find(|fault| fault.matches(path))?;
        if let Some(left) = &mut fault.left {
            *left -= 1;
        }
        Some(fault.fault.clone())
    }

    /// The rules still in force, with what is left of their `times`.
    pub fn all(&self) -> Vec<FaultRule> {
        let alive = self.0.iter().filter(|fault| fault.left != Some(0));
        alive.map(|fault| FaultRule { times: fault.left, ..fault.rule.clone() }).collect()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl ActiveFault {
    fn matches(&self, path: &str) -> bool {
        let suffix = &self.rule.path;
        let at_a_segment = |before: &str| suffix.starts_with('/') || before.is_empty() || before.ends_with('/');
        self.left != Some(0) && path.strip_suffix(suffix.as_str()).is_some_and(at_a_segment)
    }
}

impl Effect {
    fn of(rule: &FaultRule) -> Result<Self, String> {
        let flags = [
            (rule.drop, Self::Drop),
            (rule.drop_after, Self::DropAfter),
            (rule.drop_before, Self::DropBefore),
            (rule.hang, Self::Hang),
            (rule.wrong_types, Self::WrongTypes),
        ];
        let wanted = flags.into_iter().filter_map(|(is_wanted, effect)| is_wanted.then_some(effect));
        let mut effects = wanted.chain(CannedResponse::of(rule)?.map(Self::CannedResponse));
        match (effects.next(), effects.next()) {
            (effect, None) => Ok(effect.unwrap_or(Self::Late)),
            _ => Err("drop, drop_after, drop_before, hang, wrong_types and an answer exclude each other".into()),
        }
    }
}

impl CannedResponse {
    fn of(rule: &FaultRule) -> Result<Option<Self>, String> {
        let body = match (&rule.code, &rule.body) {
            (Some(_), Some(_)) => return Err("code and body exclude each other".into()),
            (Some(code), None) => {
                let msg = rule.msg.as_deref().unwrap_or("系统繁忙，请稍后再试");
                json!({ "code": code, "msg": msg, "data": {} }).to_string()
            }
            (None, Some(Value::String(text))) => text.clone(),
            (None, Some(json)) => json.to_string(),
            (None, None) if rule.status.is_some() => String::new(),
            (None, None) => return Ok(None),
        };
        let status = StatusCode::from_u16(rule.status.unwrap_or(200)).map_err(|error| error.to_string())?;
        let content_type = rule.content_type.clone().unwrap_or_else(|| "application/json".into());
        Ok(Some(Self { status, content_type, location: rule.location.clone(), body }))
    }
}

/// The same document with every value below `data` of another type: what is a text, a number or a flag becomes an object, and
/// what is null becomes one. Lists and objects keep their shape, unless they are empty.
pub fn wrong_types(mut envelope: Value) -> Value {
    if let Some(data) = envelope.get_mut("data") {
        distort(data);
    }
    envelope
}

fn distort(value: &mut Value) {
    match value {
        Value::Array(items) if !items.is_empty() => items.iter_mut().for_each(distort),
        Value::Object(fields) if !fields.is_empty() => fields.values_mut().for_each(distort),
        Value::Array(_) | Value::Object(_) => *value = json!(7),
        _ => *value = json!({ "unexpected": 7 }),
    }
}

impl IntoResponse for CannedResponse {
    fn into_response(self) -> Response {
        let location = self.location.map(|location| [(header::LOCATION, location)]);
        (self.status, [(header::CONTENT_TYPE, self.content_type)], location.map(AppendHeaders), self.body).into_response()
    }
}
