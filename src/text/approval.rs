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
    retry_decisions: "重试失败的", "Retry those that failed";
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
    which_approvals: "审批分类", "Which approvals";
    waiting: "待审批", "Waiting";
    overdue: "已逾期", "Overdue";
    decided_before: "已处理", "Done";
    search_by_visitor: "按访客姓名搜索", "Search by visitor";
    earliest_first: "来访最早在前", "Soonest first";
    latest_first: "来访最晚在前", "Latest first";
    any_day: "按日期", "By day";
    all_days: "全部日期", "All days";
    approving_soon: "即将同意…", "Approving…";
    returning_soon: "即将退回…", "Returning…";
    under_way: "正在处理…", "Working…";
    no_approvals_title: "没有待审批的预约", "Nothing waits for you";
    no_approvals_detail: "访客提交预约后会出现在这里。", "Bookings by visitors appear here.";
    no_overdue_title: "没有逾期的预约", "Nothing is overdue";
    no_overdue_detail: "没有及时审批的预约会出现在这里。", "Bookings that were not decided in time appear here.";
    no_decided_title: "还没有处理过的预约", "Nothing decided yet";
    no_decided_detail: "您同意或退回的预约会出现在这里。", "What you approve or return appears here.";
    none_found_title: "没有找到", "Nothing found";
    none_found_detail: "换个姓名或日期再试试。", "Try another name or another day.";
    signed_out: "登录已失效。", "You are no longer signed in.";
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
            (Locale::Chinese, _) if done == 0 => format!("{rest} 位未能{}", if approves { "同意" } else { "退回" }),
            (Locale::English, _) if done == 0 => format!("{rest} not {}", if approves { "approved" } else { "returned" }),
            (Locale::Chinese, 0) => format!("已{} {done} 位", if approves { "同意" } else { "退回" }),
            (Locale::Chinese, _) => format!("已{} {done} 位，{rest} 位未成", if approves { "同意" } else { "退回" }),
            (Locale::English, 0) => format!("{done} {}", if approves { "approved" } else { "returned" }),
            (Locale::English, _) => format!("{done} {}, {rest} not", if approves { "approved" } else { "returned" }),
        }
    }

    /// The page was left while a decision was on its way.
    pub fn left_deciding(self, done: usize, count: usize) -> String {
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

    pub fn waiting_count(self, count: usize) -> String {
        match self.0 {
            Locale::Chinese => format!("共 {count} 条待审批"),
            Locale::English => format!("{count} waiting"),
        }
    }

    /// The box that selects all rows that are loaded.
    pub fn select_all(self, selected: usize, loaded: usize) -> String {
        match (self.0, selected) {
            (Locale::Chinese, 0) => format!("全选已加载的 {loaded} 条"),
            (Locale::Chinese, _) => format!("已选 {selected} 条"),
            (Locale::English, 0) => format!("Select all {loaded} loaded"),
            (Locale::English, _) => format!("{selected} selected"),
        }
    }

    /// Several are approved together, and returned together.
    pub fn approve_selected(self) -> &'static str {
        self.pick("同意所选", "Approve selected")
    }

    pub fn return_selected(self) -> &'static str {
        self.pick("退回所选", "Return selected")
    }

    pub fn select_visitor(self, name: &str) -> String {
        self.pick("选择 ", "Select ").to_owned() + name
    }

    pub fn approve_visitor(self, name: &str) -> String {
        self.pick("同意 ", "Approve ").to_owned() + name
    }

    pub fn return_visitor(self, name: &str) -> String {
        self.pick("退回 ", "Return ").to_owned() + name
    }

    /// How many come.
    pub fn head_count(self, people: u32) -> String {
        match self.0 {
            Locale::Chinese => format!("{people} 人"),
            Locale::English => format!("{people} people"),
        }
    }

    /// It was returned before, and why.
    pub fn returned_before(self, reason: &str) -> String {
        self.pick("曾退回：", "Returned before: ").to_owned() + reason
    }

    pub fn asks_for(self, areas: &[String]) -> String {
        self.pick("申请区域：", "Asks for: ").to_owned() + &areas.join(self.pick("、", ", "))
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
    pub fn first_names<'a>(self, names: impl Iterator<Item = &'a str>, count: usize) -> String {
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
        assert_eq!((zh.came_of(&approve, 0, 1), en.came_of(&returned, 0, 2)), ("1 位未能同意".into(), "2 not returned".into()));
        assert_eq!(zh.first_names(["甲", "乙", "丙", "丁"].into_iter(), 4), "甲、乙、丙 等 4 位");
        assert_eq!(en.first_names(["甲"].into_iter(), 1), "甲");
    }
}
