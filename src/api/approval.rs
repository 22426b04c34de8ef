//! An employee decides on bookings.

use super::order::HostCard;
use super::page::{PageResult, WantedPage};
use super::wire::AreaIds;
use crate::domain::code::codes;
use crate::domain::id::{Asker, OrderId, ProductId, ProjectId};
use crate::endpoint;
use serde::Serialize;

/// Approves a booking, for these areas. `beVisitor/approval/order`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Approve(pub CompleteParam);
endpoint!(Approve, writes post_json "/ui/v1/wechat/beVisitor/approval/order" -> ());

/// Returns a booking to its visitor; the remark says why. `beVisitor/reject/order`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Return(pub CompleteParam);
endpoint!(Return, writes post_json "/ui/v1/wechat/beVisitor/reject/order" -> ());

/// One decision, as both calls take it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CompleteParam {
    pub be_visitor_open_id: Asker,
    pub order_id: OrderId,
    pub project_id: ProjectId,
    pub product_id: Option<ProductId>,
    pub remark: Option<String>,
    pub visitor_privilege_group_ids: Option<AreaIds>,
}

/// Decides on several bookings at once. `beVisitor/batch/approval/order`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DecideBatch {
    #[serde(rename = "type")]
    pub decision: Decision,
    pub order_ids: Vec<OrderId>,
    pub remark: Option<String>,
    pub visitor_privilege_group_ids: Option<AreaIds>,
}
endpoint!(DecideBatch, writes post_json "/ui/v1/wechat/beVisitor/batch/approval/order" -> ());

codes! {
    /// What is decided on several bookings.
    pub enum Decision: &'static str {
        Approve = "approval",
        Return = "reject",
    }
}

/// Lists the bookings that wait for the employee. `miniapp/bevisitor/order/examine/log/doing`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct ListWaitingInMiniProgram(pub WantedPage);
endpoint!(ListWaitingInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/examine/log/doing" -> PageResult<HostCard>);

/// Lists the bookings that were not decided in time. `miniapp/bevisitor/order/examine/log/expires`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListOverdueInMiniProgram {
    pub visitor_name: Option<String>,
    #[serde(flatten)]
    pub page: WantedPage,
}
endpoint!(ListOverdueInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/examine/log/expires" -> PageResult<HostCard>);
