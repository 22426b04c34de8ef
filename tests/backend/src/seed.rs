//! The believable site: 「临港智造园」, an industrial park with its people, forms and visits.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::{
    person::Directory,
    share::{Link, Mode, Share, Sms},
    status::Status,
    visit::{Creator, Visit},
};

mod draft;
pub mod feishu;
pub mod form;
pub mod guests;
pub mod pass;
pub mod people;
pub mod promise;
pub mod visits;

pub const SITE: &str = "临港智造园";
pub const ENTERPRISE: &str = "上海临港智造有限公司";
pub const PROJECT: &str = "122228959455556";
pub const PRODUCT: &str = "visitorcs";

/// The visitor of the demo, with a visit in each of the sixteen statuses.
pub const DEMO_VISITOR: &str = "oVisitorDemo";

/// The visitor who leads companions in the mini-program.
pub const LEADER: &str = "oVisitorHe";

/// The employee whose lists are full.
pub const DEMO_HOST: &str = "oHostWang";

/// How long ago the site was set up.
pub const AGE: TimeDelta = TimeDelta::days(120);

/// An order's number. The demo visitor's visit in status 8 is `order_id(8)`.
pub fn order_id(serial: usize) -> String {
    format!("1222289594{serial:05}")
}

/// All seeded visits as they stand at `now`.
pub fn around(now: DateTime<FixedOffset>, directory: &Directory) -> Vec<Visit> {
    let mut visits = visits::around(now, directory);
    visits.extend(guests::around(now, directory));
    visits
}

/// The links of the seeded invitations: by SMS and in WeChat in turn, and one SMS got lost.
pub fn shares(visits: &[Visit]) -> Vec<Share> {
    let invitations = visits.iter().filter(|visit| visit.creator == Creator::Employee && visit.invitation.is_none());
    let share = |(index, visit): (usize, &Visit)| Share {
        link: if visit.status == Status::InvitationWithdrawn { Link::Closed } else { Link::Open },
        ..Share::new(
            visit,
            if index % 2 == 0 { Mode::Sms } else { Mode::WeChat },
            if visit.order_id == order_id(guests::UNSENT) { Sms::Failed } else { Sms::Sent },
        )
    };
    invitations.enumerate().map(share).collect()
}

/// Orders whose permissions did not reach one of their devices.
pub fn undelivered() -> BTreeSet<String> {
    [1, guests::UNDELIVERED].map(order_id).into()
}

#[cfg(test)]
mod tests {
    use super::{around, people::directory, shares};
    use crate::{clock::ZONE, share::Sms, status::Status};
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn the_seed_holds_still_at_every_minute_of_the_day() {
        let midnight = DateTime::parse_from_rfc3339("2026-03-10T00:00:00+08:00").unwrap().with_timezone(&ZONE);
        for minute in 0..24 * 60 {
            let now = midnight + TimeDelta::minutes(minute) + TimeDelta::milliseconds(1);
            for mut visit in around(now, &directory()) {
                let seeded = visit.status;
                visit.apply_time(now);
                assert_eq!(visit.status, seeded, "{} at {now}", visit.order_id);
                assert!(visit.created <= now, "filed in the future at {now}");
                assert!(visit.arrived.is_none_or(|arrived| arrived <= now), "{seeded:?} came after {now}");
            }
        }
    }

    #[test]
    fn every_status_is_there() {
        let now = DateTime::parse_from_rfc3339("2026-03-10T11:00:00+08:00").unwrap();
        let visits = around(now, &directory());
        let statuses: Vec<Status> = visits.iter().take(16).map(|visit| visit.status).collect();
        assert_eq!(statuses, Status::ALL);

        let mut orders: Vec<&str> = visits.iter().map(|visit| visit.order_id.as_str()).collect();
        orders.sort_unstable();
        orders.dedup();
        assert_eq!(orders.len(), visits.len(), "each order has its own number");
        assert_eq!(shares(&visits).iter().filter(|share| share.sms == Sms::Failed).count(), 1);
    }
}
