//! An employee decides on bookings.

use super::order::HostCard;
use super::page::{PageResult, WantedPage};
use super::wire::AreaIds;
use crate::domain::code::codes;
use crate::domain::id::{Asker, OrderId, ProductId, ProjectId};
use crate::{endpoint, parameters};

parameters! {
    /// Approves a booking, for these areas. `beVisitor/approval/order`
    #[derive(Debug, Clone)]
    pub struct Approve(pub CompleteParam);
}
endpoint!(Approve, writes post_json "/ui/v1/wechat/beVisitor/approval/order" -> ());

parameters! {
    /// Returns a booking to its visitor; the remark says why. `beVisitor/reject/order`
    #[derive(Debug, Clone)]
    pub struct Return(pub CompleteParam);
}
endpoint!(Return, writes post_json "/ui/v1/wechat/beVisitor/reject/order" -> ());

parameters! {
    /// One decision, as both calls take it.
    #[derive(Debug, Clone)]
    pub struct CompleteParam {
        pub be_visitor_open_id: Asker = "beVisitorOpenId",
        pub order_id: OrderId = "orderId",
        pub project_id: ProjectId = "projectId",
        pub product_id: Option<ProductId> = "productId",
        pub remark: Option<String> = "remark",
        pub visitor_privilege_group_ids: Option<AreaIds> = "visitorPrivilegeGroupIds",
    }
}

parameters! {
    /// Decides on several bookings at once. `beVisitor/batch/approval/order`
    #[derive(Debug, Clone)]
    pub struct DecideBatch {
        pub decision: Decision = "type",
        pub order_ids: Vec<OrderId> = "orderIds",
        pub remark: Option<String> = "remark",
        pub visitor_privilege_group_ids: Option<AreaIds> = "visitorPrivilegeGroupIds",
    }
}
endpoint!(DecideBatch, writes post_json "/ui/v1/wechat/beVisitor/batch/approval/order" -> ());

codes! {
    /// What is decided on several bookings.
    pub enum Decision: &'static str {
        Approve = "approval",
        Return = "reject",
    }
}

parameters! {
    /// Lists the bookings that wait for the employee. `miniapp/bevisitor/order/examine/log/doing`
    #[derive(Debug, Clone)]
    pub struct ListWaitingInMiniProgram(pub WantedPage);
}
endpoint!(ListWaitingInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/examine/log/doing" -> PageResult<HostCard>);

parameters! {
    /// Lists the bookings that were not decided in time. `miniapp/bevisitor/order/examine/log/expires`
    #[derive(Debug, Clone)]
    pub struct ListOverdueInMiniProgram {
        pub visitor_name: Option<String> = "visitorName",
        pub page: WantedPage = ..,
    }
}
endpoint!(ListOverdueInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/examine/log/expires" -> PageResult<HostCard>);
