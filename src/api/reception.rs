//! An employee's visitors: who comes, who was here, one of them, calling a visit off.

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use super::order::{Detail, HostCard, OrderResponse};
use super::page::{PageResult, WantedPage};
use super::visit::Sort;
use super::wire::{Digits, Iso, Statuses};
use crate::domain::code::codes;
use crate::domain::id::{Asker, Batch, OpenId, OrderId, ProjectId};
use crate::domain::visit::Visit;
use crate::json::List;
use crate::{endpoint, parameters};

/// Calls a visit off: by its batch, for all who were to come, where the channel's call names visits so and the batch is
/// known; else by its order.
pub fn cancel(context: &ApiContext, visit: &Visit) -> ApiCall<()> {
    match (context.flavor, visit.batch.clone()) {
        (ApiFlavor::WeCom, Some(visitor_batch)) => ApiCall::new(&CancelReceptionInWeCom { visitor_batch }, |()| ()),
        (ApiFlavor::MiniProgram, Some(visitor_batch)) => ApiCall::new(&CancelReceptionInMiniProgram { visitor_batch }, |()| ()),
        _ => ApiCall::new(&CancelReception { order_id: visit.order.clone() }, |()| ()),
    }
}

parameters! {
    /// Lists what an employee receives, approves or has invited. `beVisitor/record/page`
    #[derive(Debug, Clone)]
    pub struct ListRecords {
        pub kind: RecordKind = "type",
        pub be_visitor_open_id: Option<OpenId> = "beVisitorOpenId",
        /// Counted from 1.
        pub page_no: Digits = "pageNo",
        pub page_size: Digits = "pageSize",
        pub sort: Sort = "sort",
        /// None for all.
        pub status_list: Option<Statuses> = "statusList",
        pub visitor_name: Option<String> = "visitorName",
        pub earliest_start: Option<Iso> = "earlyStartTimeISO",
        pub latest_start: Option<Iso> = "lateStartTimeISO",
        /// What the code of a pass says.
        pub qr_code: Option<String> = "qrCode",
    }
}
endpoint!(ListRecords, reads post_json "/ui/v1/wechat/beVisitor/record/page" -> PageResult<OrderResponse>);

codes! {
    /// What a list of records holds (`type`).
    pub enum RecordKind: &'static str {
        Receptions = "0",
        Approvals = "1",
        Invitations = "2",
    }
}

parameters! {
    /// Shows one visit to its host. `beVisitor/record/detail`
    #[derive(Debug, Clone)]
    pub struct GetRecord {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(GetRecord, reads post "/ui/v1/wechat/beVisitor/record/detail" -> Detail);

parameters! {
    /// Lists the days that have visits, `yyyy-MM-dd`. `beVisitor/record/orderDay`
    #[derive(Debug, Clone)]
    pub struct ListVisitDays {
        pub be_visitor_open_id: Asker = "beVisitorOpenId",
        pub project_id: ProjectId = "projectId",
        pub earliest_start: Option<Iso> = "earlyStartTimeISO",
        pub latest_start: Option<Iso> = "lateStartTimeISO",
        pub status_list: Option<Statuses> = "statusList",
    }
}
endpoint!(ListVisitDays, reads post_json "/ui/v1/wechat/beVisitor/record/orderDay" -> List<String>);

parameters! {
    /// Calls a visit off. `beVisitor/order/cancel`
    #[derive(Debug, Clone)]
    pub struct CancelReception {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(CancelReception, writes post "/ui/v1/wechat/beVisitor/order/cancel" -> ());

parameters! {
    /// Calls a visit off, for all who were to come. `wecom/bevisitor/order/cancel`
    #[derive(Debug, Clone)]
    pub struct CancelReceptionInWeCom {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(CancelReceptionInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/order/cancel" -> ());

parameters! {
    /// Calls a visit off, for all who were to come. `miniapp/bevisitor/order/cancel`
    #[derive(Debug, Clone)]
    pub struct CancelReceptionInMiniProgram {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(CancelReceptionInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/bevisitor/order/cancel" -> ());

parameters! {
    /// Lists the visits that are still to come. `wecom/bevisitor/order/reception/log/doing`
    #[derive(Debug, Clone)]
    pub struct ListExpectedInWeCom(pub WantedPage);
}
endpoint!(ListExpectedInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/order/reception/log/doing" -> PageResult<HostCard>);

parameters! {
    /// Lists the visits that are still to come. `miniapp/bevisitor/order/reception/log/doing`
    #[derive(Debug, Clone)]
    pub struct ListExpectedInMiniProgram(pub WantedPage);
}
endpoint!(ListExpectedInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/reception/log/doing" -> PageResult<HostCard>);

parameters! {
    /// Lists the visits that are over. `wecom/bevisitor/order/reception/log/history`
    #[derive(Debug, Clone)]
    pub struct ListReceivedInWeCom(pub Received);
}
endpoint!(ListReceivedInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/order/reception/log/history" -> PageResult<HostCard>);

parameters! {
    /// Lists the visits that are over. `miniapp/bevisitor/order/reception/log/history`
    #[derive(Debug, Clone)]
    pub struct ListReceivedInMiniProgram(pub Received);
}
endpoint!(ListReceivedInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/reception/log/history" -> PageResult<HostCard>);

parameters! {
    /// Which of the visits that are over.
    #[derive(Debug, Clone)]
    pub struct Received {
        pub visitor_name: Option<String> = "visitorName",
        pub page: WantedPage = ..,
    }
}

parameters! {
    /// Shows one visit to its host. `wecom/bevisitor/order/detail`
    #[derive(Debug, Clone)]
    pub struct GetReceptionInWeCom {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(GetReceptionInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/order/detail" -> Detail);

parameters! {
    /// Shows one visit to its host. `miniapp/bevisitor/order/detail`
    #[derive(Debug, Clone)]
    pub struct GetReceptionInMiniProgram {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(GetReceptionInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/detail" -> Detail);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::visit::Status;

    #[test]
    fn a_visit_is_called_off_by_the_name_that_its_channel_knows() {
        let line = |flavor, batch: Option<&str>| {
            let context = ApiContext { flavor, open_id: None, app: None, project: None, product: None, enterprise: None };
            let visit = Visit { batch: batch.and_then(Batch::parse), ..Visit::standing(Status::Normal) };
            cancel(&context, &visit).request().unwrap().to_string()
        };
        let by_order = "POST /ui/v1/wechat/beVisitor/order/cancel?orderId=7";
        assert_eq!(line(ApiFlavor::OfficialAccount, Some("B7")), by_order);
        assert_eq!(line(ApiFlavor::WeCom, None), by_order);
        let by_batch = |flavor: &str| format!(r#"POST /ui/v1/wechat/{flavor}/bevisitor/order/cancel json {{"visitorBatch":"B7"}}"#);
        assert_eq!(line(ApiFlavor::WeCom, Some("B7")), by_batch("wecom"));
        assert_eq!(line(ApiFlavor::MiniProgram, Some("B7")), by_batch("miniapp"));
    }
}
