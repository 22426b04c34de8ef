//! The demo visitor's visits in all sixteen statuses, a past, and a few of other people.

use chrono::{DateTime, FixedOffset};

use super::{
    DEMO_VISITOR,
    draft::{Draft, When, day, draft, person},
};
use crate::{
    person::{Caller, Directory},
    status::Status,
    visit::Visit,
};

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

/// These visits as they stand at `now`.
pub fn around(now: DateTime<FixedOffset>, directory: &Directory) -> Vec<Visit> {
    let demo = Caller::Visitor { open_id: DEMO_VISITOR.into() };
    let own = |serial, draft: &Draft| {
        let mut answers = person("张晓雯", "13900000001");
        answers.insert("visitorWorkUnit".into(), "上海启明仪器有限公司".into());
        answers.insert("visitorCarNumber".into(), "沪A3K521".into());
        draft.visit(serial, demo.clone(), answers, now, directory)
    };
    let past = (0..HISTORY).map(|week| draft(Status::SignedOut, day(-7 * (week + 1), 10, 2), 0, "商务洽谈"));
    let others = OTHERS.iter().enumerate().map(|(index, (name, phone, draft))| {
        let visitor = Caller::Visitor { open_id: format!("oVisitor{:02}", index + 1) };
        draft.visit(200 + index, visitor, person(name, phone), now, directory)
    });
    DEMO.iter()
        .enumerate()
        .filter_map(|(serial, draft)| own(serial, draft))
        .chain(past.enumerate().filter_map(|(index, draft)| own(100 + index, &draft)))
        .chain(others.flatten())
        .collect()
}
