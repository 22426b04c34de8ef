//! Envelope and answer, as one input: the name of a call, its HTTP status, and the body, a line each.

#![no_main]

use contract::calls::{Call, every_call};
use libfuzzer_sys::{Corpus, fuzz_target};
use std::sync::LazyLock;

static CALLS: LazyLock<Vec<Call>> = LazyLock::new(every_call);

fuzz_target!(|input: &str| -> Corpus {
    let mut parts = input.splitn(3, '\n');
    let (Some(name), Some(status), Some(body)) = (parts.next(), parts.next(), parts.next()) else { return Corpus::Reject };
    let Some(call) = CALLS.iter().find(|call| call.name == name) else { return Corpus::Reject };
    let Ok(status) = status.parse() else { return Corpus::Reject };
    if let Err(error) = call.answer(status, body) {
        // What is refused can be told, and in few words, however large the answer was.
        assert!(error.to_string().len() < 4_096, "{} characters of error", error.to_string().len());
    }
    Corpus::Keep
});
