//! Inviting, in the words that employees read.

use super::Text;
use super::words::words;
use crate::domain::invitation::sent::ShareState;
use crate::domain::problem::Cause;
use crate::domain::visit::Status;

words! {
    InvitingWords / inviting:
    invite;
    invite_again;
    guests;
    guest_name;
    guest_phone;
    add_guest;
    invited_for;
    from_day;
    until_day;
    by_the_day;
    about_the_visit;
    visitor_type;
    send_invitation;
    not_invitable_title;
    not_invitable_detail;
    sending_invitations;
    leave_while_sending;
    invited_title;
    invited_detail;
    not_all_invited_title;
    not_all_invited_detail;
    doubtful_title;
    doubtful_detail;
    not_found_yet_in_list_title;
    not_found_yet_in_list_detail;
    entry_waiting;
    entry_sending;
    entry_looking;
    entry_sent;
    entry_failed;
    entry_doubtful;
    entry_not_found_yet;
    entry_may_still_come;
    entry_not_begun;
    entry_unknown;
    share_link;
    back_and_change;
    see_invitations;
    invite_others;
    share_hint;
    share_by_menu;
    copy_link;
    link_copied;
    link_by_hand;
    more_share_options;
    send_in_wecom;
    invitation_code;
    card_title;
    which_invitations;
    list_open;
    list_accepted;
    list_overdue;
    list_withdrawn;
    list_links;
    list_links_over;
    no_invitations_title;
    no_invitations_detail;
    nobody_accepted;
    who_accepted;
    sms_lost;
    resend_sms;
    sms_resent;
    stop_link;
    reopen_link;
    link_stopped;
    link_reopened;
    withdraw;
    withdraw_question;
    withdraw_detail;
    confirm_withdraw;
    let_it_stand;
    withdrawn;
    cannot_be_withdrawn;
    one_moment;
    no_model_title;
    /// A guest's own heading among several, counted from 1.
    guest_number(number: usize);
    remove_guest(number: usize);
    /// The main button where several invitations go out.
    send_several_invitations(count: usize);
    /// How far a round has got.
    sent_of(sent: usize, all: usize);
    retry_failed(count: usize);
    /// What is said to somebody who left before all was sent.
    left_midway(sent: usize, all: usize);
    invitation_count(count: usize);
    accepted_count(count: usize);
    /// Several names in a row.
    names(names: &[&str]);

    // Where an invitation stands, as its employee sees it.
    invited_open;
    invited_expired;
    invited_withdrawn;
    invited_declined;
    invited_cancelled_by_you;
    invited_cancelled_by_visitor;
    invited_accepted;

    // Whether a shared link still leads in.
    share_open;
    share_stopped;
    share_over;

    // What is wrong with one part of an invitation.
    not_a_phone;
    phone_given_twice;
    not_a_time;
    visit_in_the_past;
    ends_before_it_starts;
}

impl Text {
    /// What is asked of one guest; with a number among several.
    pub fn asked_of_guest(self, what: &str, number: Option<usize>) -> String {
        number.map_or_else(|| what.to_owned(), |number| format!("{what} {number}"))
    }

    /// The main button: how many invitations go out.
    pub fn send_invitations(self, count: usize) -> String {
        if count < 2 { self.send_invitation().to_owned() } else { self.send_several_invitations(count) }
    }

    /// Where an invitation stands, as its employee sees it.
    pub fn invited_status(self, status: &Status) -> String {
        let word = match status {
            Status::Inviting => self.invited_open(),
            Status::InvitationOverdue => self.invited_expired(),
            Status::WithdrawnByEmployee => self.invited_withdrawn(),
            Status::WithdrawnByVisitor => self.invited_declined(),
            Status::CancelledByEmployee => self.invited_cancelled_by_you(),
            Status::CancelledByVisitor => self.invited_cancelled_by_visitor(),
            Status::Normal => self.invited_accepted(),
            other => return self.status(other),
        };
        word.to_owned()
    }

    /// Whether a shared link still leads in.
    pub fn share_state(self, state: ShareState) -> &'static str {
        match state {
            ShareState::Open => self.share_open(),
            ShareState::Stopped => self.share_stopped(),
            ShareState::Over => self.share_over(),
        }
    }

    /// What is wrong with one part of an invitation.
    pub fn inviting_problem(self, cause: &Cause, label: &str) -> String {
        let fixed = match cause {
            Cause::NotATime => self.not_a_time(),
            Cause::InThePast => self.visit_in_the_past(),
            Cause::EndsBeforeItStarts => self.ends_before_it_starts(),
            _ => return self.problem(cause, label),
        };
        fixed.to_owned()
    }
}
