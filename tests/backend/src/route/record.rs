//! My visits: the list, one visit, its code for the gate.

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};

use super::{Endpoint, post};
use crate::{
    answer::{Answer, Refusal},
    person::Caller,
    question::Question,
    site::State,
    visit::Visit,
};

pub const ENDPOINTS: &[Endpoint] = &[
    post("/ui/v1/wechat/visitor/order/page", page),
    post("/ui/v1/wechat/visitor/order/detail", detail),
    post("/ui/v1/wechat/visitor/qrCode", qr_code),
];

/// The largest page that the documents allow.
const PAGE_LIMIT: usize = 1000;

fn page(state: &mut State, question: &Question) -> Answer {
    let filter = Filter::read(question, state.caller(question)?)?;
    let page = Page::read(question)?;

    let mut found: Vec<&Visit> = state.visits.iter().filter(|visit| filter.wants(visit)).collect();
    found.sort_by_key(|visit| visit.plan.start);
    if question.said("sort")?.as_deref() != Some("asc") {
        found.reverse();
    }
    Ok(page.of(&found))
}

fn detail(state: &mut State, question: &Question) -> Answer {
    Ok(state.visit(question.parameter("orderId")?)?.order_response())
}

fn qr_code(state: &mut State, question: &Question) -> Answer {
    let visit = state.visit(question.parameter("orderId")?)?;
    visit.pass().map(Value::String).ok_or(Refusal::NoPass)
}

/// Which visits are wanted.
struct Filter {
    caller: Caller,
    /// By number; empty means all.
    statuses: Vec<u8>,
    earliest: Option<DateTime<FixedOffset>>,
    latest: Option<DateTime<FixedOffset>>,
    order_id: Option<String>,
}

impl Filter {
    fn read(question: &Question, caller: Caller) -> Result<Self, Refusal> {
        Ok(Self {
            caller,
            statuses: statuses(question)?,
            earliest: time(question, "earlyStartTimeISO")?,
            latest: time(question, "lateStartTimeISO")?,
            order_id: question.said("orderId")?,
        })
    }

    fn wants(&self, visit: &Visit) -> bool {
        visit.belongs_to(&self.caller)
            && (self.statuses.is_empty() || self.statuses.contains(&visit.status.number()))
            && self.earliest.is_none_or(|earliest| visit.plan.start >= earliest)
            && self.latest.is_none_or(|latest| visit.plan.start <= latest)
            && self.order_id.as_ref().is_none_or(|order_id| &visit.order_id == order_id)
    }
}

/// `"0,1,2"`, or the same as the text of a JSON array.
fn statuses(question: &Question) -> Result<Vec<u8>, Refusal> {
    let said = question.said("statusList")?.unwrap_or_default();
    let numbers = said.trim_matches(['[', ']']).split(',').map(|number| number.trim_matches([' ', '"']));
    numbers
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok().filter(|number| *number < 16))
        .collect::<Option<_>>()
        .ok_or(Refusal::ParameterInvalid { name: "statusList", expected: "以逗号分隔的状态（0-15）" })
}

fn time(question: &Question, name: &'static str) -> Result<Option<DateTime<FixedOffset>>, Refusal> {
    let invalid = |_| Refusal::ParameterInvalid { name, expected: " ISO 8601 时间" };
    question.said(name)?.map(|said| DateTime::parse_from_rfc3339(&said).map_err(invalid)).transpose()
}

/// Which part of the list is wanted.
struct Page {
    number: usize,
    size: usize,
}

impl Page {
    fn read(question: &Question) -> Result<Self, Refusal> {
        Ok(Self {
            number: number(question, "pageNo", usize::MAX, "不小于 1 的整数（字符串）")?,
            size: number(question, "pageSize", PAGE_LIMIT, " 1-1000 的整数（字符串）")?,
        })
    }

    fn of(&self, found: &[&Visit]) -> Value {
        let shown = found.iter().skip((self.number - 1).saturating_mul(self.size)).take(self.size);
        json!({
            "list": shown.map(|visit| visit.order_response()).collect::<Vec<_>>(),
            "pageNo": self.number,
            "pageSize": self.size,
            "total": found.len(),
        })
    }
}

/// The official account's calls write page numbers as strings; a JSON number is a front-end's mistake.
fn number(question: &Question, name: &'static str, most: usize, expected: &'static str) -> Result<usize, Refusal> {
    let said = question.body()?.get(name).ok_or(Refusal::ParameterMissing(name))?;
    let number = said.as_str().and_then(|said| said.parse().ok());
    number.filter(|number| (1..=most).contains(number)).ok_or(Refusal::ParameterInvalid { name, expected })
}
