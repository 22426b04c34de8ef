//! A visitor's own visits: list them, look at one.

use super::call::ApiCall;
use super::channel::ApiContext;
use super::order::{Detail, OrderResponse, with_answers};
use super::page::{PageResult, WantedPage};
use super::wire::{Digits, Iso, Statuses};
use crate::domain::code::codes;
use crate::domain::id::{Batch, OpenId, OrderId};
use crate::domain::paging::{Page, Wanted};
use crate::domain::time::SiteTime;
use crate::domain::visit::{Status, Visit, VisitRef};
use crate::{endpoint, parameters};

/// Which of a visitor's visits a list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Those to come or under way, the next one first.
    Upcoming,
    /// Those that are over, the latest first; only those to a host whose name has this in it, unless it is empty.
    History { host: String },
}

/// A page of a visitor's visits, counted from 1.
pub fn list(context: &ApiContext, part: &Part, number: usize) -> ApiCall<Page<Visit>> {
    rows(context, part, Wanted::page(number))
}

/// Some of a visitor's visits.
pub fn rows(context: &ApiContext, part: &Part, wanted: Wanted) -> ApiCall<Page<Visit>> {
    let page = WantedPage::of(wanted);
    if context.in_mini_program() {
        return match part {
            Part::Upcoming => ApiCall::new(&ListUpcomingInMiniProgram(page), |wire| wire.page(OrderResponse::visit)),
            Part::History { host } => {
                let host = Some(host.clone()).filter(|host| !host.is_empty());
                let call = ListHistoryInMiniProgram { be_visitor_person_name: host, tab_key: Past::All, page };
                ApiCall::new(&call, |wire| wire.page(OrderResponse::visit))
            }
        };
    }
    ApiCall::new(&ListVisits::part(context.open_id.as_ref(), part, page), |wire| wire.page(OrderResponse::visit))
}

/// A visitor's visits that start at this very time.
pub fn starting_at(context: &ApiContext, start: SiteTime) -> ApiCall<Page<Visit>> {
    if context.in_mini_program() {
        return list(context, &Part::Upcoming, 1);
    }
    ApiCall::new(&ListVisits::starting_at(context.open_id.as_ref(), start), |wire| wire.page(OrderResponse::visit))
}

/// One visit with everything its form was answered with; none where the answer holds no visit.
pub fn detail(context: &ApiContext, visit: &VisitRef) -> ApiCall<Option<Visit>> {
    let order_id = visit.order.clone();
    match &visit.batch {
        Some(batch) if context.in_mini_program() => {
            let call = GetVisitInMiniProgram { order_id, visitor_batch: batch.clone() };
            ApiCall::new(&call, with_answers)
        }
        _ => ApiCall::new(&GetVisit { order_id }, with_answers),
    }
}

parameters! {
    /// Lists a visitor's visits, the latest first. `visitor/order/page`
    #[derive(Debug, Clone)]
    pub struct ListVisits {
        pub visitor_open_id: Option<OpenId> = "visitorOpenId",
        /// Counted from 1.
        pub page_no: Digits = "pageNo",
        pub page_size: Digits = "pageSize",
        pub sort: Sort = "sort",
        /// None for all.
        pub status_list: Option<Statuses> = "statusList",
        /// Only those to this host, by a part of the name.
        pub be_visitor_person_name: Option<String> = "beVisitorPersonName",
        pub earliest_start: Option<Iso> = "earlyStartTimeISO",
        pub latest_start: Option<Iso> = "lateStartTimeISO",
    }
}
endpoint!(ListVisits, reads post_json "/ui/v1/wechat/visitor/order/page" -> PageResult<OrderResponse>);

impl ListVisits {
    pub fn part(visitor: Option<&OpenId>, part: &Part, page: WantedPage) -> Self {
        let all = Self {
            visitor_open_id: visitor.cloned(),
            page_no: Digits(page.page_no),
            page_size: Digits(page.page_size),
            sort: Sort::EarliestFirst,
            status_list: None,
            be_visitor_person_name: None,
            earliest_start: None,
            latest_start: None,
        };
        match part {
            Part::Upcoming => Self { status_list: Some(Statuses(Status::UPCOMING.to_vec())), ..all },
            Part::History { host } => {
                let over = Status::KNOWN.into_iter().filter(|status| !status.is_upcoming()).collect();
                let host = Some(host.clone()).filter(|host| !host.is_empty());
                Self { sort: Sort::LatestFirst, status_list: Some(Statuses(over)), be_visitor_person_name: host, ..all }
            }
        }
    }

    /// Of any status.
    pub fn starting_at(visitor: Option<&OpenId>, start: SiteTime) -> Self {
        let all = Self::part(visitor, &Part::Upcoming, WantedPage::number(1));
        Self { status_list: None, earliest_start: Some(Iso(start)), latest_start: Some(Iso(start)), ..all }
    }
}

codes! {
    /// The order of a list, by the time at which the visits are to start.
    pub enum Sort: &'static str {
        LatestFirst = "desc",
        EarliestFirst = "asc",
    }
}

parameters! {
    /// Shows one visit to its visitor. `visitor/order/detail`
    #[derive(Debug, Clone)]
    pub struct GetVisit {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(GetVisit, reads post "/ui/v1/wechat/visitor/order/detail" -> Detail);

parameters! {
    /// Lists the visits that are still to come. `miniapp/visitor/order/go/log/doing`
    #[derive(Debug, Clone)]
    pub struct ListUpcomingInMiniProgram(pub WantedPage);
}
endpoint!(ListUpcomingInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/go/log/doing" -> PageResult<OrderResponse>);

parameters! {
    /// Lists the visits that are over. `miniapp/visitor/order/go/log/history`
    #[derive(Debug, Clone)]
    pub struct ListHistoryInMiniProgram {
        /// Only those to this host, by a part of the name.
        pub be_visitor_person_name: Option<String> = "beVisitorPersonName",
        pub tab_key: Past = "tabKey",
        pub page: WantedPage = ..,
    }
}
endpoint!(ListHistoryInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/go/log/history" -> PageResult<OrderResponse>);

codes! {
    /// Which of the visits that are over (`tabKey`).
    pub enum Past: &'static str {
        All = "0",
        /// Those that never took place.
        Void = "1",
        Visited = "2",
    }
}

parameters! {
    /// Shows one visit to its visitor, with companions. `miniapp/visitor/order/detail`
    #[derive(Debug, Clone)]
    pub struct GetVisitInMiniProgram {
        pub order_id: OrderId = "orderId",
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(GetVisitInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/detail" -> Detail);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::channel::ApiFlavor;
    use crate::api::endpoint::Endpoint;
    use serde_json::json;

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: OpenId::parse("o1"), app: None, project: None, product: None, enterprise: None }
    }

    fn line<T>(ask: &ApiCall<T>) -> String {
        ask.request().unwrap().to_string()
    }

    #[test]
    fn a_part_of_the_list_is_told_by_statuses_or_by_its_own_call() {
        let history = Part::History { host: "李".into() };
        assert_eq!(
            line(&list(&context(ApiFlavor::OfficialAccount), &Part::Upcoming, 2)),
            r#"POST /ui/v1/wechat/visitor/order/page json {"pageNo":"2","pageSize":"20","sort":"asc","statusList":"0,1,2,4,7,8,10","visitorOpenId":"o1"}"#
        );
        assert_eq!(
            line(&list(&context(ApiFlavor::OfficialAccount), &history, 1)),
            r#"POST /ui/v1/wechat/visitor/order/page json {"beVisitorPersonName":"李","pageNo":"1","pageSize":"20","sort":"desc","statusList":"3,5,6,9,11,12,13,14,15","visitorOpenId":"o1"}"#
        );
        assert_eq!(
            line(&list(&context(ApiFlavor::MiniProgram), &Part::Upcoming, 1)),
            r#"POST /ui/v1/wechat/miniapp/visitor/order/go/log/doing json {"pageNo":1,"pageSize":20}"#
        );
        assert_eq!(
            line(&list(&context(ApiFlavor::MiniProgram), &history, 1)),
            r#"POST /ui/v1/wechat/miniapp/visitor/order/go/log/history json {"beVisitorPersonName":"李","pageNo":1,"pageSize":20,"tabKey":"0"}"#
        );
    }

    #[test]
    fn what_is_loaded_is_asked_for_again_at_once_as_far_as_the_backend_goes() {
        let asked = |flavor, size| line(&rows(&context(flavor), &Part::Upcoming, Wanted { number: 1, size }));
        assert!(asked(ApiFlavor::OfficialAccount, 60).contains(r#""pageNo":"1","pageSize":"60""#));
        assert!(asked(ApiFlavor::MiniProgram, 60).ends_with(r#"{"pageNo":1,"pageSize":60}"#));
        assert!(asked(ApiFlavor::MiniProgram, 1_020).ends_with(r#"{"pageNo":1,"pageSize":1000}"#));
    }

    #[test]
    fn the_search_for_one_visit_names_its_start() {
        let start = SiteTime::parse("2026-11-21 10:00").unwrap();
        assert_eq!(
            ListVisits::starting_at(None, start).request().unwrap().to_string(),
            r#"POST /ui/v1/wechat/visitor/order/page json {"earlyStartTimeISO":"2026-11-21T10:00:00+08:00","lateStartTimeISO":"2026-11-21T10:00:00+08:00","pageNo":"1","pageSize":"20","sort":"asc"}"#
        );
    }

    #[test]
    fn a_page_reads_status_as_number_or_text_and_skips_what_is_no_visit() {
        let data = json!({"list": [
            {"orderId": "7", "status": 8, "startTime": "2026-11-21 10:00:00", "endTime": "2026-11-21 12:00:00", "visitorPersonNum": "3"},
            {"orderId": null},
            {"orderId": 8, "status": "待审批", "startTime": "123"},
        ], "pageNo": 1, "total": "2"});
        let page = list(&context(ApiFlavor::OfficialAccount), &Part::Upcoming, 1).read(&data).unwrap();
        let [first, second] = page.items.as_slice() else { panic!("{page:?}") };
        assert_eq!((first.status.clone(), first.people, first.stay.is_some()), (Status::Arrived, Some(3), true));
        assert_eq!((second.status.clone(), second.stay), (Status::WaitingApproval, None));
        assert_eq!(page.total, 2);
    }

    #[test]
    fn a_party_gathers_until_its_leader_hands_it_in() {
        let name = VisitRef { order: OrderId::parse("7").unwrap(), batch: Batch::parse("B7") };
        let ask = detail(&context(ApiFlavor::MiniProgram), &name);
        let is_gathering = |status: &str, people: u32, leader: &str, backlog: Option<&str>| {
            let data = json!({"orderId": "7", "visitorBatch": "B7", "status": status, "visitorPersonNum": people, "visitorLeader": leader, "backlogId": backlog});
            ask.read(&data).unwrap().unwrap().is_gathering
        };
        assert!(is_gathering("待审批", 3, "1", None) && is_gathering("0", 2, "", Some("")));
        assert!(!is_gathering("待审批", 3, "1", Some("T7")), "handed in");
        assert!(!is_gathering("待审批", 3, "0", None), "a companion asks");
        assert!(!is_gathering("待审批", 1, "1", None), "nobody comes along");
        assert!(!is_gathering("预约成功", 3, "1", None), "over");
    }

    #[test]
    fn a_detail_brings_the_form_s_answers_under_the_site_s_keys() {
        let name = VisitRef { order: OrderId::parse("7").unwrap(), batch: None };
        let data =
            json!({"orderId": "7", "visitorCustomc": "a.jpg", "visitorPersonNum": 2, "visitorSex": null, "beVisitorPersonName": "李敏"});
        let visit = detail(&context(ApiFlavor::OfficialAccount), &name).read(&data).unwrap().unwrap();
        let answers: Vec<(&str, &str)> = visit.answers.iter().map(|(key, answer)| (key.as_str(), answer.as_str())).collect();
        assert_eq!(answers, [("visitorCustomc", "a.jpg"), ("visitorPersonNum", "2")]);
    }
}
