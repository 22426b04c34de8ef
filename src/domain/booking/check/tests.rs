//! Every rule of the booking form.

use super::*;
use crate::domain::booking::field::{FieldKey, IDENTITY_NUMBER};
use crate::domain::booking::fixture::{choice, complete_form, field, now, person_form, place_form};
use crate::domain::booking::{HostOutcome, HostSearch};
use crate::domain::commitment::Statement;
use crate::domain::id::AreaId;
use crate::domain::venue::Mode;

/// An ECMAScript engine in place of the browser's.
fn fits(pattern: &str, text: &str) -> Option<bool> {
    regress::Regex::new(pattern).ok().map(|regex| regex.find(text).is_some())
}

fn check(form: &Form) -> Result<Submission, Vec<Problem>> {
    form.check(now(), &fits)
}

fn causes(form: &Form) -> Vec<(Spot, Cause)> {
    check(form).err().unwrap_or_default().into_iter().map(|problem| (problem.spot, problem.cause)).collect()
}

fn with_answer(key: &str, text: &str) -> Form {
    let mut form = complete_form();
    form.answers.set_text(&FieldKey::new(key), text.into());
    form
}

fn at(key: &str) -> Spot {
    Spot::Field(FieldKey::new(key))
}

fn with_field(field: Field) -> Form {
    let mut form = complete_form();
    form.fields.push(field);
    form
}

#[test]
fn a_complete_form_becomes_a_submission_with_trimmed_answers() {
    let submission = check(&complete_form()).unwrap();
    assert_eq!((submission.mode(), submission.host().name.as_str()), (Mode::Person, "王建国"));
    assert_eq!(submission.stay().end, SiteTime::parse("2026-11-21 12:00").unwrap());
    assert_eq!(submission.areas().iter().map(AreaId::as_str).collect::<Vec<_>>(), ["gate"]);
    assert_eq!(submission.answers(), [(FieldKey::new("visitorName"), "张晓雯".to_owned())]);
}

#[test]
fn an_empty_form_names_what_is_missing_in_the_order_of_the_screen() {
    let missing = [Spot::Subject, Spot::Start, Spot::End, at("visitorName")].map(|spot| (spot, Cause::Missing));
    assert_eq!(causes(&person_form()), missing);
}

#[test]
fn a_place_needs_no_phone_but_a_choice() {
    assert_eq!(check(&place_form()).unwrap().mode(), Mode::Place);
    let mut form = place_form();
    if let Subject::Place { chosen, .. } = &mut form.subject {
        *chosen = Some(7);
    }
    assert_eq!(causes(&form), [(Spot::Subject, Cause::Missing)]);
}

#[test]
fn a_number_nobody_was_found_by_is_no_host() {
    for outcome in [HostOutcome::NotAsked, HostOutcome::Searching, HostOutcome::Nobody(String::new()), HostOutcome::Unanswered] {
        let form = Form { subject: Subject::Person(HostSearch { phone: "13800000009".into(), outcome }), ..complete_form() };
        assert_eq!(causes(&form), [(Spot::Subject, Cause::HostNotFound)]);
    }
}

#[test]
fn times_lie_ahead_and_in_order() {
    let at_times = |start: &str, end: &str| causes(&Form { start: start.into(), end: end.into(), ..complete_form() });
    // The minute that is running is not in the past yet.
    assert_eq!(at_times("2026-11-21T09:30", "2026-11-21T09:31"), []);
    assert_eq!(at_times("2026-11-21T09:29", "2026-11-21T12:00"), [(Spot::Start, Cause::InThePast)]);
    assert_eq!(at_times("2026-11-21T10:00", "2026-11-21T10:00"), [(Spot::End, Cause::EndsBeforeItStarts)]);
    assert_eq!(at_times("tomorrow", "2026-11-21T10:00"), [(Spot::Start, Cause::NotATime)]);
    assert_eq!(at_times("2026-11-21T09:00", "2026-11-21T08:00"), [(Spot::Start, Cause::InThePast), (Spot::End, Cause::EndsBeforeItStarts)]);
}

#[test]
fn the_end_moves_along_with_the_start_until_it_is_set_later() {
    let mut form = person_form();
    form.set_start("2026-11-21T23:00".into());
    assert_eq!(form.end, "2026-11-22T01:00");
    form.end = "2026-11-23T18:00".into();
    form.set_start("2026-11-22T08:00".into());
    assert_eq!(form.end, "2026-11-23T18:00");
}

#[test]
fn length_counts_characters_not_bytes() {
    assert_eq!(causes(&with_answer("visitorName", "阿卜杜拉")), []);
    assert_eq!(causes(&with_answer("visitorName", "张晓雯小姐")), [(at("visitorName"), Cause::TooLong(4))]);
    assert_eq!(causes(&with_answer("visitorName", "😀😀😀😀")), []);
}

#[test]
fn patterns_are_tested_and_broken_ones_block_nobody() {
    assert_eq!(causes(&with_answer("visitorPhoneNum", "13900000000")), []);
    assert_eq!(causes(&with_answer("visitorPhoneNum", "12345")), [(at("visitorPhoneNum"), Cause::DoesNotFit("请输入11位手机号".into()))]);
    let broken = TextRule { max_length: None, pattern: Some("([".into()) };
    let mut form = with_field(field("x", Kind::Text(broken)));
    form.answers.set_text(&FieldKey::new("x"), "anything".into());
    assert_eq!(causes(&form), []);
}

#[test]
fn only_identity_cards_have_their_number_checked() {
    let numbered = |kind: &str, number: &str| {
        let mut form = with_answer(IDENTITY_TYPE, kind);
        form.answers.set_text(&FieldKey::new(IDENTITY_NUMBER), number.into());
        causes(&form)
    };
    assert_eq!(numbered("111", "11010519491231002X"), []);
    assert_eq!(numbered("111", "110105194912310021"), [(at(IDENTITY_NUMBER), Cause::WrongIdentityNumber)]);
    assert_eq!(numbered("414", "E12345678"), []);
}

#[test]
fn the_second_input_is_required_where_the_first_is() {
    let mut form = with_answer(IDENTITY_TYPE, "111");
    assert_eq!(causes(&form), []);
    form.fields.iter_mut().filter(|field| field.key.as_str() == IDENTITY_TYPE).for_each(|field| field.required = true);
    assert_eq!(causes(&form), [(at(IDENTITY_NUMBER), Cause::Missing)]);
}

#[test]
fn choices_and_dates_take_only_what_they_offer() {
    assert_eq!(causes(&with_answer(IDENTITY_TYPE, "999")), [(at(IDENTITY_TYPE), Cause::NotOffered)]);
    assert_eq!(causes(&with_answer("visitorCustoma", "2026-02-30")), [(at("visitorCustoma"), Cause::NotATime)]);
    assert_eq!(causes(&with_answer("visitorCustoma", "2026-02-28")), []);
    assert_eq!(causes(&with_field(Field { required: true, ..field("y", Kind::Choice(vec![choice("1")])) })), [(at("y"), Cause::Missing)]);
}

#[test]
fn pictures_are_sent_as_addresses_once_they_are_all_there() {
    let key = FieldKey::new("visitorCustomc");
    let with_photos = |all: &[UploadState]| {
        let mut form = complete_form();
        for (id, progress) in (0..).zip(all) {
            form.answers.add_photo(&key, Photo { id, thumbnail: String::new(), progress: progress.clone() });
        }
        form
    };
    let there = |address: &str| UploadState::Uploaded(address.into());
    let submission = check(&with_photos(&[there("/1.jpg"), there("/2.jpg")])).unwrap();
    assert!(submission.answers().contains(&(key.clone(), "/1.jpg,/2.jpg".into())));
    assert_eq!(causes(&with_photos(&[there("/1.jpg"), UploadState::Uploading])), [(at("visitorCustomc"), Cause::StillUploading)]);
    assert_eq!(causes(&with_photos(&[UploadState::Failed])), [(at("visitorCustomc"), Cause::UploadFailed)]);
    assert_eq!(causes(&with_photos(&[there("1"), there("2"), there("3"), there("4")])), [(at("visitorCustomc"), Cause::TooManyPhotos)]);
}

#[test]
fn unknown_kinds_block_only_where_they_are_required() {
    let unknown = || field("z", Kind::Unsupported { show_type: "9".into() });
    let optional = with_field(unknown());
    assert_eq!((causes(&optional), optional.left_out()), (vec![], vec!["z"]));
    assert_eq!(causes(&with_field(Field { required: true, ..unknown() })), [(at("z"), Cause::CannotBeAsked)]);
}

#[test]
fn statements_under_the_form_want_a_yes() {
    let mut form = Form { statements: vec![Statement::Remark("a".into()), Statement::Question("b".into())], ..complete_form() };
    assert_eq!(causes(&form), [(Spot::Statement(1), Cause::NotAgreed)]);
    form.replies.set(1, false);
    assert_eq!(causes(&form), [(Spot::Statement(1), Cause::NotAgreed)]);
    form.replies.set(1, true);
    assert_eq!(causes(&form), []);
}

#[test]
fn changing_the_mode_keeps_what_both_modes_ask() {
    let mut typed = with_answer("visitorPhoneNum", "13900000000");
    typed.toggle_area(&AreaId::parse("lab").unwrap());
    let mut fresh = place_form();
    fresh.answers = Answers::default();
    fresh.fields.retain(|field| field.key.as_str() != "visitorName");
    let carried = typed.carry_over(fresh);
    assert_eq!(carried.subject.mode(), Mode::Place);
    assert_eq!(carried.start, "2026-11-21T10:00");
    assert_eq!(carried.answers.text(&FieldKey::new("visitorPhoneNum")), "13900000000");
    assert_eq!(carried.answers.text(&FieldKey::new("visitorName")), "");
    assert_eq!(carried.chosen_areas.len(), 2);
}

#[test]
fn one_s_own_phone_is_understood_with_spaces_dashes_and_the_country_s_code() {
    let rule = TextRule { pattern: Some(r"^1\d{10}$".to_owned()), max_length: Some(11) };
    for typed in ["138 0000 0001", "138-0000-0001", "+86 138 0000 0001", "0086-13800000001"] {
        let own = Field { kind: Kind::Text(rule.clone()), ..field("visitorPhoneNum", Kind::Date) };
        let mut answers = Answers::default();
        answers.set_text(&own.key, typed.into());
        let mut problems = Vec::new();
        assert_eq!(
            checked_answers(std::slice::from_ref(&own), &answers, &fits, &mut problems),
            [(own.key, "13800000001".to_owned())],
            "{typed}"
        );
        assert_eq!(problems, []);
    }
}
