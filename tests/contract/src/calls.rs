//! Every call of the front-end with believable parameters, for the tests that hold them against the documents. The list
//! is the `endpoint!` lines of `src/api`, read by `build.rs`.

use crate::documents::{DOCUMENTS, Place};
use crate::sample::{Sample, Slot};
use serde_json::Value;
use std::collections::BTreeSet;
use visitor_front::api::endpoint::Endpoint;
use visitor_front::api::envelope;
use visitor_front::api::error::ApiError;
use visitor_front::api::request::{Request, Service};
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
    fn of<E: Endpoint + Sample>() -> Self {
        let name = std::any::type_name::<E>();
        let nothing = BTreeSet::new();
        let leanest = E::sample(&Slot { name: "", is_full: false, documented: &nothing }).request().expect("a request");
        let documented = documented_names(&address(&leanest, E::PATH));
        let fullest = E::sample(&Slot { name: "", is_full: true, documented: &documented });
        Self {
            name: name.rsplit("::").next().unwrap_or(name),
            path: E::PATH,
            request: fullest.request().expect("a request"),
            leanest,
            shape: <E::Answer as Answer>::SHAPE,
            read: |data| envelope::read::<E::Answer>(data).map(drop),
        }
    }

    /// Reads an answer as the program does.
    pub fn answer(&self, status: u16, body: &str) -> Result<(), ApiError> {
        (self.read)(&envelope::open(self.request.service, status, body)?)
    }

    /// `POST /path/{id}` below its service's base, as the documents write it.
    pub fn address(&self) -> String {
        address(&self.request, self.path)
    }
}

fn address(request: &Request, path: &str) -> String {
    format!("{} {}{path}", request.method.name(), base(request.service))
}

/// The names that a call's body may have; none where no document knows the call.
fn documented_names(address: &str) -> BTreeSet<String> {
    let endpoint = DOCUMENTS.iter().find(|endpoint| endpoint.address() == address);
    let parameters = endpoint.into_iter().flat_map(|endpoint| &endpoint.parameters);
    parameters.filter(|parameter| parameter.place == Place::Body).map(|parameter| parameter.name.clone()).collect()
}

/// Where a service's paths begin, as its documents say.
pub fn base(service: Service) -> &'static str {
    match service {
        Service::Visitorcs => "/webapi/visitorcs",
        Service::Feishu => "/open-apis",
        Service::Gateway => "",
    }
}

/// All that are declared, in the order of their addresses.
pub fn every_call() -> Vec<Call> {
    let mut calls = declared();
    calls.sort_by_key(Call::address);
    calls
}

/// What goes over the wire, a line a call: `tests/fixtures/endpoints.txt`.
pub fn inventory() -> String {
    let mut lines: Vec<String> = every_call().iter().map(|call| format!("{}\n", call.request)).collect();
    lines.sort();
    lines.concat()
}

/// Gives a struct that `parameters!` declares its sample: each field's. Structs with private fields have constructors,
/// and their samples stand in `sample.rs`.
macro_rules! sample {
    ($($module:ident)::+; $(#[$doc:meta])* pub struct $name:ident(pub $inner:ty);) => {
        impl Sample for $($module)::+::$name {
            fn sample(slot: &Slot) -> Self {
                Self(Sample::sample(slot))
            }
        }
    };
    ($($module:ident)::+; $(#[$doc:meta])* pub struct $name:ident {
        $($(#[$note:meta])* pub $field:ident: $type:ty = $wire:tt,)*
    }) => {
        impl Sample for $($module)::+::$name {
            fn sample(slot: &Slot) -> Self {
                // A call may have no parameters.
                let _ = slot;
                Self { $($field: Sample::sample(&slot.named(stringify!($wire))),)* }
            }
        }
    };
    ($($module:ident)::+; $(#[$doc:meta])* pub struct $name:ident { $($private:tt)* }) => {};
}

include!(concat!(env!("OUT_DIR"), "/declared.rs"));
