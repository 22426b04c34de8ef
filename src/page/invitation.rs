//! An invitation, for whoever opened its link: what it is about first, then the questions, and how it stands.

mod answering;
mod errand;
mod looking;
mod open;
mod portrait;
mod standing;

use super::{Site, language_switch};
use crate::api::commitment;
use crate::api::error::ApiError;
use crate::domain::booking::sending::Sending;
use crate::domain::commitment::Letter;
use crate::domain::invitation::{Invitation, InvitationLink, InvitationStatus};
use crate::domain::time::SiteTime;
use crate::old_ui::cell::facts;
use crate::old_ui::element::El;
use crate::old_ui::frame::frame;
use crate::platform::clock;
use crate::platform::storage::Storage;
use crate::platform::webview;
use crate::remote::{Resource, four_faces, load};
use crate::route::Route;
use crate::sheet::drafts::Drafts;
use crate::text::Text;
use leptos::prelude::*;
use looking::look;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct InvitationContext {
    site: RwSignal<Site>,
    link: RwSignal<InvitationLink>,
    drafts: RwSignal<Drafts>,
    seen: Resource<Invitation>,
    notice: Resource<Result<Option<Letter>, ApiError>>,
    /// Whether the guest is at the questions.
    is_answering: RwSignal<bool>,
    sending: RwSignal<Sending>,
    text: Text,
}

pub fn invitation_page(site: Site, link: InvitationLink) -> El {
    let text = Text::here();
    let seen = load({
        let (site, link) = (site.clone(), link.clone());
        move || look(site.clone(), link.clone())
    })
    .refresh_on_return();
    let drafts = Drafts::about(&site.session, &Route::Invitation(InvitationLink { scene: None, ..link.clone() }));
    let door = InvitationContext {
        notice: site.try_load(|_| commitment::park_notice()),
        site: RwSignal::new(site),
        link: RwSignal::new(link),
        seen,
        // Who had begun to answer goes on there.
        is_answering: RwSignal::new(drafts.mode().is_some()),
        drafts: RwSignal::new(drafts),
        sending: RwSignal::new(Sending::Editing),
        text,
    };
    let ready = move |invitation: Invitation| {
        if invitation.status == InvitationStatus::Open { open::open(door, invitation) } else { standing::standing(door, &invitation) }
    };
    frame(text.invitation(), [language_switch()], four_faces(move || seen.get(), move || seen.reload(), ready))
}

fn when(text: Text, invitation: &Invitation, now: SiteTime) -> String {
    invitation.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default()
}

/// What it is about.
fn about(text: Text, invitation: &Invitation, is_mine: bool) -> El {
    facts(
        "",
        [
            (text.host(), invitation.host.clone()),
            (text.department(), invitation.department.clone()),
            (text.host_company(), invitation.company.clone()),
            (text.contact(), invitation.shown_phone(is_mine)),
            (text.time(), when(text, invitation, clock::now_shown())),
            (text.purpose(), invitation.purpose.clone()),
            (text.invited(), invitation.guest.clone()),
        ],
    )
}

impl InvitationContext {
    /// Goes from the preview to the questions, or back.
    fn turn(self, is_answering: bool) {
        self.is_answering.set(is_answering);
        webview::to_top();
    }

    /// Whether the invitation was accepted here: on this phone, or by whom the mini-program knows.
    fn is_mine(self, invitation: &Invitation) -> bool {
        let in_own_list = self.site.with_untracked(|site| site.session.context.in_mini_program()) && invitation.visit.is_some();
        in_own_list || Storage::Local.read(&self.link.with_untracked(mark)).is_some()
    }
}

/// Under which name a phone remembers that it has accepted an invitation.
fn mark(link: &InvitationLink) -> String {
    "accepted:".to_owned() + link.id.as_str()
}
