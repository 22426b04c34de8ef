//! The page that writes an invitation: a fresh one, or one like an earlier visit.

use super::form_view::WriteInvitation;
use super::offering::Offering;
use crate::api::channel::Operation;
use crate::api::error::ApiError;
use crate::api::host_visit;
use crate::context::{use_href, use_session};
use crate::domain::invitation::draft::{Draft, Offer};
use crate::domain::visit::{HostVisitId, Visit};
use crate::layout::HostScreen;
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, RemoteSignal, Resource, use_optional_api};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use leptos::prelude::*;

/// A fresh invitation.
#[component]
pub fn InvitePage() -> impl IntoView {
    let title = use_text().invite();
    view! { <WritePage route=HostRoute::Invite title=title model=None/> }
}

/// An invitation like an earlier one, or like a visit.
#[component]
pub fn InviteAgainPage(visit: HostVisitId) -> impl IntoView {
    let model = use_session().is_known().then(|| {
        let id = visit.clone();
        use_optional_api(move |context| host_visit::detail(context, &id))
    });
    let title = use_text().invite_again();
    view! { <WritePage route=HostRoute::InviteAgain(visit) title=title model=model/> }
}

/// The visit that an invitation is to be like.
type Model = Resource<Result<Option<Visit>, ApiError>>;

#[component]
fn WritePage(route: HostRoute, title: &'static str, model: Option<Model>) -> impl IntoView {
    let text = use_text();
    let list = use_href(&Route::Host(HostRoute::Invitations));
    let links = view! { <FrameLink label=text.invitations() href=list.clone()/> }.into_any();
    let own_route = route.clone();
    view! {
        <HostScreen route=route title=title links=links>
            {if Operation::Invite.is_offered(use_session().context.flavor) {
                view! { <Write route=own_route model=model/> }.into_any()
            } else {
                let next = Some((text.see_invitations(), list));
                view! { <Empty title=text.not_invitable_title() detail=text.not_invitable_detail() next=next/> }.into_any()
            }}
        </HostScreen>
    }
}

#[component]
fn Write(route: HostRoute, model: Option<Model>) -> impl IntoView {
    let offering = Offering::load();
    let value = move || match model {
        None => offering.get().map(|offer| (offer, None)),
        // Without the earlier one the form starts empty.
        Some(model) => offering.get().and(model.get()).map(|(offer, model)| (offer, model.ok().flatten())),
    };
    let ready = move |loaded: DynSignal<(Offer, Option<Visit>)>| {
        let (offer, model) = loaded.get_untracked();
        let fresh = model.map_or_else(|| Draft::new(&offer), |model| Draft::like(&model, &offer, clock::now()));
        view! { <WriteInvitation route=Route::Host(route.clone()) offer=offer fresh=fresh/> }
    };
    view! { <AsyncView value=RemoteSignal::derive(value) on_retry=move || offering.refetch_failed() children=ready/> }
}
