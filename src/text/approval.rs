//! Decisions on bookings, in words.

use super::{Locale, Text, phrases};
use crate::domain::approval::Decision;
use crate::domain::month::{Day, Month};
use crate::domain::time::SiteTime;
use crate::domain::visit::Status;

phrases! {
    approve: "同意", "Approve";
    send_back: "退回", "Return";
    not_now: "暂不处理", "Not now";
    undo: "撤销", "Undo";
    understood: "知道了", "OK";
    retry_failed: "重试失败的", "Retry those that failed";
    sign_in_again: "重新登录", "Sign in again";
    sign_in_by_message: "请重新打开消息里的链接登录，已选的会保留。", "Please open the link in your message again. Your selection is kept.";
    areas_to_enter: "允许进入的区域", "May enter";
    areas_as_asked: "申请的区域各不相同。不勾选，则各按自己申请的放行；勾选后，所有人都按勾选的放行。", "They asked for different areas. Tick none to let each into their own; what you tick holds for all.";
    areas_unreadable: "区域名单没有读到，将按访客申请的区域放行。", "The areas did not come. Visitors get those that they asked for.";
    reason: "退回原因", "Reason";
    reason_tip: "访客会看到这句话。", "The visitor reads this.";
    reason_missing: "请填写退回原因", "Please say why";
    recent_reasons: "最近用过", "Used recently";
    nothing_waits_here: "这些预约已不在待审批中", "None of these wait any more";
    already_approved: "已被同意", "Already approved";
    already_returned: "已被退回", "Already returned";
    withdrawn_by_visitor: "访客已取消", "Cancelled by the visitor";
    overdue_meanwhile: "审批已逾期", "Too late to approve";
    previous_month: "上个月", "Previous month";
    next_month: "下个月", "Next month";
}

impl Text {
    /// `同意林知夏等 3 位来访`: a decision that is about to be sent.
    pub fn decided(self, decision: &Decision, first: &str, count: usize) -> String {
        let verb = match decision {
            Decision::Approve(_) => self.pick("同意", "Approving "),
            Decision::Return(_) => self.pick("退回", "Returning "),
        };
        let others = count.saturating_sub(1);
        match (self.0, others) {
            (_, 0) => [verb, first].concat(),
            (Locale::Chinese, _) => format!("{verb}{first}等 {count} 位"),
            (Locale::English, _) => format!("{verb}{first} and {others} more"),
        }
    }

    pub fn sending(self, done: usize, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("正在处理 {done}/{count}"),
            Locale::English => format!("Working, {done} of {count}"),
        }
    }

    /// What came of a decision as a whole.
    pub fn came_of(self, decision: &Decision, done: usize, count: usize) -> String {
        let approves = matches!(decision, Decision::Approve(_));
        let rest = count - done.min(count);
        match (self.0, rest) {
            (Locale::Chinese, 0) => format!("已{} {done} 位", if approves { "同意" } else { "退回" }),
            (Locale::Chinese, _) => format!("已{} {done} 位，{rest} 位未成", if approves { "同意" } else { "退回" }),
            (Locale::English, 0) => format!("{done} {}", if approves { "approved" } else { "returned" }),
            (Locale::English, _) => format!("{done} {}, {rest} not", if approves { "approved" } else { "returned" }),
        }
    }

    /// The page was left while a decision was on its way.
    pub fn left_midway(self, done: usize, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("已处理 {done}/{count}，其余正在发送"),
            Locale::English => format!("{done} of {count} done, the rest is being sent"),
        }
    }

    pub fn and_more(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("还有 {count} 位"),
            Locale::English => format!("and {count} more"),
        }
    }

    /// What happened to a booking before the decision arrived.
    pub fn overtaken(self, status: &Status) -> String {
        match status {
            Status::Normal | Status::Late | Status::Arrived => self.already_approved().to_owned(),
            Status::Returned => self.already_returned().to_owned(),
            Status::CancelledByVisitor | Status::WithdrawnByVisitor => self.withdrawn_by_visitor().to_owned(),
            Status::ApprovalOverdue => self.overdue_meanwhile().to_owned(),
            other => self.status(other),
        }
    }

    pub fn approve_question(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese if count == 1 => "同意来访".to_owned(),
            Locale::Chinese => format!("同意 {count} 条来访"),
            Locale::English if count == 1 => "Approve the visit".to_owned(),
            Locale::English => format!("Approve {count} visits"),
        }
    }

    pub fn return_question(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese if count == 1 => "退回预约".to_owned(),
            Locale::Chinese => format!("退回 {count} 条预约"),
            Locale::English if count == 1 => "Return the booking".to_owned(),
            Locale::English => format!("Return {count} bookings"),
        }
    }

    /// The first few by name.
    pub fn names<'a>(self, names: impl Iterator<Item = &'a str>, count: usize) -> String {
        let first: Vec<&str> = names.take(3).collect();
        let named = first.join(self.pick("、", ", "));
        match self.0 {
            _ if count <= first.len() => named,
            Locale::Chinese => format!("{named} 等 {count} 位"),
            Locale::English => format!("{named} and {} more", count - first.len()),
        }
    }

    pub fn month_title(self, month: Month) -> String {
        match self.0 {
            Locale::Chinese => format!("{}年{}月", month.year(), month.number()),
            Locale::English => format!("{} {}", self.month_name(month.number()), month.year()),
        }
    }

    pub fn weekday_initials(self) -> [&'static str; 7] {
        match self.0 {
            Locale::Chinese => ["一", "二", "三", "四", "五", "六", "日"],
            Locale::English => ["M", "T", "W", "T", "F", "S", "S"],
        }
    }

    /// A day of the calendar, for those who hear it.
    pub fn calendar_day(self, day: Day, has_visits: bool, now: SiteTime) -> String {
        let marked = if has_visits { self.pick("，有来访", ", has visits") } else { "" };
        self.day(day.start, now) + marked
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::approval::reason::Reason;

    #[test]
    fn decisions_are_told_with_their_count() {
        let (zh, en) = (Text(Locale::Chinese), Text(Locale::English));
        let approve = Decision::Approve(Vec::new());
        let returned = Decision::Return(Reason::parse("x").unwrap());
        assert_eq!(zh.decided(&approve, "林知夏", 1), "同意林知夏");
        assert_eq!(zh.decided(&returned, "林知夏", 3), "退回林知夏等 3 位");
        assert_eq!(en.decided(&approve, "Lin", 3), "Approving Lin and 2 more");
        assert_eq!(zh.came_of(&approve, 8, 10), "已同意 8 位，2 位未成");
        assert_eq!((en.came_of(&returned, 2, 2), zh.came_of(&returned, 1, 1)), ("2 returned".into(), "已退回 1 位".into()));
        assert_eq!(zh.names(["甲", "乙", "丙", "丁"].into_iter(), 4), "甲、乙、丙 等 4 位");
        assert_eq!(en.names(["甲"].into_iter(), 1), "甲");
    }
}
