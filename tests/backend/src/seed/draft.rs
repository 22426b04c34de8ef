//! What seeded visits are written down as: a draft, relative to now.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{AGE, order_id};
use crate::{
    clock::{midnight_after, midnight_before},
    person::{Caller, Directory},
    settings::Model,
    status::Status,
    visit::{Creator, Plan, Visit},
};

/// When a seeded visit takes place.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// That many days from today, from that hour on.
    Day { days: i64, hour: i64, hours: i64 },
    /// Began a while ago and still lasts.
    Lasting,
    /// Ended a while ago, but not before today began.
    JustOver,
    /// Begins in so many half hours.
    Soon { half_hours: i32 },
}

/// A visit before it is known what time it is.
#[derive(Debug, Clone, Copy)]
pub struct Draft {
    pub status: Status,
    pub when: When,
    /// Which of the hosts.
    pub host: usize,
    pub purpose: &'static str,
}

pub const fn draft(status: Status, when: When, host: usize, purpose: &'static str) -> Draft {
    Draft { status, when, host, purpose }
}

pub const fn day(days: i64, hour: i64, hours: i64) -> When {
    When::Day { days, hour, hours }
}

pub const fn soon(half_hours: i32) -> When {
    When::Soon { half_hours }
}

/// The least that a form says about a visitor.
pub fn person(name: &str, phone: &str) -> BTreeMap<String, String> {
    [("visitorName", name), ("visitorPhoneNum", phone), ("visitorPersonNum", "1")]
        .map(|(key, answer)| (key.to_owned(), answer.to_owned()))
        .into()
}

impl Draft {
    /// Nothing only if the draft names a host that the directory does not have.
    pub fn visit(
        self,
        serial: usize,
        visitor: Caller,
        mut answers: BTreeMap<String, String>,
        now: DateTime<FixedOffset>,
        directory: &Directory,
    ) -> Option<Visit> {
        let (start, end) = self.when.span(now);
        answers.insert("visitorPurpose".into(), self.purpose.into());
        let areas = directory.areas.iter().filter(|area| area.chosen).map(|area| area.id.clone()).collect();
        let plan = Plan { model: Model::Person, host: directory.hosts.get(self.host)?.clone(), start, end, areas, answers };
        let created = (start - TimeDelta::days(2)).min(now - TimeDelta::hours(3)).max(now - AGE);
        let (arrived, left) = stay(self.status, start, end);
        Some(Visit {
            updated: left.or(arrived).unwrap_or(created),
            arrived,
            left,
            remark: (self.status == Status::Returned).then(|| "请补充携带设备的照片后重新提交".into()),
            ..Visit::new(order_id(serial), visitor, creator(self.status), plan, self.status, created)
        })
    }
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
            Self::Soon { half_hours } => {
                let start = half_hour_before(now) + TimeDelta::minutes(30) * half_hours;
                (start, start + TimeDelta::minutes(90))
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

fn creator(status: Status) -> Creator {
    match status {
        Status::Inviting | Status::InvitationOverdue | Status::InvitationWithdrawn | Status::InvitationDeclined => Creator::Employee,
        _ => Creator::Visitor,
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
