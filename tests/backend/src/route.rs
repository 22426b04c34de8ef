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
    answer::{self, Answer, Refusal},
    feishu,
    question::Question,
    site::{Site, State},
};

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
mod registry;
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
    verb: Verb,
    /// Below its base.
    path: &'static str,
    work: Work,
}

#[derive(Debug, Clone, Copy)]
enum Work {
    Visitorcs(fn(&mut State, &Question) -> Answer),
    Feishu(fn(&mut State, &Question) -> feishu::Answer),
}

#[derive(Debug, Clone, Copy)]
enum Verb {
    Get,
    Post,
    Delete,
}

const fn get(path: &'static str, work: fn(&mut State, &Question) -> Answer) -> Endpoint {
    Endpoint { base: BASE, verb: Verb::Get, path, work: Work::Visitorcs(work) }
}

const fn post(path: &'static str, work: fn(&mut State, &Question) -> Answer) -> Endpoint {
    Endpoint { base: BASE, verb: Verb::Post, path, work: Work::Visitorcs(work) }
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
        registry::ENDPOINTS,
    ];
    nouns.into_iter().flatten().copied()
}

/// All endpoints, each answering in its envelope.
pub fn router() -> Router<Site> {
    endpoints().fold(Router::new(), |router, Endpoint { base, verb, path, work }| {
        let answer = move |Extracted(site): Extracted<Site>, question: Result<Question, Refusal>| async move {
            site.with(|state| work.answer(state, question))
        };
        router.route(&format!("{base}{path}"), on(verb.filter(), answer))
    })
}

/// Whether a path is one that a backend answers, and not the bundle.
pub fn is_backend(path: &str) -> bool {
    [BASE, FEISHU].iter().any(|base| path.starts_with(base))
}

impl Endpoint {
    /// Method and path as the contract writes them.
    pub fn address(&self) -> (Method, &'static str) {
        let method = match self.verb {
            Verb::Get => Method::GET,
            Verb::Post => Method::POST,
            Verb::Delete => Method::DELETE,
        };
        (method, self.path)
    }
}

impl Work {
    /// Whoever cannot even be read is refused in the manner of the backend that was meant.
    fn answer(self, state: &mut State, question: Result<Question, Refusal>) -> Response {
        match self {
            Self::Visitorcs(work) => answer::envelope(question.and_then(|question| work(state, &question))),
            Self::Feishu(work) => {
                let question = question.map_err(|_| feishu::Refused::ParameterInvalid);
                feishu::envelope(question.and_then(|question| work(state, &question)))
            }
        }
    }
}

impl Verb {
    fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
            Self::Delete => MethodFilter::DELETE,
        }
    }
}
