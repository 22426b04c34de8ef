//! Shared invitation links: who came in by them, and whether they still open. Only the mini-program has them.

use super::call::ApiCall;
use super::error::ApiError;
use super::order::stay;
use super::page::{PageResult, WantedPage};
use super::status::status;
use crate::domain::code::codes;
use crate::domain::id::{Batch, InvitationId};
use crate::domain::invitation::sent::{Invited, Link, Sent, SentStatus, ShareState, Sms};
use crate::domain::visit::HostVisitId;
use crate::{answer, endpoint, parameters};

/// Stops a shared link, or opens it again.
pub fn set(id: &InvitationId, share_status: ShareStatus) -> ApiCall<()> {
    match Batch::parse(id.as_str()) {
        Some(visitor_batch) => ApiCall::new(&SetShare { visitor_batch, share_status }, |()| ()),
        // No id is blank.
        None => ApiCall::refused(ApiError::Incomplete),
    }
}

/// Sends the SMS of an invitation again, whose last one was lost.
pub fn resend(id: &InvitationId) -> ApiCall<()> {
    match Batch::parse(id.as_str()) {
        Some(visitor_batch) => ApiCall::new(&ResendSms { visitor_batch, share_status: ShareStatus::Open }, |()| ()),
        None => ApiCall::refused(ApiError::Incomplete),
    }
}

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
    /// A shared invitation. It is withdrawn only where nobody accepted it: who did has to be readable. Times are `yyyy-MM-dd HH:mm:ss` in site time.
    pub struct ShareResponse needs ["visitorBatch", "visitorDtos"] {
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
    pub struct ShareVisitor needs [] {
        pub order_id: String = "orderId",
        /// A word.
        pub status: String = "status",
        pub visitor_name: String = "visitorName",
        pub visitor_phone_num: String = "visitorPhoneNum",
        pub visitor_work_unit: String = "visitorWorkUnit",
        pub visitor_car_number: String = "visitorCarNumber",
    }
}

impl ShareResponse {
    /// The invitation, from the list of those in this state; none where the answer names no batch.
    pub fn sent(self, state: InvitationState) -> Option<Sent> {
        let batch = Batch::parse(&self.visitor_batch)?;
        let state = match state {
            InvitationState::Expired => ShareState::Over,
            InvitationState::Inviting if self.share_status.trim() == ShareStatus::Closed.code() => ShareState::Stopped,
            InvitationState::Inviting => ShareState::Open,
        };
        let sms = if self.visitor_sms_send_flag.trim() == SMS_LOST { Sms::Lost } else { Sms::Sent };
        let guest = |visitor: ShareVisitor| Invited {
            name: visitor.visitor_name,
            phone: visitor.visitor_phone_num,
            company: visitor.visitor_work_unit,
            status: status(&visitor.status),
        };
        Some(Sent {
            id: InvitationId::parse(batch.as_str())?,
            visit: HostVisitId::Batch(batch),
            status: SentStatus::Shared(Link { state, sms }),
            stay: stay(&self.start_time, &self.end_time),
            purpose: self.visitor_purpose,
            guests: self.visitors.into_iter().map(guest).collect(),
        })
    }
}

/// What stands for a failure in `visitorSmsSendFlag`.
const SMS_LOST: &str = "0";

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_link_is_open_stopped_or_over_and_its_sms_sent_or_lost() {
        let read = |state, share: &str, sms: &str| {
            let wire: ShareResponse =
                crate::json::read(&json!({"visitorBatch": "B7", "shareStatus": share, "visitorSmsSendFlag": sms}), "data").unwrap();
            wire.sent(state).unwrap().status
        };
        let link = |state, sms| SentStatus::Shared(Link { state, sms });
        assert_eq!(read(InvitationState::Inviting, "1", "1"), link(ShareState::Open, Sms::Sent));
        assert_eq!(read(InvitationState::Inviting, "0", "0"), link(ShareState::Stopped, Sms::Lost));
        assert_eq!(read(InvitationState::Expired, "1", "1"), link(ShareState::Over, Sms::Sent));
        assert_eq!(ShareResponse::default().sent(InvitationState::Inviting), None);
    }

    #[test]
    fn a_link_is_switched_and_its_sms_resent_by_its_batch() {
        let id = InvitationId::parse("B7").unwrap();
        let path = "POST /ui/v1/wechat/miniapp/bevisitor";
        let line = |ask: ApiCall<()>| ask.request().unwrap().to_string();
        assert_eq!(
            line(set(&id, ShareStatus::Closed)),
            format!(r#"{path}/order/share/update json {{"shareStatus":"0","visitorBatch":"B7"}}"#)
        );
        assert_eq!(line(resend(&id)), format!(r#"{path}/invitation/again/send/sms json {{"shareStatus":"1","visitorBatch":"B7"}}"#));
    }
}
