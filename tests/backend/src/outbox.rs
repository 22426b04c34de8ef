//! What the site sends: SMS and service messages, each with the link that opens the front-end.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::{
    clock::format_time,
    seed::{PRODUCT, PROJECT},
    visit::{Channel as Calls, Visit},
};

/// A message as its receiver sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Message {
    pub at: String,
    pub channel: Channel,
    /// A phone number.
    pub to: String,
    pub text: String,
    /// A path of the front-end, with the channel and the site that it belongs to.
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
pub enum Notification {
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
    /// The message about `visit` to the other side; none where it has no phone number.
    pub fn about(visit: &Visit, notification: Notification, now: DateTime<FixedOffset>) -> Option<Self> {
        let start = format_time(visit.plan.start);
        let visitor = visit.visitor_name();
        let host = &visit.plan.host.name;
        let text = match notification {
            Notification::Booked => format!("【临港智造园】{visitor}预约于{start}拜访您，请审批。"),
            Notification::Changed => format!("【临港智造园】{visitor}修改了{start}的预约，请重新审批。"),
            Notification::CancelledByVisitor => format!("【临港智造园】{visitor}取消了{start}的来访。"),
            Notification::Approved => format!("【临港智造园】您{start}拜访{host}的预约已通过，凭二维码入园。"),
            Notification::Rejected => format!("【临港智造园】您{start}拜访{host}的预约被退回，可修改后重新提交。"),
            Notification::CancelledByHost => format!("【临港智造园】{host}取消了您{start}的来访。"),
            Notification::Invited => format!("【临港智造园】{host}邀请您于{start}来访，请打开链接确认。"),
            Notification::Accepted => format!("【临港智造园】{visitor}接受了您{start}的邀约。"),
            Notification::Declined => format!("【临港智造园】{visitor}谢绝了您{start}的邀约。"),
            Notification::Withdrawn => format!("【临港智造园】{host}撤回了{start}的邀约。"),
        };
        match notification {
            Notification::Booked
            | Notification::Changed
            | Notification::CancelledByVisitor
            | Notification::Accepted
            | Notification::Declined => Some(Self::to_host(visit, text, now)),
            Notification::Approved | Notification::Rejected | Notification::CancelledByHost => {
                Self::to_visitor(visit, text, for_visitor(visit), now)
            }
            Notification::Invited | Notification::Withdrawn => Self::to_visitor(visit, text, invitation(visit), now),
        }
    }

    fn to_host(visit: &Visit, text: String, now: DateTime<FixedOffset>) -> Self {
        let person_id = &visit.plan.host.person_id;
        Self {
            at: format_time(now),
            channel: Channel::MpNotice,
            to: visit.plan.host.phone.clone(),
            text,
            link: format!("/m/{}?type=person&personId={person_id}&s=mp_notice&{}", visit.order_id, place(Calls::OfficialAccount)),
        }
    }

    fn to_visitor(visit: &Visit, text: String, link: String, now: DateTime<FixedOffset>) -> Option<Self> {
        Some(Self { at: format_time(now), channel: Channel::Sms, to: visit.answer("visitorPhoneNum")?.to_owned(), text, link })
    }
}

/// Where a link belongs. Whoever opens it is told by no link.
fn place(channel: Calls) -> String {
    format!("channel={}&projectId={PROJECT}&productId={PRODUCT}", channel.code())
}

/// The link of a message to a visitor, which signs in: the official account's call does that for anybody who got the message.
fn for_visitor(visit: &Visit) -> String {
    format!("/m/{}?type=visitor&s=sms&{}", visit.order_id, place(Calls::OfficialAccount))
}

/// The link of an invitation, in the channel that it was made in; the mini-program names it by its batch.
fn invitation(visit: &Visit) -> String {
    let id = if visit.channel == Calls::MiniProgram { visit.batch() } else { visit.order_id.clone() };
    format!("/i/{id}?s=sms&{}", place(visit.channel))
}
