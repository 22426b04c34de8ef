//! The backend's endpoints, by noun. A new one is a function in its noun's file and a line in that file's table;
//! where channels spell one operation differently, the function is one and the lines are several.

use axum::{
    Router,
    extract::State as Extracted,
    http::Method,
    response::Response,
    routing::{MethodFilter, on},
};

use crate::{
    feishu,
    request::ApiRequest,
    response::{self, ApiResult, Refusal},
    site::{Site, State},
};

mod access_control;
mod approval;
mod booking;
mod client;
mod companion;
mod form;
mod image;
mod invitation;
mod mine;
mod pass;
mod reception;
mod record;
mod session;
mod share;

/// The base of every path of visitorcs.
pub const BASE: &str = "/webapi/visitorcs";

/// The base of every path of Feishu.
pub const FEISHU: &str = "/open-apis";

/// One endpoint: how it is called, and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    /// [`BASE`] or [`FEISHU`].
    pub base: &'static str,
    method: HttpMethod,
    /// Below its base.
    path: &'static str,
    handler: Handler,
}

#[derive(Debug, Clone, Copy)]
enum Handler {
    Visitorcs(fn(&mut State, &ApiRequest) -> ApiResult),
    Feishu(fn(&mut State, &ApiRequest) -> feishu::ApiResult),
}

#[derive(Debug, Clone, Copy)]
enum HttpMethod {
    Get,
    Post,
    Delete,
}

const fn get(path: &'static str, handler: fn(&mut State, &ApiRequest) -> ApiResult) -> Endpoint {
    Endpoint { base: BASE, method: HttpMethod::Get, path, handler: Handler::Visitorcs(handler) }
}

const fn post(path: &'static str, handler: fn(&mut State, &ApiRequest) -> ApiResult) -> Endpoint {
    Endpoint { base: BASE, method: HttpMethod::Post, path, handler: Handler::Visitorcs(handler) }
}

/// Every endpoint that exists.
pub fn endpoints() -> impl Iterator<Item = Endpoint> {
    let nouns: [&[Endpoint]; 14] = [
        form::ENDPOINTS,
        mine::ENDPOINTS,
        booking::ENDPOINTS,
        companion::ENDPOINTS,
        record::ENDPOINTS,
        pass::ENDPOINTS,
        image::ENDPOINTS,
        session::ENDPOINTS,
        invitation::ENDPOINTS,
        share::ENDPOINTS,
        approval::ENDPOINTS,
        reception::ENDPOINTS,
        client::ENDPOINTS,
        access_control::ENDPOINTS,
    ];
    nouns.into_iter().flatten().copied()
}

/// All endpoints, each answering in its envelope.
pub fn router() -> Router<Site> {
    endpoints().fold(Router::new(), |router, Endpoint { base, method, path, handler }| {
        let answer = move |Extracted(site): Extracted<Site>, request: Result<ApiRequest, Refusal>| async move {
            site.with(|state| handler.answer(state, request))
        };
        router.route(&format!("{base}{path}"), on(method.filter(), answer))
    })
}

/// Whether a path is one that a backend answers, and not the bundle.
pub fn is_backend(path: &str) -> bool {
    [BASE, FEISHU].iter().any(|base| path.starts_with(base))
}

impl Endpoint {
    /// Method and path as the contract writes them.
    pub fn address(&self) -> (Method, &'static str) {
        let method = match self.method {
            HttpMethod::Get => Method::GET,
            HttpMethod::Post => Method::POST,
            HttpMethod::Delete => Method::DELETE,
        };
        (method, self.path)
    }
}

impl Handler {
    /// Whoever cannot even be read is refused in the manner of the backend that was meant.
    fn answer(self, state: &mut State, request: Result<ApiRequest, Refusal>) -> Response {
        match self {
            Self::Visitorcs(handler) => response::envelope(request.and_then(|request| handler(state, &request))),
            Self::Feishu(handler) => {
                let request = request.map_err(|_| feishu::FeishuRefusal::ParameterInvalid);
                feishu::envelope(request.and_then(|request| handler(state, &request)))
            }
        }
    }
}

impl HttpMethod {
    fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
            Self::Delete => MethodFilter::DELETE,
        }
    }
}
