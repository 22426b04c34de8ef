use super::*;
use crate::domain::id::OrderId;
use crate::domain::visit::Status;

fn visit(id: usize) -> Decidable {
    let order = OrderId::parse(&id.to_string()).unwrap();
    Decidable { id: HostVisitId::Order(order.clone()), order, visitor_name: format!("访客{id}"), areas: Vec::new() }
}

fn visits(ids: std::ops::Range<usize>) -> Vec<Decidable> {
    ids.map(visit).collect()
}

fn approve() -> Decision {
    Decision::Approve(Vec::new())
}

fn failed() -> Outcome {
    Outcome::Failed("网络不通".into())
}

/// Decided at 0, on the bookings from 0 on.
fn desk(count: usize) -> (DecisionQueue, Number) {
    let mut desk = DecisionQueue::default();
    let number = desk.decide(approve(), visits(0..count), 0).unwrap();
    (desk, number)
}

fn sent(desk: &mut DecisionQueue, number: Number) -> Vec<usize> {
    std::iter::from_fn(|| desk.take_parcel(number)).map(|parcel| parcel.visits.len()).collect()
}

#[test]
fn a_decision_is_held_for_four_seconds() {
    let (mut desk, number) = desk(1);
    assert_eq!((desk.release_due(number, HOLD - 1), desk.take_parcel(number)), (false, None));
    assert_eq!((desk.release_due(number, HOLD), sent(&mut desk, number)), (true, vec![1]));
    assert!(!desk.release_due(number, 2 * HOLD), "its time is over once");
}

#[test]
fn a_clock_that_is_set_back_does_not_hold_it_for_ever() {
    let mut desk = DecisionQueue::default();
    let number = desk.decide(approve(), visits(0..1), 1_000_000).unwrap();
    assert!(desk.release_due(number, 500));
}

#[test]
fn what_is_undone_is_never_sent() {
    let (mut desk, number) = desk(2);
    assert!(desk.undo(number));
    desk.release_all();
    assert_eq!((sent(&mut desk, number), desk.undo(number)), (vec![], false));
    assert_eq!(desk.progress(&visit(0).id), DecisionState::Open);
}

#[test]
fn what_is_sent_cannot_be_undone() {
    let (mut desk, number) = desk(1);
    desk.release_all();
    assert!(!desk.undo(number));
    assert_eq!(sent(&mut desk, number), [1]);
}

#[test]
fn nothing_is_sent_twice() {
    let (mut desk, number) = desk(2);
    assert_eq!(desk.decide(approve(), visits(0..2), 1), None, "tapped twice");
    let third = desk.decide(approve(), visits(1..3), 1).unwrap();
    desk.release_all();
    desk.release_all();
    assert_eq!((sent(&mut desk, number), sent(&mut desk, third)), (vec![2], vec![1]), "only the new one");
    assert_eq!(desk.decide(approve(), visits(0..3), 2), None, "all are under way");
}

#[test]
fn many_go_in_parcels() {
    let (mut desk, number) = desk(2 * LONGEST_PARCEL + 1);
    desk.release_all();
    assert_eq!(sent(&mut desk, number), [LONGEST_PARCEL, LONGEST_PARCEL, 1]);
}

#[test]
fn outcomes_are_told_one_by_one_and_once() {
    let (mut desk, number) = desk(3);
    desk.settle(number, &visit(0).id, Outcome::Done);
    assert_eq!(desk.matter(number).unwrap().done(), 0, "it has not been sent");
    desk.release_all();
    sent(&mut desk, number);
    desk.settle(number, &visit(0).id, Outcome::Done);
    desk.settle(number, &visit(0).id, failed());
    desk.settle(number, &visit(1).id, Outcome::Overtaken(Status::Normal));
    assert_eq!(desk.progress(&visit(0).id), DecisionState::Settled(&Outcome::Done));
    assert_eq!(desk.progress(&visit(2).id), DecisionState::Sending(&approve()));
    let matter = desk.matter(number).unwrap();
    assert_eq!((matter.size(), matter.done(), matter.surprises().count(), matter.is_settled()), (3, 1, 1, false));
}

#[test]
fn only_what_failed_is_tried_again_and_looked_at_first() {
    let (mut desk, number) = desk(4);
    desk.release_all();
    desk.retry(number);
    sent(&mut desk, number);
    let outcomes = [Outcome::Done, Outcome::Overtaken(Status::Normal), Outcome::Forbidden("无权".into()), failed()];
    for (id, outcome) in outcomes.into_iter().enumerate() {
        desk.settle(number, &visit(id).id, outcome);
    }
    desk.retry(number);
    let parcel = desk.take_parcel(number).unwrap();
    assert_eq!((parcel.visits, parcel.is_repeated, desk.take_parcel(number)), (vec![visit(3)], true, None));
    desk.settle(number, &visit(3).id, Outcome::Done);
    assert_eq!((desk.matter(number).unwrap().done(), desk.matter(number).unwrap().has_failed()), (2, false));
}

#[test]
fn what_has_been_read_goes_and_what_is_under_way_stays() {
    let (mut desk, number) = desk(1);
    desk.dismiss(number);
    assert_eq!(desk.matters().len(), 1);
    desk.release_all();
    sent(&mut desk, number);
    desk.settle(number, &visit(0).id, Outcome::Done);
    desk.dismiss(number);
    assert_eq!(desk, DecisionQueue { matters: Vec::new(), last: number });
}

#[test]
fn who_decides_anew_forgets_what_was_told_before() {
    let (mut desk, number) = desk(2);
    desk.release_all();
    sent(&mut desk, number);
    desk.settle(number, &visit(0).id, failed());
    desk.settle(number, &visit(1).id, Outcome::Done);
    let again = desk.decide(approve(), visits(0..1), 9).unwrap();
    assert_eq!(desk.progress(&visit(0).id), DecisionState::Held(&approve()));
    assert_eq!((desk.matter(number).unwrap().size(), desk.matter(again).unwrap().size()), (1, 1));
}
