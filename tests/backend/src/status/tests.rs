//! The table of moves, number by number.

use super::{Status, Transition};
use chrono::{DateTime, FixedOffset};

const MOVES: [Transition; 11] = [
    Transition::Approve,
    Transition::Reject,
    Transition::Change,
    Transition::CancelByVisitor,
    Transition::CancelByHost,
    Transition::Arrive,
    Transition::SignOut,
    Transition::Accept,
    Transition::AcceptApproved,
    Transition::Withdraw,
    Transition::Decline,
];

/// Every legal move, by numbers: from, move, to. What is not here is illegal.
const LEGAL: [(u8, Transition, u8); 18] = [
    (0, Transition::Approve, 1),
    (0, Transition::Reject, 4),
    (0, Transition::Change, 0),
    (4, Transition::Change, 0),
    (0, Transition::CancelByVisitor, 15),
    (1, Transition::CancelByVisitor, 15),
    (2, Transition::CancelByVisitor, 15),
    (0, Transition::CancelByHost, 14),
    (1, Transition::CancelByHost, 14),
    (2, Transition::CancelByHost, 14),
    (1, Transition::Arrive, 8),
    (2, Transition::Arrive, 8),
    (8, Transition::SignOut, 6),
    (7, Transition::SignOut, 6),
    (10, Transition::Accept, 0),
    (10, Transition::AcceptApproved, 1),
    (10, Transition::Withdraw, 12),
    (10, Transition::Decline, 13),
];

#[test]
fn exactly_the_legal_moves_are_allowed() {
    for from in Status::ALL {
        for wanted in MOVES {
            let expected = LEGAL.iter().find(|(number, legal, _)| *number == from.number() && *legal == wanted);
            let found = from.after(wanted).ok().map(Status::number);
            assert_eq!(found, expected.map(|(_, _, to)| *to), "{from:?} {wanted:?}");
        }
    }
}

#[test]
fn numbers_are_those_of_the_documents() {
    let numbers: Vec<u8> = Status::ALL.into_iter().map(Status::number).collect();
    assert_eq!(numbers, (0..16).collect::<Vec<u8>>());
}

/// A visit on the 10th, 14:00 to 16:00, looked at on the given day and hour.
fn looked_at(status: u8, when: &str) -> u8 {
    let time = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
    let now: DateTime<FixedOffset> = time(&format!("2026-03-{when}:00+08:00"));
    let status = Status::ALL[usize::from(status)];
    status.at(now, time("2026-03-10T14:00:00+08:00"), time("2026-03-10T16:00:00+08:00")).number()
}

#[test]
fn time_passes_as_the_documents_say() {
    let table = [
        (0, "10T15:00", 0),
        (0, "10T16:01", 9),
        (1, "10T14:00", 1),
        (1, "10T14:01", 2),
        (1, "10T16:01", 3),
        (2, "10T16:01", 3),
        (8, "10T16:00", 8),
        (8, "10T16:01", 7),
        (7, "10T23:59", 7),
        (7, "11T00:00", 5),
        (8, "11T00:00", 5),
        (10, "10T15:00", 10),
        (10, "10T16:01", 11),
    ];
    for (from, when, to) in table {
        assert_eq!(looked_at(from, when), to, "{from} at {when}");
    }
}

#[test]
fn what_is_over_stays_as_it_is() {
    for status in [3, 4, 5, 6, 9, 11, 12, 13, 14, 15] {
        assert_eq!(looked_at(status, "20T00:00"), status);
    }
}

#[test]
fn only_a_living_visit_has_a_pass() {
    let passes: Vec<u8> = Status::ALL.into_iter().filter(|status| status.has_pass()).map(Status::number).collect();
    assert_eq!(passes, [1, 2, 8]);
}
