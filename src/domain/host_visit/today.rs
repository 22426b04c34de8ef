//! What today brings to a host: who comes next, and who is there.

use super::HostVisitSummary;
use crate::domain::time::SiteTime;
use crate::domain::visit::Status;

/// How many of those who come next are named.
pub const NAMED: usize = 3;

/// The figures of a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Today {
    /// How many are still to come today.
    pub to_come: usize,
    /// How many are on site.
    pub on_site: usize,
    /// Who comes next, the earliest first, today or later: those who are late lead.
    pub next: Vec<HostVisitSummary>,
}

/// Groups the visits that are to come or under way, in whatever order the backend lists them.
pub fn today(visits: &[HostVisitSummary], now: SiteTime) -> Today {
    let mut today = Today::default();
    for visit in visits {
        today.on_site += usize::from(visit.status.is_on_site());
        let Some(start) = visit.stay.filter(|stay| stay.end > now).map(|stay| stay.start) else { continue };
        if !matches!(visit.status, Status::Normal | Status::Late) {
            continue;
        }
        // Who was to come yesterday and has time until tomorrow still may come today.
        today.to_come += usize::from(start <= now || start.is_same_day(now));
        let place = today.next.iter().take_while(|other| other.stay.is_some_and(|stay| stay.start <= start)).count();
        today.next.insert(place, visit.clone());
        today.next.truncate(NAMED);
    }
    today
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Batch;
    use crate::domain::visit::{HostVisitId, Stay};

    fn visit(name: &str, status: Status, start: &str, end: &str) -> HostVisitSummary {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        HostVisitSummary {
            id: HostVisitId::Batch(Batch::parse(name).unwrap()),
            order: None,
            status,
            stay: Some(Stay { start: at(start), end: at(end) }),
            visitor_name: name.to_owned(),
            visitor_phone: String::new(),
            visitor_company: String::new(),
            purpose: String::new(),
            people: None,
            areas: Vec::new(),
            remark: String::new(),
            changed_at: None,
        }
    }

    fn names(today: &Today) -> Vec<&str> {
        today.next.iter().map(|visit| visit.visitor_name.as_str()).collect()
    }

    #[test]
    fn the_next_come_in_the_order_of_time_whatever_the_order_of_the_list() {
        let now = SiteTime::parse("2026-11-21 10:00").unwrap();
        let listed = [
            visit("tomorrow", Status::Normal, "2026-11-22 09:00", "2026-11-22 10:00"),
            visit("noon", Status::Normal, "2026-11-21 12:00", "2026-11-21 13:00"),
            visit("later", Status::Normal, "2026-11-23 09:00", "2026-11-23 10:00"),
            visit("late", Status::Late, "2026-11-21 09:00", "2026-11-21 11:00"),
        ];
        let summary = today(&listed, now);
        assert_eq!((names(&summary), summary.to_come, summary.on_site), (vec!["late", "noon", "tomorrow"], 2, 0));
    }

    #[test]
    fn who_is_there_or_will_not_come_is_not_awaited() {
        let now = SiteTime::parse("2026-11-21 10:00").unwrap();
        let listed = [
            visit("here", Status::Arrived, "2026-11-21 09:00", "2026-11-21 11:00"),
            visit("overstayed", Status::OverdueNotSignedOut, "2026-11-20 09:00", "2026-11-20 11:00"),
            visit("missed", Status::Normal, "2026-11-21 08:00", "2026-11-21 09:30"),
            visit("waiting", Status::WaitingApproval, "2026-11-21 12:00", "2026-11-21 13:00"),
            visit("unknown", Status::Unknown("?".into()), "2026-11-21 12:00", "2026-11-21 13:00"),
            HostVisitSummary { stay: None, ..visit("timeless", Status::Normal, "2026-11-21 12:00", "2026-11-21 13:00") },
        ];
        let summary = today(&listed, now);
        assert_eq!((names(&summary), summary.to_come, summary.on_site), (Vec::new(), 0, 2));
        assert_eq!(today(&[], now), Today::default());
    }

    #[test]
    fn a_day_ends_at_midnight_of_the_site() {
        let listed = [visit("night", Status::Normal, "2026-11-22 00:30", "2026-11-22 01:00")];
        let at = |text: &str| today(&listed, SiteTime::parse(text).unwrap()).to_come;
        assert_eq!((at("2026-11-21 23:59"), at("2026-11-22 00:00")), (0, 1));
    }
}
