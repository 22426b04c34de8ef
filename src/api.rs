//! The typed fetch layer: a call is a struct, its address one `endpoint!` line, its answer a domain value.
//!
//! Everything here but `transport` is pure and tested without a browser.

pub mod commitment;
pub mod endpoint;
pub mod envelope;
pub mod error;
pub mod form;
pub mod transport;
pub mod upload;
pub mod venue;
pub mod visit;
