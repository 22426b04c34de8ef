//! Whether a page is to be complained of.

use super::faults::Trouble;
use super::instead;
use super::walker::{Encounter, Seen, without_numbers};

/// Fewer letters are no sentence.
const BLANK: usize = 8;

/// What is wrong with a page, whatever happened to its calls.
pub fn complaints_about(seen: &Seen) -> Vec<String> {
    let mut complaints = Vec::new();
    if !seen.is_settled {
        complaints.push(format!("it does not come to rest, {}; it shows {}", seen.waiting, seen.text));
    }
    if seen.is_broken {
        complaints.push(format!("the program broke off: {}", seen.text));
    }
    if seen.text.chars().count() < BLANK {
        complaints.push(format!("it is blank but for “{}”", seen.text));
    }
    complaints
}

/// What is wrong with a page whose call failed, and after it.
pub fn complaints(failing: &str, trouble: Trouble, whole: &Seen, met: &Encounter) -> Vec<String> {
    let mut complaints = complaints_about(&met.seen);
    let names_it = trouble.sentences().iter().any(|sentence| met.seen.text.contains(&without_numbers(sentence)));
    if !names_it && met.seen.text != whole.text && !instead::is_as_agreed(failing, trouble, &whole.text, &met.seen.text) {
        complaints.push(format!("no word of the trouble: {} — {:?}", met.seen.text, met.seen.controls));
    }
    // A page that is whole leads on as it does without a fault.
    if met.seen.controls.is_empty() && met.seen.text != whole.text {
        complaints.push(format!("there is no way on: {}", met.seen.text));
    }
    if met.afterwards.text != whole.text {
        let way = if met.is_retried { "a retry" } else { "opening it again" };
        complaints.push(format!("{way} does not show the page in whole: {} — instead of {}", met.afterwards.text, whole.text));
    }
    complaints
}
