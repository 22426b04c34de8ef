//! Why a cancellation failed, in words that stay on the page.

use crate::api::error::ApiError;
use crate::domain::visit::Visit;
use crate::resource::{Remote, Resource};
use crate::text::{Text, use_text};
use leptos::prelude::*;

/// The failure of the last attempt to cancel; none before the first, and after one that succeeded.
pub type CancelFailure = RwSignal<Option<ApiError>>;

/// Says why a visit was not cancelled, until the next attempt. Whoever cancels has the visit fetched again: only that one
/// still stands is said of a visit that does.
#[component]
pub fn CancelNote(failure: CancelFailure, visit: Resource<Option<Visit>>) -> impl IntoView {
    let text = use_text();
    let words = move || failure.get().map(|error| visit.with(|visit| sentence(text, &error, visit))).unwrap_or_default();
    view! { <p class="cancel-note" role="alert">{move || words()}</p> }
}

fn sentence(text: Text, error: &ApiError, visit: Remote<&Option<Visit>>) -> String {
    let status = match visit {
        Remote::Waiting | Remote::Ready(None) => return String::new(),
        Remote::Failed(_) => return text.failure(error),
        Remote::Ready(Some(visit)) => &visit.status,
    };
    if error.leaves_doubt() {
        return text.cancel_lost().to_owned();
    }
    let reason = text.failure(error);
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

    #[test]
    fn only_a_visit_that_stands_is_said_to_stand() {
        let text = Text::of(Locale::Chinese);
        let refused = ApiError::Refused { code: "17".into(), message: "系统维护中".into() };
        let said = |status| sentence(text, &refused, Remote::Ready(&Some(Visit::standing(status))));
        for status in Status::KNOWN {
            let expected = if status.is_upcoming() { "没有取消，预约仍然有效：系统维护中" } else { "" };
            assert_eq!(said(status.clone()), expected, "{status:?}");
        }
        assert_eq!(said(Status::Unknown("复核中".into())), "系统维护中");
        assert_eq!(sentence(text, &refused, Remote::Failed(ApiError::Unreachable)), "系统维护中");
        assert_eq!(sentence(text, &refused, Remote::Waiting) + &sentence(text, &refused, Remote::Ready(&None)), "");
    }

    #[test]
    fn a_lost_answer_is_in_doubt_and_a_host_reads_of_a_visit() {
        let text = Text::of(Locale::Chinese);
        let lost = sentence(text, &ApiError::Unreachable, Remote::Ready(&Some(Visit::standing(Status::Normal))));
        assert_eq!(lost, text.cancel_unknown());
        let host = text.for_reader(Reader::Employee);
        let refused = sentence(host, &ApiError::Status(403), Remote::Ready(&Some(Visit::standing(Status::Normal))));
        assert!(refused.starts_with("没有取消，来访仍然有效："), "{refused}");
    }
}
