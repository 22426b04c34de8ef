//! Invitations that have been sent, all of one go: an address of their own, still there after a reload, and "back" does not lead
//! to the form again.

use super::batch_task::shared;
use super::share_dialog::{ShareDialog, Shared};
use crate::context::{use_href, use_navigation, use_session};
use crate::domain::id::InvitationId;
use crate::domain::invitation::batch::{Entry, InvitationBatch};
use crate::domain::invitation::stored::StoredBatch;
use crate::domain::visit::Tone;
use crate::form::DraftStore;
use crate::layout::HostScreen;
use crate::platform::storage::Storage;
use crate::route::{HostRoute, Route};
use crate::session::Session;
use crate::text::use_text;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, ButtonLink, Weight};
use crate::ui::cell::{Cells, Digest};
use crate::ui::empty::Empty;
use crate::ui::frame::{FrameButton, FrameLink};
use crate::ui::outcome::Outcome;
use leptos::prelude::*;

/// The go that was sent a moment ago, by its first invitation: a single one is shared at once, and not after a reload.
#[derive(Debug, Clone, Copy, Default)]
pub struct JustInvited(StoredValue<Option<InvitationId>>);

impl JustInvited {
    pub fn set(self, first: &InvitationId) {
        self.0.set_value(Some(first.clone()));
    }

    /// Whether it is that go; true only once.
    fn take(self, first: &InvitationId) -> bool {
        let is_it = self.0.with_value(|sent| sent.as_ref() == Some(first));
        self.0.set_value(None);
        is_it
    }
}

/// Keeps what was sent while the tab is open.
pub fn store_invited(session: &Session, first: &InvitationId, batch: &InvitationBatch) {
    store(session, first).write(Storage::Session, &StoredBatch::of(batch));
}

fn store(session: &Session, first: &InvitationId) -> DraftStore {
    DraftStore::of_route(session, &Route::Host(HostRoute::Invited(first.clone())))
}

/// What was sent. Another tab knows nothing of it, and leads to the list.
#[component]
pub fn InvitedPage(first: InvitationId) -> impl IntoView {
    let (text, session) = (use_text(), use_session());
    let list = use_href(&Route::Host(HostRoute::Invitations));
    let links = view! { <FrameLink label=text.invitations() href=list.clone()/> }.into_any();
    let batch = store(&session, &first).read::<StoredBatch>(Storage::Session).and_then(StoredBatch::read);
    let batch = batch.filter(|batch| session.is_known() && batch.is_all_sent());
    let is_stored = batch.is_some();
    let is_just_sent = expect_context::<JustInvited>().take(&first);
    let content = move || match batch {
        Some(batch) => view! { <Invited batch=batch is_just_sent=is_just_sent list=list/> }.into_any(),
        None => {
            let next = Some((text.see_invitations(), list));
            view! { <Empty title=text.not_found_title() detail=text.not_found_detail() next=next/> }.into_any()
        }
    };
    view! {
        <HostScreen route=HostRoute::Invited(first) title=text.invite() links=links leads_to_outcome=is_stored>
            {content()}
        </HostScreen>
    }
}

#[component]
fn Invited(batch: InvitationBatch, is_just_sent: bool, list: String) -> impl IntoView {
    let (text, navigation) = (use_text(), use_navigation());
    let single = if let [entry] = batch.entries.as_slice() { shared(entry) } else { None };
    let sharing = RwSignal::new(single.clone().filter(|_| is_just_sent));
    let heading = text.sent_of(batch.count_sent(), batch.entries.len());
    let rows: Vec<AnyView> = batch.entries.into_iter().map(|entry| view! { <SentEntry entry=entry sharing=sharing/> }.into_any()).collect();
    let see_list = move |weight: Weight| view! { <ButtonLink label=text.see_invitations() weight=weight href=list/> }.into_any();
    let (first_action, last_action) = match single {
        Some(single) => {
            let share = move || sharing.set(Some(single.clone()));
            (view! { <Button label=text.share_link() weight=Weight::Main on_click=share/> }.into_any(), Some(see_list(Weight::Quiet)))
        }
        None => (see_list(Weight::Main), None),
    };
    view! {
        <Outcome tone=Tone::Good title=text.invited_title() detail=text.invited_detail() is_page=true>
            {first_action}
            <Button label=text.invite_others() on_click=move || navigation.open(Route::Host(HostRoute::Invite))/>
            {last_action}
        </Outcome>
        <Cells heading=heading>{rows}</Cells>
        {move || sharing.get().map(|shared| view! { <ShareDialog shared=shared on_close=move || sharing.set(None)/> })}
    }
}

/// One invitation, with the way to its link.
#[component]
fn SentEntry(entry: Entry, sharing: RwSignal<Option<Shared>>) -> impl IntoView {
    let text = use_text();
    let shared = shared(&entry);
    view! {
        <div class="cell" role="listitem">
            <Digest title=entry.invitation.name lines=vec![entry.invitation.phone.as_str().to_owned()]/>
            <div class="invitations__entry">
                <Badge label=text.entry_sent() tone=Tone::Good/>
                <FrameButton label=text.share_link() on_click=move || sharing.set(shared.clone())/>
            </div>
        </div>
    }
}
