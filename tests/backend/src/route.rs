//! The backend's endpoints, by noun. A new one is a function in its noun's file and a line in that file's table.

use axum::{
    Router,
    extract::State as Extracted,
    http::Method,
    routing::{MethodFilter, on},
};

use crate::{
    answer::{Answer, envelope},
    question::Question,
    site::{Site, State},
};

mod approval;
mod booking;
mod client;
mod form;
mod image;
mod record;
mod session;

/// The base of every path in the contract.
pub const BASE: &str = "/webapi/visitorcs";

/// One endpoint: how it is called, and what it does.
#[derive(Debug, Clone, Copy)]
pub struct Endpoint {
    verb: Verb,
    /// Below [`BASE`].
    path: &'static str,
    work: Work,
}

type Work = fn(&mut State, &Question) -> Answer;

#[derive(Debug, Clone, Copy)]
enum Verb {
    Get,
    Post,
}

const fn get(path: &'static str, work: Work) -> Endpoint {
    Endpoint { verb: Verb::Get, path, work }
}

const fn post(path: &'static str, work: Work) -> Endpoint {
    Endpoint { verb: Verb::Post, path, work }
}

/// Every endpoint that exists.
pub fn endpoints() -> impl Iterator<Item = Endpoint> {
    let nouns: [&[Endpoint]; 7] = [
        form::ENDPOINTS,
        booking::ENDPOINTS,
        record::ENDPOINTS,
        image::ENDPOINTS,
        session::ENDPOINTS,
        approval::ENDPOINTS,
        client::ENDPOINTS,
    ];
    nouns.into_iter().flatten().copied()
}

/// All endpoints, each answering in its envelope.
pub fn router() -> Router<Site> {
    endpoints().fold(Router::new(), |router, Endpoint { verb, path, work }| {
        let answer =
            move |Extracted(site): Extracted<Site>, question: Question| async move { envelope(site.with(|state| work(state, &question))) };
        router.route(&format!("{BASE}{path}"), on(verb.filter(), answer))
    })
}

impl Endpoint {
    /// Method and path as the contract writes them.
    pub fn address(&self) -> (Method, &'static str) {
        match self.verb {
            Verb::Get => (Method::GET, self.path),
            Verb::Post => (Method::POST, self.path),
        }
    }
}

impl Verb {
    fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
        }
    }
}
