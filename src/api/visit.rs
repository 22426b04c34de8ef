//! A visitor's own visits: list them, look at one.

use super::order::{OrderDetailResponse, OrderResponse, VisitorCard};
use super::page::{PAGE_SIZE, PageResult, WantedPage};
use super::wire::{Digits, Iso, Statuses};
use crate::domain::code::codes;
use crate::domain::id::{Batch, OpenId, OrderId};
use crate::domain::time::SiteTime;
use crate::endpoint;
use serde::Serialize;

/// Lists a visitor's visits, the latest first. `visitor/order/page`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListVisits {
    pub visitor_open_id: Option<OpenId>,
    /// Counted from 1.
    pub page_no: Digits,
    pub page_size: Digits,
    pub sort: Sort,
    /// None for all.
    pub status_list: Option<Statuses>,
    #[serde(rename = "earlyStartTimeISO")]
    pub earliest_start: Option<Iso>,
    #[serde(rename = "lateStartTimeISO")]
    pub latest_start: Option<Iso>,
}
endpoint!(ListVisits, reads post_json "/ui/v1/wechat/visitor/order/page" -> PageResult<OrderResponse>);

impl ListVisits {
    pub fn page(visitor: Option<&OpenId>, number: usize) -> Self {
        Self {
            visitor_open_id: visitor.cloned(),
            page_no: Digits(number),
            page_size: Digits(PAGE_SIZE),
            sort: Sort::LatestFirst,
            status_list: None,
            earliest_start: None,
            latest_start: None,
        }
    }

    /// Only the visits that start at this very time.
    pub fn starting_at(visitor: Option<&OpenId>, start: SiteTime) -> Self {
        Self { earliest_start: Some(Iso(start)), latest_start: Some(Iso(start)), ..Self::page(visitor, 1) }
    }
}

codes! {
    /// The order of a list, by the time at which the visits are to start.
    pub enum Sort: &'static str {
        LatestFirst = "desc",
        EarliestFirst = "asc",
    }
}

/// Shows one visit to its visitor. `visitor/order/detail`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetVisit {
    pub order_id: OrderId,
}
endpoint!(GetVisit, reads post "/ui/v1/wechat/visitor/order/detail" -> OrderResponse);

/// Lists the visits that are still to come. `miniapp/visitor/order/go/log/doing`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ListUpcomingInMiniProgram(pub WantedPage);
endpoint!(ListUpcomingInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/go/log/doing" -> PageResult<VisitorCard>);

/// Lists the visits that are over. `miniapp/visitor/order/go/log/history`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListHistoryInMiniProgram {
    /// Only those to this host, by a part of the name.
    pub be_visitor_person_name: Option<String>,
    pub tab_key: Past,
    #[serde(flatten)]
    pub page: WantedPage,
}
endpoint!(ListHistoryInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/go/log/history" -> PageResult<VisitorCard>);

codes! {
    /// Which of the visits that are over (`tabKey`).
    pub enum Past: &'static str {
        All = "0",
        /// Those that never took place.
        Void = "1",
        Visited = "2",
    }
}

/// Shows one visit to its visitor, with companions. `miniapp/visitor/order/detail`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetVisitInMiniProgram {
    pub order_id: OrderId,
    pub visitor_batch: Batch,
}
endpoint!(GetVisitInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/detail" -> OrderDetailResponse);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::endpoint::Endpoint;
    use crate::api::envelope;
    use crate::api::request::Service;
    use crate::domain::paging::Page;
    use crate::domain::visit::{Status, Visit};

    #[test]
    fn the_search_for_one_visit_names_its_start() {
        let start = SiteTime::parse("2026-11-21 10:00").unwrap();
        assert_eq!(
            ListVisits::starting_at(None, start).request().unwrap().to_string(),
            r#"POST /ui/v1/wechat/visitor/order/page json {"earlyStartTimeISO":"2026-11-21T10:00:00+08:00","lateStartTimeISO":"2026-11-21T10:00:00+08:00","pageNo":"1","pageSize":"20","sort":"desc"}"#
        );
    }

    #[test]
    fn a_page_reads_status_as_number_or_text_and_skips_what_is_no_visit() {
        let body = r#"{"code":0,"data":{"list":[{"orderId":"7","status":8,"startTime":"2026-11-21 10:00:00","endTime":"2026-11-21 12:00:00","visitorPersonNum":"3"},{"orderId":null},{"orderId":8,"status":"待审批","startTime":"123"}],"pageNo":1,"total":"2"}}"#;
        let data = envelope::open(Service::Visitorcs, 200, body).unwrap();
        let page: Page<Visit> = envelope::read::<PageResult<OrderResponse>>(&data).unwrap().page(OrderResponse::visit);
        let [first, second] = page.items.as_slice() else { panic!("{page:?}") };
        assert_eq!((first.status.clone(), first.people, first.stay.is_some()), (Status::Arrived, Some(3), true));
        assert_eq!((second.status.clone(), second.stay), (Status::Unknown("待审批".into()), None));
        assert_eq!(page.total, 2);
    }
}
