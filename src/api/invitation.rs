//! An employee invites, and takes an invitation back.

use super::wire::{AreaIds, Iso, Minute};
use crate::domain::id::{Asker, Batch, OrderId, VisitorTypeId};
use crate::{answer, endpoint, parameters};

parameters! {
    /// Invites somebody; the backend sends the link by SMS. `beVisitor/invitation/founding`
    #[derive(Debug, Clone)]
    pub struct Invite {
        /// Of the employee.
        pub open_id: Asker = "openId",
        /// The id that the invitation is to have, where its link was shared before it was made.
        pub default_order_id: Option<OrderId> = "defaultOrderId",
        pub visitor_name: String = "visitorName",
        pub visitor_phone_num: String = "visitorPhoneNum",
        pub visitor_privilege_group_ids: AreaIds = "visitorPrivilegeGroupIds",
        pub visitor_start_time: Option<Iso> = "visitorStartTime",
        pub visitor_end_time: Option<Iso> = "visitorEndTime",
        pub visitor_purpose: Option<String> = "visitorPurpose",
        pub visitor_type_id: Option<VisitorTypeId> = "visitorTypeId",
    }
}
endpoint!(Invite, writes post_json "/ui/v1/wechat/beVisitor/invitation/founding" -> InvitationStartResponse);

parameters! {
    /// Invites somebody. `wecom/bevisitor/order/invitation/founding`
    #[derive(Debug, Clone)]
    pub struct InviteInWeCom(pub InvitationDraft);
}
endpoint!(InviteInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/order/invitation/founding" -> InvitationStartResponse);

parameters! {
    /// Invites somebody, and with the same link all who come along. `miniapp/bevisitor/order/invitation/founding`
    #[derive(Debug, Clone)]
    pub struct InviteInMiniProgram(pub InvitationDraft);
}
endpoint!(InviteInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/bevisitor/order/invitation/founding" -> BatchStartResponse);

parameters! {
    /// An invitation as the calls of WeCom and the mini-program take it.
    #[derive(Debug, Clone)]
    pub struct InvitationDraft {
        pub start_time: Minute = "startTime",
        pub end_time: Minute = "endTime",
        pub visitor_name: String = "visitorName",
        pub visitor_phone_num: String = "visitorPhoneNum",
        pub visitor_privilege_group_ids: AreaIds = "visitorPrivilegeGroupIds",
        pub visitor_purpose: String = "visitorPurpose",
        pub visitor_type_id: Option<VisitorTypeId> = "visitorTypeId",
    }
}

parameters! {
    /// Takes an invitation back. `beVisitor/invitation/cancel`
    #[derive(Debug, Clone)]
    pub struct WithdrawInvitation {
        /// Of the employee.
        pub open_id: Asker = "openId",
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(WithdrawInvitation, writes post_json "/ui/v1/wechat/beVisitor/invitation/cancel" -> ());

parameters! {
    /// Takes an invitation back. `wecom/bevisitor/invitation/cancel`
    #[derive(Debug, Clone)]
    pub struct WithdrawInvitationInWeCom {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(WithdrawInvitationInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/invitation/cancel" -> ());

parameters! {
    /// Takes an invitation back, with all who accepted it. `miniapp/bevisitor/order/invitation/cancel`
    #[derive(Debug, Clone)]
    pub struct WithdrawInvitationInMiniProgram {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(WithdrawInvitationInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/bevisitor/order/invitation/cancel" -> ());

answer! {
    pub struct InvitationStartResponse {
        pub order_id: String = "orderId",
    }
}

answer! {
    pub struct BatchStartResponse {
        pub visitor_batch: String = "visitorBatch",
    }
}
