//! What the site sends: SMS and service messages, each with the link that opens the front-end.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::{clock::written, visit::Visit};

/// A message as its receiver sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    pub at: String,
    pub channel: Channel,
    /// A phone number.
    pub to: String,
    pub text: String,
    /// A path of the front-end, with the launch parameters of design section 7.
    pub link: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    Sms,
    MpNotice,
}

/// Why a message goes out.
#[derive(Debug, Clone, Copy)]
pub enum News {
    Booked,
    Changed,
    Approved,
    Rejected,
    CancelledByVisitor,
    CancelledByHost,
    Invited,
    Accepted,
    Declined,
    Withdrawn,
}

impl Message {
    /// The message that tells the other side about `visit`; nobody is told what a guest without a phone did.
    pub fn about(visit: &Visit, news: News, now: DateTime<FixedOffset>) -> Option<Self> {
        let start = written(visit.plan.start);
        let visitor = visit.visitor_name();
        let host = &visit.plan.host.name;
        let text = match news {
            News::Booked => format!("【临港智造园】{visitor}预约于{start}拜访您，请审批。"),
            News::Changed => format!("【临港智造园】{visitor}修改了{start}的预约，请重新审批。"),
            News::CancelledByVisitor => format!("【临港智造园】{visitor}取消了{start}的来访。"),
            News::Approved => format!("【临港智造园】您{start}拜访{host}的预约已通过，凭二维码入园。"),
            News::Rejected => format!("【临港智造园】您{start}拜访{host}的预约被退回，可修改后重新提交。"),
            News::CancelledByHost => format!("【临港智造园】{host}取消了您{start}的来访。"),
            News::Invited => format!("【临港智造园】{host}邀请您于{start}来访，请打开链接确认。"),
            News::Accepted => format!("【临港智造园】{visitor}接受了您{start}的邀约。"),
            News::Declined => format!("【临港智造园】{visitor}谢绝了您{start}的邀约。"),
            News::Withdrawn => format!("【临港智造园】{host}撤回了{start}的邀约。"),
        };
        match news {
            News::Booked | News::Changed | News::CancelledByVisitor | News::Accepted | News::Declined => {
                Some(Self::to_host(visit, text, now))
            }
            News::Approved | News::Rejected | News::CancelledByHost => {
                Self::to_visitor(visit, text, format!("/m/{}?type=visitor&s=sms", visit.order_id), now)
            }
            News::Invited | News::Withdrawn => Self::to_visitor(visit, text, format!("/i/{}?s=sms", visit.order_id), now),
        }
    }

    fn to_host(visit: &Visit, text: String, now: DateTime<FixedOffset>) -> Self {
        let person_id = &visit.plan.host.person_id;
        Self {
            at: written(now),
            channel: Channel::MpNotice,
            to: visit.plan.host.phone.clone(),
            text,
            link: format!("/m/{}?type=person&personId={person_id}&s=mp_notice", visit.order_id),
        }
    }

    fn to_visitor(visit: &Visit, text: String, link: String, now: DateTime<FixedOffset>) -> Option<Self> {
        Some(Self { at: written(now), channel: Channel::Sms, to: visit.answer("visitorPhoneNum")?.to_owned(), text, link })
    }
}
