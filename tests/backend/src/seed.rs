//! The believable site: 「临港智造园」, an industrial park with its people, forms and visits.

use chrono::TimeDelta;

pub mod form;
pub mod people;
pub mod promise;
pub mod visits;

pub const PROJECT: &str = "122228959455556";
pub const PRODUCT: &str = "visitorcs";

/// The visitor of the demo, with a visit in each of the sixteen statuses.
pub const DEMO_VISITOR: &str = "oVisitorDemo";

/// How long ago the site was set up.
pub const AGE: TimeDelta = TimeDelta::days(120);

/// An order's number. The demo visitor's visit in status 8 is `order_id(8)`.
pub fn order_id(serial: usize) -> String {
    format!("1222289594{serial:05}")
}
