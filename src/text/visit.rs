//! Visits, in words.

use super::words::words;
use super::{Reader, Text};

words! {
    VisitWords / visit:
    my_visits;
    visit;
    booked_twice_title;
    booked_twice_detail;
    no_visits_title;
    no_visits_detail;
    list_needs_identity_title;
    stranger_hint;
    upcoming;
    history;
    which_visits;
    no_history_title;
    no_history_detail;
    no_visit_found_title;
    no_visit_found_detail;
    search_by_host;
    refresh;
    pull_to_refresh;
    release_to_refresh;
    refreshing;
    all_visits_shown;
    no_list_here_title;
    no_list_here_detail;
    visit_not_found_title;
    visit_not_found_detail;
    book_again;
    cancel_visit;
    confirm_cancel;
    keep_visit;
    cancel_question;
    visit_stands(reason: &str);
    cancel_unknown;
    cancelling;
    progress;
    host;
    place;
    department;
    time;
    visitor;
    phone;
    company;
    purpose;
    people;
    car;
    remark;
    time_unknown;
    visit_count(count: usize);
}

impl Text {
    /// Why a visit was not cancelled, which stands.
    pub fn still_stands(self, reason: &str) -> String {
        if self.reader == Reader::Employee { self.not_cancelled(reason) } else { self.visit_stands(reason) }
    }

    /// Nobody knows whether a visit was cancelled.
    pub fn cancel_lost(self) -> &'static str {
        if self.reader == Reader::Employee { self.cancel_in_doubt() } else { self.cancel_unknown() }
    }

    /// Where a visit is to and what for, in one line.
    pub fn purpose_line(self, department: &str, purpose: &str) -> String {
        let between = if department.is_empty() || purpose.is_empty() { "" } else { " · " };
        [department, between, purpose].concat()
    }
}
