//! The booking form, in words.

use super::Text;
use super::words::words;
use crate::domain::booking::photo::Unfit;
use crate::domain::problem::Cause;

words! {
    BookingWords / booking:
    book_a_visit;
    before_you_book;
    park_notice;
    letter;
    agree;
    yes;
    no;
    answered_no;
    closed_title;
    closed_detail;
    whom_to_visit;
    by_person;
    by_place;
    enterprise;
    enterprise_placeholder;
    enterprise_none;
    enterprise_search_failed;
    searching;
    choose_another;
    host_phone;
    host_phone_placeholder;
    looking_for_host;
    host_search_failed;
    choose_place;
    when;
    starts;
    ends;
    /// A stay of so many days is asked about.
    long_stay_question(days: u32);
    long_stay_detail(usual: u32);
    confirm_long_stay;
    change_stay;
    about_you;
    areas;
    optional;
    please_choose;
    not_changeable;
    add_photo;
    retry_photo;
    retake_photo;
    remove_photo;
    view_photo;
    photo;
    photo_uploading;
    photo_failed;
    statements;
    submit;
    submitting;
    checking_arrival;
    in_doubt_title;
    in_doubt_detail;
    check_again;
    unknowable_title;
    unknowable_detail;
    not_found_yet_title;
    not_found_yet_detail;
    /// What was sent: to whom, for when, and at what time.
    sent_at(host: &str, stay: &str, sent: &str);
    refused_title;
    back_to_form;
    send_again;
    sent_title;
    sent_detail;
    checking_change;
    change_in_doubt_detail;
    change_not_found_yet_title;
    change_not_found_yet_detail;
    /// Where a guest without an account hears of the decision; the number is masked.
    told_by_phone(phone: &str);
    told_by_host;
    sent_party_detail;
    changed_title;
    submit_change;
    change_visit;
    not_changeable_now_title;
    not_changeable_now_detail;
    see_the_visit;
    see_my_visits;
    book_another;
    draft_restored;
    start_over;
    question_needs_newer_app;
    /// Somebody was found by the number.
    host_found(name: &str);
    host_not_found;
    /// Optional questions that this program cannot ask.
    left_out(labels: &[&str]);
    /// How many things are wrong, for the toast.
    problem_count(count: usize);

    // What is wrong with one answer.
    missing(label: &str);
    too_long(max: usize);
    find_host_first;
    not_a_date_and_time;
    arrival_in_the_past;
    leaves_before_arrival;
    does_not_fit;
    wrong_identity_number;
    not_offered;
    photo_still_uploading;
    photo_not_uploaded;
    too_many_photos;
    not_agreed;

    // Why a file is not taken.
    file_not_a_picture;
    photo_unreadable;
    photo_unrecognizable;
    photo_too_large;
}

impl Text {
    /// Nobody has the number; the server's words, where it gave any.
    pub fn nobody_found(self, message: &str) -> String {
        let message = if message.trim().is_empty() { self.host_not_found() } else { message };
        message.to_owned()
    }

    /// What is wrong with one answer.
    pub fn problem(self, cause: &Cause, label: &str) -> String {
        let fixed = match cause {
            Cause::Missing => return self.missing(label),
            Cause::TooLong(max) => return self.too_long(*max),
            Cause::DoesNotFit(hint) if !hint.is_empty() => return hint.clone(),
            Cause::NotAPhone => self.not_a_phone(),
            Cause::Twice => self.phone_given_twice(),
            Cause::HostNotFound => self.find_host_first(),
            Cause::NotATime => self.not_a_date_and_time(),
            Cause::InThePast => self.arrival_in_the_past(),
            Cause::EndsBeforeItStarts => self.leaves_before_arrival(),
            Cause::DoesNotFit(_) => self.does_not_fit(),
            Cause::WrongIdentityNumber => self.wrong_identity_number(),
            Cause::NotOffered => self.not_offered(),
            Cause::StillUploading => self.photo_still_uploading(),
            Cause::UploadFailed => self.photo_not_uploaded(),
            Cause::TooManyPhotos => self.too_many_photos(),
            Cause::NotAgreed => self.not_agreed(),
            Cause::CannotBeAsked => self.question_needs_newer_app(),
        };
        fixed.to_owned()
    }

    /// Why a file is not taken.
    pub fn unfit(self, unfit: Unfit) -> &'static str {
        match unfit {
            Unfit::NotAPicture => self.file_not_a_picture(),
            Unfit::Undrawable => self.photo_unreadable(),
            Unfit::Unrecognizable => self.photo_unrecognizable(),
            Unfit::TooLarge => self.photo_too_large(),
        }
    }
}
