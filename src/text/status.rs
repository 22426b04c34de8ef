//! Where a visit stands and how it got there, in the words that its visitor reads.

use super::Text;
use super::words::words;
use crate::domain::visit::Status;
use crate::domain::visit::timeline::Event;

words! {
    StatusWords / status:
    // The status as a word.
    status_waiting_approval;
    status_normal;
    status_late;
    status_booking_overdue;
    status_returned;
    status_signed_out_by_system;
    status_signed_out;
    status_overdue_not_signed_out;
    status_arrived;
    status_approval_overdue;
    status_inviting;
    status_invitation_overdue;
    status_withdrawn_by_employee;
    status_withdrawn_by_visitor;
    status_cancelled_by_employee;
    status_cancelled_by_visitor;

    // What the status means for the visitor, and what comes next.
    meaning_waiting_approval;
    meaning_normal;
    meaning_late;
    meaning_booking_overdue;
    meaning_returned;
    meaning_arrived;
    meaning_overdue_not_signed_out;
    meaning_approval_overdue;
    meaning_inviting;
    meaning_invitation_overdue;
    meaning_called_off_by_host;
    meaning_over;
    meaning_called_off_by_you;

    // A step of a visit, as its visitor sees it.
    step_booked;
    step_invited;
    step_answer;
    step_gathering;
    step_decision;
    step_approved;
    step_returned;
    step_change;
    step_show_pass;
    step_arrived;
    step_sign_out;
    step_overstayed;
    step_signed_out;
    step_signed_out_by_system;
    step_never_came;
    step_not_decided;
    step_not_answered;
    step_withdrawn;
    step_declined;
    step_cancelled_by_host;
    step_cancelled_by_visitor;
}

impl Text {
    /// The status as a word; one that we do not know as it came.
    pub fn status(self, status: &Status) -> String {
        let word = match status {
            Status::WaitingApproval => self.status_waiting_approval(),
            Status::Normal => self.status_normal(),
            Status::Late => self.status_late(),
            Status::BookingOverdue => self.status_booking_overdue(),
            Status::Returned => self.status_returned(),
            Status::SignedOutBySystem => self.status_signed_out_by_system(),
            Status::SignedOut => self.status_signed_out(),
            Status::OverdueNotSignedOut => self.status_overdue_not_signed_out(),
            Status::Arrived => self.status_arrived(),
            Status::ApprovalOverdue => self.status_approval_overdue(),
            Status::Inviting => self.status_inviting(),
            Status::InvitationOverdue => self.status_invitation_overdue(),
            Status::WithdrawnByEmployee => self.status_withdrawn_by_employee(),
            Status::WithdrawnByVisitor => self.status_withdrawn_by_visitor(),
            Status::CancelledByEmployee => self.status_cancelled_by_employee(),
            Status::CancelledByVisitor => self.status_cancelled_by_visitor(),
            Status::Unknown(text) => return text.clone(),
        };
        word.to_owned()
    }

    /// What the status means for the visitor, and what comes next.
    pub fn status_meaning(self, status: &Status) -> &'static str {
        match status {
            Status::WaitingApproval => self.meaning_waiting_approval(),
            Status::Normal => self.meaning_normal(),
            Status::Late => self.meaning_late(),
            Status::BookingOverdue => self.meaning_booking_overdue(),
            Status::Returned => self.meaning_returned(),
            Status::Arrived => self.meaning_arrived(),
            Status::OverdueNotSignedOut => self.meaning_overdue_not_signed_out(),
            Status::ApprovalOverdue => self.meaning_approval_overdue(),
            Status::Inviting => self.meaning_inviting(),
            Status::InvitationOverdue => self.meaning_invitation_overdue(),
            Status::WithdrawnByEmployee | Status::CancelledByEmployee => self.meaning_called_off_by_host(),
            Status::SignedOut | Status::SignedOutBySystem => self.meaning_over(),
            Status::WithdrawnByVisitor | Status::CancelledByVisitor => self.meaning_called_off_by_you(),
            Status::Unknown(_) => "",
        }
    }

    /// A step of a visit, as its visitor sees it.
    pub fn step(self, event: Event) -> &'static str {
        match event {
            Event::Booked => self.step_booked(),
            Event::Invited => self.step_invited(),
            Event::Answer => self.step_answer(),
            Event::Gathering => self.step_gathering(),
            Event::Decision => self.step_decision(),
            Event::Approved => self.step_approved(),
            Event::Returned => self.step_returned(),
            Event::Change => self.step_change(),
            Event::ShowPass => self.step_show_pass(),
            Event::Arrived => self.step_arrived(),
            Event::SignOut => self.step_sign_out(),
            Event::Overstayed => self.step_overstayed(),
            Event::SignedOut => self.step_signed_out(),
            Event::SignedOutBySystem => self.step_signed_out_by_system(),
            Event::NeverCame => self.step_never_came(),
            Event::NotDecided => self.step_not_decided(),
            Event::NotAnswered => self.step_not_answered(),
            Event::Withdrawn => self.step_withdrawn(),
            Event::Declined => self.step_declined(),
            Event::CancelledByHost => self.step_cancelled_by_host(),
            Event::CancelledByVisitor => self.step_cancelled_by_visitor(),
        }
    }
}
