//! A visitor looks at an invitation and accepts it.

use super::wire::GuestAnswers;
use crate::domain::booking::field::FieldKey;
use crate::domain::id::{Batch, FaceId, OpenId, OrderId};
use crate::domain::invitation::ShareScene;
use crate::{answer, endpoint, parameters};

parameters! {
    /// Shows an invitation to whoever opened its link. `beVisitor/invitation/wechat/{orderId}/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewInvitation {
        pub order_id: OrderId = path,
        /// From where the link was opened.
        pub scene: Option<ShareScene> = "sceneshow",
    }
}
endpoint!(PreviewInvitation, reads post_json "/ui/v1/wechat/beVisitor/invitation/wechat/{orderId}/preview" [orderId = order_id] -> InvitationPreviewResponse);

parameters! {
    /// Shows an invitation in WeCom. `wecom/bevisitor/invitation/wechat/{orderId}/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewInvitationInWeCom {
        pub order_id: OrderId = path,
        pub scene: Option<ShareScene> = "sceneshow",
    }
}
endpoint!(PreviewInvitationInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/invitation/wechat/{orderId}/preview" [orderId = order_id] -> InvitationPreviewResponse);

parameters! {
    /// Shows an invitation in the mini-program. `miniapp/visitor/order/invitation/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewInvitationInMiniProgram {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(PreviewInvitationInMiniProgram, reads post_json "/ui/v1/wechat/miniapp/visitor/order/invitation/preview" -> BatchPreviewResponse);

parameters! {
    /// Accepts an invitation. `beVisitor/invitation/accepting`
    #[derive(Debug, Clone)]
    pub struct AcceptInvitation {
        pub order_id: OrderId = "orderId",
        /// None for a link from an SMS.
        pub open_id: Option<OpenId> = "openId",
        pub guest: Guest = ..,
    }
}
endpoint!(AcceptInvitation, writes post_json "/ui/v1/wechat/beVisitor/invitation/accepting" -> ());

parameters! {
    /// Accepts an invitation in WeCom, with a portrait for the doors. `wecom/bevisitor/invitation/accepting`
    #[derive(Debug, Clone)]
    pub struct AcceptInvitationInWeCom {
        pub order_id: OrderId = "orderId",
        pub open_id: Option<OpenId> = "openId",
        pub face_id: Option<FaceId> = "faceId",
        pub guest: Guest = ..,
    }
}
endpoint!(AcceptInvitationInWeCom, writes post_json "/ui/v1/wechat/wecom/bevisitor/invitation/accepting" -> ());

parameters! {
    /// Accepts an invitation as the person whom the session's token names. `miniapp/visitor/order/invitation/accepting`
    #[derive(Debug, Clone)]
    pub struct AcceptInvitationInMiniProgram {
        pub visitor_batch: Batch = "visitorBatch",
        pub answers: GuestAnswers = ..,
    }
}
endpoint!(AcceptInvitationInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/invitation/accepting" -> ());

parameters! {
    /// Who accepts: the name, how many come, and what else the form asked.
    #[derive(Debug, Clone)]
    pub struct Guest {
        visitor_name: String = "visitorName",
        /// At least 1.
        visitor_person_num: u32 = "visitorPersonNum",
        answers: GuestAnswers = ..,
    }
}

impl Guest {
    /// The guest whom a form describes; none without a name. Who does not say how many come comes alone.
    pub fn from_answers(mut answers: Vec<(FieldKey, String)>) -> Option<Self> {
        let mut take = |key: &str| {
            let at = answers.iter().position(|(known, _)| known.as_str() == key)?;
            Some(answers.swap_remove(at).1)
        };
        let visitor_name = take("visitorName").filter(|name| !name.trim().is_empty())?;
        let people = take("visitorPersonNum").and_then(|people| people.trim().parse().ok());
        let visitor_person_num = people.filter(|people| *people > 0).unwrap_or(1);
        Some(Self { visitor_name, visitor_person_num, answers: GuestAnswers(answers) })
    }
}

answer! {
    /// An invitation, as far as it is filled in. Times are ISO 8601.
    pub struct InvitationPreviewResponse {
        pub status: String = "status",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub be_visitor_group_name: String = "beVisitorGroupName",
        pub visitor_start_time: String = "visitorStartTime",
        pub visitor_end_time: String = "visitorEndTime",
        /// The same times again; some answers fill only these.
        pub start_time: String = "startTime",
        pub end_time: String = "endTime",
        pub visitor_purpose: String = "visitorPurpose",
        pub visitor_name: String = "visitorName",
        pub visitor_phone_num: String = "visitorPhoneNum",
        pub visitor_work_unit: String = "visitorWorkUnit",
        pub visitor_car_number: String = "visitorCarNumber",
        pub visitor_person_num: Option<i64> = "visitorPersonNum",
        pub auth_bar_code: String = "authBarCode",
        /// The official account to follow.
        pub we_chat_mp_name: String = "weChatMpName",
    }
}

answer! {
    /// An invitation in the mini-program; times are `yyyy-MM-dd HH:mm:ss` in site time.
    pub struct BatchPreviewResponse {
        pub visitor_batch: String = "visitorBatch",
        pub project_id: String = "projectId",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub be_visitor_enterprise_name: String = "beVisitorEnterpriseName",
        pub start_time: String = "startTime",
        pub end_time: String = "endTime",
        pub visitor_purpose: String = "visitorPurpose",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::parameter::Parameter;
    use serde_json::json;

    fn guest(answers: &[(&str, &str)]) -> Option<serde_json::Value> {
        let answers = answers.iter().map(|(key, answer)| (FieldKey::new(*key), (*answer).to_owned())).collect();
        Guest::from_answers(answers).map(|guest| guest.value().unwrap())
    }

    #[test]
    fn a_guest_has_a_name_and_comes_at_least_alone() {
        assert_eq!(guest(&[("visitorWorkUnit", "远山")]), None);
        assert_eq!(guest(&[("visitorName", " ")]), None);
        assert_eq!(guest(&[("visitorName", "林知夏")]), Some(json!({"visitorName": "林知夏", "visitorPersonNum": 1})));
        let two = guest(&[("visitorPersonNum", "2"), ("visitorIdentityType", "111"), ("visitorName", "林知夏"), ("visitorCustoma", "5")]);
        let expected = json!({"visitorName": "林知夏", "visitorPersonNum": 2, "visitorIdentityType": 111, "visitorCustoma": "5"});
        assert_eq!(two, Some(expected));
    }
}
