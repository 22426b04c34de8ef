//! How a call names the visit it is about; each channel has its own way.

use super::State;
use crate::{request::ApiRequest, response::Refusal, visit::Visit};

/// Where the name of a visit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// `?orderId=`
    InQuery,
    /// `/…/{orderId}/…`
    InPath,
    /// `{"orderId":…}`
    InBody,
    /// `{"visitorBatch":…}`
    ByBatch,
    /// Both, and they must be of one visit.
    ByBoth,
}

impl State {
    pub fn visit(&self, order_id: &str) -> Result<&Visit, Refusal> {
        self.visits.iter().find(|visit| visit.order_id == order_id).ok_or(Refusal::NoSuchOrder)
    }

    pub fn visit_mut(&mut self, order_id: &str) -> Result<&mut Visit, Refusal> {
        self.visits.iter_mut().find(|visit| visit.order_id == order_id).ok_or(Refusal::NoSuchOrder)
    }

    /// The visit a call is about.
    pub fn visit_named(&self, request: &ApiRequest, named: Named) -> Result<&Visit, Refusal> {
        match named {
            Named::InQuery => self.visit(request.parameter("orderId")?),
            Named::InPath => self.visit(request.path_parameter("orderId")?),
            Named::InBody => self.visit(&request.required_text("orderId")?),
            Named::ByBatch => self.visit_of_batch(&request.required_text("visitorBatch")?),
            Named::ByBoth => {
                let visit = self.visit(&request.required_text("orderId")?)?;
                let is_same = visit.batch() == request.required_text("visitorBatch")?;
                is_same.then_some(visit).ok_or(Refusal::NoSuchOrder)
            }
        }
    }

    /// The number of the visit a call is about, for those that change it.
    pub fn order_named(&self, request: &ApiRequest, named: Named) -> Result<String, Refusal> {
        self.visit_named(request, named).map(|visit| visit.order_id.clone())
    }

    fn visit_of_batch(&self, batch: &str) -> Result<&Visit, Refusal> {
        self.visits.iter().find(|visit| visit.batch() == batch).ok_or(Refusal::NoSuchOrder)
    }
}
