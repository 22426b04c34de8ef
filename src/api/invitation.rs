//! An employee invites, and takes an invitation back.

mod list;

pub use list::{List, current, recent, rows};

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use super::error::ApiError;
use super::wire::{AreaIds, Iso, Minute};
use crate::domain::id::{Asker, Batch, InvitationId, OrderId, VisitorTypeId};
use crate::domain::invitation::draft::Invitation;
use crate::{answer, endpoint, parameters};

/// Sends an invitation; gives what its link names it by, or none where the answer does not tell.
pub fn send(context: &ApiContext, invitation: &Invitation) -> ApiCall<Option<InvitationId>> {
    let draft = || InvitationDraft {
        start_time: Minute(invitation.stay.start),
        end_time: Minute(invitation.stay.end),
        visitor_name: invitation.name.clone(),
        visitor_phone_num: invitation.phone.as_str().to_owned(),
        visitor_privilege_group_ids: AreaIds(invitation.areas.clone()),
        visitor_purpose: invitation.purpose.clone(),
        visitor_type_id: invitation.visitor_type.clone(),
    };
    match context.flavor {
        ApiFlavor::OfficialAccount => {
            let call = Invite {
                open_id: context.open_id.as_ref().into(),
                default_order_id: None,
                visitor_name: invitation.name.clone(),
                visitor_phone_num: invitation.phone.as_str().to_owned(),
                visitor_privilege_group_ids: AreaIds(invitation.areas.clone()),
                visitor_start_time: Some(Iso(invitation.stay.start)),
                visitor_end_time: Some(Iso(invitation.stay.end)),
                visitor_purpose: Some(invitation.purpose.clone()).filter(|purpose| !purpose.is_empty()),
                visitor_type_id: invitation.visitor_type.clone(),
            };
            ApiCall::new(&call, |answer| InvitationId::parse(&answer.order_id))
        }
        ApiFlavor::WeCom => ApiCall::new(&InviteInWeCom(draft()), |answer| InvitationId::parse(&answer.order_id)),
        ApiFlavor::MiniProgram => ApiCall::new(&InviteInMiniProgram(draft()), |answer| InvitationId::parse(&answer.visitor_batch)),
    }
}

/// Takes an invitation back.
pub fn withdraw(context: &ApiContext, id: &InvitationId) -> ApiCall<()> {
    let order = OrderId::parse(id.as_str());
    match (context.flavor, order, Batch::parse(id.as_str())) {
        (ApiFlavor::MiniProgram, _, Some(visitor_batch)) => ApiCall::new(&WithdrawInvitationInMiniProgram { visitor_batch }, |()| ()),
        (ApiFlavor::WeCom, Some(order_id), _) => ApiCall::new(&WithdrawInvitationInWeCom { order_id }, |()| ()),
        (_, Some(order_id), _) => ApiCall::new(&WithdrawInvitation { open_id: context.open_id.as_ref().into(), order_id }, |()| ()),
        // No id is blank.
        _ => ApiCall::refused(ApiError::Incomplete),
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{AreaId, OpenId};
    use crate::domain::person::Phone;
    use crate::domain::time::SiteTime;
    use crate::domain::visit::Stay;
    use serde_json::json;

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: OpenId::parse("o1"), app: None, project: None, product: None, enterprise: None }
    }

    fn invitation() -> Invitation {
        let at = |text: &str| SiteTime::parse(text).unwrap();
        Invitation {
            name: "林知夏".into(),
            phone: Phone::parse("139 1234 5678").unwrap(),
            stay: Stay { start: at("2026-11-22 10:00"), end: at("2026-11-22 12:00") },
            purpose: "参观".into(),
            visitor_type: VisitorTypeId::parse("V1"),
            areas: ["A01", "A02"].iter().filter_map(|id| AreaId::parse(id)).collect(),
        }
    }

    #[test]
    fn each_channel_writes_times_in_its_own_way() {
        let line = |flavor| send(&context(flavor), &invitation()).request().unwrap().to_string();
        let who = r#""visitorName":"林知夏","visitorPhoneNum":"13912345678","visitorPrivilegeGroupIds":"A01,A02""#;
        let iso = format!(
            r#"{{"openId":"o1","visitorEndTime":"2026-11-22T12:00:00+08:00",{who},"visitorPurpose":"参观","visitorStartTime":"2026-11-22T10:00:00+08:00","visitorTypeId":"V1"}}"#
        );
        assert_eq!(line(ApiFlavor::OfficialAccount), format!("POST /ui/v1/wechat/beVisitor/invitation/founding json {iso}"));
        let minute = format!(
            r#"{{"endTime":"2026-11-22 12:00","startTime":"2026-11-22 10:00",{who},"visitorPurpose":"参观","visitorTypeId":"V1"}}"#
        );
        assert_eq!(line(ApiFlavor::WeCom), format!("POST /ui/v1/wechat/wecom/bevisitor/order/invitation/founding json {minute}"));
        assert_eq!(line(ApiFlavor::MiniProgram), format!("POST /ui/v1/wechat/miniapp/bevisitor/order/invitation/founding json {minute}"));
    }

    #[test]
    fn an_invitation_is_called_by_its_order_or_in_the_mini_program_by_its_batch() {
        let id_of = |flavor, answer: serde_json::Value| send(&context(flavor), &invitation()).read(&answer).unwrap();
        assert_eq!(id_of(ApiFlavor::WeCom, json!({"orderId": "7"})), InvitationId::parse("7"));
        assert_eq!(id_of(ApiFlavor::MiniProgram, json!({"visitorBatch": "B7"})), InvitationId::parse("B7"));
        assert_eq!(id_of(ApiFlavor::OfficialAccount, json!({})), None);
    }

    #[test]
    fn an_invitation_is_taken_back_by_the_name_that_its_channel_has_for_it() {
        let line = |flavor, id: &str| withdraw(&context(flavor), &InvitationId::parse(id).unwrap()).request().unwrap().to_string();
        let official = r#"POST /ui/v1/wechat/beVisitor/invitation/cancel json {"openId":"o1","orderId":"7"}"#;
        assert_eq!(line(ApiFlavor::OfficialAccount, "7"), official);
        assert_eq!(line(ApiFlavor::WeCom, "7"), r#"POST /ui/v1/wechat/wecom/bevisitor/invitation/cancel json {"orderId":"7"}"#);
        let mini = r#"POST /ui/v1/wechat/miniapp/bevisitor/order/invitation/cancel json {"visitorBatch":"B7"}"#;
        assert_eq!(line(ApiFlavor::MiniProgram, "B7"), mini);
    }
}
