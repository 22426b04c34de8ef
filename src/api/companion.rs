//! Companions: those who come along with somebody who booked. Only the mini-program knows them.

use super::wire::GuestAnswers;
use crate::domain::id::Batch;
use crate::{answer, endpoint, parameters};

parameters! {
    /// Shows a companion whom the visit is to and when. `miniapp/visitor/order/retinue/preview`
    #[derive(Debug, Clone)]
    pub struct PreviewCompanionship {
        pub visitor_batch: Batch = "visitorBatch",
    }
}
endpoint!(PreviewCompanionship, reads post_json "/ui/v1/wechat/miniapp/visitor/order/retinue/preview" -> RetinuePreviewResponse);

parameters! {
    /// Says that a companion comes along, with what the form asked. `miniapp/visitor/order/retinue/confirm`
    #[derive(Debug, Clone)]
    pub struct ConfirmCompanionship {
        pub visitor_batch: Batch = "visitorBatch",
        pub answers: GuestAnswers = ..,
    }
}
endpoint!(ConfirmCompanionship, writes post_json "/ui/v1/wechat/miniapp/visitor/order/retinue/confirm" -> ());

answer! {
    /// What a companion sees of the visit; times are `yyyy-MM-dd HH:mm:ss` in site time.
    pub struct RetinuePreviewResponse {
        pub visitor_batch: String = "visitorBatch",
        pub be_visitor_person_name: String = "beVisitorPersonName",
        pub be_visitor_phone_num: String = "beVisitorPhoneNum",
        pub be_visitor_enterprise_name: String = "beVisitorEnterpriseName",
        pub start_time: String = "startTime",
        pub end_time: String = "endTime",
        pub visitor_purpose: String = "visitorPurpose",
    }
}
