//! The typed fetch layer: a call is a struct, its address one `endpoint!` line, its answer a table of fields.
//!
//! The calls stand here by noun; the channel's family is in a call's name: without addition the official
//! account's, `…InWeCom`, `…InMiniProgram`. Which call serves an operation where is in `channel`. Everything but
//! `transport` is pure and tested without a browser.

// How calls are made.
pub mod call;
pub mod endpoint;
pub mod envelope;
pub mod error;
pub mod pace;
pub mod page;
pub mod parameter;
pub mod request;
pub mod status;
pub mod transport;
pub mod wire;

// What a visitor asks.
pub mod acceptance;
pub mod booking;
pub mod commitment;
pub mod companion;
pub mod form;
pub mod order;
pub mod pass;
pub mod session;
pub mod upload;
pub mod venue;
pub mod visit;

// What an employee asks.
pub mod access;
pub mod approval;
pub mod door;
pub mod host_visit;
pub mod invitation;
pub mod reception;
pub mod share;

// What both ask.
pub mod area;
pub mod catalogue;
pub mod channel;
pub mod clock;
pub mod js_sdk;
