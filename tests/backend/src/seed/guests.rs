//! Visitors of the hosts, so that an employee's lists look alive: approvals, receptions, invitations, companions.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use super::{
    LEADER,
    draft::{Draft, When, day, draft, person, soon},
    order_id,
};
use crate::{
    person::{Caller, Directory},
    status::Status::{
        ApprovalOverdue, Arrived, BookingOverdue, CancelledByHost, CancelledByVisitor, InvitationDeclined, InvitationOverdue,
        InvitationWithdrawn, Inviting, Late, Normal, OverdueNotSignedOut, Returned, SignedOut, SignedOutBySystem, WaitingApproval,
    },
    visit::{Companion, Creator, Party, Visit},
};

/// Name, phone, work unit, plate (or nothing), and the visit.
type Guest = (&'static str, &'static str, &'static str, &'static str, Draft);

/// The first order of each of the tables below.
const BOOKED: usize = 300;
const INVITED: usize = 400;
const LED: usize = 500;

/// A reception of today that did not reach its last device.
pub const UNDELIVERED: usize = BOOKED + 7;

/// The invitation whose SMS got lost.
pub const UNSENT: usize = INVITED + 1;

/// The invitation that several visitors have accepted.
pub const SHARED: usize = INVITED + 3;

/// The visit whose companions have all confirmed and that waits for approval.
pub const GATHERED: usize = LED;

/// The visit that still waits for one of its companions.
pub const GATHERING: usize = LED + 1;

/// Bookings that their visitors made.
const GUESTS: [Guest; 17] = [
    ("陆子涵", "13900000031", "上海华测检测有限公司", "沪B82M17", draft(WaitingApproval, soon(4), 0, "设备维修")),
    ("方文静", "13900000032", "浙江中控技术有限公司", "", draft(WaitingApproval, day(1, 13, 2), 0, "商务洽谈")),
    ("马腾飞", "13900000033", "宁波港联物流有限公司", "浙B6F901", draft(WaitingApproval, day(2, 8, 1), 0, "送货提货")),
    ("徐若兰", "13900000034", "", "", draft(WaitingApproval, day(3, 10, 1), 3, "面试")),
    ("郭志强", "13900000035", "无锡恒通电气有限公司", "", draft(ApprovalOverdue, day(-1, 14, 2), 0, "设备维修")),
    ("宋佳宁", "13900000036", "上海申联精密机械有限公司", "", draft(ApprovalOverdue, day(-6, 9, 2), 0, "商务洽谈")),
    ("韩雪", "13900000037", "南京云图数据有限公司", "", draft(Arrived, When::Lasting, 0, "参观交流")),
    ("曹俊杰", "13900000038", "上海华测检测有限公司", "沪C55T09", draft(Normal, soon(2), 0, "设备维修")),
    ("薛冰", "13900000039", "杭州数联科技有限公司", "", draft(Late, When::Lasting, 0, "商务洽谈")),
    ("潘晓燕", "13900000040", "合肥微纳光电有限公司", "", draft(Normal, day(2, 9, 3), 0, "参观交流")),
    ("田浩宇", "13900000041", "苏州锐成自动化有限公司", "苏E7D221", draft(Normal, day(5, 14, 2), 0, "设备维修")),
    ("董洁", "13900000042", "上海立信会计师事务所", "", draft(SignedOut, day(-1, 9, 3), 0, "商务洽谈")),
    ("袁博文", "13900000043", "无锡恒通电气有限公司", "", draft(SignedOutBySystem, day(-4, 15, 2), 0, "设备维修")),
    ("于海洋", "13900000044", "宁波港联物流有限公司", "浙B0K338", draft(OverdueNotSignedOut, When::JustOver, 0, "送货提货")),
    ("蒋欣怡", "13900000045", "杭州数联科技有限公司", "", draft(BookingOverdue, day(-2, 10, 1), 0, "商务洽谈")),
    ("蔡明", "13900000046", "合肥微纳光电有限公司", "", draft(CancelledByVisitor, day(3, 15, 1), 0, "参观交流")),
    ("余晓东", "13900000047", "上海立信会计师事务所", "", draft(Returned, day(4, 10, 1), 0, "其他")),
];

/// Invitations that the hosts sent, and what became of them.
const INVITATIONS: [Guest; 8] = [
    ("杜一鸣", "13900000051", "清华大学精密仪器系", "", draft(Inviting, day(3, 9, 3), 0, "参观交流")),
    ("叶知秋", "13900000052", "中科院上海光机所", "", draft(Inviting, day(6, 14, 2), 0, "参观交流")),
    ("程立", "13900000053", "上海启明仪器有限公司", "", draft(Normal, day(1, 10, 2), 0, "商务洽谈")),
    ("苏婉清", "13900000054", "同济大学机械学院", "", draft(Normal, day(4, 9, 6), 0, "参观交流")),
    ("魏征远", "13900000055", "南京云图数据有限公司", "", draft(InvitationOverdue, day(-2, 14, 2), 0, "商务洽谈")),
    ("贾晓雨", "13900000056", "杭州数联科技有限公司", "", draft(InvitationWithdrawn, day(2, 16, 1), 0, "商务洽谈")),
    ("钟毅", "13900000057", "合肥微纳光电有限公司", "", draft(InvitationDeclined, day(3, 13, 2), 0, "参观交流")),
    ("任清平", "13900000058", "上海申联精密机械有限公司", "", draft(CancelledByHost, day(2, 13, 1), 0, "商务洽谈")),
];

/// Who came through the link of [`SHARED`] after its first visitor.
const JOINED: [Guest; 2] = [
    ("姚远", "13900000059", "同济大学机械学院", "", draft(Normal, day(4, 9, 6), 0, "参观交流")),
    ("夏天宇", "13900000060", "同济大学机械学院", "沪A9Q712", draft(CancelledByVisitor, day(4, 9, 6), 0, "参观交流")),
];

/// Visits that the leader made in the mini-program.
const TOURS: [Draft; 6] = [
    draft(WaitingApproval, day(2, 13, 3), 0, "设备维修"),
    draft(WaitingApproval, day(5, 9, 4), 0, "设备维修"),
    draft(Normal, day(1, 15, 2), 1, "商务洽谈"),
    draft(Returned, day(3, 11, 1), 2, "设备维修"),
    draft(SignedOut, day(-8, 9, 3), 0, "设备维修"),
    draft(BookingOverdue, day(-15, 10, 2), 1, "商务洽谈"),
];

/// All of them as they stand at `now`.
pub fn around(now: DateTime<FixedOffset>, directory: &Directory) -> Vec<Visit> {
    let guest = |first: usize| move |(index, guest): (usize, &Guest)| guest_visit(first + index, guest, now, directory);
    let invited = |visit: Visit| Visit { creator: Creator::Employee, ..visit };
    let joined = |visit: Visit| Visit { invitation: Some(format!("B{}", order_id(SHARED))), ..invited(visit) };
    let tours = TOURS.iter().enumerate().filter_map(|(index, draft)| tour(LED + index, draft, now, directory));
    let booked = GUESTS.iter().enumerate().filter_map(guest(BOOKED));
    let invitations = INVITATIONS.iter().enumerate().filter_map(guest(INVITED)).map(invited);
    booked.chain(invitations).chain(JOINED.iter().enumerate().filter_map(guest(INVITED + 50)).map(joined)).chain(tours).collect()
}

const SURNAMES: [&str; 20] =
    ["赵", "钱", "孙", "李", "周", "吴", "郑", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱", "秦", "尤", "许", "何"];
const GIVEN_NAMES: [&str; 10] = ["子墨", "雨桐", "浩然", "欣妍", "俊熙", "诗涵", "博文", "梓萱", "天佑", "可馨"];
const UNITS: [&str; 4] = ["上海华测检测有限公司", "苏州锐成自动化有限公司", "", "中国科学院上海微系统与信息技术研究所"];
const ERRANDS: [&str; 4] = ["设备维修", "商务洽谈", "送货提货", "参观交流"];

/// So many bookings that wait for the demo's host, spread over the month to come; the first has that number.
pub fn queue(first: usize, count: usize, now: DateTime<FixedOffset>, directory: &Directory) -> Vec<Visit> {
    let cycled = |words: &[&'static str], place: usize| words.iter().cycle().nth(place % words.len()).copied().unwrap_or_default();
    let waiting = |index: usize| {
        let name = [cycled(&SURNAMES, index), cycled(&GIVEN_NAMES, index / SURNAMES.len())].concat();
        let phone = format!("139{:08}", 10_000_000 + index);
        let (days, hour) = (1 + (index % 30) as i64, 8 + (index / 30 % 9) as i64);
        let mut answers = person(&name, &phone);
        answers.insert("visitorWorkUnit".into(), cycled(&UNITS, index).into());
        let draft = draft(WaitingApproval, day(days, hour, 1), 0, cycled(&ERRANDS, index / 3));
        draft.visit(first + index, Caller::Guest { phone }, answers, now, directory)
    };
    (0..count).filter_map(waiting).collect()
}

fn guest_visit(serial: usize, guest: &Guest, now: DateTime<FixedOffset>, directory: &Directory) -> Option<Visit> {
    let (name, phone, unit, plate, draft) = guest;
    let more = [("visitorWorkUnit", unit), ("visitorCarNumber", plate)].into_iter().filter(|(_, answer)| !answer.is_empty());
    let mut answers = person(name, phone);
    answers.extend(more.map(|(key, answer)| (key.to_owned(), (*answer).to_owned())));
    draft.visit(serial, Caller::Guest { phone: (*phone).to_owned() }, answers, now, directory)
}

fn tour(serial: usize, draft: &Draft, now: DateTime<FixedOffset>, directory: &Directory) -> Option<Visit> {
    let mut visit = draft.visit(serial, visitor(LEADER), answers(LEADER, directory), now, directory)?;
    visit.party = match serial {
        GATHERED => Party::Submitted(["oVisitorLuo", "oVisitorTang"].map(|open_id| companion(open_id, directory)).into()),
        GATHERING => Party::Gathering(vec![companion("oVisitorLuo", directory)]),
        _ => return Some(visit),
    };
    visit.plan.answers.insert("visitorPersonNum".into(), "3".into());
    Some(visit)
}

fn companion(open_id: &str, directory: &Directory) -> Companion {
    Companion { visitor: visitor(open_id), answers: answers(open_id, directory) }
}

fn visitor(open_id: &str) -> Caller {
    Caller::Visitor { open_id: open_id.to_owned() }
}

fn answers(open_id: &str, directory: &Directory) -> BTreeMap<String, String> {
    let account = directory.account(&visitor(open_id));
    account.into_iter().flat_map(|account| account.answers()).chain([("visitorPersonNum".to_owned(), "1".to_owned())]).collect()
}
