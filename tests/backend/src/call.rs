//! The recorded calls, for tests of what the front-end really sent.

use std::collections::VecDeque;

use axum::http::header::REFERER;
use axum::http::request::Parts;
use serde::Serialize;
use serde_json::Value;

use crate::request::token;

/// How many calls are recorded.
const CAPACITY: usize = 500;

/// Longer bodies (pictures, that is) are recorded by their beginning only.
const LONGEST_BODY: usize = 64 * 1024;

/// The last calls, oldest first.
#[derive(Debug, Default)]
pub struct Calls(VecDeque<Call>);

/// One call as it arrived.
#[derive(Debug, Clone, Serialize)]
pub struct Call {
    pub method: String,
    pub path: String,
    pub query: String,
    /// JSON where it is JSON, text otherwise.
    pub body: Value,
    pub token: Option<String>,
    pub referer: Option<String>,
}

impl Call {
    pub fn new(parts: &Parts, body: &[u8]) -> Self {
        Self {
            method: parts.method.to_string(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            body: recorded(body),
            token: token(&parts.headers),
            referer: parts.headers.get(REFERER).and_then(|value| value.to_str().ok()).map(str::to_owned),
        }
    }
}

impl Calls {
    pub fn push(&mut self, call: Call) {
        if self.0.len() == CAPACITY {
            self.0.pop_front();
        }
        self.0.push_back(call);
    }

    pub fn all(&self) -> Vec<Call> {
        self.0.iter().cloned().collect()
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }
}

fn recorded(body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    match body.get(..LONGEST_BODY) {
        Some(beginning) => Value::String(format!("{}…", String::from_utf8_lossy(beginning))),
        None => serde_json::from_slice(body).unwrap_or_else(|_| String::from_utf8_lossy(body).into()),
    }
}
