//! A visitor's own visits: book one, list them, look at one. The official account's calls.

use crate::domain::booking::check::Submission;
use crate::domain::id::{OpenId, OrderId, PersonId, ProjectId};
use crate::domain::paging::Page;
use crate::domain::time::SiteTime;
use crate::domain::venue::{Host, Mode};
use crate::domain::visit::{Status, Stay, Visit};
use crate::{answer, endpoint};
use serde::Serialize;
use serde_json::{Map, Value};

/// Books a visit. The answer holds nothing, not even the new order's id. `visitor/order`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BookVisit {
    visitor_open_id: Option<OpenId>,
    project_id: Option<ProjectId>,
    order_model: &'static str,
    be_visitor_person_id: Option<PersonId>,
    be_visitor_person_name: String,
    be_visitor_phone_num: String,
    /// ISO 8601 with `+08:00`, as is the end.
    visit_start_time: String,
    visit_end_time: String,
    /// Joined by commas.
    visitor_privilege_group_ids: Option<String>,
    /// The site's own questions, under its own keys.
    #[serde(flatten)]
    answers: Map<String, Value>,
}
endpoint!(BookVisit, writes post_json "/ui/v1/wechat/visitor/order" -> ());

impl BookVisit {
    pub fn new(visitor: Option<&OpenId>, project: Option<&ProjectId>, submission: &Submission) -> Self {
        let host = submission.host();
        let mut answers = Map::new();
        for (key, answer) in submission.answers() {
            answers.insert(key.as_str().to_owned(), Value::String(answer.clone()));
        }
        let areas: Vec<&str> = submission.areas().iter().map(|area| area.as_str()).collect();
        Self {
            visitor_open_id: visitor.cloned(),
            project_id: project.cloned(),
            order_model: submission.mode().code(),
            be_visitor_person_id: host.id.clone(),
            be_visitor_person_name: host.name.clone(),
            be_visitor_phone_num: host.phone.clone(),
            visit_start_time: submission.stay().start.iso(),
            visit_end_time: submission.stay().end.iso(),
            visitor_privilege_group_ids: (!areas.is_empty()).then(|| areas.join(",")),
            answers,
        }
    }
}

/// Lists a visitor's visits, the latest first. `visitor/order/page`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListVisits {
    visitor_open_id: Option<OpenId>,
    /// Counted from 1; a text in this family of calls, as is the size.
    page_no: String,
    page_size: String,
    sort: &'static str,
    #[serde(rename = "earlyStartTimeISO")]
    earliest_start: Option<String>,
    #[serde(rename = "lateStartTimeISO")]
    latest_start: Option<String>,
}
endpoint!(ListVisits, reads post_json "/ui/v1/wechat/visitor/order/page" -> PageResult);

/// How many visits a page of the list holds.
const PAGE_SIZE: usize = 20;

impl ListVisits {
    pub fn page(visitor: Option<&OpenId>, number: usize) -> Self {
        Self {
            visitor_open_id: visitor.cloned(),
            page_no: number.to_string(),
            page_size: PAGE_SIZE.to_string(),
            sort: "desc",
            earliest_start: None,
            latest_start: None,
        }
    }

    /// Only the visits that start at this very time.
    pub fn starting_at(visitor: Option<&OpenId>, start: SiteTime) -> Self {
        Self { earliest_start: Some(start.iso()), latest_start: Some(start.iso()), ..Self::page(visitor, 1) }
    }
}

/// Asks for one visit. `visitor/order/detail`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetVisit {
    pub order_id: OrderId,
}
endpoint!(GetVisit, reads post "/ui/v1/wechat/visitor/order/detail" -> OrderResponse);

answer! {
    pub struct PageResult {
        list: Vec<OrderResponse> = "list",
        total: Option<i64> = "total",
    }
}

answer! {
    /// A visit on the wire, as list and detail of the official account write it.
    pub struct OrderResponse {
        order_id: String = "orderId",
        status: String = "status",
        order_model: String = "orderModel",
        start_time: String = "startTime",
        end_time: String = "endTime",
        be_visitor_person_id: String = "beVisitorPersonId",
        be_visitor_person_name: String = "beVisitorPersonName",
        be_visitor_phone_num: String = "beVisitorPhoneNum",
        be_visitor_group_name: String = "beVisitorGroupName",
        visitor_name: String = "visitorName",
        visitor_phone_num: String = "visitorPhoneNum",
        visitor_work_unit: String = "visitorWorkUnit",
        visitor_purpose: String = "visitorPurpose",
        visitor_person_num: Option<i64> = "visitorPersonNum",
        visitor_car_number: String = "visitorCarNumber",
        process_remark: String = "processRemark",
        create_time: String = "createTime",
        register_time: String = "registerTime",
        real_end_time: String = "realEndTime",
    }
}

impl OrderResponse {
    /// The visit; none where the answer names no order, as for an id that does not exist.
    pub fn visit(self) -> Option<Visit> {
        Some(Visit {
            order: OrderId::parse(&self.order_id)?,
            status: Status::from_wire(&self.status),
            mode: Mode::from_code(&self.order_model),
            stay: SiteTime::parse(&self.start_time).zip(SiteTime::parse(&self.end_time)).map(|(start, end)| Stay { start, end }),
            host: Host {
                id: PersonId::parse(&self.be_visitor_person_id),
                name: self.be_visitor_person_name,
                phone: self.be_visitor_phone_num,
            },
            host_department: self.be_visitor_group_name,
            visitor_name: self.visitor_name,
            visitor_phone: self.visitor_phone_num,
            visitor_company: self.visitor_work_unit,
            purpose: self.visitor_purpose,
            people: self.visitor_person_num.and_then(|people| u32::try_from(people).ok()),
            car: self.visitor_car_number,
            remark: self.process_remark,
            booked_at: SiteTime::parse(&self.create_time),
            arrived_at: SiteTime::parse(&self.register_time),
            left_at: SiteTime::parse(&self.real_end_time),
        })
    }
}

impl From<PageResult> for Page<Visit> {
    fn from(wire: PageResult) -> Self {
        let items: Vec<Visit> = wire.list.into_iter().filter_map(OrderResponse::visit).collect();
        let total = wire.total.and_then(|total| usize::try_from(total).ok()).unwrap_or(items.len());
        Self { items, total }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::endpoint::Endpoint;
    use crate::api::envelope;

    #[test]
    fn golden_requests() {
        let visitor = OpenId::parse("o1");
        let line = |request: Result<crate::api::endpoint::Request, _>| request.unwrap().to_string();
        assert_eq!(
            line(ListVisits::page(visitor.as_ref(), 2).request()),
            r#"POST /ui/v1/wechat/visitor/order/page json {"pageNo":"2","pageSize":"20","sort":"desc","visitorOpenId":"o1"}"#
        );
        let start = SiteTime::parse("2026-11-21 10:00").unwrap();
        assert_eq!(
            line(ListVisits::starting_at(None, start).request()),
            r#"POST /ui/v1/wechat/visitor/order/page json {"earlyStartTimeISO":"2026-11-21T10:00:00+08:00","lateStartTimeISO":"2026-11-21T10:00:00+08:00","pageNo":"1","pageSize":"20","sort":"desc"}"#
        );
        assert_eq!(
            line(GetVisit { order_id: OrderId::parse("a/b").unwrap() }.request()),
            "POST /ui/v1/wechat/visitor/order/detail?orderId=a%2Fb"
        );
    }

    #[test]
    fn a_page_reads_status_as_number_or_text_and_skips_what_is_no_visit() {
        let body = r#"{"code":0,"data":{"list":[{"orderId":"7","status":8,"startTime":"2026-11-21 10:00:00","endTime":"2026-11-21 12:00:00","visitorPersonNum":"3"},{"orderId":null},{"orderId":8,"status":"待审批","startTime":"123"}],"pageNo":1,"total":"2"}}"#;
        let page: Page<Visit> = envelope::read::<PageResult>(&envelope::open(200, body).unwrap()).unwrap().into();
        let [first, second] = page.items.as_slice() else { panic!("{page:?}") };
        assert_eq!((first.status.clone(), first.people, first.stay.is_some()), (Status::Arrived, Some(3), true));
        assert_eq!((second.status.clone(), second.stay), (Status::Unknown("待审批".into()), None));
        assert_eq!(page.total, 2);
    }
}
