//! An employee's visitors: who comes, who was here, one of them, calling a visit off.

use super::order::{HostCard, OrderDetailResponse, OrderResponse};
use super::page::{PageResult, WantedPage};
use super::visit::Sort;
use super::wire::{Digits, Iso, Statuses};
use crate::domain::code::codes;
use crate::domain::id::{Asker, Batch, OpenId, OrderId, ProjectId};
use crate::endpoint;
use serde::Serialize;

/// Lists what an employee receives, approves or has invited. `beVisitor/record/page`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListRecords {
    #[serde(rename = "type")]
    pub kind: RecordKind,
    pub be_visitor_open_id: Option<OpenId>,
    /// Counted from 1.
    pub page_no: Digits,
    pub page_size: Digits,
    pub sort: Sort,
    /// None for all.
    pub status_list: Option<Statuses>,
    pub visitor_name: Option<String>,
    #[serde(rename = "earlyStartTimeISO")]
    pub earliest_start: Option<Iso>,
    #[serde(rename = "lateStartTimeISO")]
    pub latest_start: Option<Iso>,
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

/// Shows one visit to its host. `beVisitor/record/detail`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetRecord {
    pub order_id: OrderId,
}
endpoint!(GetRecord, reads post "/ui/v1/wechat/beVisitor/record/detail" -> OrderResponse);

/// Lists the days that have visits, `yyyy-MM-dd`. `beVisitor/record/orderDay`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListVisitDays {
    pub be_visitor_open_id: Asker,
    pub project_id: ProjectId,
    #[serde(rename = "earlyStartTimeISO")]
    pub earliest_start: Option<Iso>,
    #[serde(rename = "lateStartTimeISO")]
    pub latest_start: Option<Iso>,
    pub status_list: Option<Statuses>,
}
endpoint!(ListVisitDays, reads post_json "/ui/v1/wechat/beVisitor/record/orderDay" -> Vec<String>);

/// Calls a visit off. `beVisitor/order/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelReception {
    pub order_id: OrderId,
}
endpoint!(CancelReception, writes post "/ui/v1/wechat/beVisitor/order/cancel" -> ());

/// Calls a visit off, for all who were to come. `wecom/bevisitor/order/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelReceptionInWeCom {
    pub visitor_batch: Batch,
}
endpoint!(CancelReceptionInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/order/cancel" -> ());

/// Calls a visit off, for all who were to come. `miniapp/bevisitor/order/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelReceptionInMiniProgram {
    pub visitor_batch: Batch,
}
endpoint!(CancelReceptionInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/bevisitor/order/cancel" -> ());

/// Lists the visits that are still to come. `wecom/bevisitor/order/reception/log/doing`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ListExpectedInWeCom(pub WantedPage);
endpoint!(ListExpectedInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/order/reception/log/doing" -> PageResult<HostCard>);

/// Lists the visits that are still to come. `miniapp/bevisitor/order/reception/log/doing`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ListExpectedInMiniProgram(pub WantedPage);
endpoint!(ListExpectedInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/reception/log/doing" -> PageResult<HostCard>);

/// Lists the visits that are over. `wecom/bevisitor/order/reception/log/history`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ListReceivedInWeCom(pub Received);
endpoint!(ListReceivedInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/order/reception/log/history" -> PageResult<HostCard>);

/// Lists the visits that are over. `miniapp/bevisitor/order/reception/log/history`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ListReceivedInMiniProgram(pub Received);
endpoint!(ListReceivedInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/reception/log/history" -> PageResult<HostCard>);

/// Which of the visits that are over.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Received {
    pub visitor_name: Option<String>,
    #[serde(flatten)]
    pub page: WantedPage,
}

/// Shows one visit to its host. `wecom/bevisitor/order/detail`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetReceptionInWeCom {
    pub visitor_batch: Batch,
}
endpoint!(GetReceptionInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/order/detail" -> OrderDetailResponse);

/// Shows one visit to its host. `miniapp/bevisitor/order/detail`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct GetReceptionInMiniProgram {
    pub visitor_batch: Batch,
}
endpoint!(GetReceptionInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/detail" -> OrderDetailResponse);
