//! How a call is declared, and the plain data that it becomes.

use crate::json::Answer;
use crate::percent;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt;

/// One call to the backend: its fields are the parameters, under their documented names.
///
/// Parameters that are `None` are not sent.
pub trait Endpoint: Serialize {
    /// What comes back in the envelope's `data`.
    type Answer: Answer;
    const VERB: Verb;
    const EFFECT: Effect;
    /// The documented path, with `{name}` for what is filled in.
    const PATH: &'static str;

    /// The path with its placeholders filled in and percent-encoded.
    fn path(&self) -> String;

    /// The call as plain data.
    fn request(&self) -> Result<Request, serde_json::Error> {
        Ok(Request::new(Self::VERB, Self::EFFECT, self.path(), serde_json::to_value(self)?))
    }
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
}

/// Whether a call may be repeated without doing anything twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Reads,
    Writes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// A call as plain data: what goes over the wire, below the configured base address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: Method,
    pub path: String,
    /// Without the `?`; empty where there are no parameters.
    pub query: String,
    pub json: Option<String>,
    pub effect: Effect,
}

impl Request {
    fn new(verb: Verb, effect: Effect, path: String, parameters: Value) -> Self {
        let mut parameters = match parameters {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        parameters.retain(|_, value| !value.is_null());
        let (query, json) = match verb {
            Verb::Get | Verb::Post => (query_text(&parameters), None),
            Verb::PostJson => (String::new(), Some(Value::Object(parameters).to_string())),
        };
        let method = if verb == Verb::Get { Method::Get } else { Method::Post };
        Self { method, path, query, json, effect }
    }
}

/// The golden form: `POST /path?query json {"a":1}`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let method = match self.method {
            Method::Get => "GET",
            Method::Post => "POST",
        };
        write!(f, "{method} {}", self.path)?;
        if !self.query.is_empty() {
            write!(f, "?{}", self.query)?;
        }
        self.json.iter().try_for_each(|json| write!(f, " json {json}"))
    }
}

fn query_text(parameters: &Map<String, Value>) -> String {
    let pair = |(name, value): (&String, &Value)| match value {
        Value::String(text) => format!("{name}={}", percent::encode(text)),
        other => format!("{name}={}", percent::encode(&other.to_string())),
    };
    parameters.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// Declares a call: `endpoint!(Name, reads post "/path/{id}" [id] -> Answer);`
///
/// `reads` calls are retried by the transport, `writes` never. The fields in brackets fill the path's
/// placeholders; they must carry `#[serde(skip)]`, and the compiler checks that the names agree.
#[macro_export]
macro_rules! endpoint {
    ($call:ident, $effect:ident $verb:ident $path:literal $([$($part:ident),+])? -> $answer:ty) => {
        impl $crate::api::endpoint::Endpoint for $call {
            type Answer = $answer;
            const VERB: $crate::api::endpoint::Verb = endpoint!(@$verb);
            const EFFECT: $crate::api::endpoint::Effect = endpoint!(@$effect);
            const PATH: &'static str = $path;

            fn path(&self) -> String {
                $($(let $part = $crate::percent::encode(self.$part.as_ref());)+)?
                format!($path)
            }
        }
    };
    (@get) => { $crate::api::endpoint::Verb::Get };
    (@post) => { $crate::api::endpoint::Verb::Post };
    (@post_json) => { $crate::api::endpoint::Verb::PostJson };
    (@reads) => { $crate::api::endpoint::Effect::Reads };
    (@writes) => { $crate::api::endpoint::Effect::Writes };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Rename {
        #[serde(skip)]
        order: String,
        new_name: String,
        note: Option<String>,
    }
    endpoint!(Rename, writes post "/order/{order}/name" [order] -> ());

    fn rename(order: &str, new_name: &str) -> String {
        Rename { order: order.into(), new_name: new_name.into(), note: None }.request().unwrap().to_string()
    }

    #[test]
    fn placeholders_and_values_are_percent_encoded() {
        assert_eq!(rename("a/b?%", "王 & 李+1"), "POST /order/a%2Fb%3F%25/name?newName=%E7%8E%8B%20%26%20%E6%9D%8E%2B1");
    }

    #[test]
    fn what_is_not_given_is_not_sent() {
        assert!(!rename("1", "x").contains("note"));
    }

    #[derive(Serialize)]
    struct Ask {
        page: u32,
    }
    endpoint!(Ask, reads post_json "/ask" -> ());

    #[test]
    fn json_calls_have_a_body_and_no_query() {
        assert_eq!(Ask { page: 2 }.request().unwrap().to_string(), r#"POST /ask json {"page":2}"#);
    }
}
