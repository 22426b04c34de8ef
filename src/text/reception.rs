//! A host's visits, in words.

use super::words::words;

words! {
    ReceptionWords / reception:
    waits_for_me;
    still_to_come;
    on_site;
    on_site_now;
    figures;
    comes_next;
    nobody_comes_title;
    nobody_comes_detail;
    quick_links;
    invite_somebody;
    calendar;
    days_unknown;
    nobody_that_day_title;
    nobody_that_day_detail;
    which_receptions;
    to_receive;
    received;
    nobody_to_receive_title;
    nobody_on_site_title;
    nobody_on_site_detail;
    nobody_received_title;
    nobody_received_detail;
    nobody_found_detail;
    host_visit;
    host_visit_not_found_title;
    host_visit_not_found_detail;
    choose_a_visit;
    arrow_keys;
    about_visitor;
    further_answers;
    cancel_reception;
    cancel_reception_question;
    cancel_reception_note;
    keep_reception;
    reception_cancelled;
    cancel_in_doubt;
    back;
    visitor_count(count: usize);
    /// Why a visit was not cancelled; how it stands is shown below.
    not_cancelled(reason: &str);
    /// Names one after the other.
    list(names: &[String]);
}
