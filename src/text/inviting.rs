//! Inviting, in the words that employees read.

use super::{Locale, Text, phrases};
use crate::domain::invitation::draft::Cause;
use crate::domain::invitation::sent::ShareState;
use crate::domain::visit::Status;

phrases! {
    invite: "邀请访客", "Invite";
    invite_again: "再次邀请", "Invite again";
    guests: "邀请谁", "Whom";
    guest_name: "访客姓名", "Visitor's name";
    guest_phone: "访客手机号", "Visitor's phone";
    add_guest: "添加一位访客", "Add a visitor";
    invited_for: "来访时间", "When";
    from_day: "开始日期", "First day";
    until_day: "结束日期", "Last day";
    by_the_day: "按天邀请：从开始日期的 00:00 到结束日期的 23:59 有效。", "By the day: from 00:00 of the first day to 23:59 of the last.";
    about_the_visit: "来访信息", "The visit";
    visitor_type: "访客类型", "Kind of visitor";
    send_invitation: "发出邀请", "Send the invitation";
    not_invitable_title: "这里不能发出邀请", "No inviting here";
    not_invitable_detail: "请从企业微信工作台、公众号菜单或小程序进入。", "Please use WeCom, the official account or the mini-program.";
    sending_invitations: "正在发出邀请", "Sending";
    leave_while_sending: "请稍候，发完之前先不要离开。", "Please stay here until all are sent.";
    invited_title: "邀请已发出", "Invitation sent";
    invited_detail: "访客会收到带链接的短信，您也可以自己把链接发给访客。", "The visitor gets a text message with the link. You can also send the link yourself.";
    not_all_invited_title: "有邀请没有发出", "Not all were sent";
    not_all_invited_detail: "已发出的不会重发。没有发出的可以重试，或返回修改。", "What was sent is not sent again. Try the others again, or go back and change them.";
    doubtful_title: "有邀请还不能确认", "One is in doubt";
    doubtful_detail: "没有收到站点的回应。网络恢复后请再确认一次，以免重复邀请。", "The site did not answer. Check again once you are online, so that nobody is invited twice.";
    entry_waiting: "等待发送", "Waiting";
    entry_sending: "正在发送", "Sending";
    entry_looking: "正在确认", "Checking";
    entry_sent: "已发出", "Sent";
    entry_failed: "没有发出", "Not sent";
    entry_doubtful: "待确认", "In doubt";
    entry_not_arrived: "已经确认没有送达，可以重试。", "We looked: it did not arrive. You can try again.";
    entry_not_begun: "离开页面时还没有发送。", "You left the page before its turn came.";
    entry_unknown: "没有收到回应。", "No answer came.";
    share_link: "分享链接", "Share";
    back_and_change: "返回修改", "Go back and change";
    see_invitations: "查看已发邀请", "See what you sent";
    invite_others: "继续邀请", "Invite others";
    share_hint: "请访客扫码，或把链接发给访客。", "Have the visitor scan this, or send the link.";
    share_by_menu: "也可以点右上角“···”，直接发给访客。", "You can also send it from the menu at the top right.";
    copy_link: "复制链接", "Copy the link";
    link_copied: "链接已复制", "Copied";
    link_by_hand: "请长按链接复制", "Press and hold the link to copy it";
    more_ways_to_share: "更多分享方式", "More ways to share";
    send_in_wecom: "发送给联系人", "Send to a contact";
    invitation_code: "邀请链接的二维码", "The invitation's link as a QR code";
    card_title: "来访邀请", "You are invited";
    which_invitations: "邀请的状态", "Which invitations";
    list_open: "待接受", "Open";
    list_accepted: "已接受", "Accepted";
    list_overdue: "已过期", "Expired";
    list_withdrawn: "已撤回", "Withdrawn";
    list_links: "邀约中", "Open";
    list_links_over: "已失效", "Over";
    no_invitations_title: "这里还没有邀请", "Nothing here";
    no_invitations_detail: "发出的邀请会按状态显示在这里。", "What you send is listed here by how it stands.";
    nobody_accepted: "还没有人接受", "Nobody has accepted yet";
    who_accepted: "已接受的访客", "Who accepted";
    sms_lost: "短信没有发出", "The text message was not sent";
    resend_sms: "重发短信", "Send the message again";
    sms_resent: "短信正在重发", "The message is being sent again";
    stop_link: "停用链接", "Stop the link";
    reopen_link: "重新启用链接", "Open the link again";
    link_stopped: "链接已停用", "Link stopped";
    link_reopened: "链接已启用", "Link opened";
    withdraw: "撤回邀请", "Withdraw";
    withdraw_question: "确定撤回这份邀请吗？", "Withdraw this invitation?";
    withdraw_detail: "撤回后，访客不能再用链接接受。", "The visitor can then no longer accept it.";
    confirm_withdraw: "确定撤回", "Yes, withdraw it";
    let_it_stand: "不撤回", "Keep it";
    withdrawn: "邀请已撤回", "Withdrawn";
    cannot_be_withdrawn: "不能撤回了，下面是现在的状态。", "It can no longer be withdrawn. This is how it stands.";
    one_moment: "请稍候…", "One moment…";
    no_model_title: "没有找到原来的邀请", "The earlier invitation is gone";
}

impl Text {
    /// A guest's own heading among several, counted from 1.
    pub fn guest_number(self, number: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("访客 {number}"),
            Locale::English => format!("Visitor {number}"),
        }
    }

    /// What is asked of one guest; with a number among several.
    pub fn asked_of_guest(self, what: &str, number: Option<usize>) -> String {
        number.map_or_else(|| what.to_owned(), |number| format!("{what} {number}"))
    }

    pub fn remove_guest(self, number: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("移除访客 {number}"),
            Locale::English => format!("Remove visitor {number}"),
        }
    }

    /// The main button: how many invitations go out.
    pub fn send_invitations(self, count: usize) -> String {
        match self.0 {
            _ if count < 2 => self.send_invitation().to_owned(),
            Locale::Chinese => format!("发出 {count} 份邀请"),
            Locale::English => format!("Send {count} invitations"),
        }
    }

    /// How far a round has got.
    pub fn sent_of(self, sent: usize, all: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("已发出 {sent} / {all}"),
            Locale::English => format!("{sent} of {all} sent"),
        }
    }

    pub fn retry_failed(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("重试没有发出的 {count} 份"),
            Locale::English => format!("Try {count} again"),
        }
    }

    /// What is said to somebody who left before all was sent.
    pub fn left_midway(self, sent: usize, all: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("已发出 {sent} / {all}，其余没有发出；回到“邀请访客”可以继续"),
            Locale::English => format!("{sent} of {all} sent. Go back to “Invite” for the others"),
        }
    }

    pub fn invitation_count(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("共 {count} 份邀请"),
            Locale::English if count == 1 => "1 invitation".to_owned(),
            Locale::English => format!("{count} invitations"),
        }
    }

    pub fn accepted_count(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("{count} 人已接受"),
            Locale::English => format!("{count} accepted"),
        }
    }

    /// Several names in a row.
    pub fn names(self, names: &[&str]) -> String {
        names.join(self.pick("、", ", "))
    }

    /// Where an invitation stands, as its employee sees it.
    pub fn invited_status(self, status: &Status) -> String {
        let (chinese, english) = match status {
            Status::Inviting => ("待接受", "Open"),
            Status::InvitationOverdue => ("已过期", "Expired"),
            Status::WithdrawnByEmployee => ("已撤回", "Withdrawn"),
            Status::WithdrawnByVisitor => ("访客已谢绝", "Declined"),
            Status::CancelledByEmployee => ("您已取消", "Cancelled by you"),
            Status::CancelledByVisitor => ("访客已取消", "Cancelled by the visitor"),
            Status::Normal => ("已接受", "Accepted"),
            other => return self.status(other),
        };
        self.pick(chinese, english).to_owned()
    }

    /// Whether a shared link still leads in.
    pub fn share_state(self, state: ShareState) -> &'static str {
        match state {
            ShareState::Open => self.pick("链接有效", "Open"),
            ShareState::Stopped => self.pick("链接已停用", "Stopped"),
            ShareState::Over => self.pick("已失效", "Over"),
        }
    }

    /// What is wrong with one part of an invitation.
    pub fn inviting_problem(self, cause: Cause, label: &str) -> String {
        let fixed = match cause {
            Cause::Missing => {
                return match self.0 {
                    Locale::Chinese => format!("请填写{label}。"),
                    Locale::English => format!("{label} is needed."),
                };
            }
            Cause::NotAPhone => self.pick("手机号不正确，请核对。", "This is not a phone number."),
            Cause::Twice => self.pick("上面已有这个手机号。", "This number is above already."),
            Cause::NotATime => self.pick("请选择有效的时间。", "Choose a valid time."),
            Cause::InThePast => self.pick("来访时间不能早于现在。", "This time has already passed."),
            Cause::EndsBeforeItStarts => self.pick("结束要晚于开始。", "The end has to be after the start."),
        };
        fixed.to_owned()
    }
}
