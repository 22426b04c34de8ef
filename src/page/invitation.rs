//! An invitation, for the person who opened its link: what it is about first, then the form, and what became of it.

mod accept;
mod accept_form;
mod decline;
mod fetch;
mod open;
mod portrait;
mod status;

use crate::api::commitment;
use crate::api::error::ApiError;
use crate::context::{link_origin, use_client, use_session};
use crate::domain::commitment::Letter;
use crate::domain::delivery::SubmitState;
use crate::domain::invitation::{Invitation, InvitationLink, InvitationStatus};
use crate::domain::time::SiteTime;
use crate::form::DraftStore;
use crate::layout::VisitorScreen;
use crate::link::LinkOrigin;
use crate::platform::clock;
use crate::platform::webview;
use crate::reactive::{DynSignal, memo};
use crate::resource::{AsyncView, Resource, use_optional_api};
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::ui::cell::Facts;
use crate::visit::accepted_origin;
use decline::DeclineNote;
use fetch::fetch;
use leptos::prelude::*;
use open::OpenInvitation;
use status::AnsweredInvitation;

/// What the parts of the page share, from context.
#[derive(Clone, Copy)]
struct InvitationContext {
    link: StoredValue<InvitationLink>,
    /// Where the link belongs.
    origin: StoredValue<LinkOrigin>,
    resource: Resource<Invitation>,
    notice: Resource<Result<Option<Letter>, ApiError>>,
    drafts: StoredValue<DraftStore>,
    /// Whether the form is shown instead of what the invitation is about.
    is_answering: RwSignal<bool>,
    submit_state: RwSignal<SubmitState>,
    /// Why the last attempt to decline failed.
    decline_failure: RwSignal<Option<ApiError>>,
}

/// The invitation behind a link.
#[component]
pub fn InvitationPage(link: InvitationLink) -> impl IntoView {
    let (client, session) = (use_client(), use_session());
    let drafts = DraftStore::of_route(&session, &Route::Invitation(InvitationLink { scene: None, ..link.clone() }));
    let context = InvitationContext {
        link: StoredValue::new(link.clone()),
        origin: StoredValue::new(link_origin()),
        resource: Resource::new(move || fetch(client.clone(), session.clone(), link.clone())).refresh_on_return(),
        notice: use_optional_api(|_| commitment::park_notice()),
        // Somebody who had begun to answer goes on there.
        is_answering: RwSignal::new(drafts.form_mode().is_some()),
        drafts: StoredValue::new(drafts),
        submit_state: RwSignal::new(SubmitState::Editing),
        decline_failure: RwSignal::new(None),
    };
    provide_context(context);
    let ready = |invitation: DynSignal<Invitation>| {
        let is_open = memo(move || invitation.with(|invitation| invitation.status == InvitationStatus::Open));
        let shown = move || {
            if is_open.get() {
                view! { <OpenInvitation invitation=invitation/> }.into_any()
            } else {
                view! { <AnsweredInvitation invitation=invitation/> }.into_any()
            }
        };
        view! { {move || shown()} }
    };
    view! {
        <VisitorScreen title=use_text().invitation()>
            <DeclineNote/>
            <AsyncView value=context.resource.signal() on_retry=move || context.resource.refetch() children=ready/>
        </VisitorScreen>
    }
}

/// What an invitation is about. The host's number is masked unless the guest has accepted.
#[component]
fn InvitationFacts(invitation: DynSignal<Invitation>, is_mine: bool) -> impl IntoView {
    let text = use_text();
    let facts = move |invitation: &Invitation| {
        vec![
            (text.host(), invitation.host.clone()),
            (text.department(), invitation.department.clone()),
            (text.host_company(), invitation.company.clone()),
            (text.contact(), invitation.shown_phone(is_mine)),
            (text.time(), stay(text, invitation, clock::now_shown())),
            (text.purpose(), invitation.purpose.clone()),
            (text.invited(), invitation.guest.clone()),
        ]
    };
    view! { {move || view! { <Facts facts=invitation.with(facts)/> }} }
}

/// From when to when an invitation is for, in words; empty where it does not say.
fn stay(text: Text, invitation: &Invitation, now: SiteTime) -> String {
    invitation.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default()
}

impl InvitationContext {
    /// The context of the page around the component that asks.
    fn here() -> Self {
        expect_context()
    }

    /// Shows the form, or again what the invitation is about.
    fn show_form(self, is_answering: bool) {
        self.is_answering.set(is_answering);
        webview::to_top();
    }
}

/// Whether an invitation was accepted here: on this phone, or by the mini-program's visitor.
fn is_mine(link: &InvitationLink, invitation: &Invitation) -> bool {
    let in_own_list = use_session().context.in_mini_program() && invitation.visit.is_some();
    in_own_list || accepted_origin(&link.id).is_some()
}
