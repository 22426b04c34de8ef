//! The documented API as data (`visitorcs.json`, `feishu.json`), and a sample of every call that the front-end makes.
//! `tests/endpoints.rs`, `tests/decode.rs` and the fuzzer hold one against the other.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "samples and documents are constants: a wrong one is to stop the test"
)]

pub mod calls;
pub mod documents;
pub mod first_screens;
pub mod operations;
mod sample;

use calls::{Call, every_call};
use documents::{Endpoint, documents};

/// Each documented endpoint with the call that is declared for it, in the order of the calls.
pub fn spoken() -> Vec<(Endpoint, Call)> {
    let mut documented = documents();
    let with_document = |call: Call| {
        let at = documented.iter().position(|endpoint| endpoint.address() == call.address()).expect("a documented call");
        (documented.swap_remove(at), call)
    };
    every_call().into_iter().map(with_document).collect()
}
