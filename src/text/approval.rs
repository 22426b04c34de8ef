//! Decisions on bookings, in words.

use super::Text;
use super::words::words;
use crate::domain::approval::queue::DecisionState;
use crate::domain::approval::{Decision, DecisionKind};
use crate::domain::visit::Status;

words! {
    ApprovalWords / approval:
    approve;
    send_back;
    not_now;
    undo;
    understood;
    retry_decisions;
    sign_in_again;
    sign_in_by_message;
    areas_to_enter;
    areas_as_asked;
    areas_unreadable;
    areas_as_requested;
    no_area_ticked;
    reason;
    reason_tip;
    reason_missing;
    recent_reasons;
    nothing_waits_here;
    already_approved;
    already_returned;
    withdrawn_by_visitor;
    overdue_meanwhile;
    which_approvals;
    waiting;
    overdue;
    decided_before;
    search_by_visitor;
    scan_pass;
    no_visit_of_pass;
    earliest_first;
    latest_first;
    any_day;
    all_days;
    approving_soon;
    returning_soon;
    under_way;
    /// A decision is held, and everything else waits for it.
    frozen_by_approval;
    frozen_by_return;
    no_approvals_title;
    no_approvals_detail;
    no_overdue_title;
    no_overdue_detail;
    no_decided_title;
    no_decided_detail;
    none_found_title;
    none_found_detail;
    signed_out;
    previous_month;
    next_month;

    // Several are approved together, and returned together.
    approve_selected;
    return_selected;
    stop_loading;
    decided_to_approve;
    decided_to_return;

    // `同意林知夏等 3 位`: a decision on `count` visitors that is about to be sent.
    approving(first: &str, count: usize);
    returning(first: &str, count: usize);
    sending(done: usize, count: usize);

    // How many were approved, and how many were not.
    came_of_approving(done: usize, rest: usize);
    came_of_returning(done: usize, rest: usize);
    /// The page was left while a decision was on its way.
    left_deciding(done: usize, count: usize);
    and_more(count: usize);
    /// So many were meant, and a decision on them is on its way.
    frozen_left_out(count: usize);
    waiting_count(count: usize);
    /// All are to be selected, and so many of them have come.
    loading_rest(loaded: usize, waiting: usize);
    /// The box that selects all rows, loaded or not.
    select_all(selected: usize, waiting: usize);
    select_visitor(name: &str);
    approve_visitor(name: &str);
    return_visitor(name: &str);
    /// How many come.
    head_count(people: u32);
    /// It was returned before, and why.
    returned_before(reason: &str);
    asks_for(areas: &[String]);
    approve_question(count: usize);
    return_question(count: usize);
    /// The button that decides on a whole list.
    approve_many(count: usize);
    return_many(count: usize);
    /// The first few of `count` visitors by name, and `others` beside them.
    names_and_others(names: &str, count: usize, others: usize);
}

impl Text {
    /// `同意林知夏等 3 位`: a decision that is about to be sent.
    pub fn decided(self, decision: &Decision, first: &str, count: usize) -> String {
        match decision {
            Decision::Approve(_) => self.approving(first, count),
            Decision::Return(_) => self.returning(first, count),
        }
    }

    /// What came of a decision as a whole.
    pub fn came_of(self, decision: &Decision, done: usize, count: usize) -> String {
        let rest = count.saturating_sub(done);
        match decision {
            Decision::Approve(_) => self.came_of_approving(done, rest),
            Decision::Return(_) => self.came_of_returning(done, rest),
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

    /// What was decided on a visit, and when, where that is known.
    pub fn past_decision(self, kind: DecisionKind, at: Option<String>) -> String {
        let decision = match kind {
            DecisionKind::Approve => self.decided_to_approve(),
            DecisionKind::Return => self.decided_to_return(),
        };
        at.map_or_else(|| decision.to_owned(), |at| self.purpose_line(decision, &at))
    }

    /// Why nothing else can be done with a visit; empty while it is open.
    pub fn frozen(self, state: &DecisionState) -> &'static str {
        match state {
            DecisionState::Open | DecisionState::Settled(_) => "",
            DecisionState::Held(DecisionKind::Approve) => self.frozen_by_approval(),
            DecisionState::Held(DecisionKind::Return) => self.frozen_by_return(),
            DecisionState::Sending => self.under_way(),
        }
    }

    /// The first few by name.
    pub fn first_names<'a>(self, names: impl Iterator<Item = &'a str>, count: usize) -> String {
        let first: Vec<&str> = names.take(3).collect();
        let named = self.names(&first);
        match count.saturating_sub(first.len()) {
            0 => named,
            others => self.names_and_others(&named, count, others),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;
    use crate::domain::approval::area::AreaGrant;
    use crate::domain::approval::reason::Reason;

    #[test]
    fn decisions_are_told_with_their_count() {
        let (zh, en) = (Text::of(Locale::Chinese), Text::of(Locale::English));
        let approve = Decision::Approve(AreaGrant::AsRequested);
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
