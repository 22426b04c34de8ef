//! A call as plain data: what goes over the wire.

use crate::json::plain_text;
use crate::percent;
use serde_json::{Map, Value};
use std::fmt;

/// Whose call it is: each service has its own base address and its own codes of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    /// The visitor management backend.
    Visitorcs,
    /// Feishu's access control, behind a proxy of the site that adds Feishu's token.
    Feishu,
    /// What the site's settings name by its whole address, such as who signs for WeChat's JS-SDK. Answers come without an envelope.
    Gateway,
}

/// Method and encoding are one choice: a GET with a body cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// GET, parameters in the query.
    Get,
    /// POST without a body, parameters in the query.
    Post,
    /// POST, parameters as a JSON object.
    PostJson,
    /// DELETE, parameters in the query.
    Delete,
}

/// Whether a call may be repeated without doing anything twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Reads,
    Writes,
    /// Writes as the last thing that its page does: the browser carries it out although the page goes.
    WritesAtLast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Delete,
}

impl Method {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// A call as plain data: what goes over the wire, below the service's base address, if it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub service: Service,
    pub method: Method,
    pub path: String,
    /// Without the `?`; empty where there are no parameters.
    pub query: String,
    pub json: Option<String>,
    pub effect: Effect,
}

impl Request {
    pub fn new(service: Service, effect: Effect, verb: Verb, path: String, mut parameters: Map<String, Value>, in_query: &[&str]) -> Self {
        let (method, has_body) = match verb {
            Verb::Get => (Method::Get, false),
            Verb::Post => (Method::Post, false),
            Verb::PostJson => (Method::Post, true),
            Verb::Delete => (Method::Delete, false),
        };
        let goes_into_query = |name: &str| !has_body || in_query.contains(&name);
        let query: Vec<String> = parameters.iter().filter(|(name, _)| goes_into_query(name)).map(query_pair).collect();
        parameters.retain(|name, _| !goes_into_query(name));
        let json = has_body.then(|| Value::Object(parameters).to_string());
        Self { service, method, path, query: query.join("&"), json, effect }
    }

    /// Reads from an address of the site's settings.
    pub fn get_from(address: String) -> Self {
        let (service, method, effect) = (Service::Gateway, Method::Get, Effect::Reads);
        Self { service, method, path: address, query: String::new(), json: None, effect }
    }
}

/// The golden form: `POST /path?query json {"a":1}`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} {}", self.method.name(), self.path)?;
        if !self.query.is_empty() {
            write!(f, "?{}", self.query)?;
        }
        self.json.iter().try_for_each(|json| write!(f, " json {json}"))
    }
}

fn query_pair((name, value): (&String, &Value)) -> String {
    format!("{name}={}", percent::encode(&plain_text(value)))
}
