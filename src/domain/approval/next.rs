//! Which visit is to be decided on after another.

use crate::domain::host_visit::HostVisitSummary;
use crate::domain::visit::HostVisitId;

/// The first visit after the decided one that can be decided on, else the nearest before it.
pub fn next_open(rows: &[HostVisitSummary], decided: &HostVisitId, may_decide: impl Fn(&HostVisitId) -> bool) -> Option<HostVisitId> {
    let (before, after) = match rows.iter().position(|row| row.id == *decided) {
        Some(place) => (rows.get(..place).unwrap_or_default(), rows.get(place + 1..).unwrap_or_default()),
        None => (&[][..], rows),
    };
    let is_open = |row: &&HostVisitSummary| row.status.may_be_decided() && may_decide(&row.id);
    after.iter().find(is_open).or_else(|| before.iter().rev().find(is_open)).map(|row| row.id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OrderId;
    use crate::domain::visit::Status;

    fn id(number: usize) -> HostVisitId {
        HostVisitId::Order(OrderId::parse(&number.to_string()).unwrap())
    }

    #[test]
    fn the_next_one_down_that_is_open_and_at_the_end_the_nearest_above() {
        let mut rows: Vec<HostVisitSummary> = (1..=5).map(|number| HostVisitSummary::with_id(id(number))).collect();
        rows[2].status = Status::Normal;
        let next = |decided: usize, frozen: &[usize]| next_open(&rows, &id(decided), |row| frozen.iter().all(|number| *row != id(*number)));
        assert_eq!(next(1, &[1]), Some(id(2)));
        assert_eq!(next(2, &[2]), Some(id(4)), "3 is decided on");
        assert_eq!(next(2, &[2, 4]), Some(id(5)));
        assert_eq!(next(5, &[5]), Some(id(4)));
        assert_eq!(next(4, &[4, 5]), Some(id(2)));
        assert_eq!(next(9, &[]), Some(id(1)), "a visit that is not in the list");
        assert_eq!(next(1, &[1, 2, 4, 5]), None);
    }
}
