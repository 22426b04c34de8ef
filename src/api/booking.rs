//! Booking a visit, changing it, calling it off.

use super::call::ApiCall;
use super::channel::ApiContext;
use super::error::ApiError;
use super::wire::{AreaIds, FormAnswers, Iso, Minute};
use crate::domain::booking::submission::Submission;
use crate::domain::id::{OpenId, OrderId, PersonId, ProjectId};
use crate::domain::venue::Mode;
use crate::{endpoint, parameters};

/// Books a visit.
pub fn book(context: &ApiContext, submission: &Submission) -> ApiCall<()> {
    if context.in_mini_program() {
        return with_project(context, submission, |booking| ApiCall::new(&BookVisitInMiniProgram(booking), |()| ()));
    }
    ApiCall::new(&BookVisit(VisitorInfo::new(context, submission)), |()| ())
}

/// Changes a booking.
pub fn change(context: &ApiContext, order_id: OrderId, submission: &Submission) -> ApiCall<()> {
    if context.in_mini_program() {
        return with_project(context, submission, |booking| ApiCall::new(&ChangeVisitInMiniProgram { order_id, booking }, |()| ()));
    }
    ApiCall::new(&ChangeVisit { order_id, booking: VisitorInfo::new(context, submission) }, |()| ())
}

/// Calls a booking off.
pub fn cancel(context: &ApiContext, order_id: OrderId) -> ApiCall<()> {
    if context.in_mini_program() {
        return ApiCall::new(&CancelVisitInMiniProgram { order_id }, |()| ());
    }
    ApiCall::new(&CancelVisit { order_id }, |()| ())
}

/// Hands a booking in whose companions have all confirmed; only the mini-program has such.
pub fn submit(order_id: OrderId) -> ApiCall<()> {
    ApiCall::new(&SubmitVisitInMiniProgram { order_id }, |()| ())
}

fn with_project(context: &ApiContext, submission: &Submission, ask: impl FnOnce(MiniProgramBooking) -> ApiCall<()>) -> ApiCall<()> {
    match MiniProgramBooking::new(context, submission) {
        Some(booking) => ask(booking),
        None => ApiCall::refused(ApiError::Incomplete),
    }
}

parameters! {
    /// Books a visit. The answer holds nothing, not even the new order's id. `visitor/order`
    #[derive(Debug, Clone)]
    pub struct BookVisit(pub VisitorInfo);
}
endpoint!(BookVisit, writes post_json "/ui/v1/wechat/visitor/order" -> ());

parameters! {
    /// Changes a booking that still waits or was returned; it waits for approval again. `visitor/order/update`
    #[derive(Debug, Clone)]
    pub struct ChangeVisit {
        pub order_id: OrderId = "orderId",
        pub booking: VisitorInfo = ..,
    }
}
endpoint!(ChangeVisit, writes post_json "/ui/v1/wechat/visitor/order/update" -> ());

parameters! {
    /// Calls a booking off. `visitor/order/cancel`
    #[derive(Debug, Clone)]
    pub struct CancelVisit {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(CancelVisit, writes post "/ui/v1/wechat/visitor/order/cancel" -> ());

parameters! {
    /// Books a visit; with companions it waits to be submitted. `miniapp/visitor/order/founding`
    #[derive(Debug, Clone)]
    pub struct BookVisitInMiniProgram(pub MiniProgramBooking);
}
endpoint!(BookVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/founding" -> ());

parameters! {
    /// Changes a booking. `miniapp/visitor/order/update`
    #[derive(Debug, Clone)]
    pub struct ChangeVisitInMiniProgram {
        pub order_id: OrderId = "orderId",
        pub booking: MiniProgramBooking = ..,
    }
}
endpoint!(ChangeVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/update" -> ());

parameters! {
    /// Hands a booking in once all companions have confirmed. `miniapp/visitor/order/submit`
    #[derive(Debug, Clone)]
    pub struct SubmitVisitInMiniProgram {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(SubmitVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/submit" -> ());

parameters! {
    /// Calls a booking off. `miniapp/visitor/order/cancel`
    #[derive(Debug, Clone)]
    pub struct CancelVisitInMiniProgram {
        pub order_id: OrderId = "orderId",
    }
}
endpoint!(CancelVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/cancel" -> ());

parameters! {
    /// A booking as the official account's calls take it.
    #[derive(Debug, Clone)]
    pub struct VisitorInfo {
        pub visitor_open_id: Option<OpenId> = "visitorOpenId",
        pub project_id: Option<ProjectId> = "projectId",
        pub order_model: Mode = "orderModel",
        pub be_visitor_person_id: Option<PersonId> = "beVisitorPersonId",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub visit_start_time: Iso = "visitStartTime",
        pub visit_end_time: Iso = "visitEndTime",
        pub visitor_privilege_group_ids: Option<AreaIds> = "visitorPrivilegeGroupIds",
        pub answers: FormAnswers = ..,
    }
}

impl VisitorInfo {
    fn new(context: &ApiContext, submission: &Submission) -> Self {
        let host = submission.host();
        Self {
            visitor_open_id: context.open_id.clone(),
            project_id: context.project.clone(),
            order_model: submission.mode(),
            be_visitor_person_id: host.id.clone(),
            be_visitor_person_name: host.name.clone(),
            be_visitor_phone_num: host.phone.clone(),
            visit_start_time: Iso(submission.stay().start),
            visit_end_time: Iso(submission.stay().end),
            visitor_privilege_group_ids: AreaIds::some(submission.areas()),
            answers: FormAnswers(submission.answers().to_vec()),
        }
    }
}

parameters! {
    /// A booking as the mini-program's calls take it.
    #[derive(Debug, Clone)]
    pub struct MiniProgramBooking {
        pub project_id: ProjectId = "projectId",
        pub order_model: Mode = "orderModel",
        pub host: PersonId = "beVisitorUserId",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub start_time: Minute = "startTime",
        pub end_time: Minute = "endTime",
        pub visitor_privilege_group_ids: Option<AreaIds> = "visitorPrivilegeGroupIds",
        pub answers: FormAnswers = ..,
    }
}

impl MiniProgramBooking {
    /// None where site or host are not known well enough for these calls.
    fn new(context: &ApiContext, submission: &Submission) -> Option<Self> {
        let host = submission.host();
        Some(Self {
            project_id: context.project.clone()?,
            order_model: submission.mode(),
            host: host.id.clone()?,
            be_visitor_person_name: host.name.clone(),
            be_visitor_phone_num: host.phone.clone(),
            start_time: Minute(submission.stay().start),
            end_time: Minute(submission.stay().end),
            visitor_privilege_group_ids: AreaIds::some(submission.areas()),
            answers: FormAnswers(submission.answers().to_vec()),
        })
    }
}
