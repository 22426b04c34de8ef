//! Booking a visit, changing it, calling it off.

use super::ask::Ask;
use super::channel::Caller;
use super::error::ApiError;
use super::wire::{AreaIds, FormAnswers, Iso, Minute};
use crate::domain::booking::check::Submission;
use crate::domain::id::{OpenId, OrderId, PersonId, ProjectId};
use crate::domain::venue::Mode;
use crate::endpoint;
use serde::Serialize;

/// Books a visit.
pub fn book(caller: &Caller, submission: &Submission) -> Ask<()> {
    if caller.in_mini_program() {
        return with_project(caller, submission, |booking| Ask::new(&BookVisitInMiniProgram(booking), |()| ()));
    }
    Ask::new(&BookVisit(VisitorInfo::new(caller, submission)), |()| ())
}

/// Changes a booking.
pub fn change(caller: &Caller, order_id: OrderId, submission: &Submission) -> Ask<()> {
    if caller.in_mini_program() {
        return with_project(caller, submission, |booking| Ask::new(&ChangeVisitInMiniProgram { order_id, booking }, |()| ()));
    }
    Ask::new(&ChangeVisit { order_id, booking: VisitorInfo::new(caller, submission) }, |()| ())
}

/// Calls a booking off.
pub fn cancel(caller: &Caller, order_id: OrderId) -> Ask<()> {
    if caller.in_mini_program() {
        return Ask::new(&CancelVisitInMiniProgram { order_id }, |()| ());
    }
    Ask::new(&CancelVisit { order_id }, |()| ())
}

fn with_project(caller: &Caller, submission: &Submission, ask: impl FnOnce(MiniProgramBooking) -> Ask<()>) -> Ask<()> {
    match MiniProgramBooking::new(caller, submission) {
        Some(booking) => ask(booking),
        None => Ask::refused(ApiError::Incomplete),
    }
}

/// Books a visit. The answer holds nothing, not even the new order's id. `visitor/order`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct BookVisit(pub VisitorInfo);
endpoint!(BookVisit, writes post_json "/ui/v1/wechat/visitor/order" -> ());

/// Changes a booking that still waits or was returned; it waits for approval again. `visitor/order/update`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeVisit {
    pub order_id: OrderId,
    #[serde(flatten)]
    pub booking: VisitorInfo,
}
endpoint!(ChangeVisit, writes post_json "/ui/v1/wechat/visitor/order/update" -> ());

/// Calls a booking off. `visitor/order/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelVisit {
    pub order_id: OrderId,
}
endpoint!(CancelVisit, writes post "/ui/v1/wechat/visitor/order/cancel" -> ());

/// Books a visit; with companions it waits to be submitted. `miniapp/visitor/order/founding`
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct BookVisitInMiniProgram(pub MiniProgramBooking);
endpoint!(BookVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/founding" -> ());

/// Changes a booking. `miniapp/visitor/order/update`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeVisitInMiniProgram {
    pub order_id: OrderId,
    #[serde(flatten)]
    pub booking: MiniProgramBooking,
}
endpoint!(ChangeVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/update" -> ());

/// Hands a booking in once all companions have confirmed. `miniapp/visitor/order/submit`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SubmitVisitInMiniProgram {
    pub order_id: OrderId,
}
endpoint!(SubmitVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/submit" -> ());

/// Calls a booking off. `miniapp/visitor/order/cancel`
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CancelVisitInMiniProgram {
    pub order_id: OrderId,
}
endpoint!(CancelVisitInMiniProgram, writes post_json "/ui/v1/wechat/miniapp/visitor/order/cancel" -> ());

/// A booking as the official account's calls take it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VisitorInfo {
    pub visitor_open_id: Option<OpenId>,
    pub project_id: Option<ProjectId>,
    pub order_model: Mode,
    pub be_visitor_person_id: Option<PersonId>,
    pub be_visitor_person_name: String,
    pub be_visitor_phone_num: String,
    pub visit_start_time: Iso,
    pub visit_end_time: Iso,
    pub visitor_privilege_group_ids: Option<AreaIds>,
    #[serde(flatten)]
    pub answers: FormAnswers,
}

impl VisitorInfo {
    fn new(caller: &Caller, submission: &Submission) -> Self {
        let host = submission.host();
        Self {
            visitor_open_id: caller.open_id.clone(),
            project_id: caller.project.clone(),
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

/// A booking as the mini-program's calls take it.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MiniProgramBooking {
    pub project_id: ProjectId,
    pub order_model: Mode,
    #[serde(rename = "beVisitorUserId")]
    pub host: PersonId,
    pub be_visitor_person_name: String,
    pub be_visitor_phone_num: String,
    pub start_time: Minute,
    pub end_time: Minute,
    pub visitor_privilege_group_ids: Option<AreaIds>,
    #[serde(flatten)]
    pub answers: FormAnswers,
}

impl MiniProgramBooking {
    /// None where site or host are not known well enough for these calls.
    fn new(caller: &Caller, submission: &Submission) -> Option<Self> {
        let host = submission.host();
        Some(Self {
            project_id: caller.project.clone()?,
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
