//! A caller over a real socket.

use std::fmt::Debug;

use chrono::{DateTime, FixedOffset};
use http_body_util::{BodyExt, Full};
use hyper::{
    HeaderMap, Request, StatusCode,
    body::Bytes,
    client::conn::http1::handshake,
    header::{CONTENT_TYPE, HOST},
};
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use standin::{Options, Running, route::BASE};
use tokio::net::TcpStream;

pub const VISITOR: &str = "/ui/v1/wechat/visitor";
pub const HOSTS: &str = "/ui/v1/wechat/beVisitor";
pub const WECOM: &str = "/ui/v1/wechat/wecom";
pub const MINI_VISITOR: &str = "/ui/v1/wechat/miniapp/visitor/order";
pub const MINI_HOST: &str = "/ui/v1/wechat/miniapp/bevisitor";

/// The smallest beginnings that pass for pictures.
pub const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
pub const PNG: &[u8] = &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', 0];

/// A running stand-in and somebody who calls it.
pub struct Caller {
    pub running: Running,
    pub token: Option<String>,
}

#[derive(Debug)]
pub struct Response {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Caller {
    /// On a site that asks nobody who they are: who may do what is the matter of `identity.rs`.
    pub async fn start() -> Self {
        let caller = Self::with(Options::default()).await;
        caller.running.site().with(|state| state.settings.lenient = true);
        caller
    }

    pub async fn with(options: Options) -> Self {
        let running = standin::start(options).await.expect("a free port");
        Self { running, token: None }
    }

    /// One call on a connection of its own; an error is what `fetch` would call a network error.
    pub async fn call(&self, method: &str, path: &str, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Result<Response, hyper::Error> {
        let stream = TcpStream::connect(self.running.address).await.expect("a listening server");
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        let mut request = Request::builder().method(method).uri(path).header(HOST, "standin");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(token) = &self.token {
            request = request.header("token", token);
        }
        let answer = sender.send_request(request.body(Full::new(body.into())).expect("a request")).await?;
        let (parts, body) = answer.into_parts();
        Ok(Response { status: parts.status, headers: parts.headers, body: body.collect().await?.to_bytes() })
    }

    /// A call without a body; parameters are in the path's query.
    pub async fn post(&self, path: &str) -> Value {
        self.call("POST", &format!("{BASE}{path}"), &[], "").await.expect("an answer").json()
    }

    /// A call with a JSON body.
    pub async fn post_json(&self, path: &str, body: &Value) -> Value {
        self.try_post_json(path, body).await.expect("an answer").json()
    }

    pub async fn try_post_json(&self, path: &str, body: &Value) -> Result<Response, hyper::Error> {
        let json = [(CONTENT_TYPE.as_str(), "application/json")];
        self.call("POST", &format!("{BASE}{path}"), &json, body.to_string()).await
    }

    /// A call with a JSON body by somebody whom the seed knows.
    pub async fn post_json_as(&mut self, open_id: &str, path: &str, body: &Value) -> Value {
        self.token = Some(format!("token-{open_id}"));
        let answer = self.post_json(path, body).await;
        self.token = None;
        answer
    }

    /// A control route.
    pub async fn control(&self, method: &str, path: &str, body: &Value) -> Response {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.call(method, &format!("/__standin/{path}"), &[], body).await.expect("an answer")
    }

    pub fn now(&self) -> DateTime<FixedOffset> {
        self.running.site().with(|state| state.now())
    }

    /// How many bookings there are, seeded ones included.
    pub fn count(&self) -> usize {
        self.running.site().bookings().len()
    }

    /// The status of a visit by number, as the official account tells it.
    pub async fn status(&self, order: &str) -> u64 {
        let detail = self.post(&format!("{VISITOR}/order/detail?orderId={order}")).await;
        accepted(&detail)["status"].as_u64().expect("a number")
    }

    /// The messages that went out so far.
    pub async fn outbox(&self) -> Vec<Value> {
        let outbox = self.control("GET", "outbox", &Value::Null).await.json();
        outbox.as_array().expect("a list").clone()
    }

    /// Books and gives the new order's id, which the answer itself does not tell.
    pub async fn book(&self, booking: &Value) -> String {
        accepted(&self.post_json(&format!("{VISITOR}/order"), booking).await);
        let last = self.running.site().bookings().pop().expect("a booking");
        last["orderId"].as_str().expect("an id").to_owned()
    }

    pub async fn upload(&self, bytes: &[u8]) -> Value {
        use base64::{Engine, engine::general_purpose::STANDARD};
        let body = json!({ "imageData": STANDARD.encode(bytes), "type": "visitor" });
        self.post_json(&format!("{VISITOR}/image/upload"), &body).await
    }
}

impl Response {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {:?}", self.body))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("readable"))
    }
}

/// One member of every row of a page.
#[track_caller]
pub fn column(page: &Value, key: &str) -> Vec<Value> {
    accepted(page)["list"].as_array().expect("a list").iter().map(|row| row[key].clone()).collect()
}

/// The data of an answer that must not be a refusal.
#[track_caller]
pub fn accepted(answer: &Value) -> &Value {
    assert_eq!(answer["code"], "0", "{answer}");
    &answer["data"]
}

/// The sentence of an answer that must be a refusal with that code.
#[track_caller]
pub fn refused<'a>(answer: &'a Value, code: &str) -> &'a str {
    assert_eq!(answer["code"], code, "{answer}");
    answer["msg"].as_str().expect("a sentence")
}
