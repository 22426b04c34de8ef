//! A host's visits, in words.

use super::{Locale, Text, phrases};
use crate::domain::visit::Status;
use crate::domain::visit::timeline::Event;

phrases! {
    waits_for_me: "待我审批", "To approve";
    still_to_come: "今日待到", "Still to come";
    on_site: "在场", "On site";
    on_site_now: "现在在场", "On site now";
    figures: "今日概况", "Today at a glance";
    comes_next: "接下来", "Next";
    nobody_comes_title: "接下来没有访客", "Nobody is expected";
    nobody_comes_detail: "审批通过的来访和已接受的邀约会显示在这里。", "Visits that you approved and invitations that were accepted appear here.";
    quick_ways: "常用", "Shortcuts";
    invite_somebody: "邀请访客", "Invite a visitor";
    calendar: "来访日历", "Calendar";
    no_employee_title: "这里是员工页面", "This page is for staff";
    no_employee_detail: "请用员工身份从企业微信工作台、公众号菜单或小程序进入。", "Open it as a member of staff: from WeCom, from the official account's menu or from the mini-program.";
    days_unknown: "没能读到哪些天有来访。", "The days with visits did not come.";
    nobody_that_day_title: "这天没有来访", "No visits on this day";
    nobody_that_day_detail: "带圆点的日期有来访。", "Days with a dot have visits.";
    which_receptions: "接待分类", "Which visitors";
    to_receive: "待接待", "Expected";
    received: "历史", "Past";
    nobody_to_receive_title: "没有待接待的访客", "Nobody to receive";
    nobody_on_site_title: "现在没有访客在场", "No visitor is here now";
    nobody_on_site_detail: "访客到达登记后会显示在这里。", "Visitors appear here once they have signed in at the gate.";
    nobody_received_title: "还没有接待记录", "No past visitors";
    nobody_received_detail: "结束、取消或逾期的来访会显示在这里。", "Visits that are over, cancelled or missed are kept here.";
    nobody_found_detail: "没有姓名包含这些字的访客。", "No visitor whose name has this in it.";
    hosted_visit: "来访详情", "Visit";
    hosted_not_found_title: "没有找到这条来访", "We cannot find this visit";
    hosted_not_found_detail: "它可能已被删除，或者不是由您接待。", "It may have been removed, or it is not yours to receive.";
    choose_a_visit: "点一条来访，在这里查看详情", "Choose a visit to see it here";
    about_visitor: "访客", "Visitor";
    further_answers: "访客填写的信息", "What the visitor told";
    cancel_reception: "取消来访", "Cancel the visit";
    cancel_reception_question: "确定取消这次来访吗？", "Cancel this visit?";
    cancel_reception_note: "取消后不能恢复，访客会收到通知。", "This cannot be undone. The visitor will be told.";
    keep_reception: "不取消", "Keep it";
    reception_cancelled: "已取消", "Cancelled";
    cancel_in_doubt: "没有收到取消的结果。以下是现在的情况，如未取消可再试。", "No answer came. This is how the visit stands now; if it is not cancelled, try again.";
    back: "返回", "Back";
}

impl Text {
    pub fn visitor_count(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("共 {count} 条来访"),
            Locale::English if count == 1 => "1 visit".to_owned(),
            Locale::English => format!("{count} visits"),
        }
    }

    /// Why a visit was not cancelled; how it stands is shown below.
    pub fn not_cancelled(self, reason: &str) -> String {
        [self.pick("没有取消：", "Not cancelled: "), reason].concat()
    }

    /// Names one after the other.
    pub fn list(self, names: &[String]) -> String {
        names.join(self.pick("、", ", "))
    }

    /// The status as a word, for the visit's host; one that we do not know as it came.
    pub fn host_status(self, status: &Status) -> String {
        let words = match status {
            Status::WaitingApproval => self.pick("待您审批", "Waiting for you"),
            Status::WithdrawnByEmployee => self.pick("邀约已撤回", "Invitation withdrawn"),
            Status::WithdrawnByVisitor => self.pick("访客已谢绝", "Declined"),
            Status::CancelledByEmployee => self.pick("您已取消", "Cancelled by you"),
            Status::CancelledByVisitor => self.pick("访客已取消", "Cancelled by visitor"),
            other => return self.status(other),
        };
        words.to_owned()
    }

    /// What the status means for the host, and what comes next.
    pub fn host_status_meaning(self, status: &Status) -> &'static str {
        let (chinese, english) = match status {
            Status::WaitingApproval => ("访客在等您的决定。", "The visitor waits for your decision."),
            Status::Normal => ("访客可以按时到访。", "The visitor may come."),
            Status::Late => ("已过预约时间，访客还没有到。", "The visitor should be here by now."),
            Status::BookingOverdue => ("预约时间已过，访客没有到访。", "The time has passed, and the visitor did not come."),
            Status::Returned => ("已退回，等访客修改后再次提交。", "Returned. The visitor may change it and send it again."),
            Status::SignedOutBySystem => ("来访已结束，由系统自动签离。", "Over. The system signed the visitor out."),
            Status::SignedOut => ("来访已结束。", "The visit is over."),
            Status::OverdueNotSignedOut => {
                ("已过离开时间，访客还没有签离。", "The visitor should have left by now and has not signed out.")
            }
            Status::Arrived => ("访客已到，请接待。", "Your visitor is here."),
            Status::ApprovalOverdue => ("没有及时审批，这次预约已失效。", "It was not decided in time and is void."),
            Status::Inviting => ("等待访客接受邀约。", "The visitor has yet to accept."),
            Status::InvitationOverdue => ("邀约已过期，访客没有接受。", "The invitation expired unanswered."),
            Status::WithdrawnByEmployee => ("您撤回了邀约。", "You withdrew the invitation."),
            Status::WithdrawnByVisitor => ("访客谢绝了邀约。", "The visitor declined the invitation."),
            Status::CancelledByEmployee => ("您取消了这次来访。", "You cancelled this visit."),
            Status::CancelledByVisitor => ("访客取消了这次来访。", "The visitor cancelled this visit."),
            Status::Unknown(_) => ("", ""),
        };
        self.pick(chinese, english)
    }

    /// A step of a visit, as its host sees it.
    pub fn host_step(self, event: Event) -> &'static str {
        let (chinese, english) = match event {
            Event::Booked => ("访客提交了预约", "The visitor booked"),
            Event::Invited => ("您发出了邀约", "You invited"),
            Event::Answer => ("等访客接受邀约", "The visitor accepts or declines"),
            Event::Gathering => ("等同行人确认", "Companions confirm"),
            Event::Decision => ("由您审批", "You decide"),
            Event::Approved => ("已同意", "Approved"),
            Event::Returned => ("已退回", "Returned"),
            Event::Change => ("等访客修改", "The visitor changes it"),
            Event::ShowPass => ("访客到访", "The visitor comes"),
            Event::Arrived => ("访客已到达", "The visitor arrived"),
            Event::SignOut => ("访客签离", "The visitor signs out"),
            Event::Overstayed => ("已过离开时间", "The time is over"),
            Event::SignedOut => ("访客已签离", "The visitor signed out"),
            Event::SignedOutBySystem => ("系统自动签离", "Signed out automatically"),
            Event::NeverCame => ("访客没有到访", "The visitor did not come"),
            Event::NotDecided => ("没有及时审批", "Not decided in time"),
            Event::NotAnswered => ("邀约过期，没有被接受", "The invitation expired"),
            Event::Withdrawn => ("您撤回了邀约", "You withdrew the invitation"),
            Event::Declined => ("访客谢绝了邀约", "The visitor declined"),
            Event::CancelledByHost => ("您取消了来访", "You cancelled"),
            Event::CancelledByVisitor => ("访客取消了来访", "The visitor cancelled"),
        };
        self.pick(chinese, english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_never_spoken_to_as_the_visitor() {
        for status in Status::KNOWN {
            for locale in [Locale::Chinese, Locale::English] {
                let words = [Text(locale).host_status(&status), Text(locale).host_status_meaning(&status).to_owned()];
                assert!(words.iter().all(|words| !words.is_empty()), "{status:?}");
                assert!(words.iter().all(|words| !words.contains("接待人") && !words.to_lowercase().contains("your host")), "{words:?}");
            }
        }
        assert_eq!(Text(Locale::Chinese).host_status(&Status::Unknown("?".into())), "?");
    }
}
