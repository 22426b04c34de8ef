//! Which visits a search of the official account is about: the part of `OrderRequest` that this site knows.

use chrono::{DateTime, FixedOffset};

use crate::{request::ApiRequest, response::Refusal, site::State, visit::Visit};

/// What a found visit must satisfy; what is not value demands nothing.
#[derive(Debug)]
pub struct Filter {
    /// By number; empty means all.
    statuses: Vec<u8>,
    earliest: Option<DateTime<FixedOffset>>,
    latest: Option<DateTime<FixedOffset>>,
    order_id: Option<String>,
    visitor_phone: Option<String>,
    /// What the code of a pass says.
    pass: Option<String>,
    /// A part of it.
    visitor_name: String,
    /// A part of it.
    host_name: String,
    ascending: bool,
}

impl Filter {
    pub fn read(request: &ApiRequest) -> Result<Self, Refusal> {
        Ok(Self {
            statuses: statuses(request)?,
            earliest: time(request, "earlyStartTimeISO")?,
            latest: time(request, "lateStartTimeISO")?,
            order_id: request.text("orderId")?,
            visitor_phone: request.text("visitorPhoneNum")?,
            pass: request.text("qrCode")?,
            visitor_name: request.text("visitorName")?.unwrap_or_default(),
            host_name: request.text("beVisitorPersonName")?.unwrap_or_default(),
            ascending: request.text("sort")?.as_deref() == Some("asc"),
        })
    }

    /// The visits that satisfy both this and `is_seen`, the latest first unless asked otherwise.
    pub fn found<'site>(&self, state: &'site State, is_seen: impl Fn(&Visit) -> bool) -> Vec<&'site Visit> {
        let mut found: Vec<&Visit> = state.visits.iter().filter(|visit| is_seen(visit) && self.wants(visit)).collect();
        found.sort_by_key(|visit| visit.plan.start);
        if !self.ascending {
            found.reverse();
        }
        found
    }

    fn wants(&self, visit: &Visit) -> bool {
        (self.statuses.is_empty() || self.statuses.contains(&visit.status.number()))
            && self.earliest.is_none_or(|earliest| visit.plan.start >= earliest)
            && self.latest.is_none_or(|latest| visit.plan.start <= latest)
            && self.order_id.as_ref().is_none_or(|order_id| &visit.order_id == order_id)
            && self.visitor_phone.as_deref().is_none_or(|phone| visit.answer("visitorPhoneNum") == Some(phone))
            && self.pass.as_ref().is_none_or(|code| visit.pass().as_ref() == Some(code))
            && visit.visitor_name().contains(&self.visitor_name)
            && visit.plan.host.name.contains(&self.host_name)
    }
}

/// `"0,1,2"`, or the same as the text of a JSON array.
fn statuses(request: &ApiRequest) -> Result<Vec<u8>, Refusal> {
    let value = request.text("statusList")?.unwrap_or_default();
    let numbers = value.trim_matches(['[', ']']).split(',').map(|number| number.trim_matches([' ', '"']));
    numbers
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok().filter(|number| *number < 16))
        .collect::<Option<_>>()
        .ok_or(Refusal::ParameterInvalid { name: "statusList", expected: "以逗号分隔的状态（0-15）" })
}

fn time(request: &ApiRequest, name: &'static str) -> Result<Option<DateTime<FixedOffset>>, Refusal> {
    let invalid = |_| Refusal::ParameterInvalid { name, expected: " ISO 8601 时间" };
    request.text(name)?.map(|value| DateTime::parse_from_rfc3339(&value).map_err(invalid)).transpose()
}
