//! Invitations for those who are invited, in words.

use super::Text;
use super::words::words;
use crate::domain::invitation::InvitationStatus;
use crate::domain::portrait::Quality;

words! {
    InvitationWords / invitation:
    invitation;
    invited;
    contact;
    answer_invitation;
    accept_invitation;
    decline_invitation;
    decline_question;
    confirm_decline;
    keep_invitation;
    declining;
    send_acceptance;
    back_to_invitation;
    checking_acceptance;
    acceptance_in_doubt;
    acceptance_not_found_yet_title;
    acceptance_not_found_yet;
    acceptance_refused_title;
    changed_meanwhile;
    see_pass;
    book_yourself;
    portrait;
    portrait_tip;
    portrait_consent;
    portrait_purpose;
    /// Stands for the host where the name is not known.
    your_host;
    host_invites_you(host: &str);
    /// Stands for the host where the name is not known, inside a sentence.
    who_invited_you;
    tell_if_you_cannot_come(host: &str);
    ask_with_questions(host: &str);
    call_host(host: &str);
    follow_account(account: &str);

    // What the doors say of a portrait that they took.
    portrait_good;
    portrait_middling;
    portrait_poor;
    portrait_uploaded;

    // How an invitation stands: title, and what that means for whoever opened it.
    invitation_open_title;
    invitation_waiting_mine: (&'static str, &'static str);
    invitation_waiting: (&'static str, &'static str);
    invitation_accepted_mine: (&'static str, &'static str);
    invitation_accepted: (&'static str, &'static str);
    invitation_returned: (&'static str, &'static str);
    invitation_here: (&'static str, &'static str);
    invitation_over: (&'static str, &'static str);
    invitation_missed: (&'static str, &'static str);
    invitation_not_decided: (&'static str, &'static str);
    invitation_expired: (&'static str, &'static str);
    invitation_withdrawn: (&'static str, &'static str);
    invitation_declined: (&'static str, &'static str);
    invitation_cancelled_by_host: (&'static str, &'static str);
    invitation_cancelled_by_guest: (&'static str, &'static str);
    invitation_unclear_title;
    invitation_nowhere: (&'static str, &'static str);
}

impl Text {
    pub fn invites_you(self, host: &str) -> String {
        self.host_invites_you(or(host, self.your_host()))
    }

    /// Whom to tell that one cannot come.
    pub fn cannot_come(self, host: &str) -> String {
        self.tell_if_you_cannot_come(or(host, self.who_invited_you()))
    }

    pub fn ask_who_invited(self, host: &str) -> String {
        self.ask_with_questions(or(host, self.who_invited_you()))
    }

    pub fn call(self, host: &str) -> String {
        self.call_host(or(host, self.who_invited_you()))
    }

    /// What the doors say of a portrait that they took.
    pub fn portrait_quality(self, quality: Option<Quality>) -> &'static str {
        match quality {
            Some(Quality::Good) => self.portrait_good(),
            Some(Quality::Middling) => self.portrait_middling(),
            Some(Quality::Poor) => self.portrait_poor(),
            Some(Quality::Unfit) => "",
            None => self.portrait_uploaded(),
        }
    }

    /// How an invitation stands: title, and what that means for whoever opened it.
    pub fn invitation_status(self, standing: &InvitationStatus, is_mine: bool) -> (&'static str, String) {
        let (title, detail) = match standing {
            InvitationStatus::Open => (self.invitation_open_title(), ""),
            InvitationStatus::Waiting if is_mine => self.invitation_waiting_mine(),
            InvitationStatus::Waiting => self.invitation_waiting(),
            InvitationStatus::Accepted if is_mine => self.invitation_accepted_mine(),
            InvitationStatus::Accepted => self.invitation_accepted(),
            InvitationStatus::Returned => self.invitation_returned(),
            InvitationStatus::Here => self.invitation_here(),
            InvitationStatus::Over => self.invitation_over(),
            InvitationStatus::Missed => self.invitation_missed(),
            InvitationStatus::NotDecided => self.invitation_not_decided(),
            InvitationStatus::Expired => self.invitation_expired(),
            InvitationStatus::Withdrawn => self.invitation_withdrawn(),
            InvitationStatus::Declined => self.invitation_declined(),
            InvitationStatus::CancelledByHost => self.invitation_cancelled_by_host(),
            InvitationStatus::CancelledByGuest => self.invitation_cancelled_by_guest(),
            InvitationStatus::Unclear(word) => (self.invitation_unclear_title(), word.as_str()),
            InvitationStatus::Nowhere => self.invitation_nowhere(),
        };
        (title, detail.to_owned())
    }
}

fn or<'a>(text: &'a str, fallback: &'a str) -> &'a str {
    if text.trim().is_empty() { fallback } else { text }
}
