//! One invitation that was sent, and what may be done with it.

mod actions;

use super::sent_row::{SentBadge, guest_names};
use super::share_dialog::{ShareDialog, Shared};
use crate::api::call::ApiCall;
use crate::api::invitation;
use crate::api::transport::Client;
use crate::context::{use_client, use_session};
use crate::domain::invitation::sent::{Invited, Link, Sent, SentStatus, Sms};
use crate::domain::paging::Row;
use crate::platform::clock;
use crate::resource::Scope;
use crate::resource::list::ListResource;
use crate::session::Session;
use crate::text::{Text, use_text};
use crate::ui::badge::Badge;
use crate::ui::cell::{Cells, Digest, Facts};
use crate::ui::confirm::{ConfirmDialog, ConfirmWords, Confirmation};
use crate::ui::popup::Popup;
use crate::ui::toast::{Toasts, use_toasts};
use actions::Actions;
use leptos::prelude::*;

/// What the dialog shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Overview,
    Sharing,
    Working,
}

/// The dialog of the invitation that was chosen from the list.
#[component]
pub fn SentDialog(list: ListResource<Sent>, chosen: RwSignal<Option<Sent>>, sent: Sent) -> impl IntoView {
    let text = use_text();
    let task = SentTask {
        list,
        chosen,
        sent: RwSignal::new(sent),
        step: RwSignal::new(Step::Overview),
        alert: RwSignal::new(String::new()),
        withdrawing: RwSignal::new(Confirmation::Closed),
        api: StoredValue::new((use_client(), use_session())),
        scope: StoredValue::new(Scope::here()),
        text,
        toasts: use_toasts(),
    };
    view! {
        {move || (task.withdrawing.get() == Confirmation::Closed).then(|| current_step(task))}
        <WithdrawDialog task=task/>
    }
}

fn current_step(task: SentTask) -> AnyView {
    let (text, sent) = (task.text, task.sent.get());
    let title = guest_names(text, &sent);
    match task.step.get() {
        Step::Sharing => {
            let name = if let SentStatus::Single(_) = sent.status { title } else { String::new() };
            let shared = Shared { id: sent.id, name, stay: sent.stay };
            view! { <ShareDialog shared=shared on_close=move || task.close()/> }.into_any()
        }
        Step::Working => view! { <Popup title=text.one_moment() actions=().into_any()><SentFacts sent=sent/></Popup> }.into_any(),
        Step::Overview => {
            let actions = view! { <Actions task=task sent=sent.clone()/> }.into_any();
            let alert = task.alert.get();
            let alert = (!alert.is_empty()).then(|| view! { <p class="invitations__too-late" role="alert">{alert}</p> });
            view! { <Popup title=title actions=actions on_close=move || task.close()>{alert}<SentFacts sent=sent/></Popup> }.into_any()
        }
    }
}

/// Asks before it withdraws.
#[component]
fn WithdrawDialog(task: SentTask) -> impl IntoView {
    let text = task.text;
    let words = ConfirmWords {
        question: text.withdraw_question().to_owned(),
        working: text.one_moment().to_owned(),
        confirm: text.confirm_withdraw().to_owned(),
        keep: text.let_it_stand().to_owned(),
    };
    view! {
        <ConfirmDialog step=task.withdrawing words=words on_confirm=move || task.withdraw()>
            {
                let sent = task.sent.get_untracked();
                let who = if sent.guests.is_empty() { String::new() } else { guest_names(text, &sent) };
                view! {
                    <Facts facts=vec![(text.visitor(), who)]/>
                    <SentFacts sent=sent/>
                }
            }
            <p class="invitations__hint">{text.withdraw_detail()}</p>
        </ConfirmDialog>
    }
}

#[component]
fn SentFacts(sent: Sent) -> impl IntoView {
    let text = use_text();
    let when = sent.stay.map(|stay| text.stay(&stay, clock::now())).unwrap_or_default();
    let is_sms_lost = matches!(sent.status, SentStatus::Shared(Link { sms: Sms::Lost, .. }));
    let (phone, company) = match (&sent.status, sent.guests.as_slice()) {
        (SentStatus::Single(_), [guest]) => (guest.phone.clone(), guest.company.clone()),
        _ => (String::new(), String::new()),
    };
    let accepted: Vec<AnyView> = match &sent.status {
        SentStatus::Single(_) => Vec::new(),
        SentStatus::Shared(_) => sent.guests.into_iter().map(|guest| view! { <AcceptedBy guest=guest/> }.into_any()).collect(),
    };
    let facts = vec![(text.phone(), phone), (text.company(), company), (text.time(), when), (text.purpose(), sent.purpose)];
    view! {
        <p class="invitations__status"><SentBadge status=sent.status/></p>
        {is_sms_lost.then(|| view! { <p class="invitations__too-late">{text.sms_lost()}</p> }.into_any())}
        <Facts facts=facts/>
        {(!accepted.is_empty()).then(|| view! { <Cells heading=text.who_accepted()>{accepted}</Cells> })}
    }
}

#[component]
fn AcceptedBy(guest: Invited) -> impl IntoView {
    let label = use_text().invited_status(&guest.status);
    view! {
        <div class="cell">
            <Digest title=guest.name lines=vec![guest.company, guest.phone]/>
            <Badge label=label tone=guest.status.tone()/>
        </div>
    }
}

/// What is done with the invitation.
#[derive(Clone, Copy)]
struct SentTask {
    list: ListResource<Sent>,
    chosen: RwSignal<Option<Sent>>,
    sent: RwSignal<Sent>,
    step: RwSignal<Step>,
    /// Why the last attempt to do something failed; it stays until the next one.
    alert: RwSignal<String>,
    withdrawing: RwSignal<Confirmation>,
    api: StoredValue<(Client, Session)>,
    scope: StoredValue<Scope>,
    text: Text,
    toasts: Toasts,
}

impl SentTask {
    fn close(self) {
        self.chosen.set(None);
    }

    /// Does something with the invitation, unless that is under way, and shows how the list stands then.
    fn run(self, call: ApiCall<()>, done: &'static str) {
        if self.step.get_untracked() == Step::Working {
            return;
        }
        self.alert.set(String::new());
        self.step.set(Step::Working);
        let (client, _) = self.api.get_value();
        self.scope.get_value().spawn(async move {
            match client.send(call).await {
                Ok(()) => self.finish(done),
                Err(error) => {
                    self.list.refresh();
                    self.fail(self.text.failure(&error));
                }
            }
        });
    }

    /// Withdraws. Where that fails, the invitation is fetched: it may have been withdrawn or accepted meanwhile.
    fn withdraw(self) {
        let (client, session) = self.api.get_value();
        let sent = self.sent.get_untracked();
        self.alert.set(String::new());
        self.scope.get_value().spawn(async move {
            let Err(error) = client.send(invitation::withdraw(&session.context, &sent.id)).await else {
                return self.finish(self.text.withdrawn());
            };
            let reason = self.text.failure(&error);
            // A shared link has no call that tells how it stands.
            let current = match &sent.status {
                SentStatus::Single(_) => client.send(invitation::current(&session.context, &sent.visit)).await.ok().flatten(),
                SentStatus::Shared(_) => None,
            };
            match current {
                Some(current) if current.was_withdrawn() => self.finish(self.text.withdrawn()),
                Some(current) => {
                    let words = if current.was_accepted() { self.text.cannot_be_withdrawn().to_owned() } else { reason };
                    self.show_change(current);
                    self.fail(words);
                }
                None => {
                    self.list.refresh();
                    self.fail(reason);
                }
            }
        });
    }

    fn finish(self, done: &str) {
        self.toasts.show(done.to_owned());
        self.close();
        self.list.refresh();
    }

    /// The dialog says why something failed.
    fn fail(self, words: String) {
        self.alert.set(words);
        self.step.set(Step::Overview);
        self.withdrawing.set(Confirmation::Closed);
    }

    /// The row takes its new state where it is, and the dialog shows it.
    fn show_change(self, current: Sent) {
        self.list.list.rows.update(|rows| {
            if let Some(row) = rows.items.iter_mut().find(|row| row.is_same(&current)) {
                row.clone_from(&current);
            }
        });
        self.sent.set(current);
    }
}
