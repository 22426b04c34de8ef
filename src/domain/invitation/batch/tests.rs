use super::*;
use crate::domain::delivery::Delivery;
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

fn batch(count: usize) -> InvitationBatch {
    InvitationBatch::new((0..count).map(invitation).collect())
}

/// The server's answer to the one at that place.
fn deliver(batch: &mut InvitationBatch, place: usize, delivery: Delivery<InvitationId>) {
    batch.settle(place, SubmitState::after_delivery(delivery));
}

/// What the list said of the one at that place; none where it could not be read.
fn look(batch: &mut InvitationBatch, place: usize, list: Option<&[Sent]>) {
    batch.settle(place, SubmitState::after_lookup(batch.look_up(place, list)));
}

/// Sends whatever is to be sent; gives the places that were sent, in order.
fn send_all(batch: &mut InvitationBatch, answer: impl Fn(usize) -> Delivery<InvitationId>) -> Vec<usize> {
    let mut sent = Vec::new();
    while let Some(Step::Send(place, invitation)) = batch.step() {
        assert_eq!(invitation, self::invitation(place));
        assert_eq!(batch.step(), None, "one after another");
        sent.push(place);
        deliver(batch, place, answer(place));
    }
    sent
}

#[test]
fn a_group_of_five_with_one_failing_sends_only_the_failed_one_again() {
    let mut batch = batch(5);
    let refuse_third =
        |place: usize| if place == 2 { Delivery::Refused("系统繁忙".into()) } else { Delivery::Accepted(id(&place.to_string())) };
    assert_eq!(send_all(&mut batch, refuse_third), [0, 1, 2, 3, 4]);
    assert_eq!((batch.count_sent(), batch.count_failed(), batch.is_under_way()), (4, 1, false));
    (0..5).for_each(|place| batch.retry(place));
    assert_eq!(send_all(&mut batch, |_| Delivery::Accepted(id("again"))), [2]);
    assert!(batch.is_all_sent());
    batch.retry_all();
    assert_eq!(batch.step(), None, "what was sent is never sent twice");
}

#[test]
fn a_lost_answer_is_looked_for_before_it_may_be_sent_again() {
    let mut batch = batch(2);
    assert!(matches!(batch.step(), Some(Step::Send(0, _))));
    deliver(&mut batch, 0, Delivery::AnswerLost);
    batch.retry_all();
    assert!(matches!(batch.step(), Some(Step::LookUp(0, _))), "before anything else is sent");
    look(&mut batch, 0, None);
    assert_eq!(batch.entries[0].state, EntryState::Begun(SubmitState::InDoubt));
    batch.retry(0);
    assert_eq!(batch.entries[0].state, EntryState::Begun(SubmitState::InDoubt), "not before it was looked for");
    assert_eq!(send_all(&mut batch, |_| Delivery::Accepted(id("b"))), [1]);
    batch.look_again(0);
    look(&mut batch, 0, Some(&[listed(1, "b"), listed(0, "a")]));
    assert_eq!(batch.entries[0].state, EntryState::Begun(SubmitState::Arrived(id("a"))));
}

#[test]
fn what_is_not_in_the_list_may_come_later_or_be_sent_again() {
    let mut batch = batch(1);
    batch.step();
    deliver(&mut batch, 0, Delivery::AnswerLost);
    let withdrawn = Sent { status: SentStatus::Single(Status::WithdrawnByEmployee), ..listed(0, "old") };
    look(&mut batch, 0, Some(&[withdrawn, listed(1, "other")]));
    assert_eq!(batch.entries[0].state, EntryState::Begun(SubmitState::NotFoundYet));
    batch.retry_all();
    assert_eq!(batch.step(), None, "only on its own, after a warning");
    let mut later = batch.clone();
    later.find_later(&[listed(0, "late")]);
    assert!(later.is_all_sent());
    batch.find_later(&[listed(1, "other")]);
    batch.retry(0);
    assert!(matches!(batch.step(), Some(Step::Send(0, _))));
}

#[test]
fn an_earlier_invitation_of_the_same_visit_is_not_taken_for_the_lost_one() {
    let mut batch = batch(1);
    batch.earlier = vec![id("old")];
    batch.step();
    deliver(&mut batch, 0, Delivery::AnswerLost);
    look(&mut batch, 0, Some(&[listed(0, "old")]));
    assert_eq!(batch.entries[0].state, EntryState::Begun(SubmitState::NotFoundYet));
}

#[test]
fn who_leaves_midway_finds_what_was_done_and_what_was_not() {
    let mut batch = batch(3);
    batch.step();
    deliver(&mut batch, 0, Delivery::Accepted(id("a")));
    batch.step();
    batch.abandon();
    let states: Vec<&EntryState> = batch.entries.iter().map(|entry| &entry.state).collect();
    assert_eq!(
        states,
        [&EntryState::Begun(SubmitState::Arrived(id("a"))), &EntryState::Begun(SubmitState::InDoubt), &EntryState::NotBegun]
    );
    assert!(!batch.is_under_way());
    batch.retry_all();
    assert!(matches!(batch.step(), Some(Step::Send(2, _))));
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    let mut batch = batch(1);
    batch.step();
    deliver(&mut batch, 0, Delivery::Accepted(id("a")));
    deliver(&mut batch, 0, Delivery::AnswerLost);
    look(&mut batch, 0, None);
    assert_eq!(batch.entries[0].state, EntryState::Begun(SubmitState::Arrived(id("a"))));
}
