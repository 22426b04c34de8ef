//! Two bookings that are meant as one: a browser or a proxy may send a call twice by itself.

use super::Visit;

/// How far apart two bookings count as sent in one go, in milliseconds.
const IN_ONE_GO: i64 = 60_000;

/// The later one of two equal bookings that were made seconds apart and are both to come.
pub fn later_twin(visits: &[Visit]) -> Option<&Visit> {
    visits.iter().enumerate().find_map(|(place, visit)| {
        let twin = visits.iter().skip(place + 1).find(|other| are_twins(visit, other))?;
        Some(if visit.booked_at > twin.booked_at { visit } else { twin })
    })
}

fn are_twins(one: &Visit, other: &Visit) -> bool {
    let (Some(first), Some(second)) = (one.booked_at, other.booked_at) else { return false };
    let same_visit = one.stay.is_some() && one.stay == other.stay && one.host == other.host && one.purpose == other.purpose;
    let same_visitor = one.visitor_name == other.visitor_name && one.visitor_phone == other.visitor_phone;
    let in_one_go = (first.unix_millis() - second.unix_millis()).abs() < IN_ONE_GO;
    let both_to_come = one.status.is_upcoming() && other.status.is_upcoming();
    one.order != other.order && same_visit && same_visitor && in_one_go && both_to_come
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OrderId;
    use crate::domain::time::SiteTime;
    use crate::domain::visit::{Status, Stay};

    fn booked(order: &str, at: &str) -> Visit {
        let start = SiteTime::parse("2026-11-22 10:00").unwrap();
        Visit {
            order: OrderId::parse(order).unwrap(),
            stay: Some(Stay { start, end: start.plus_minutes(60) }),
            booked_at: SiteTime::parse(at),
            ..Visit::standing(Status::WaitingApproval)
        }
    }

    #[test]
    fn equal_bookings_seconds_apart_are_twins() {
        let (first, second) = (booked("1", "2026-11-21 09:00:01"), booked("2", "2026-11-21 09:00:04"));
        assert_eq!(later_twin(&[first.clone(), second.clone()]), Some(&second));
        assert_eq!(later_twin(&[second.clone(), first.clone()]), Some(&second));
        let later = booked("2", "2026-11-21 09:05:00");
        let cancelled = Visit { status: Status::CancelledByVisitor, ..second.clone() };
        let somebody_else_s = Visit { visitor_name: "李雷".into(), ..second };
        for other in [first.clone(), later, cancelled, somebody_else_s] {
            assert_eq!(later_twin(&[first.clone(), other]), None);
        }
    }
}
