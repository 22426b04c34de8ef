//! Visits, in words.

use super::{Locale, Text, phrases};
use crate::domain::visit::Status;
use crate::domain::visit::timeline::Event;

phrases! {
    my_visits: "我的预约", "My visits";
    visit: "预约详情", "Your visit";
    no_visits_title: "还没有预约", "No visits yet";
    no_visits_detail: "提交预约后，可以在这里查看进度。", "Once you book a visit, you can follow it here.";
    list_needs_identity_title: "这里还认不出您", "We do not know you here";
    list_needs_identity_detail: "请从微信公众号或短信里的链接进入，查看您的预约。", "Open the link in WeChat or in your text message to see your visits.";
    upcoming: "待来访", "Upcoming";
    history: "历史记录", "History";
    which_visits: "预约分类", "Which visits";
    no_history_title: "还没有历史记录", "No past visits";
    no_history_detail: "结束、取消或逾期的预约会显示在这里。", "Visits that are over, cancelled or missed are kept here.";
    no_visit_found_title: "没有找到", "Nothing found";
    no_visit_found_detail: "没有接待人姓名包含这些字的预约。", "No visit to a host whose name has this in it.";
    search_by_host: "按接待人姓名搜索", "Search by host";
    refresh: "刷新", "Refresh";
    pull_to_refresh: "下拉刷新", "Pull to refresh";
    release_to_refresh: "松开刷新", "Release to refresh";
    refreshing: "正在刷新", "Refreshing";
    all_visits_shown: "没有更多了", "That is all";
    no_list_here_title: "这里没有“我的预约”", "No list of visits here";
    no_list_here_detail: "请在微信公众号或小程序中查看自己的预约。", "Open the official account or the mini-program in WeChat to see your visits.";
    visit_not_found_title: "没有找到这条预约", "We cannot find this visit";
    visit_not_found_detail: "它可能已被删除，或者不属于您。", "It may have been removed, or it may not be yours.";
    book_again: "再次预约", "Book again";
    cancel_visit: "取消预约", "Cancel the visit";
    confirm_cancel: "确定取消", "Yes, cancel it";
    keep_visit: "保留预约", "Keep it";
    cancel_question: "确定取消这次预约吗？", "Cancel this visit?";
    cancelling: "正在取消…", "Cancelling…";
    progress: "进度", "Progress";
    host: "接待人", "Host";
    place: "场地", "Place";
    department: "部门", "Department";
    time: "时间", "Time";
    visitor: "访客", "Visitor";
    phone: "手机号", "Phone";
    company: "来访单位", "Company";
    purpose: "来访事由", "Purpose";
    people: "人数", "People";
    car: "车牌号", "Licence plate";
    remark: "备注", "Remark";
    time_unknown: "时间未定", "Time not set";
}

impl Text {
    /// Where a visit is to and what for, in one line.
    pub fn errand(self, department: &str, purpose: &str) -> String {
        let between = if department.is_empty() || purpose.is_empty() { "" } else { " · " };
        [department, between, purpose].concat()
    }

    pub fn visit_count(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("共 {count} 条预约"),
            Locale::English if count == 1 => "1 visit".to_owned(),
            Locale::English => format!("{count} visits"),
        }
    }

    /// The status as a word; one that we do not know as it came.
    pub fn status(self, status: &Status) -> String {
        let (chinese, english) = match status {
            Status::WaitingApproval => ("待审批", "Waiting for approval"),
            Status::Normal => ("预约成功", "Confirmed"),
            Status::Late => ("已迟到", "Late"),
            Status::BookingOverdue => ("已逾期", "Missed"),
            Status::Returned => ("已退回", "Returned"),
            Status::SignedOutBySystem => ("超期自动签离", "Signed out automatically"),
            Status::SignedOut => ("已签离", "Signed out"),
            Status::OverdueNotSignedOut => ("超期未签离", "Overdue, not signed out"),
            Status::Arrived => ("已到达", "Arrived"),
            Status::ApprovalOverdue => ("审批逾期", "Approval too late"),
            Status::Inviting => ("邀约中", "Invited"),
            Status::InvitationOverdue => ("邀约逾期", "Invitation expired"),
            Status::WithdrawnByEmployee => ("邀约已被撤回", "Invitation withdrawn by host"),
            Status::WithdrawnByVisitor => ("您已谢绝邀约", "Invitation declined"),
            Status::CancelledByEmployee => ("接待人已取消", "Cancelled by host"),
            Status::CancelledByVisitor => ("您已取消", "Cancelled by you"),
            Status::Unknown(text) => return text.clone(),
        };
        self.pick(chinese, english).to_owned()
    }

    /// What the status means for the visitor, and what comes next.
    pub fn status_meaning(self, status: &Status) -> &'static str {
        match status {
            Status::WaitingApproval => self.pick("接待人还需要审批，请留意消息。", "Your host still has to approve. We will let you know."),
            Status::Normal => self.pick("请按时到访。", "Please come on time."),
            Status::Late => self.pick("已过预约时间，请尽快到访。", "You are late. Please come as soon as you can."),
            Status::BookingOverdue => self.pick("预约时间已过，请重新预约。", "The time has passed. Please book again."),
            Status::Returned => self.pick(
                "接待人退回了预约，请按备注修改后再次提交。",
                "Your host returned the booking. Change it as remarked and send it again.",
            ),
            Status::Arrived => self.pick("欢迎到访。", "Welcome."),
            Status::OverdueNotSignedOut => self.pick("已过离开时间，请尽快签离。", "You should have left by now. Please sign out."),
            Status::ApprovalOverdue => {
                self.pick("接待人没有及时审批，请重新预约。", "Your host did not approve in time. Please book again.")
            }
            Status::Inviting => self.pick("接待人邀请您来访。", "Your host invites you."),
            Status::InvitationOverdue => self.pick("邀约已过期，请联系接待人。", "The invitation has expired. Please contact your host."),
            Status::WithdrawnByEmployee | Status::CancelledByEmployee => self.pick("请联系接待人了解原因。", "Please contact your host."),
            Status::SignedOut | Status::SignedOutBySystem => {
                self.pick("来访已结束，感谢您的到访。", "Your visit is over. Thank you for coming.")
            }
            Status::WithdrawnByVisitor | Status::CancelledByVisitor => {
                self.pick("如需来访，请重新预约。", "To come after all, please book again.")
            }
            Status::Unknown(_) => "",
        }
    }

    /// A step of a visit, as its visitor sees it.
    pub fn step(self, event: Event) -> &'static str {
        let (chinese, english) = match event {
            Event::Booked => ("您提交了预约", "You booked"),
            Event::Invited => ("接待人发出了邀约", "Your host invited you"),
            Event::Answer => ("请接受邀约", "Accept the invitation"),
            Event::Gathering => ("同行人确认后，由您提交", "Once your companions have confirmed, you send it"),
            Event::Decision => ("等待接待人审批", "Your host still has to approve"),
            Event::Approved => ("接待人已同意", "Your host approved"),
            Event::Returned => ("接待人退回了预约", "Your host returned it"),
            Event::Change => ("请按备注修改后再次提交", "Change it as remarked and send it again"),
            Event::ShowPass => ("到访时在门口出示通行证", "Show your pass at the gate"),
            Event::Arrived => ("您已到达", "You arrived"),
            Event::SignOut => ("离开时请在门口签离", "Sign out at the gate when you leave"),
            Event::Overstayed => ("已过离开时间", "You should have left by now"),
            Event::SignedOut => ("您已签离", "You signed out"),
            Event::SignedOutBySystem => ("系统自动签离", "Signed out automatically"),
            Event::NeverCame => ("您没有到访", "You did not come"),
            Event::NotDecided => ("接待人没有及时审批", "Your host did not decide in time"),
            Event::NotAnswered => ("邀约过期，没有被接受", "The invitation expired"),
            Event::Withdrawn => ("接待人撤回了邀约", "Your host withdrew the invitation"),
            Event::Declined => ("您谢绝了邀约", "You declined"),
            Event::CancelledByHost => ("接待人取消了来访", "Your host cancelled"),
            Event::CancelledByVisitor => ("您取消了预约", "You cancelled"),
        };
        self.pick(chinese, english)
    }
}
