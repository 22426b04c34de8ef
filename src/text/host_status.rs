//! Where a visit stands and how it got there, in the words that its host reads.

use super::Text;
use super::words::words;
use crate::domain::visit::Status;
use crate::domain::visit::timeline::Event;

words! {
    HostStatusWords / host_status:
    // The status as a word, where its host reads another than its visitor.
    host_status_waiting_approval;
    host_status_withdrawn_by_employee;
    host_status_withdrawn_by_visitor;
    host_status_cancelled_by_employee;
    host_status_cancelled_by_visitor;

    // What the status means for the host, and what comes next.
    host_meaning_waiting_approval;
    host_meaning_normal;
    host_meaning_late;
    host_meaning_booking_overdue;
    host_meaning_returned;
    host_meaning_signed_out_by_system;
    host_meaning_signed_out;
    host_meaning_overdue_not_signed_out;
    host_meaning_arrived;
    host_meaning_approval_overdue;
    host_meaning_inviting;
    host_meaning_invitation_overdue;
    host_meaning_withdrawn_by_employee;
    host_meaning_withdrawn_by_visitor;
    host_meaning_cancelled_by_employee;
    host_meaning_cancelled_by_visitor;

    // A step of a visit, as its host sees it.
    host_step_booked;
    host_step_invited;
    host_step_answer;
    host_step_gathering;
    host_step_decision;
    host_step_approved;
    host_step_returned;
    host_step_change;
    host_step_show_pass;
    host_step_arrived;
    host_step_sign_out;
    host_step_overstayed;
    host_step_signed_out;
    host_step_signed_out_by_system;
    host_step_never_came;
    host_step_not_decided;
    host_step_not_answered;
    host_step_withdrawn;
    host_step_declined;
    host_step_cancelled_by_host;
    host_step_cancelled_by_visitor;
}

impl Text {
    /// The status as a word, for the visit's host; one that we do not know as it came.
    pub fn host_status(self, status: &Status) -> String {
        let word = match status {
            Status::WaitingApproval => self.host_status_waiting_approval(),
            Status::WithdrawnByEmployee => self.host_status_withdrawn_by_employee(),
            Status::WithdrawnByVisitor => self.host_status_withdrawn_by_visitor(),
            Status::CancelledByEmployee => self.host_status_cancelled_by_employee(),
            Status::CancelledByVisitor => self.host_status_cancelled_by_visitor(),
            other => return self.status(other),
        };
        word.to_owned()
    }

    /// What the status means for the host, and what comes next.
    pub fn host_status_meaning(self, status: &Status) -> &'static str {
        match status {
            Status::WaitingApproval => self.host_meaning_waiting_approval(),
            Status::Normal => self.host_meaning_normal(),
            Status::Late => self.host_meaning_late(),
            Status::BookingOverdue => self.host_meaning_booking_overdue(),
            Status::Returned => self.host_meaning_returned(),
            Status::SignedOutBySystem => self.host_meaning_signed_out_by_system(),
            Status::SignedOut => self.host_meaning_signed_out(),
            Status::OverdueNotSignedOut => self.host_meaning_overdue_not_signed_out(),
            Status::Arrived => self.host_meaning_arrived(),
            Status::ApprovalOverdue => self.host_meaning_approval_overdue(),
            Status::Inviting => self.host_meaning_inviting(),
            Status::InvitationOverdue => self.host_meaning_invitation_overdue(),
            Status::WithdrawnByEmployee => self.host_meaning_withdrawn_by_employee(),
            Status::WithdrawnByVisitor => self.host_meaning_withdrawn_by_visitor(),
            Status::CancelledByEmployee => self.host_meaning_cancelled_by_employee(),
            Status::CancelledByVisitor => self.host_meaning_cancelled_by_visitor(),
            Status::Unknown(_) => "",
        }
    }

    /// A step of a visit, as its host sees it.
    pub fn host_step(self, event: Event) -> &'static str {
        match event {
            Event::Booked => self.host_step_booked(),
            Event::Invited => self.host_step_invited(),
            Event::Answer => self.host_step_answer(),
            Event::Gathering => self.host_step_gathering(),
            Event::Decision => self.host_step_decision(),
            Event::Approved => self.host_step_approved(),
            Event::Returned => self.host_step_returned(),
            Event::Change => self.host_step_change(),
            Event::ShowPass => self.host_step_show_pass(),
            Event::Arrived => self.host_step_arrived(),
            Event::SignOut => self.host_step_sign_out(),
            Event::Overstayed => self.host_step_overstayed(),
            Event::SignedOut => self.host_step_signed_out(),
            Event::SignedOutBySystem => self.host_step_signed_out_by_system(),
            Event::NeverCame => self.host_step_never_came(),
            Event::NotDecided => self.host_step_not_decided(),
            Event::NotAnswered => self.host_step_not_answered(),
            Event::Withdrawn => self.host_step_withdrawn(),
            Event::Declined => self.host_step_declined(),
            Event::CancelledByHost => self.host_step_cancelled_by_host(),
            Event::CancelledByVisitor => self.host_step_cancelled_by_visitor(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    #[test]
    fn a_host_is_never_spoken_to_as_the_visitor() {
        for status in Status::KNOWN {
            for locale in [Locale::Chinese, Locale::English] {
                let words = [Text::of(locale).host_status(&status), Text::of(locale).host_status_meaning(&status).to_owned()];
                assert!(words.iter().all(|words| !words.is_empty()), "{status:?}");
                assert!(words.iter().all(|words| !words.contains("接待人") && !words.to_lowercase().contains("your host")), "{words:?}");
            }
        }
        assert_eq!(Text::of(Locale::Chinese).host_status(&Status::Unknown("?".into())), "?");
    }
}
