//! An operation as a value: the call that its channel has for it, and what becomes of the answer.

use super::endpoint::Endpoint;
use super::envelope;
use super::error::ApiError;
use super::request::{Effect, Request};
use serde_json::Value;
use std::fmt;

/// A call whose answer is a `T`, whichever endpoint it goes to.
pub struct ApiCall<T> {
    request: Result<Request, ApiError>,
    read: Reader<T>,
}

/// Makes something of an envelope's data.
pub type Reader<T> = Box<dyn Fn(&Value) -> Result<T, ApiError>>;

impl<T> ApiCall<T> {
    pub fn new<E: Endpoint>(call: &E, make: impl Fn(E::Answer) -> T + 'static) -> Self {
        let unwritable = |error: serde_json::Error| ApiError::Unreadable { path: E::PATH.to_owned(), reason: error.to_string() };
        Self { request: call.request().map_err(unwritable), read: Box::new(move |data| envelope::read(data).map(&make)) }
    }

    /// A call that reads from an address of the site's settings, and whose answer comes without an envelope.
    pub fn by_setting(address: String, read: fn(&Value) -> Result<T, ApiError>) -> Self
    where
        T: 'static,
    {
        Self { request: Ok(Request::get_from(address)), read: Box::new(read) }
    }

    /// The same call, of whose answer something else becomes.
    pub fn map<U>(self, make: impl Fn(T) -> U + 'static) -> ApiCall<U>
    where
        T: 'static,
    {
        let read = self.read;
        ApiCall { request: self.request, read: Box::new(move |data| read(data).map(&make)) }
    }

    /// The same call, of whose answer something else becomes, or nothing.
    pub fn and_then<U>(self, make: impl Fn(T) -> Result<U, ApiError> + 'static) -> ApiCall<U>
    where
        T: 'static,
    {
        let read = self.read;
        ApiCall { request: self.request, read: Box::new(move |data| read(data).and_then(&make)) }
    }

    /// An operation that cannot be asked for, and why.
    pub fn refused(error: ApiError) -> Self {
        Self { request: Err(error.clone()), read: Box::new(move |_| Err(error.clone())) }
    }

    /// The same call, to be carried out although the page goes.
    pub fn keepalive(self) -> Self {
        let request = self.request.map(|request| Request { effect: Effect::WritesAtLast, ..request });
        Self { request, ..self }
    }

    /// What goes over the wire, and what reads the data of its answer.
    pub fn into_parts(self) -> (Result<Request, ApiError>, Reader<T>) {
        (self.request, self.read)
    }

    /// What goes over the wire.
    pub fn request(&self) -> Result<&Request, &ApiError> {
        self.request.as_ref()
    }

    /// Makes something of the envelope's data.
    pub fn read(&self, data: &Value) -> Result<T, ApiError> {
        (self.read)(data)
    }
}

impl<T> fmt::Debug for ApiCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("ApiCall")
    }
}
