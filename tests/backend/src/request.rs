//! A call as endpoints see it: parameters in path and query, a JSON body, a token; read where the contract puts them.

use std::collections::BTreeMap;

use axum::{
    body::{Bytes, to_bytes},
    extract::{FromRequest, FromRequestParts, Query, RawPathParams, Request},
    http::{HeaderMap, header},
};
use serde_json::{Map, Value};

use crate::response::Refusal;

/// Room for the largest picture in base64 and for the refusal of one that is too large.
pub const BODY_LIMIT: usize = 16 * 1024 * 1024;

/// The header that carries a session's token.
pub const TOKEN_HEADER: &str = "token";

/// The parameters, body and token of a call.
#[derive(Debug, Default)]
pub struct ApiRequest {
    path: BTreeMap<String, String>,
    query: BTreeMap<String, String>,
    body: Body,
    pub token: Option<String>,
}

#[derive(Debug, Default)]
enum Body {
    #[default]
    Empty,
    Json(Map<String, Value>),
    /// Something that is not declared as JSON; endpoints without a body ignore it.
    Foreign,
}

impl ApiRequest {
    /// A query parameter that must be there, though it may be empty.
    pub fn parameter(&self, name: &'static str) -> Result<&str, Refusal> {
        self.optional_parameter(name).ok_or(Refusal::ParameterMissing(name))
    }

    pub fn optional_parameter(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(String::as_str)
    }

    /// A parameter of the path, percent-decoded.
    pub fn path_parameter(&self, name: &'static str) -> Result<&str, Refusal> {
        self.path.get(name).map(String::as_str).ok_or(Refusal::ParameterMissing(name))
    }

    /// The first of these names that has a value, in the body or else in the query.
    pub fn find(&self, names: &[&str]) -> Option<String> {
        let in_body = |name: &&str| self.text(name).ok().flatten();
        let in_query = |name: &&str| self.optional_parameter(name).filter(|value| !value.is_empty()).map(str::to_owned);
        names.iter().find_map(in_body).or_else(|| names.iter().find_map(in_query))
    }

    /// The JSON body of an endpoint that takes one.
    pub fn body(&self) -> Result<&Map<String, Value>, Refusal> {
        match &self.body {
            Body::Json(body) => Ok(body),
            Body::Empty => Err(Refusal::Unreadable("请求体为空".into())),
            Body::Foreign => Err(Refusal::NotJson),
        }
    }

    /// A field of the body as text; none where it is absent, null or blank.
    pub fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        Ok(self.body()?.get(name).and_then(text))
    }

    /// A field of the body that must have a value.
    pub fn required_text(&self, name: &'static str) -> Result<String, Refusal> {
        self.text(name)?.ok_or(Refusal::ParameterMissing(name))
    }

    /// A required field of the body whose text may be empty.
    pub fn required_field(&self, name: &'static str) -> Result<String, Refusal> {
        match self.body()?.get(name) {
            Some(Value::String(text)) => Ok(text.clone()),
            Some(Value::Number(number)) => Ok(number.to_string()),
            _ => Err(Refusal::ParameterMissing(name)),
        }
    }

    /// A list of texts in the body: an array, or the same as JSON text.
    pub fn list(&self, name: &'static str) -> Result<Vec<String>, Refusal> {
        let invalid = Refusal::ParameterInvalid { name, expected: "数组" };
        let array = match self.body()?.get(name) {
            Some(Value::Array(array)) => array.clone(),
            Some(Value::String(json)) => serde_json::from_str(json).map_err(|_| invalid.clone())?,
            _ => return Err(Refusal::ParameterMissing(name)),
        };
        array.iter().map(text).collect::<Option<_>>().ok_or(invalid)
    }
}

/// A scalar as trimmed text; none where it is null or blank.
pub fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

impl<S: Send + Sync> FromRequest<S> for ApiRequest {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &S) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let path = RawPathParams::from_request_parts(&mut parts, &()).await;
        let path = path.map_err(|error| Refusal::Unreadable(error.body_text()))?;
        let path = path.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let Query(query) = Query::try_from_uri(&parts.uri).map_err(|error| Refusal::Unreadable(error.body_text()))?;
        let bytes = to_bytes(body, BODY_LIMIT).await.map_err(|_| Refusal::TooLarge)?;
        Ok(Self { path, query, body: Body::read(&parts.headers, &bytes)?, token: token(&parts.headers) })
    }
}

impl Body {
    fn read(headers: &HeaderMap, bytes: &Bytes) -> Result<Self, Refusal> {
        if bytes.is_empty() {
            return Ok(Self::Empty);
        }
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if !kind.is_some_and(|kind| kind.starts_with("application/json")) {
            return Ok(Self::Foreign);
        }
        serde_json::from_slice(bytes).map(Self::Json).map_err(|error| Refusal::Unreadable(error.to_string()))
    }
}

/// The token in the headers, if any.
pub fn token(headers: &HeaderMap) -> Option<String> {
    let token = headers.get(TOKEN_HEADER)?.to_str().ok()?.trim();
    (!token.is_empty()).then(|| token.to_owned())
}
