//! A visit as the backend keeps it, and as the official account's answers write it.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use serde_json::{Map, Value, json};

use crate::{
    clock::written,
    person::{Caller, Host},
    seed::{PRODUCT, PROJECT},
    settings::Model,
    status::{Illegal, Move, Status},
};

/// One booking or invitation.
#[derive(Debug, Clone)]
pub struct Visit {
    pub order_id: String,
    pub visitor: Caller,
    pub maker: Maker,
    pub plan: Plan,
    pub status: Status,
    pub created: DateTime<FixedOffset>,
    pub updated: DateTime<FixedOffset>,
    pub arrived: Option<DateTime<FixedOffset>>,
    pub left: Option<DateTime<FixedOffset>>,
    /// What the approver wrote.
    pub remark: Option<String>,
}

/// Everything a visitor may still change about a visit.
#[derive(Debug, Clone)]
pub struct Plan {
    pub model: Model,
    pub host: Host,
    pub start: DateTime<FixedOffset>,
    pub end: DateTime<FixedOffset>,
    pub areas: Vec<String>,
    /// The form's answers by `paraKey`.
    pub answers: BTreeMap<String, String>,
}

/// Who made the record; the discriminant is the number on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    Employee = 2,
    Visitor = 3,
}

/// Answers that an order repeats as text. Others are kept, but no answer has room for them.
const TEXT_ANSWERS: [&str; 22] = [
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

impl Visit {
    /// Does `wanted` with the visit, if its status allows it.
    pub fn make(&mut self, wanted: Move, now: DateTime<FixedOffset>) -> Result<(), Illegal> {
        self.status = self.status.after(wanted)?;
        self.updated = now;
        match wanted {
            Move::Arrive => self.arrived = Some(now),
            Move::SignOut => self.left = Some(now),
            _ => {}
        }
        Ok(())
    }

    /// Lets the clock's own moves happen.
    pub fn settle(&mut self, now: DateTime<FixedOffset>) {
        self.status = self.status.at(now, self.plan.start, self.plan.end);
    }

    pub fn belongs_to(&self, caller: &Caller) -> bool {
        match caller {
            Caller::Visitor { .. } => &self.visitor == caller,
            Caller::Guest { phone } => self.answer("visitorPhoneNum") == Some(phone),
            Caller::Host { person_id } => &self.plan.host.person_id == person_id,
        }
    }

    pub fn answer(&self, key: &str) -> Option<&str> {
        self.plan.answers.get(key).map(String::as_str)
    }

    pub fn visitor_name(&self) -> &str {
        self.answer("visitorName").unwrap_or("访客")
    }

    /// The text behind the visitor's QR code, while there is one.
    pub fn pass(&self) -> Option<String> {
        self.status.has_pass().then(|| format!("VCS{}{}", self.order_id, self.plan.start.timestamp()))
    }

    /// Six digits, for a gate whose scanner is broken.
    fn gate_code(&self) -> String {
        format!("{:06}", self.plan.start.timestamp() / 60 % 1_000_000)
    }

    /// `OrderResponse` of the contract. What does not apply is left out, as in real answers.
    pub fn order_response(&self) -> Value {
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
        if let Some(pass) = self.pass() {
            order.insert("authVisitorCode".into(), json!(self.gate_code()));
            order.insert("authBarCode".into(), json!(pass));
        }
        Value::Object(order)
    }

    fn record(&self) -> Map<String, Value> {
        members(json!({
            "orderId": self.order_id,
            "visitBatch": format!("B{}", self.order_id),
            "projectId": PROJECT,
            "productId": PRODUCT,
            "status": self.status.number(),
            "webLabel": self.status.label(),
            "createUserType": self.maker as u8,
            "createTime": written(self.created),
            "updateTime": written(self.updated),
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
        order.extend(self.answers_on_the_wire());
        order
    }

    fn answers_on_the_wire(&self) -> impl Iterator<Item = (String, Value)> + '_ {
        let given = |key: &&str| self.answers.get(*key).map(|answer| ((*key).to_owned(), answer));
        let texts = TEXT_ANSWERS.iter().filter_map(given).map(|(key, answer)| (key, json!(answer)));
        let numbers = NUMBER_ANSWERS.iter().filter_map(given);
        texts.chain(numbers.filter_map(|(key, answer)| Some((key, json!(answer.parse::<i32>().ok()?)))))
    }
}

/// The three ways in which an order writes one moment.
fn moment(name: &str, time: DateTime<FixedOffset>) -> [(String, Value); 3] {
    [
        (name.to_owned(), json!(written(time))),
        (format!("{name}Difference"), json!("+08:00")),
        (format!("{name}UTC"), json!(time.timestamp_millis())),
    ]
}

fn members(object: Value) -> Map<String, Value> {
    match object {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
