use super::*;
use crate::domain::id::{AreaId, OrderId};
use crate::domain::invitation::sent::{Invited, SentStatus};
use crate::domain::person::Phone;
use crate::domain::time::SiteTime;
use crate::domain::visit::{HostVisitId, Status, Stay};

fn id(text: &str) -> InvitationId {
    InvitationId::parse(text).unwrap()
}

pub fn invitation(number: usize) -> Invitation {
    let at = |text: &str| SiteTime::parse(text).unwrap();
    Invitation {
        name: format!("访客{number}"),
        phone: Phone::parse(&format!("1390000000{number}")).unwrap(),
        stay: Stay { start: at("2026-11-22 10:00"), end: at("2026-11-22 12:00") },
        purpose: "参观交流".into(),
        visitor_type: None,
        areas: vec![AreaId::parse("A01").unwrap()],
    }
}

fn listed(number: usize, order: &str) -> Sent {
    let Invitation { name, phone, stay, purpose, .. } = invitation(number);
    Sent {
        id: id(order),
        visit: HostVisitId::Order(OrderId::parse(order).unwrap()),
        status: SentStatus::Single(Status::Inviting),
        stay: Some(stay),
        purpose,
        guests: vec![Invited { name, phone: phone.as_str().into(), company: String::new(), status: Status::Inviting }],
    }
}

fn round(count: usize) -> Round {
    Round::new((0..count).map(invitation).collect())
}

/// Sends whatever is to be sent; gives the places that were sent, in order.
fn send_all(round: &mut Round, answer: impl Fn(usize) -> Delivery) -> Vec<usize> {
    let mut sent = Vec::new();
    while let Some(Step::Send(place, invitation)) = round.step() {
        assert_eq!(invitation, self::invitation(place));
        assert_eq!(round.step(), None, "one after another");
        sent.push(place);
        round.deliver(place, answer(place));
    }
    sent
}

#[test]
fn a_group_of_five_with_one_failing_sends_only_the_failed_one_again() {
    let mut round = round(5);
    let refuse_third =
        |place: usize| if place == 2 { Delivery::Refused("系统繁忙".into()) } else { Delivery::Accepted(id(&place.to_string())) };
    assert_eq!(send_all(&mut round, refuse_third), [0, 1, 2, 3, 4]);
    assert_eq!((round.count_sent(), round.count_failed(), round.is_under_way()), (4, 1, false));
    (0..5).for_each(|place| round.retry(place));
    assert_eq!(send_all(&mut round, |_| Delivery::Accepted(id("again"))), [2]);
    assert!(round.is_all_sent());
    round.retry_all();
    assert_eq!(round.step(), None, "what was sent is never sent twice");
}

#[test]
fn a_lost_answer_is_looked_for_before_it_may_be_sent_again() {
    let mut round = round(2);
    assert!(matches!(round.step(), Some(Step::Send(0, _))));
    round.deliver(0, Delivery::AnswerLost);
    round.retry_all();
    assert!(matches!(round.step(), Some(Step::Look(0, _))), "before anything else is sent");
    round.look(0, None);
    assert_eq!(round.entries[0].progress, EntryState::InDoubt);
    round.retry(0);
    assert_eq!(round.entries[0].progress, EntryState::InDoubt, "not before it was looked for");
    assert_eq!(send_all(&mut round, |_| Delivery::Accepted(id("b"))), [1]);
    round.look_again(0);
    round.look(0, Some(&[listed(1, "b"), listed(0, "a")]));
    assert_eq!(round.entries[0].progress, EntryState::Sent(id("a")));
}

#[test]
fn what_is_not_in_the_list_did_not_arrive_and_may_be_sent_again() {
    let mut round = round(1);
    round.step();
    round.deliver(0, Delivery::AnswerLost);
    let withdrawn = Sent { status: SentStatus::Single(Status::WithdrawnByEmployee), ..listed(0, "old") };
    round.look(0, Some(&[withdrawn, listed(1, "other")]));
    assert_eq!(round.entries[0].progress, EntryState::Failed(Failure::NotArrived));
    round.retry(0);
    assert!(matches!(round.step(), Some(Step::Send(0, _))));
}

#[test]
fn an_earlier_invitation_of_the_same_visit_is_not_taken_for_the_lost_one() {
    let mut round = round(1);
    round.earlier = vec![id("old")];
    round.step();
    round.deliver(0, Delivery::AnswerLost);
    round.look(0, Some(&[listed(0, "old")]));
    assert_eq!(round.entries[0].progress, EntryState::Failed(Failure::NotArrived));
}

#[test]
fn who_leaves_midway_finds_what_was_done_and_what_was_not() {
    let mut round = round(3);
    round.step();
    round.deliver(0, Delivery::Accepted(id("a")));
    round.step();
    round.abandon();
    let progress: Vec<&EntryState> = round.entries.iter().map(|entry| &entry.progress).collect();
    assert_eq!(progress, [&EntryState::Sent(id("a")), &EntryState::InDoubt, &EntryState::Failed(Failure::NotBegun)]);
    assert!(!round.is_under_way());
    round.retry_all();
    assert!(matches!(round.step(), Some(Step::Send(2, _))));
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    let mut round = round(1);
    round.step();
    round.deliver(0, Delivery::Accepted(id("a")));
    round.deliver(0, Delivery::AnswerLost);
    round.look(0, None);
    assert_eq!(round.entries[0].progress, EntryState::Sent(id("a")));
}
