//! A host's lists and visits, by whichever call the channel has.

use super::approval::{ListOverdueInMiniProgram, ListWaitingInMiniProgram};
use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use super::error::ApiError;
use super::order::{HostCard, OrderResponse, with_answers};
use super::page::WantedPage;
use super::reception::{
    GetReceptionInMiniProgram, GetReceptionInWeCom, GetRecord, ListExpectedInMiniProgram, ListExpectedInWeCom, ListReceivedInMiniProgram,
    ListReceivedInWeCom, ListRecords, ListVisitDays, Received, RecordKind,
};
use super::visit::Sort;
use super::wire::{Digits, Iso, Statuses};
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::Month;
use crate::domain::paging::{Page, Wanted};
use crate::domain::visit::{HostVisitId, Status, Stay, Visit};

/// Which of a host's visits a list holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// To be decided on.
    Waiting,
    /// Not decided on in time.
    Overdue,
    /// Decided on.
    Decided,
    /// To come, or here.
    Expected,
    /// Here.
    OnSite,
    /// Over.
    Received,
    /// Approved and still to come, with all that the doors have to know of them.
    Admitted,
    /// To come, here, or over.
    AllReceptions,
}

impl Part {
    /// Whether a family has this list at all: the mini-program has only those that it has a call for.
    pub fn is_offered(self, flavor: ApiFlavor) -> bool {
        !matches!(self, Self::Decided | Self::Admitted | Self::AllReceptions) || flavor != ApiFlavor::MiniProgram
    }

    fn kind(self) -> RecordKind {
        match self {
            Self::Waiting | Self::Overdue | Self::Decided => RecordKind::Approvals,
            Self::Expected | Self::OnSite | Self::Received | Self::Admitted | Self::AllReceptions => RecordKind::Receptions,
        }
    }

    /// Whether a visit that stands so is in the list.
    pub fn has(self, status: &Status) -> bool {
        let is_expected = matches!(status, Status::Normal | Status::Late | Status::Arrived | Status::OverdueNotSignedOut);
        match self {
            Self::Waiting => *status == Status::WaitingApproval,
            Self::Overdue => *status == Status::ApprovalOverdue,
            Self::Expected => is_expected,
            Self::Admitted => status.has_pass(),
            Self::OnSite => status.is_on_site(),
            Self::Received => {
                let is_over = matches!(status, Status::BookingOverdue | Status::SignedOutBySystem | Status::SignedOut);
                is_over || matches!(status, Status::CancelledByEmployee | Status::CancelledByVisitor)
            }
            Self::AllReceptions => is_expected || Self::Received.has(status),
            Self::Decided => *status == Status::Returned || is_expected || Self::Received.has(status),
        }
    }

    fn statuses(self) -> Statuses {
        Statuses(Status::KNOWN.into_iter().filter(|status| self.has(status)).collect())
    }
}

/// What a host narrows a list down to. The calls of WeCom's receptions and of the mini-program know only the name, and
/// that not everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostVisitQuery<'a> {
    /// A part of the visitor's name; empty for all.
    pub visitor: &'a str,
    /// Only those that start between these times.
    pub start: Option<Stay>,
    pub sort: Sort,
}

impl HostVisitQuery<'static> {
    /// All of them, the earliest first.
    pub const ALL: Self = Self { visitor: "", start: None, sort: Sort::EarliestFirst };
}

/// As many as a host can have around: WeCom and the mini-program do not tell who is here from who is to come.
pub const AROUND: Wanted = Wanted { number: 1, size: 100 };

/// Those of them who are here, as a list of its own.
fn here(page: Page<HostVisitSummary>) -> Page<HostVisitSummary> {
    let items: Vec<HostVisitSummary> = page.items.into_iter().filter(|visit| visit.status.is_on_site()).collect();
    Page { total: items.len(), items }
}

/// Some of a host's visits.
pub fn rows(context: &ApiContext, part: Part, query: HostVisitQuery, wanted: Wanted) -> ApiCall<Page<HostVisitSummary>> {
    if part == Part::OnSite && context.flavor != ApiFlavor::OfficialAccount {
        return rows(context, Part::Expected, query, AROUND).map(here);
    }
    let page = WantedPage::of(wanted);
    let visitor_name = Some(query.visitor.to_owned()).filter(|name| !name.is_empty());
    let received = Received { visitor_name: visitor_name.clone(), page };
    match (context.flavor, part) {
        (ApiFlavor::WeCom, Part::Expected) => ApiCall::new(&ListExpectedInWeCom(page), |wire| wire.page(HostCard::summary)),
        (ApiFlavor::WeCom, Part::Received) => ApiCall::new(&ListReceivedInWeCom(received), |wire| wire.page(HostCard::summary)),
        (ApiFlavor::MiniProgram, Part::Expected) => ApiCall::new(&ListExpectedInMiniProgram(page), |wire| wire.page(HostCard::summary)),
        (ApiFlavor::MiniProgram, Part::Received) => ApiCall::new(&ListReceivedInMiniProgram(received), |wire| wire.page(HostCard::summary)),
        (ApiFlavor::MiniProgram, Part::Overdue) => {
            ApiCall::new(&ListOverdueInMiniProgram { visitor_name, page }, |wire| wire.page(HostCard::summary))
        }
        (ApiFlavor::MiniProgram, _) => ApiCall::new(&ListWaitingInMiniProgram(page), |wire| wire.page(HostCard::summary)),
        _ => {
            let call = ListRecords {
                kind: part.kind(),
                be_visitor_open_id: context.open_id.clone(),
                page_no: Digits(page.page_no),
                page_size: Digits(page.page_size),
                sort: query.sort,
                status_list: Some(part.statuses()),
                visitor_name,
                earliest_start: query.start.map(|stay| Iso(stay.start)),
                latest_start: query.start.map(|stay| Iso(stay.end)),
                qr_code: None,
            };
            let flavor = context.flavor;
            ApiCall::new(&call, |wire| wire.page(OrderResponse::visit)).map(move |page| summaries(page, flavor))
        }
    }
}

/// The visit whose pass shows this code, among what the employee approves or receives; none where there is none. The
/// mini-program has no such call.
pub fn of_pass(context: &ApiContext, kind: RecordKind, code: &str) -> ApiCall<Option<HostVisitSummary>> {
    let call = ListRecords {
        kind,
        be_visitor_open_id: context.open_id.clone(),
        page_no: Digits(1),
        page_size: Digits(1),
        sort: Sort::LatestFirst,
        status_list: None,
        visitor_name: None,
        earliest_start: None,
        latest_start: None,
        qr_code: Some(code.to_owned()),
    };
    let flavor = context.flavor;
    ApiCall::new(&call, |wire| wire.page(OrderResponse::visit)).map(move |page| summaries(page, flavor).items.into_iter().next())
}

/// One visit, as its host sees it; none where the answer holds no visit.
pub fn detail(context: &ApiContext, name: &HostVisitId) -> ApiCall<Option<Visit>> {
    match (name, context.flavor) {
        (HostVisitId::Batch(batch), ApiFlavor::MiniProgram) => {
            ApiCall::new(&GetReceptionInMiniProgram { visitor_batch: batch.clone() }, with_answers)
        }
        (HostVisitId::Batch(batch), _) => ApiCall::new(&GetReceptionInWeCom { visitor_batch: batch.clone() }, with_answers),
        (HostVisitId::Order(order), _) => ApiCall::new(&GetRecord { order_id: order.clone() }, with_answers),
    }
}

/// The days of a month, counted from 1, on which visits start that stand so; only for families that have the call.
pub fn days(context: &ApiContext, month: Month, part: Part) -> ApiCall<Vec<u32>> {
    let Some(project_id) = context.project.clone() else { return ApiCall::refused(ApiError::Incomplete) };
    let span = month.span();
    let call = ListVisitDays {
        be_visitor_open_id: context.open_id.as_ref().into(),
        project_id,
        earliest_start: span.map(|stay| Iso(stay.start)),
        latest_start: span.map(|stay| Iso(stay.end)),
        status_list: Some(part.statuses()),
    };
    ApiCall::new(&call, move |dates| dates.0.iter().filter_map(|date| month.day_of(date)).collect())
}

fn summaries(page: Page<Visit>, flavor: ApiFlavor) -> Page<HostVisitSummary> {
    let summary = |visit: Visit| {
        let batch = visit.batch.filter(|_| flavor == ApiFlavor::WeCom).map(HostVisitId::Batch);
        HostVisitSummary {
            id: batch.unwrap_or_else(|| HostVisitId::Order(visit.order.clone())),
            order: Some(visit.order),
            status: visit.status,
            stay: visit.stay,
            visitor_name: visit.visitor_name,
            visitor_phone: visit.visitor_phone.in_full().to_owned(),
            visitor_company: visit.visitor_company,
            purpose: visit.purpose,
            people: visit.people,
            areas: visit.areas,
            remark: visit.remark,
            changed_at: visit.changed_at,
        }
    };
    Page { items: page.items.into_iter().map(summary).collect(), total: page.total }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::OpenId;
    use serde_json::json;

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: OpenId::parse("o1"), app: None, project: None, product: None, enterprise: None }
    }

    fn asked(flavor: ApiFlavor, part: Part) -> ApiCall<Page<HostVisitSummary>> {
        let query = HostVisitQuery { visitor: "林", start: None, sort: Sort::EarliestFirst };
        rows(&context(flavor), part, query, Wanted::page(2))
    }

    #[test]
    fn each_list_goes_to_the_call_that_its_channel_has() {
        let line = |flavor, part| asked(flavor, part).request().unwrap().to_string();
        let records = |kind: &str, statuses: &str| {
            let body = format!(
                r#"{{"beVisitorOpenId":"o1","pageNo":"2","pageSize":"20","sort":"asc","statusList":"{statuses}","type":"{kind}","visitorName":"林"}}"#
            );
            format!("POST /ui/v1/wechat/beVisitor/record/page json {body}")
        };
        assert_eq!(line(ApiFlavor::OfficialAccount, Part::Waiting), records("1", "0"));
        assert_eq!(line(ApiFlavor::WeCom, Part::Waiting), records("1", "0"));
        assert_eq!(line(ApiFlavor::WeCom, Part::Overdue), records("1", "9"));
        assert_eq!(line(ApiFlavor::OfficialAccount, Part::Decided), records("1", "1,2,3,4,5,6,7,8,14,15"));
        assert_eq!(line(ApiFlavor::OfficialAccount, Part::Expected), records("0", "1,2,7,8"));
        assert_eq!(line(ApiFlavor::OfficialAccount, Part::Received), records("0", "3,5,6,14,15"));
        assert_eq!(line(ApiFlavor::WeCom, Part::Admitted), records("0", "1,2"));
        assert_eq!(line(ApiFlavor::WeCom, Part::AllReceptions), records("0", "1,2,3,5,6,7,8,14,15"));
        let card = |path: &str, name: &str| format!(r#"POST /ui/v1/wechat/{path} json {{"pageNo":2,"pageSize":20{name}}}"#);
        let lin = r#","visitorName":"林""#;
        assert_eq!(line(ApiFlavor::WeCom, Part::Expected), card("wecom/bevisitor/order/reception/log/doing", ""));
        assert_eq!(line(ApiFlavor::WeCom, Part::Received), card("wecom/bevisitor/order/reception/log/history", lin));
        assert_eq!(line(ApiFlavor::MiniProgram, Part::Waiting), card("miniapp/bevisitor/order/examine/log/doing", ""));
        assert_eq!(line(ApiFlavor::MiniProgram, Part::Overdue), card("miniapp/bevisitor/order/examine/log/expires", lin));
        assert_eq!(line(ApiFlavor::MiniProgram, Part::Expected), card("miniapp/bevisitor/order/reception/log/doing", ""));
        assert_eq!(line(ApiFlavor::MiniProgram, Part::Received), card("miniapp/bevisitor/order/reception/log/history", lin));
    }

    #[test]
    fn a_pass_leads_to_its_visit() {
        let ask = |flavor| of_pass(&context(flavor), RecordKind::Approvals, "VCS7");
        let body = r#"{"beVisitorOpenId":"o1","pageNo":"1","pageSize":"1","qrCode":"VCS7","sort":"desc","type":"1"}"#;
        let line = format!("POST /ui/v1/wechat/beVisitor/record/page json {body}");
        assert_eq!(ask(ApiFlavor::OfficialAccount).request().unwrap().to_string(), line);
        let found = json!({"list": [{"orderId": "7", "visitorBatch": "B7", "status": 1}], "total": 1});
        let id = |flavor| ask(flavor).read(&found).unwrap().map(|visit| visit.id);
        assert_eq!(id(ApiFlavor::OfficialAccount), crate::domain::id::OrderId::parse("7").map(HostVisitId::Order));
        assert_eq!(id(ApiFlavor::WeCom), crate::domain::id::Batch::parse("B7").map(HostVisitId::Batch));
        assert_eq!(ask(ApiFlavor::WeCom).read(&json!({"list": [], "total": 0})), Ok(None));
    }

    #[test]
    fn the_days_of_a_month_are_those_of_the_list() {
        let november = Month::of(crate::domain::time::SiteTime::parse("2026-11-21 10:00").unwrap());
        let context = ApiContext { project: crate::domain::id::ProjectId::parse("p1"), ..context(ApiFlavor::WeCom) };
        let ask = days(&context, november, Part::Waiting);
        let body = r#"{"beVisitorOpenId":"o1","earlyStartTimeISO":"2026-11-01T00:00:00+08:00","lateStartTimeISO":"2026-11-30T23:59:00+08:00","projectId":"p1","statusList":"0"}"#;
        assert_eq!(ask.request().unwrap().to_string(), format!("POST /ui/v1/wechat/beVisitor/record/orderDay json {body}"));
        assert_eq!(ask.read(&json!(["2026-11-07", "2026-12-08", "xxx", "2026-11-30"])), Ok(vec![7, 30]));
    }

    #[test]
    fn who_is_here_is_asked_for_or_picked_out_of_those_who_are_expected() {
        let line = |flavor| asked(flavor, Part::OnSite).request().unwrap().to_string();
        assert!(line(ApiFlavor::OfficialAccount).contains(r#""statusList":"7,8""#));
        let expected = r#"POST /ui/v1/wechat/wecom/bevisitor/order/reception/log/doing json {"pageNo":1,"pageSize":100}"#;
        assert_eq!(line(ApiFlavor::WeCom), expected);
        let card = |batch: &str, status: &str| json!({"visitorBatch": batch, "status": status});
        let cards = json!({"list": [card("B1", "正常"), card("B2", "已到达"), card("B3", "超期未签离")], "total": 40});
        let page = asked(ApiFlavor::WeCom, Part::OnSite).read(&cards).unwrap();
        assert_eq!((page.items.len(), page.total), (2, 2));
    }

    #[test]
    fn a_visit_is_named_as_the_calls_of_its_channel_want() {
        let record =
            json!({"list": [{"orderId": "7", "visitorBatch": "B7", "status": 0, "visitorName": "林知夏"}, {"orderId": "8"}], "total": 2});
        let names = |flavor| asked(flavor, Part::Waiting).read(&record).unwrap().items.into_iter().map(|item| item.id).collect::<Vec<_>>();
        let (order, batch) =
            (|id| HostVisitId::Order(crate::domain::id::OrderId::parse(id).unwrap()), crate::domain::id::Batch::parse("B7").unwrap());
        assert_eq!(names(ApiFlavor::OfficialAccount), [order("7"), order("8")]);
        assert_eq!(names(ApiFlavor::WeCom), [HostVisitId::Batch(batch.clone()), order("8")]);
        let card = json!({"list": [{"visitorBatch": "B7", "status": "待审批"}, {"visitorBatch": ""}], "total": 2});
        let cards = asked(ApiFlavor::MiniProgram, Part::Waiting).read(&card).unwrap();
        let [summary] = cards.items.as_slice() else { panic!("{cards:?}") };
        assert_eq!((&summary.id, &summary.order, &summary.status), (&HostVisitId::Batch(batch), &None, &Status::WaitingApproval));
    }

    #[test]
    fn every_status_of_a_visit_that_was_handed_in_is_in_one_list_of_approvals() {
        for status in Status::KNOWN {
            let lists = [Part::Waiting, Part::Overdue, Part::Decided].into_iter().filter(|part| part.has(&status)).count();
            let is_invitation = matches!(status.number(), Some(10..=13));
            assert_eq!(lists, usize::from(!is_invitation), "{status:?}");
        }
    }
}
