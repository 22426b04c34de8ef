//! One invitation that was sent, and what may be done with it.

use super::share_sheet::{Shared, share_sheet};
use super::{guest_names, standing};
use crate::api::call::ApiCall;
use crate::api::channel::Operation;
use crate::api::error::ApiError;
use crate::api::share::ShareStatus;
use crate::api::{invitation, share};
use crate::domain::invitation::sent::{Invited, Link, Sent, SentStatus, ShareState, Sms};
use crate::domain::paging::Row;
use crate::old_ui::badge::badge;
use crate::old_ui::button::{main_button, main_link, quiet_button};
use crate::old_ui::cell::{cells, digest, facts};
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::popup::popup;
use crate::old_ui::toast::Toasts;
use crate::page::Site;
use crate::platform::clock;
use crate::remote::Scope;
use crate::remote::listing::ListResource;
use crate::route::{HostRoute, Route};
use crate::text::Text;
use leptos::prelude::*;

/// What is done with the invitation at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Looking,
    Sharing,
    AskingToWithdraw,
    UnderWay,
    /// It could not be withdrawn, and has changed meanwhile.
    TooLate,
}

#[derive(Clone, Copy)]
struct SentDialog {
    reading: ListResource<Sent>,
    chosen: RwSignal<Option<Sent>>,
    step: RwSignal<Step>,
    site: RwSignal<Site>,
    life: RwSignal<Scope>,
    text: Text,
    toasts: Option<Toasts>,
}

/// The sheet of the invitation that was chosen from the list; nothing while none is.
pub fn sent_sheet(site: Site, reading: ListResource<Sent>, chosen: RwSignal<Option<Sent>>) -> El {
    let (step, site, life) = (RwSignal::new(Step::Looking), RwSignal::new(site), RwSignal::new(Scope::here()));
    let sheet = SentDialog { reading, chosen, step, site, life, text: Text::here(), toasts: Toasts::here() };
    live(move || chosen.get().map_or_else(nothing, |sent| sheet.shown(&sent)))
}

impl SentDialog {
    fn shown(self, sent: &Sent) -> El {
        let (text, title) = (self.text, guest_names(self.text, sent));
        match self.step.get() {
            Step::Sharing => {
                let name = if let SentStatus::Single(_) = sent.standing { title } else { String::new() };
                let shared = Shared { id: sent.id.clone(), name, stay: sent.stay };
                self.site.with_untracked(|site| share_sheet(site, &shared, move || self.close()))
            }
            Step::AskingToWithdraw => {
                let (id, again) = (sent.id.clone(), sent.clone());
                let yes = main_button(text.confirm_withdraw(), move || {
                    let ask = self.site.with_untracked(|site| invitation::withdraw(&site.session.context, &id));
                    self.act(ask, text.withdrawn(), again.clone());
                });
                let no = quiet_button(text.let_it_stand(), move || self.step.set(Step::Looking));
                let detail = block("p", "invitations__hint").text(text.withdraw_detail());
                let who = facts("", [(text.visitor(), if sent.guests.is_empty() { String::new() } else { title })]);
                popup(text.withdraw_question(), all([who, self.told(sent), detail]), all([yes, no]))
            }
            Step::UnderWay => popup(text.one_moment(), self.told(sent), nothing()),
            Step::TooLate => {
                let note = block("p", "invitations__too-late").attr("role", "alert").text(text.cannot_be_withdrawn());
                popup(&title, all([note, self.told(sent)]), self.actions(sent))
            }
            Step::Looking => popup(&title, self.told(sent), self.actions(sent)),
        }
    }

    fn told(self, sent: &Sent) -> El {
        let text = self.text;
        let when = sent.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
        let state = block("p", "invitations__standing").child(standing(text, sent));
        let lost = matches!(sent.standing, SentStatus::Shared(Link { sms: Sms::Lost, .. }));
        let lost = if lost { block("p", "invitations__too-late").text(text.sms_lost()) } else { nothing() };
        let (phone, company, accepted) = match (&sent.standing, sent.guests.as_slice()) {
            (SentStatus::Single(_), [guest]) => (guest.phone.clone(), guest.company.clone(), nothing()),
            (SentStatus::Shared(_), [_, ..]) => {
                let rows = sent.guests.iter().map(|guest| accepted(text, guest));
                (String::new(), String::new(), cells(text.who_accepted(), rows))
            }
            _ => (String::new(), String::new(), nothing()),
        };
        let told = [(text.phone(), phone), (text.company(), company), (text.time(), when), (text.purpose(), sent.purpose.clone())];
        all([state, lost, facts("", told), accepted])
    }

    fn actions(self, sent: &Sent) -> El {
        let text = self.text;
        let flavor = self.site.with_untracked(|site| site.session.context.flavor);
        let mut buttons = Vec::new();
        if sent.may_be_shared() {
            buttons.push(main_button(text.share_link(), move || self.step.set(Step::Sharing)));
        }
        if sent.may_be_repeated() && Operation::Invite.is_offered(flavor) {
            let again = Route::Host(HostRoute::InviteAgain(sent.visit.clone()));
            buttons.push(main_link(text.invite_again(), &self.site.with_untracked(|site| site.href(&again))));
        }
        if sent.may_be_resent() && Operation::ResendSms.is_offered(flavor) {
            buttons.push(self.resend(sent.clone()));
        }
        if let SentStatus::Shared(link) = &sent.standing
            && Operation::ManageLinks.is_offered(flavor)
        {
            buttons.extend(self.switch(sent.clone(), link.state));
        }
        if sent.may_be_withdrawn() && Operation::WithdrawInvitation.is_offered(flavor) {
            buttons.push(quiet_button(text.withdraw(), move || self.step.set(Step::AskingToWithdraw)));
        }
        buttons.push(quiet_button(text.close(), move || self.close()));
        all(buttons)
    }

    fn resend(self, sent: Sent) -> El {
        let text = self.text;
        quiet_button(text.resend_sms(), move || self.act(share::resend(&sent.id), text.sms_resent(), sent.clone()))
    }

    fn switch(self, sent: Sent, state: ShareState) -> Option<El> {
        let text = self.text;
        let (label, status, done) = match state {
            ShareState::Open => (text.stop_link(), ShareStatus::Closed, text.link_stopped()),
            ShareState::Stopped => (text.reopen_link(), ShareStatus::Open, text.link_reopened()),
            ShareState::Over => return None,
        };
        Some(quiet_button(label, move || self.act(share::set(&sent.id, status), done, sent.clone())))
    }

    fn close(self) {
        self.step.set(Step::Looking);
        self.chosen.set(None);
    }

    /// Does something with the invitation, unless that is under way, and shows how the list stands then.
    fn act(self, ask: ApiCall<()>, done: &'static str, sent: Sent) {
        if self.step.get_untracked() == Step::UnderWay {
            return;
        }
        let was_withdrawing = self.step.get_untracked() == Step::AskingToWithdraw;
        self.step.set(Step::UnderWay);
        let site = self.site.get_untracked();
        self.life.get_untracked().spawn(async move {
            let answer = site.client.send(ask).await;
            if let (Err(ApiError::Refused { .. }), true, SentStatus::Single(_)) = (&answer, was_withdrawing, &sent.standing)
                && let Ok(Some(current)) = site.client.send(invitation::current(&site.session.context, &sent.visit)).await
            {
                return self.changed_meanwhile(current);
            }
            let words = answer.map_or_else(|error| self.text.failure(&error), |()| done.to_owned());
            self.toasts.iter().for_each(|toasts| toasts.show(words.clone()));
            self.close();
            self.reading.refresh();
        });
    }

    /// The row takes its new state where it is.
    fn changed_meanwhile(self, current: Sent) {
        self.reading.list.rows.update(|rows| {
            if let Some(row) = rows.items.iter_mut().find(|row| row.is_same(&current)) {
                row.clone_from(&current);
                rows.edition += 1;
            }
        });
        self.step.set(Step::TooLate);
        self.chosen.set(Some(current));
    }
}

fn accepted(text: Text, guest: &Invited) -> El {
    let what = digest(&guest.name, [guest.company.as_str(), guest.phone.as_str()]);
    block("div", "cell").child(what).child(badge(&text.invited_status(&guest.status), guest.status.tone()))
}
