//! Bad luck on demand: what a call meets instead of its answer.

use std::time::Duration;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The faults in force; the first that fits a path is used.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

/// A fault as a test writes it down.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Order {
    /// The end of the path, from a segment's beginning on.
    pub path: String,
    /// Before the call is carried out; with `drop_after`, between the call and the hang-up.
    pub delay_ms: u64,
    pub status: Option<u16>,
    /// A refusal's code, answered in an envelope with `msg`.
    pub code: Option<String>,
    pub msg: Option<String>,
    /// Text as it is, anything else as JSON.
    pub body: Option<Value>,
    pub content_type: Option<String>,
    /// The call is not carried out and the line goes dead.
    pub drop: bool,
    /// The call is carried out and its answer is lost.
    pub drop_after: bool,
    /// How often, then never again; always when left out.
    pub times: Option<u32>,
}

#[derive(Debug)]
struct Fault {
    order: Order,
    left: Option<u32>,
    injury: Injury,
}

/// What one call meets.
#[derive(Debug, Clone)]
pub struct Injury {
    pub delay: Duration,
    pub effect: Effect,
}

#[derive(Debug, Clone)]
pub enum Effect {
    /// Nothing but the delay.
    Late,
    Instead(Instead),
    Drop,
    DropAfter,
}

/// The answer that comes instead of the real one.
#[derive(Debug, Clone)]
pub struct Instead {
    status: StatusCode,
    content_type: String,
    body: String,
}

impl Faults {
    /// Puts a fault in force, or says what is wrong with it.
    pub fn add(&mut self, order: Order) -> Result<(), String> {
        if order.path.is_empty() {
            return Err("a fault needs a path".into());
        }
        let injury = Injury { delay: Duration::from_millis(order.delay_ms), effect: Effect::of(&order)? };
        self.0.push(Fault { left: order.times, injury, order });
        Ok(())
    }

    /// What a call to `path` meets now; a counted fault is used up by it.
    pub fn strike(&mut self, path: &str) -> Option<Injury> {
        let fault = self.0.iter_mut().find(|fault| fault.fits(path))?;
        if let Some(left) = &mut fault.left {
            *left -= 1;
        }
        Some(fault.injury.clone())
    }

    /// The faults still in force, with what is left of their `times`.
    pub fn all(&self) -> Vec<Order> {
        let alive = self.0.iter().filter(|fault| fault.left != Some(0));
        alive.map(|fault| Order { times: fault.left, ..fault.order.clone() }).collect()
    }

    pub fn forget(&mut self) {
        self.0.clear();
    }
}

impl Fault {
    fn fits(&self, path: &str) -> bool {
        let wanted = &self.order.path;
        let at_a_segment = |before: &str| wanted.starts_with('/') || before.is_empty() || before.ends_with('/');
        self.left != Some(0) && path.strip_suffix(wanted.as_str()).is_some_and(at_a_segment)
    }
}

impl Effect {
    fn of(order: &Order) -> Result<Self, String> {
        match (order.drop, order.drop_after, Instead::of(order)?) {
            (true, false, None) => Ok(Self::Drop),
            (false, true, None) => Ok(Self::DropAfter),
            (false, false, Some(instead)) => Ok(Self::Instead(instead)),
            (false, false, None) => Ok(Self::Late),
            _ => Err("drop, drop_after and an answer exclude each other".into()),
        }
    }
}

impl Instead {
    fn of(order: &Order) -> Result<Option<Self>, String> {
        let body = match (&order.code, &order.body) {
            (Some(_), Some(_)) => return Err("code and body exclude each other".into()),
            (Some(code), None) => {
                let msg = order.msg.as_deref().unwrap_or("系统繁忙，请稍后再试");
                json!({ "code": code, "msg": msg, "data": {} }).to_string()
            }
            (None, Some(Value::String(text))) => text.clone(),
            (None, Some(json)) => json.to_string(),
            (None, None) if order.status.is_some() => String::new(),
            (None, None) => return Ok(None),
        };
        let status = StatusCode::from_u16(order.status.unwrap_or(200)).map_err(|error| error.to_string())?;
        let content_type = order.content_type.clone().unwrap_or_else(|| "application/json".into());
        Ok(Some(Self { status, content_type, body }))
    }
}

impl IntoResponse for Instead {
    fn into_response(self) -> Response {
        (self.status, [(header::CONTENT_TYPE, self.content_type)], self.body).into_response()
    }
}
