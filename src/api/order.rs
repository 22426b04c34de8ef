//! A visit on the wire.

use super::status::status;
use crate::answer;
use crate::domain::booking::field::FieldKey;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::id::{AreaId, Batch, OrderId, PersonId, ProjectId, VisitorTypeId};
use crate::domain::time::SiteTime;
use crate::domain::venue::{Host, Mode};
use crate::domain::visit::{Companion, HostVisitId, Status, Stay, Visit};
use crate::json::{Entries, plain_text};
use serde_json::Value;

answer! {
    /// A visit as every family's lists and details write it: they differ in what they leave out. Times are
    /// `yyyy-MM-dd HH:mm:ss` in site time.
    pub struct OrderResponse needs ["orderId", "visitorBatch"] {
        order_id: String = "orderId",
        visitor_batch: String = "visitorBatch",
        project_id: String = "projectId",
        status: String = "status",
        order_model: String = "orderModel",
        start_time: String = "startTime",
        end_time: String = "endTime",
        be_visitor_person_id: String = "beVisitorPersonId",
        /// The same in the mini-program's calls.
        be_visitor_user_id: String = "beVisitorUserId",
        be_visitor_person_name: String = "beVisitorPersonName",
        be_visitor_phone_num: String = "beVisitorPhoneNum",
        be_visitor_group_name: String = "beVisitorGroupName",
        be_visitor_enterprise_name: String = "beVisitorEnterpriseName",
        visitor_name: String = "visitorName",
        visitor_phone_num: String = "visitorPhoneNum",
        visitor_work_unit: String = "visitorWorkUnit",
        visitor_purpose: String = "visitorPurpose",
        visitor_person_num: Option<i64> = "visitorPersonNum",
        visitor_car_number: String = "visitorCarNumber",
        visitor_privilege_group_ids: String = "visitorPrivilegeGroupIds",
        visitor_type_id: String = "visitorTypeId",
        process_remark: String = "processRemark",
        create_time: String = "createTime",
        update_time: String = "updateTime",
        register_time: String = "registerTime",
        real_end_time: String = "realEndTime",
        retinue_list: Vec<CompanionDto> = "retinueList",
        /// The to-do of who approves; where there are companions, it comes with the submission.
        backlog_id: String = "backlogId",
        auth_bar_code: String = "authBarCode",
        auth_visitor_code: String = "authVisitorCode",
        /// "0" where a companion asks.
        visitor_leader: String = "visitorLeader",
        /// What its host may do with it beside the usual, and whether the answer says so at all.
        button_list: (Vec<ButtonDto>, Value) = "buttonList",
    }
}

/// A detail as a table of fields, and once more whole: the form's answers stand in it under the site's own keys.
pub type Detail = (OrderResponse, Entries<Value>);

impl OrderResponse {
    /// The visit; none where the answer names no order, as for an id that does not exist.
    pub fn visit(self) -> Option<Visit> {
        let or = |text: String, other: String| if text.trim().is_empty() { other } else { text };
        let companion = |dto: CompanionDto| Companion { name: dto.visitor_name, phone: dto.visitor_phone_num.into(), status: dto.status };
        let status = status(&self.status);
        let people = self.visitor_person_num.and_then(|people| u32::try_from(people).ok());
        let batch = Batch::parse(&self.visitor_batch);
        let is_led_by_caller = batch.is_some() && self.visitor_leader.trim() != "0";
        let (buttons, text) = self.button_list;
        let offers_invite_again = (!plain_text(&text).is_empty()).then(|| buttons.iter().any(ButtonDto::invites_again));
        let is_handed_in = !self.backlog_id.trim().is_empty() || status != Status::WaitingApproval;
        Some(Visit {
            order: OrderId::parse(&self.order_id)?,
            status,
            mode: Mode::from_code(self.order_model.as_str()),
            stay: stay(&self.start_time, &self.end_time),
            host: Host {
                id: PersonId::parse(&or(self.be_visitor_user_id, self.be_visitor_person_id)),
                name: self.be_visitor_person_name,
                phone: self.be_visitor_phone_num,
            },
            host_department: self.be_visitor_group_name,
            host_company: self.be_visitor_enterprise_name,
            visitor_name: self.visitor_name,
            visitor_phone: self.visitor_phone_num.into(),
            visitor_company: self.visitor_work_unit,
            purpose: self.visitor_purpose,
            visitor_type: VisitorTypeId::parse(&self.visitor_type_id),
            people,
            car: self.visitor_car_number.into(),
            remark: self.process_remark,
            booked_at: SiteTime::parse(&self.create_time),
            changed_at: SiteTime::parse(&self.update_time),
            arrived_at: SiteTime::parse(&self.register_time),
            left_at: SiteTime::parse(&self.real_end_time),
            batch,
            project: ProjectId::parse(&self.project_id),
            areas: self.visitor_privilege_group_ids.split(',').filter_map(AreaId::parse).collect(),
            answers: Vec::new(),
            companions: self.retinue_list.into_iter().map(companion).collect(),
            pass_code: self.auth_bar_code,
            spoken_code: self.auth_visitor_code,
            is_gathering: is_led_by_caller && !is_handed_in && people > Some(1),
            offers_invite_again,
        })
    }
}

pub(super) fn stay(start: &str, end: &str) -> Option<Stay> {
    SiteTime::parse(start).zip(SiteTime::parse(end)).map(|(start, end)| Stay { start, end })
}

/// A visit with what its form was answered with.
pub fn with_answers((order, whole): Detail) -> Option<Visit> {
    let answers = told_answers(whole);
    order.visit().map(|visit| Visit { answers, ..visit })
}

/// What a whole answer tells of the visitor, under the form's keys.
pub(super) fn told_answers(whole: Entries<Value>) -> Vec<(FieldKey, String)> {
    let is_scalar = |value: &Value| !matches!(value, Value::Array(_) | Value::Object(_) | Value::Null);
    let answers = whole.0.into_iter().filter(|(key, value)| key.starts_with("visitor") && is_scalar(value));
    answers.map(|(key, value)| (FieldKey::new(key), plain_text(&value))).collect()
}

answer! {
    /// One of those who come.
    pub struct CompanionDto needs [] {
        /// A word.
        pub status: String = "status",
        pub visitor_name: String = "visitorName",
        pub visitor_phone_num: String = "visitorPhoneNum",
    }
}

answer! {
    /// What may be done with a visit. The only documented key is `InvitationFoundByBeVisitor`: invite again.
    pub struct ButtonDto {
        pub button_key: String = "buttonKey",
    }
}

impl ButtonDto {
    fn invites_again(&self) -> bool {
        self.button_key == "InvitationFoundByBeVisitor"
    }
}

answer! {
    /// A visit as the lists of WeCom and the mini-program show it to its host. It names no order, only the batch.
    pub struct HostCard needs ["visitorBatch"] {
        visitor_batch: String = "visitorBatch",
        pub status: String = "status",
        pub start_time: String = "startTime",
        pub end_time: String = "endTime",
        pub visitor_name: String = "visitorName",
        pub visitor_work_unit: String = "visitorWorkUnit",
        pub visitor_purpose: String = "visitorPurpose",
        pub button_list: Vec<ButtonDto> = "buttonList",
    }
}

impl HostCard {
    /// The visit; none where the card names no batch.
    pub fn summary(self) -> Option<HostVisitSummary> {
        Some(HostVisitSummary {
            id: HostVisitId::Batch(Batch::parse(&self.visitor_batch)?),
            order: None,
            status: status(&self.status),
            stay: stay(&self.start_time, &self.end_time),
            visitor_name: self.visitor_name,
            visitor_phone: String::new(),
            visitor_company: self.visitor_work_unit,
            purpose: self.visitor_purpose,
            people: None,
            areas: Vec::new(),
            remark: String::new(),
            changed_at: None,
        })
    }
}
