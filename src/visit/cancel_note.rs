//! Why a cancellation failed, in words that stay on the page.

use crate::domain::visit::Visit;
use crate::resource::{Remote, Resource};
use crate::text::{Text, use_text};
use leptos::prelude::*;

/// The failure of an attempt to cancel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CancelFailure {
    pub reason: String,
    /// Whether the visit may have been cancelled all the same.
    pub leaves_doubt: bool,
}

/// Says why a visit was not cancelled, until the next attempt. The visit is fetched again after a failure: it is said to stand
/// only if it does.
#[component]
pub fn CancelNote(failure: RwSignal<Option<CancelFailure>>, visit: Resource<Option<Visit>>) -> impl IntoView {
    let text = use_text();
    let words = move || failure.get().map(|failure| visit.with(|visit| sentence(text, failure, visit))).unwrap_or_default();
    view! { <p class="cancel-note" role="alert">{move || words()}</p> }
}

fn sentence(text: Text, CancelFailure { reason, leaves_doubt }: CancelFailure, visit: Remote<&Option<Visit>>) -> String {
    let status = match visit {
        Remote::Waiting | Remote::Ready(None) => return String::new(),
        Remote::Failed(_) => return reason,
        Remote::Ready(Some(visit)) => &visit.status,
    };
    if leaves_doubt {
        return text.cancel_lost().to_owned();
    }
    match status {
        status if status.is_upcoming() => text.still_stands(&reason),
        // The page shows how it ended.
        status if status.is_over() => String::new(),
        _ => reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::Status;
    use crate::text::{Locale, Reader};

    fn failure(leaves_doubt: bool) -> CancelFailure {
        CancelFailure { reason: "系统维护中".into(), leaves_doubt }
    }

    #[test]
    fn only_a_visit_that_stands_is_said_to_stand() {
        let text = Text::of(Locale::Chinese);
        let refused = || failure(false);
        let said = |status| sentence(text, refused(), Remote::Ready(&Some(Visit::standing(status))));
        for status in Status::KNOWN {
            let expected = if status.is_upcoming() { "没有取消，预约仍然有效：系统维护中" } else { "" };
            assert_eq!(said(status.clone()), expected, "{status:?}");
        }
        assert_eq!(said(Status::Unknown("复核中".into())), "系统维护中");
        assert_eq!(sentence(text, refused(), Remote::Waiting) + &sentence(text, refused(), Remote::Ready(&None)), "");
    }

    #[test]
    fn a_lost_answer_is_in_doubt_and_a_host_reads_of_a_visit() {
        let text = Text::of(Locale::Chinese);
        let lost = sentence(text, failure(true), Remote::Ready(&Some(Visit::standing(Status::Normal))));
        assert_eq!(lost, text.cancel_unknown());
        let host = text.for_reader(Reader::Employee);
        let refused = sentence(host, failure(false), Remote::Ready(&Some(Visit::standing(Status::Normal))));
        assert!(refused.starts_with("没有取消，来访仍然有效："), "{refused}");
    }
}
