//! A visitor looks at an invitation and accepts it.

use super::call::ApiCall;
use super::channel::{ApiContext, ApiFlavor};
use super::error::ApiError;
use super::order::{stay, told_answers};
use super::status::status;
use super::wire::GuestAnswers;
use crate::domain::booking::field::FieldKey;
use crate::domain::id::{Batch, FaceId, OpenId, OrderId, ProjectId};
use crate::domain::invitation::{Invitation, InvitationLink, InvitationStatus, ShareScene};
use crate::domain::portrait::PORTRAIT;
use crate::domain::private::{PrivateAnswers, Viewer};
use crate::domain::venue::Host;
use crate::domain::visit::{Visit, VisitRef};
use crate::json::Entries;
use crate::{answer, endpoint, parameters};
use serde_json::Value;

/// Shows an invitation to whoever opened its link.
pub fn preview(context: &ApiContext, link: &InvitationLink) -> ApiCall<Invitation> {
    match (context.flavor, OrderId::parse(link.id.as_str()), Batch::parse(link.id.as_str())) {
        (ApiFlavor::MiniProgram, _, Some(visitor_batch)) => {
            ApiCall::new(&PreviewInvitationInMiniProgram { visitor_batch }, BatchPreviewResponse::invitation)
        }
        (ApiFlavor::WeCom, Some(order_id), _) => {
            let call = PreviewInvitationInWeCom { order_id: order_id.clone(), scene: link.scene };
            ApiCall::new(&call, move |answer| invitation(&order_id, answer))
        }
        (ApiFlavor::OfficialAccount, Some(order_id), _) => {
            let call = PreviewInvitation { order_id: order_id.clone(), scene: link.scene };
            ApiCall::new(&call, move |answer| invitation(&order_id, answer))
        }
        _ => ApiCall::refused(ApiError::Incomplete),
    }
}

/// The visit that an invitation has become, for the pass of a guest who has nothing but the link; none where it holds none, or in
/// the mini-program, whose previews have no code.
pub fn accepted_visit(context: &ApiContext, order_id: OrderId) -> ApiCall<Option<Visit>> {
    let order = order_id.clone();
    match context.flavor {
        ApiFlavor::MiniProgram => ApiCall::refused(ApiError::Incomplete),
        ApiFlavor::WeCom => ApiCall::new(&PreviewInvitationInWeCom { order_id, scene: None }, move |answer| visit(&order, answer)),
        ApiFlavor::OfficialAccount => ApiCall::new(&PreviewInvitation { order_id, scene: None }, move |answer| visit(&order, answer)),
    }
}

/// Accepts an invitation, with the answers to the form; a portrait goes among them.
pub fn accept(context: &ApiContext, link: &InvitationLink, mut answers: Vec<(FieldKey, String)>) -> ApiCall<()> {
    let face = answers.iter().position(|(key, _)| key.as_str() == PORTRAIT).map(|at| answers.swap_remove(at).1);
    if context.in_mini_program() {
        let call = |visitor_batch| AcceptInvitationInMiniProgram { visitor_batch, answers: GuestAnswers(answers) };
        return Batch::parse(link.id.as_str()).map(call).map_or_else(incomplete, |call| ApiCall::new(&call, |()| ()));
    }
    let (Some(order_id), Some(guest)) = (OrderId::parse(link.id.as_str()), Guest::from_answers(answers)) else { return incomplete() };
    let open_id = context.open_id.clone();
    if context.flavor == ApiFlavor::WeCom {
        let face_id = face.as_deref().and_then(FaceId::parse);
        return ApiCall::new(&AcceptInvitationInWeCom { order_id, open_id, face_id, guest }, |()| ());
    }
    ApiCall::new(&AcceptInvitation { order_id, open_id, guest }, |()| ())
}

fn incomplete() -> ApiCall<()> {
    ApiCall::refused(ApiError::Incomplete)
}

parameters! {
    /// Shows an invitation to whoever opened its link. `beVisitor/invitation/wechat/{orderId}/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewInvitation {
        pub order_id: OrderId = path,
        /// From where the link was opened.
        pub scene: Option<ShareScene> = "sceneshow",
    }
}
endpoint!(PreviewInvitation, reads post_json "/ui/v1/wechat/beVisitor/invitation/wechat/{orderId}/preview" [orderId = order_id] -> PreviewAnswer);

parameters! {
    /// Shows an invitation in WeCom. `wecom/bevisitor/invitation/wechat/{orderId}/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewInvitationInWeCom {
        pub order_id: OrderId = path,
        pub scene: Option<ShareScene> = "sceneshow",
    }
}
endpoint!(PreviewInvitationInWeCom, reads post_json "/ui/v1/wechat/wecom/bevisitor/invitation/wechat/{orderId}/preview" [orderId = order_id] -> PreviewAnswer);

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
    /// Accepts an invitation in WeCom, with a portrait for access control. `wecom/bevisitor/invitation/accepting`
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

/// An invitation as a table of fields, and once more whole: what is known of the guest stands in it under the form's keys.
pub type PreviewAnswer = (InvitationPreviewResponse, Entries<Value>);

fn invitation(order: &OrderId, (answer, whole): PreviewAnswer) -> Invitation {
    if whole.0.iter().all(|(_, value)| value.is_null()) {
        return Invitation::with_status(InvitationStatus::Nowhere);
    }
    let or = |text: String, other: String| if text.trim().is_empty() { other } else { text };
    let stay = stay(&or(answer.visitor_start_time, answer.start_time), &or(answer.visitor_end_time, answer.end_time));
    Invitation {
        host: answer.be_visitor_person_name,
        phone: answer.be_visitor_phone_num.into(),
        department: answer.be_visitor_group_name,
        stay,
        purpose: answer.visitor_purpose,
        guest: answer.visitor_name,
        account: answer.we_chat_mp_name,
        answers: PrivateAnswers::new(told_answers(whole)),
        visit: Some(VisitRef { order: order.clone(), batch: None }),
        ..Invitation::with_status(InvitationStatus::from(&status(&answer.status)))
    }
}

fn visit(order: &OrderId, (answer, whole): PreviewAnswer) -> Option<Visit> {
    let status = status(&answer.status);
    let (code, car) = (answer.auth_bar_code.clone(), answer.visitor_car_number.clone());
    let (phone, company) = (answer.visitor_phone_num.clone(), answer.visitor_work_unit.clone());
    let people = answer.visitor_person_num.and_then(|people| u32::try_from(people).ok());
    let invitation = invitation(order, (answer, whole));
    (invitation.status != InvitationStatus::Nowhere).then(|| Visit {
        stay: invitation.stay,
        host: Host { id: None, name: invitation.host, phone: String::new() },
        host_department: invitation.department,
        visitor_name: invitation.guest,
        visitor_phone: phone.into(),
        visitor_company: company,
        purpose: invitation.purpose,
        people,
        car: car.into(),
        pass_code: code,
        answers: invitation.answers.shown_to(Viewer::Entitled),
        ..Visit::with_status(order.clone(), status)
    })
}

answer! {
    /// An invitation, as far as it is filled in. Times are ISO 8601.
    pub struct InvitationPreviewResponse needs [] {
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
    pub struct BatchPreviewResponse needs ["visitorBatch"] {
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

impl BatchPreviewResponse {
    /// Always open where it is there: the call does not answer for one that is not.
    fn invitation(self) -> Invitation {
        let facts = [&self.visitor_batch, &self.be_visitor_person_name, &self.be_visitor_enterprise_name, &self.start_time];
        if facts.into_iter().all(|fact| fact.trim().is_empty()) {
            return Invitation::with_status(InvitationStatus::Nowhere);
        }
        Invitation {
            host: self.be_visitor_person_name,
            phone: self.be_visitor_phone_num.into(),
            company: self.be_visitor_enterprise_name,
            stay: stay(&self.start_time, &self.end_time),
            purpose: self.visitor_purpose,
            project: ProjectId::parse(&self.project_id),
            ..Invitation::with_status(InvitationStatus::Open)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::parameter::Parameter;
    use crate::domain::id::InvitationId;
    use serde_json::json;

    fn guest(answers: &[(&str, &str)]) -> Option<Value> {
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

    fn context(flavor: ApiFlavor) -> ApiContext {
        ApiContext { flavor, open_id: None, app: None, project: None, product: None, enterprise: None }
    }

    fn link(id: &str, scene: Option<ShareScene>) -> InvitationLink {
        InvitationLink { id: InvitationId::parse(id).unwrap(), scene }
    }

    #[test]
    fn each_family_previews_in_its_own_way() {
        let line = |flavor, id| preview(&context(flavor), &link(id, Some(ShareScene::Sms))).request().unwrap().to_string();
        assert_eq!(
            line(ApiFlavor::OfficialAccount, "7/1"),
            r#"POST /ui/v1/wechat/beVisitor/invitation/wechat/7%2F1/preview json {"sceneshow":"sms"}"#
        );
        assert_eq!(
            line(ApiFlavor::WeCom, "7"),
            r#"POST /ui/v1/wechat/wecom/bevisitor/invitation/wechat/7/preview json {"sceneshow":"sms"}"#
        );
        assert_eq!(
            line(ApiFlavor::MiniProgram, "B7"),
            r#"POST /ui/v1/wechat/miniapp/visitor/order/invitation/preview json {"visitorBatch":"B7"}"#
        );
    }

    #[test]
    fn each_family_accepts_in_its_own_way() {
        let answers = || {
            [("faceId", "F1"), ("visitorName", "杜一鸣"), ("visitorCarNumber", "沪A1")]
                .map(|(key, text)| (FieldKey::new(key), text.to_owned()))
                .to_vec()
        };
        let line = |context: &ApiContext| accept(context, &link("7", None), answers()).request().unwrap().to_string();
        let official = "POST /ui/v1/wechat/beVisitor/invitation/accepting json";
        assert_eq!(
            line(&context(ApiFlavor::OfficialAccount)),
            format!(r#"{official} {{"orderId":"7","visitorCarNumber":"沪A1","visitorName":"杜一鸣","visitorPersonNum":1}}"#),
            "from an SMS nobody is known, and no face goes along"
        );
        let known = ApiContext { open_id: OpenId::parse("o1"), ..context(ApiFlavor::OfficialAccount) };
        assert!(line(&known).starts_with(&format!(r#"{official} {{"openId":"o1","orderId":"7""#)));
        assert_eq!(
            line(&context(ApiFlavor::WeCom)),
            r#"POST /ui/v1/wechat/wecom/bevisitor/invitation/accepting json {"faceId":"F1","orderId":"7","visitorCarNumber":"沪A1","visitorName":"杜一鸣","visitorPersonNum":1}"#
        );
        let mini = accept(&context(ApiFlavor::MiniProgram), &link("B7", None), vec![(FieldKey::new("visitorCarNumber"), "沪A1".into())]);
        assert_eq!(
            mini.request().unwrap().to_string(),
            r#"POST /ui/v1/wechat/miniapp/visitor/order/invitation/accepting json {"visitorBatch":"B7","visitorCarNumber":"沪A1"}"#
        );
        assert!(accept(&context(ApiFlavor::WeCom), &link("7", None), Vec::new()).request().is_err(), "without a name");
    }

    #[test]
    fn a_preview_tells_how_it_stands_and_what_is_known_of_the_guest() {
        let ask = preview(&context(ApiFlavor::OfficialAccount), &link("7", None));
        let data = json!({"status": "10", "beVisitorPersonName": "王建国", "beVisitorGroupName": "设备部", "startTime": "2026-11-21 10:00:00",
            "endTime": "2026-11-21 12:00:00", "visitorEndTime": "", "visitorName": "杜一鸣", "visitorIdentityType": 111, "weChatMpName": "临港智造园"});
        let answer = ask.read(&data).unwrap();
        assert_eq!((answer.status, answer.host.as_str(), answer.account.as_str()), (InvitationStatus::Open, "王建国", "临港智造园"));
        assert!(answer.stay.is_some(), "some answers fill only one writing of the time");
        let known = answer.answers.shown_to(Viewer::Entitled);
        assert!(known.contains(&(FieldKey::new("visitorIdentityType"), "111".into())));
        assert_eq!(answer.visit.unwrap().order.as_str(), "7");
        assert_eq!(ask.read(&json!({"status": 99})).unwrap().status, InvitationStatus::Unclear("99".into()));
    }

    #[test]
    fn only_an_empty_record_is_no_invitation() {
        for (flavor, id) in [(ApiFlavor::OfficialAccount, "7"), (ApiFlavor::WeCom, "7"), (ApiFlavor::MiniProgram, "B7")] {
            let ask = preview(&context(flavor), &link(id, None));
            for empty in [json!(null), json!({}), json!({"status": null, "visitorName": null})] {
                assert_eq!(ask.read(&empty).unwrap().status, InvitationStatus::Nowhere, "{flavor:?} {empty}");
            }
            assert_ne!(ask.read(&json!({"beVisitorPersonName": "王建国"})).unwrap().status, InvitationStatus::Nowhere);
        }
    }
}
