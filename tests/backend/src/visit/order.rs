//! A visit on the wire: the official account's order, and the detail of WeCom and the mini-program.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};

use super::{Plan, Visit};
use crate::{
    clock::format_time,
    person::Caller,
    seed::{ENTERPRISE, PRODUCT, PROJECT},
    status::Status,
};

/// Answers that an order repeats as text. Others are kept, but no answer has room for them.
pub const TEXT_ANSWERS: [&str; 22] = [
    "visitorName",
    "visitorPhoneNum",
    "visitorWorkUnit",
    "visitorPurpose",
    "visitorCarNumber",
    "visitorIdentityNum",
    "visitorIdentityAddr",
    "visitorIdentityIssuer",
    "visitorAddress",
    "visitorBirthplace",
    "visitorPhoto",
    "visitorTypeId",
    "visitorCustoma",
    "visitorCustomb",
    "visitorCustomc",
    "visitorCustomd",
    "visitorCustome",
    "visitorCustomf",
    "visitorCustomg",
    "visitorCustomh",
    "visitorCustomi",
    "visitorCustomj",
];

/// Answers that an order repeats as numbers.
const NUMBER_ANSWERS: [&str; 3] = ["visitorIdentityType", "visitorPersonNum", "visitorSex"];

/// Answers that are about the visit, not about one of its people.
const OF_THE_VISIT: [&str; 3] = ["visitorPurpose", "visitorTypeId", "visitorPersonNum"];

impl Visit {
    /// `OrderResponse` of the contract. What does not apply is left out, as in real answers.
    pub fn order_response(&self) -> Value {
        Value::Object(self.order())
    }

    /// `WcMaVisitorOrderDetailResponse`: the same order, its status in words and its people by name.
    pub fn detail(&self, viewer: Option<&Caller>) -> Map<String, Value> {
        let mut detail = self.order();
        let is_companion = viewer.is_some_and(|viewer| self.party.includes(viewer));
        detail.extend(members(json!({
            "status": self.status.label(),
            "visitorBatch": self.batch(),
            "beVisitorEnterpriseName": ENTERPRISE,
            "beVisitorUserId": self.plan.host.person_id,
            "visitorLeader": if is_companion { "0" } else { "1" },
            "leaderVisitor": self.traveller(&self.plan.answers, self.status.label()),
            "retinueList": self.party.companions().iter().map(|companion| self.traveller(&companion.answers, self.companion_status())).collect::<Vec<_>>(),
        })));
        detail
    }

    fn traveller(&self, answers: &BTreeMap<String, String>, status: &str) -> Map<String, Value> {
        let mut traveller = members(json!({ "orderModel": self.plan.model.name(), "status": status }));
        traveller.extend(on_the_wire(answers).filter(|(key, _)| !OF_THE_VISIT.contains(&key.as_str())));
        traveller
    }

    fn companion_status(&self) -> &'static str {
        match self.status {
            Status::WaitingApproval | Status::Normal | Status::Late | Status::Returned => "已确认",
            Status::CancelledByHost | Status::CancelledByVisitor => "已取消",
            other => other.label(),
        }
    }

    fn order(&self) -> Map<String, Value> {
        let mut order = self.record();
        order.extend(self.plan.order_response());
        if let Caller::Visitor { open_id } = &self.visitor {
            order.insert("visitorOpenId".into(), json!(open_id));
        }
        if let Some(arrived) = self.arrived {
            order.extend(moment("registerTime", arrived));
            order.insert("registerPlace".into(), json!("北门访客中心"));
        }
        if let Some(left) = self.left {
            order.extend(moment("realEndTime", left));
        }
        if let Some(remark) = &self.remark {
            order.insert("processRemark".into(), json!(remark));
        }
        if let Some(result) = self.approval_result() {
            order.insert("approvalResult".into(), json!(result));
        }
        if let Some(to_do) = self.to_do() {
            order.insert("backlogId".into(), json!(to_do));
        }
        if let Some(pass) = self.pass() {
            order.insert("authVisitorCode".into(), json!(self.gate_code()));
            order.insert("authBarCode".into(), json!(pass));
        }
        order
    }

    /// What came of the approval; nothing is known of one that was cancelled before or was never asked for.
    fn approval_result(&self) -> Option<&'static str> {
        match self.status {
            Status::WaitingApproval | Status::Returned | Status::ApprovalOverdue => Some(self.status.label()),
            Status::CancelledByHost | Status::CancelledByVisitor | Status::Inviting => None,
            dead if dead.is_dead_invitation() => None,
            _ => Some("审批通过"),
        }
    }

    fn record(&self) -> Map<String, Value> {
        members(json!({
            "orderId": self.order_id,
            "visitBatch": self.batch(),
            "projectId": PROJECT,
            "productId": PRODUCT,
            "status": self.status.number(),
            "webLabel": self.status.label(),
            "createUserType": self.creator as u8,
            "createTime": format_time(self.created),
            "updateTime": format_time(self.updated),
        }))
    }
}

impl Plan {
    fn order_response(&self) -> Map<String, Value> {
        let mut order = members(json!({
            "orderModel": self.model.name(),
            "beVisitorPersonId": self.host.person_id,
            "beVisitorPersonName": self.host.name,
            "beVisitorPhoneNum": self.host.phone,
            "beVisitorOpenId": self.host.open_id,
            "beVisitorGroupId": self.host.department_id,
            "beVisitorGroupName": self.host.department,
            "visitorPrivilegeGroupIds": self.areas.join(","),
        }));
        order.extend(moment("startTime", self.start));
        order.extend(moment("endTime", self.end));
        order.extend(on_the_wire(&self.answers));
        order
    }
}

/// A form's answers under their own names.
pub fn on_the_wire(answers: &BTreeMap<String, String>) -> impl Iterator<Item = (String, Value)> + '_ {
    let given = |key: &&str| answers.get(*key).map(|answer| ((*key).to_owned(), answer));
    let texts = TEXT_ANSWERS.iter().filter_map(given).map(|(key, answer)| (key, json!(answer)));
    let numbers = NUMBER_ANSWERS.iter().filter_map(given);
    texts.chain(numbers.filter_map(|(key, answer)| Some((key, json!(answer.parse::<i32>().ok()?)))))
}

/// The three ways in which an order writes one moment.
fn moment(name: &str, time: DateTime<FixedOffset>) -> [(String, Value); 3] {
    [
        (name.to_owned(), json!(format_time(time))),
        (format!("{name}Difference"), json!("+08:00")),
        (format!("{name}UTC"), json!(time.timestamp_millis())),
    ]
}

/// The members of an object that `json!` has just written.
pub fn members(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
