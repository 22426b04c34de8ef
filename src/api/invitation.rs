//! An employee invites, and takes an invitation back.

use super::wire::{AreaIds, Iso, Minute};
use crate::domain::id::{Asker, Batch, OrderId, VisitorTypeId};
use crate::{answer, endpoint};
use serde::Serialize;

/// Invites somebody; the backend sends the link by SMS. `beVisitor/invitation/founding`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Invite {
    /// Of the employee.
    pub open_id: Asker,
    /// The id that the invitation is to have, where its link was shared before it was made.
    pub default_order_id: Option<OrderId>,
    pub visitor_name: String,
    pub visitor_phone_num: String,
    pub visitor_privilege_group_ids: AreaIds,
    pub visitor_start_time: Option<Iso>,
    pub visitor_end_time: Option<Iso>,
    pub visitor_purpose: Option<String>,
    pub visitor_type_id: Option<VisitorTypeId>,
}
endpoint!(Invite, writes post_json "/ui/v1/wechat/beVisitor/invitation/founding" -> InvitationStartResponse);

/// Invites somebody. `wecom/bevisitor/order/invitation/founding`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct InviteInWeCom(pub InvitationDraft);
endpoint!(InviteInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/order/invitation/founding" -> InvitationStartResponse);

/// Invites somebody, and with the same link all who come along. `miniapp/bevisitor/order/invitation/founding`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct InviteInMiniProgram(pub InvitationDraft);
endpoint!(InviteInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/bevisitor/order/invitation/founding" -> BatchStartResponse);

/// An invitation as the calls of WeCom and the mini-program take it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InvitationDraft {
    pub start_time: Minute,
    pub end_time: Minute,
    pub visitor_name: String,
    pub visitor_phone_num: String,
    pub visitor_privilege_group_ids: AreaIds,
    pub visitor_purpose: String,
    pub visitor_type_id: Option<VisitorTypeId>,
}

/// Takes an invitation back. `beVisitor/invitation/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawInvitation {
    /// Of the employee.
    pub open_id: Asker,
    pub order_id: OrderId,
}
endpoint!(WithdrawInvitation, writes post_json "/ui/v1/wechat/beVisitor/invitation/cancel" -> ());

/// Takes an invitation back. `wecom/bevisitor/invitation/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawInvitationInWeCom {
    pub order_id: OrderId,
}
endpoint!(WithdrawInvitationInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/invitation/cancel" -> ());

/// Takes an invitation back, with all who accepted it. `miniapp/bevisitor/order/invitation/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WithdrawInvitationInMiniProgram {
    pub visitor_batch: Batch,
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
