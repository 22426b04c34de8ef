//! Visits around now, in all sixteen statuses, so that the site looks alive whenever it starts.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{AGE, DEMO_VISITOR, order_id};
use crate::{
    clock::{midnight_after, midnight_before},
    person::{Caller, Directory, Host},
    settings::Model,
    status::Status,
    visit::{Maker, Plan, Visit},
};

/// When a seeded visit takes place.
#[derive(Debug, Clone, Copy)]
enum When {
    /// That many days from today, from that hour on.
    Day { days: i64, hour: i64, hours: i64 },
    /// Began a while ago and still lasts.
    Lasting,
    /// Ended a while ago, but not before today began.
    JustOver,
}

struct Draft {
    status: Status,
    when: When,
    /// Which of the hosts.
    host: usize,
    purpose: &'static str,
}

/// One visit per status, in the order of the numbers.
const DEMO: [Draft; 16] = [
    draft(Status::WaitingApproval, day(1, 10, 2), 0, "商务洽谈"),
    draft(Status::Normal, day(2, 14, 2), 0, "参观交流"),
    draft(Status::Late, When::Lasting, 1, "商务洽谈"),
    draft(Status::BookingOverdue, day(-1, 9, 2), 1, "送货提货"),
    draft(Status::Returned, day(3, 9, 3), 2, "设备维修"),
    draft(Status::SignedOutBySystem, day(-3, 15, 2), 2, "设备维修"),
    draft(Status::SignedOut, day(-2, 10, 3), 0, "面试"),
    draft(Status::OverdueNotSignedOut, When::JustOver, 2, "设备维修"),
    draft(Status::Arrived, When::Lasting, 0, "参观交流"),
    draft(Status::ApprovalOverdue, day(-4, 13, 1), 1, "送货提货"),
    draft(Status::Inviting, day(4, 9, 2), 0, "参观交流"),
    draft(Status::InvitationOverdue, day(-5, 9, 2), 1, "商务洽谈"),
    draft(Status::InvitationWithdrawn, day(5, 10, 1), 2, "参观交流"),
    draft(Status::InvitationDeclined, day(6, 15, 2), 1, "商务洽谈"),
    draft(Status::CancelledByHost, day(1, 16, 1), 2, "设备维修"),
    draft(Status::CancelledByVisitor, day(7, 10, 2), 0, "其他"),
];

/// Other people's visits, which the demo visitor must not see and the hosts must.
const OTHERS: [(&str, &str, Draft); 3] = [
    ("赵磊", "13900000011", draft(Status::WaitingApproval, day(1, 9, 3), 0, "设备维修")),
    ("周雨桐", "13900000012", draft(Status::Normal, day(1, 14, 1), 0, "面试")),
    ("孙浩然", "13900000013", draft(Status::Arrived, When::Lasting, 2, "送货提货")),
];

/// The demo visitor's past, long enough for a second page.
const HISTORY: i64 = 10;

const fn draft(status: Status, when: When, host: usize, purpose: &'static str) -> Draft {
    Draft { status, when, host, purpose }
}

const fn day(days: i64, hour: i64, hours: i64) -> When {
    When::Day { days, hour, hours }
}

/// All seeded visits as they stand at `now`.
pub fn around(now: DateTime<FixedOffset>, directory: &Directory) -> Vec<Visit> {
    let demo = Caller::Visitor { open_id: DEMO_VISITOR.into() };
    let own = |serial, draft: &Draft| {
        let mut answers = person("张晓雯", "13900000001");
        answers.insert("visitorWorkUnit".into(), "上海启明仪器有限公司".into());
        answers.insert("visitorCarNumber".into(), "沪A3K521".into());
        visit(serial, demo.clone(), answers, draft, now, directory)
    };
    let past = (0..HISTORY).map(|week| draft(Status::SignedOut, day(-7 * (week + 1), 10, 2), 0, "商务洽谈"));
    let others = OTHERS.iter().enumerate().map(|(index, (name, phone, draft))| {
        let visitor = Caller::Visitor { open_id: format!("oVisitor{:02}", index + 1) };
        visit(200 + index, visitor, person(name, phone), draft, now, directory)
    });
    DEMO.iter()
        .enumerate()
        .filter_map(|(serial, draft)| own(serial, draft))
        .chain(past.enumerate().filter_map(|(index, draft)| own(100 + index, &draft)))
        .chain(others.flatten())
        .collect()
}

fn person(name: &str, phone: &str) -> BTreeMap<String, String> {
    [("visitorName", name), ("visitorPhoneNum", phone), ("visitorPersonNum", "1")]
        .map(|(key, answer)| (key.to_owned(), answer.to_owned()))
        .into()
}

/// Nothing only if the draft names a host that the directory does not have.
fn visit(
    serial: usize,
    visitor: Caller,
    mut answers: BTreeMap<String, String>,
    draft: &Draft,
    now: DateTime<FixedOffset>,
    directory: &Directory,
) -> Option<Visit> {
    let host: &Host = directory.hosts.get(draft.host)?;
    let (start, end) = draft.when.span(now);
    answers.insert("visitorPurpose".into(), draft.purpose.into());
    let created = (start - TimeDelta::days(2)).min(now - TimeDelta::hours(3)).max(now - AGE);
    let (arrived, left) = stay(draft.status, start, end);
    Some(Visit {
        order_id: order_id(serial),
        visitor,
        maker: maker(draft.status),
        plan: Plan {
            model: Model::Person,
            host: host.clone(),
            start,
            end,
            areas: directory.areas.iter().filter(|area| area.chosen).map(|area| area.id.clone()).collect(),
            answers,
        },
        status: draft.status,
        created,
        updated: left.or(arrived).unwrap_or(created),
        arrived,
        left,
        remark: (draft.status == Status::Returned).then(|| "请补充携带设备的照片后重新提交".into()),
    })
}

impl When {
    fn span(self, now: DateTime<FixedOffset>) -> (DateTime<FixedOffset>, DateTime<FixedOffset>) {
        match self {
            Self::Day { days, hour, hours } => {
                let start = midnight_before(now) + TimeDelta::days(days) + TimeDelta::hours(hour);
                (start, start + TimeDelta::hours(hours))
            }
            Self::Lasting => {
                let start = half_hour_before(now - TimeDelta::minutes(20));
                (start, start + TimeDelta::hours(4))
            }
            Self::JustOver => {
                let end = half_hour_before(now - TimeDelta::minutes(10)).max(midnight_before(now));
                (end - TimeDelta::hours(2), end)
            }
        }
    }
}

fn half_hour_before(time: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    let since_midnight = (time - midnight_before(time)).num_minutes();
    midnight_before(time) + TimeDelta::minutes(since_midnight - since_midnight % 30)
}

fn maker(status: Status) -> Maker {
    match status {
        Status::Inviting | Status::InvitationOverdue | Status::InvitationWithdrawn | Status::InvitationDeclined => Maker::Employee,
        _ => Maker::Visitor,
    }
}

/// When the visitor came and went, if ever.
fn stay(
    status: Status,
    start: DateTime<FixedOffset>,
    end: DateTime<FixedOffset>,
) -> (Option<DateTime<FixedOffset>>, Option<DateTime<FixedOffset>>) {
    let arrived = Some(start + TimeDelta::minutes(6));
    match status {
        Status::Arrived | Status::OverdueNotSignedOut => (arrived, None),
        Status::SignedOut => (arrived, Some(end - TimeDelta::minutes(12))),
        Status::SignedOutBySystem => (arrived, Some(midnight_after(end))),
        _ => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::around;
    use crate::{clock::ZONE, seed::people::directory, status::Status};
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn the_seed_holds_still_at_every_minute_of_the_day() {
        let midnight = DateTime::parse_from_rfc3339("2026-03-10T00:00:00+08:00").unwrap().with_timezone(&ZONE);
        for minute in 0..24 * 60 {
            let now = midnight + TimeDelta::minutes(minute) + TimeDelta::milliseconds(1);
            for mut visit in around(now, &directory()) {
                let seeded = visit.status;
                visit.settle(now);
                assert_eq!(visit.status, seeded, "at {now}");
                assert!(visit.created <= now, "filed in the future at {now}");
                assert!(visit.arrived.is_none_or(|arrived| arrived <= now), "{seeded:?} came after {now}");
            }
        }
    }

    #[test]
    fn every_status_is_there() {
        let now = DateTime::parse_from_rfc3339("2026-03-10T11:00:00+08:00").unwrap();
        let statuses: Vec<Status> = around(now, &directory()).iter().take(16).map(|visit| visit.status).collect();
        assert_eq!(statuses, Status::ALL);
    }
}
