use super::*;
use crate::domain::approval::area::AreaGrant;
use crate::domain::hold::HOLD_MILLIS;
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
    Decision::Approve(AreaGrant::AsRequested)
}

fn failed() -> Outcome {
    Outcome::Failed("网络不通".into())
}

/// Decided at 0, on the bookings from 0 on.
fn queue(count: usize) -> (DecisionQueue, DecisionNumber) {
    let mut queue = DecisionQueue::default();
    let number = queue.decide(approve(), visits(0..count), 0).unwrap();
    (queue, number)
}

fn sent(queue: &mut DecisionQueue, number: DecisionNumber) -> Vec<usize> {
    std::iter::from_fn(|| queue.take_batch(number)).map(|batch| batch.visits.len()).collect()
}

#[test]
fn a_decision_is_held_for_four_seconds() {
    let (mut queue, number) = queue(1);
    assert_eq!((queue.release_due(number, HOLD_MILLIS - 1), queue.take_batch(number)), (false, None));
    assert_eq!((queue.release_due(number, HOLD_MILLIS), sent(&mut queue, number)), (true, vec![1]));
    assert!(!queue.release_due(number, 2 * HOLD_MILLIS), "its time is over once");
}

#[test]
fn a_clock_that_is_set_back_does_not_hold_it_for_ever() {
    let mut queue = DecisionQueue::default();
    let number = queue.decide(approve(), visits(0..1), 1_000_000).unwrap();
    assert!(queue.release_due(number, 500));
}

#[test]
fn what_is_undone_is_never_sent() {
    let (mut queue, number) = queue(2);
    assert!(queue.undo(number));
    queue.release_all();
    assert_eq!((sent(&mut queue, number), queue.undo(number)), (vec![], false));
    assert_eq!(queue.state(&visit(0).id), DecisionState::Open);
}

#[test]
fn what_is_sent_cannot_be_undone() {
    let (mut queue, number) = queue(1);
    queue.release_all();
    assert!(!queue.undo(number));
    assert_eq!(sent(&mut queue, number), [1]);
}

#[test]
fn nothing_is_sent_twice() {
    let (mut queue, number) = queue(2);
    assert_eq!(queue.decide(approve(), visits(0..2), 1), None, "tapped twice");
    let third = queue.decide(approve(), visits(1..3), 1).unwrap();
    queue.release_all();
    queue.release_all();
    assert_eq!((sent(&mut queue, number), sent(&mut queue, third)), (vec![2], vec![1]), "only the new one");
    assert_eq!(queue.decide(approve(), visits(0..3), 2), None, "all are under way");
}

#[test]
fn many_go_in_batches() {
    let (mut queue, number) = queue(2 * MAX_BATCH + 1);
    queue.release_all();
    assert_eq!(sent(&mut queue, number), [MAX_BATCH, MAX_BATCH, 1]);
}

#[test]
fn outcomes_come_one_by_one_and_once() {
    let (mut queue, number) = queue(3);
    queue.settle(number, &visit(0).id, Outcome::Done);
    assert_eq!(queue.get(number).unwrap().done(), 0, "it has not been sent");
    queue.release_all();
    sent(&mut queue, number);
    queue.settle(number, &visit(0).id, Outcome::Done);
    queue.settle(number, &visit(0).id, failed());
    queue.settle(number, &visit(1).id, Outcome::Overtaken(Status::Normal));
    assert_eq!(queue.state(&visit(0).id), DecisionState::Settled(Outcome::Done));
    assert_eq!(queue.state(&visit(2).id), DecisionState::Sending);
    let pending = queue.get(number).unwrap();
    assert_eq!((pending.size(), pending.done(), pending.unexpected().count(), pending.is_settled()), (3, 1, 1, false));
}

#[test]
fn only_what_failed_is_tried_again_and_looked_at_first() {
    let (mut queue, number) = queue(4);
    queue.release_all();
    queue.retry(number);
    sent(&mut queue, number);
    let outcomes = [Outcome::Done, Outcome::Overtaken(Status::Normal), Outcome::Forbidden("无权".into()), failed()];
    for (id, outcome) in outcomes.into_iter().enumerate() {
        queue.settle(number, &visit(id).id, outcome);
    }
    queue.retry(number);
    let batch = queue.take_batch(number).unwrap();
    assert_eq!((batch.visits, batch.is_repeated, queue.take_batch(number)), (vec![visit(3)], true, None));
    queue.settle(number, &visit(3).id, Outcome::Done);
    assert_eq!((queue.get(number).unwrap().done(), queue.get(number).unwrap().has_failed()), (2, false));
}

#[test]
fn what_has_been_read_goes_and_what_is_under_way_stays() {
    let (mut queue, number) = queue(1);
    queue.dismiss(number);
    assert_eq!(queue.decisions().len(), 1);
    queue.release_all();
    sent(&mut queue, number);
    queue.settle(number, &visit(0).id, Outcome::Done);
    queue.dismiss(number);
    assert_eq!(queue, DecisionQueue { decisions: Vec::new(), last: number });
}

#[test]
fn who_decides_anew_forgets_the_outcome_before() {
    let (mut queue, number) = queue(2);
    queue.release_all();
    sent(&mut queue, number);
    queue.settle(number, &visit(0).id, failed());
    queue.settle(number, &visit(1).id, Outcome::Done);
    let again = queue.decide(approve(), visits(0..1), 9).unwrap();
    assert_eq!(queue.state(&visit(0).id), DecisionState::Held(DecisionKind::Approve));
    assert_eq!((queue.get(number).unwrap().size(), queue.get(again).unwrap().size()), (1, 1));
}

#[test]
fn new_outcomes_change_the_status_of_their_bookings() {
    let (mut queue, number) = queue(3);
    queue.release_all();
    sent(&mut queue, number);
    queue.settle(number, &visit(0).id, Outcome::Done);
    let seen = queue.outcome_counts();
    assert_eq!(queue.changes_since(&seen), []);
    queue.settle(number, &visit(1).id, failed());
    queue.settle(number, &visit(2).id, Outcome::Overtaken(Status::Returned));
    assert_eq!(queue.changes_since(&seen), [(visit(2).id, Status::Returned)]);
    assert_eq!(queue.changes_since(&[]).len(), 2);
}

#[test]
fn only_what_is_not_on_its_way_may_be_decided() {
    let may = |state: DecisionState| (state.is_open(), state.may_decide());
    assert_eq!(may(DecisionState::Open), (true, true));
    assert_eq!(may(DecisionState::Held(DecisionKind::Return)), (false, false));
    assert_eq!(may(DecisionState::Sending), (false, false));
    assert_eq!(may(DecisionState::Settled(failed())), (true, true));
    assert_eq!(may(DecisionState::Settled(Outcome::Forbidden("无权".into()))), (true, false));
}

#[test]
fn what_is_held_or_sent_is_frozen_and_counted() {
    let (mut queue, number) = queue(2);
    let split = |queue: &DecisionQueue| queue.undecided(visits(0..3), |visit| &visit.id);
    assert_eq!(split(&queue), Undecided { open: vec![visit(2)], frozen: 2 });
    queue.release_all();
    sent(&mut queue, number);
    queue.settle(number, &visit(0).id, failed());
    assert_eq!(split(&queue), Undecided { open: vec![visit(0), visit(2)], frozen: 1 });
}

#[test]
fn after_a_batch_what_failed_stands_before_what_was_overtaken() {
    let (mut queue, number) = queue(4);
    queue.release_all();
    sent(&mut queue, number);
    for (id, outcome) in
        [Outcome::Overtaken(Status::Normal), Outcome::Done, failed(), Outcome::Forbidden("无权".into())].into_iter().enumerate()
    {
        assert_eq!(queue.failed_batches(), [], "it is not over");
        queue.settle(number, &visit(id).id, outcome);
    }
    assert_eq!(queue.failed_batches(), [(number, vec![visit(2).id, visit(3).id])]);
    let names: Vec<_> = queue.get(number).unwrap().unexpected().map(|(visit, _)| visit.visitor_name.as_str()).collect();
    assert_eq!(names, ["访客2", "访客3", "访客0"]);
}
