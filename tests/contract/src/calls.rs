//! Every call of the front-end with believable parameters, for the tests that hold them against the documents.

mod employee;
mod gathering;
mod visitor;

use serde_json::Value;
use visitor_front::api::endpoint::Endpoint;
use visitor_front::api::envelope;
use visitor_front::api::error::ApiError;
use visitor_front::api::request::{Request, Service};
use visitor_front::domain::booking::field::FieldKey;
use visitor_front::domain::id::{AreaId, Asker, Batch, OpenId, OrderId, PersonId, ProductId, ProjectId};
use visitor_front::domain::time::SiteTime;
use visitor_front::json::{Answer, Shape};

/// One declared call.
pub struct Call {
    /// Its type's name.
    pub name: &'static str,
    pub path: &'static str,
    /// With every parameter that it can have.
    pub request: Request,
    /// With the parameters that it must have.
    pub leanest: Request,
    /// What is read of its answer.
    pub shape: Shape,
    read: fn(&Value) -> Result<(), ApiError>,
}

impl Call {
    /// Reads an answer as the program does.
    pub fn answer(&self, status: u16, body: &str) -> Result<(), ApiError> {
        (self.read)(&envelope::open(self.request.service, status, body)?)
    }

    /// `POST /path/{id}` below its service's base, as the documents write it.
    pub fn address(&self) -> String {
        format!("{} {}{}", self.request.method.name(), base(self.request.service), self.path)
    }
}

/// Where a service's paths begin, as its documents say.
pub fn base(service: Service) -> &'static str {
    match service {
        Service::Visitorcs => "/webapi/visitorcs",
        Service::Feishu => "/open-apis",
    }
}

/// All that are declared, in the order of their addresses.
pub fn every_call() -> Vec<Call> {
    let mut calls = visitor::calls();
    calls.extend(employee::calls());
    calls.extend(gathering::calls());
    calls.sort_by_key(Call::address);
    calls
}

/// A call that has the same parameters whenever it is made.
fn always<E: Endpoint>(call: &E) -> Call {
    between(call, call)
}

/// A call with all its parameters, and the same with none that it can do without.
fn between<E: Endpoint>(fullest: &E, leanest: &E) -> Call {
    let path = std::any::type_name::<E>();
    Call {
        name: path.rsplit("::").next().unwrap_or(path),
        path: E::PATH,
        request: fullest.request().expect("a request"),
        leanest: leanest.request().expect("a request"),
        shape: <E::Answer as Answer>::SHAPE,
        read: |data| envelope::read::<E::Answer>(data).map(drop),
    }
}

fn order() -> OrderId {
    OrderId::parse("2026112100017").expect("an id")
}

fn batch() -> Batch {
    Batch::parse("B2026112100017").expect("an id")
}

fn visitor() -> OpenId {
    OpenId::parse("oVisitor1").expect("an id")
}

fn nobody() -> Asker {
    Asker::from(None)
}

fn project() -> ProjectId {
    ProjectId::parse("1805308421418544").expect("an id")
}

fn product() -> ProductId {
    ProductId::parse("1625137405416832").expect("an id")
}

fn host() -> PersonId {
    PersonId::parse("p-limin").expect("an id")
}

fn areas() -> Vec<AreaId> {
    ["north", "lab/2"].map(|id| AreaId::parse(id).expect("an id")).to_vec()
}

fn start() -> SiteTime {
    SiteTime::parse("2026-11-21 10:00").expect("a time")
}

fn end() -> SiteTime {
    SiteTime::parse("2026-11-21 11:30").expect("a time")
}

/// What every form with an answer to each documented question would bring.
fn answers() -> Vec<(FieldKey, String)> {
    let keys = ["visitorName", "visitorPersonNum", "visitorIdentityType", "visitorIdentityNum", "visitorWorkUnit", "visitorCarNumber"];
    let customs = ('a'..='j').map(|letter| format!("visitorCustom{letter}"));
    let texts = ["林知夏", "2", "111", "11010519491231002X", "远山科技", "浙A12345"].map(str::to_owned);
    let named = keys.iter().map(|key| FieldKey::new(*key)).zip(texts);
    named.chain(customs.map(|key| (FieldKey::new(key), "是".to_owned()))).collect()
}

/// The same without what an order does not take.
fn answers_but(absent: &[&str]) -> Vec<(FieldKey, String)> {
    answers().into_iter().filter(|(key, _)| !absent.contains(&key.as_str())).collect()
}
