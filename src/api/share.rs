//! Shared invitation links: who came in by them, and whether they still open. Only the mini-program has them.

use super::page::{PageResult, WantedPage};
use crate::domain::code::codes;
use crate::domain::id::Batch;
use crate::{answer, endpoint, parameters};

parameters! {
    /// Lists the invitations that an employee shared. `miniapp/bevisitor/order/share/log`
    #[derive(Debug, Clone)]
    pub struct ListShares {
        pub invitation_state: InvitationState = "invitationState",
        pub page: WantedPage = ..,
    }
}
endpoint!(ListShares, reads post_json "/ui/v1/wechat/miniapp/bevisitor/order/share/log" -> PageResult<ShareResponse>);

parameters! {
    /// Closes a link, or opens it again. `miniapp/bevisitor/order/share/update`
    #[derive(Debug, Clone)]
    pub struct SetShare {
        pub visitor_batch: Batch = "visitorBatch",
        pub share_status: ShareStatus = "shareStatus",
    }
}
endpoint!(SetShare, writes post_json "/ui/v1/wechat/miniapp/bevisitor/order/share/update" -> ());

parameters! {
    /// Sends the SMS of an invitation again; only after the first one failed. `miniapp/bevisitor/invitation/again/send/sms`
    #[derive(Debug, Clone)]
    pub struct ResendSms {
        pub visitor_batch: Batch = "visitorBatch",
        pub share_status: ShareStatus = "shareStatus",
    }
}
endpoint!(ResendSms, writes post_json "/ui/v1/wechat/miniapp/bevisitor/invitation/again/send/sms" -> ());

codes! {
    /// Which invitations a list holds.
    pub enum InvitationState: &'static str {
        Inviting = "inviting",
        Expired = "expire",
    }

    /// Whether a shared link still opens.
    pub enum ShareStatus: &'static str {
        Closed = "0",
        Open = "1",
    }
}

answer! {
    /// A shared invitation; times are `yyyy-MM-dd HH:mm:ss` in site time.
    pub struct ShareResponse {
        pub visitor_batch: String = "visitorBatch",
        /// `sms` or `wechat`.
        pub mode: String = "mode",
        /// 0 closed, 1 open.
        pub share_status: String = "shareStatus",
        /// 0 failed, 1 sent.
        pub visitor_sms_send_flag: String = "visitorSmsSendFlag",
        pub start_time: String = "startTime",
        pub end_time: String = "endTime",
        pub visitor_purpose: String = "visitorPurpose",
        pub visitors: Vec<ShareVisitor> = "visitorDtos",
    }
}

answer! {
    /// Somebody who accepted.
    pub struct ShareVisitor {
        pub order_id: String = "orderId",
        /// A word.
        pub status: String = "status",
        pub visitor_name: String = "visitorName",
        pub visitor_phone_num: String = "visitorPhoneNum",
        pub visitor_work_unit: String = "visitorWorkUnit",
        pub visitor_car_number: String = "visitorCarNumber",
    }
}
