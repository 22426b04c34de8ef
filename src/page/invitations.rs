//! Invitations: those that were sent, by how they stand, and the form that sends others.

mod batch_task;
mod batch_view;
mod form_view;
mod invitation_form;
mod invited;
mod offering;
mod sent_dialog;
mod sent_row;
mod share_dialog;
pub mod state;
mod write;

pub use invited::{InvitedPage, InvitedPageProps, JustInvited};
pub use write::{InviteAgainPage, InvitePage};

use crate::api::channel::Operation;
use crate::api::invitation::{self, List};
use crate::context::{use_href, use_session};
use crate::domain::invitation::sent::Sent;
use crate::layout::HostScreen;
use crate::reactive::DynSignal;
use crate::resource::list::{ListView, ListWords, use_list};
use crate::route::{HostRoute, Route};
use crate::text::{Text, use_text};
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::segments::Segments;
use leptos::prelude::*;
use sent_dialog::SentDialog;
use sent_row::SentRow;
use state::InvitationsState;

/// The invitations that the employee sent.
#[component]
pub fn InvitationsPage() -> impl IntoView {
    let text = use_text();
    let can_invite = Operation::Invite.is_offered(use_session().context.flavor);
    let invite = use_href(&Route::Host(HostRoute::Invite));
    let links = can_invite.then(|| view! { <FrameLink label=text.invite() href=invite/> }).into_any();
    view! {
        <HostScreen route=HostRoute::Invitations title=text.invitations() links=links>
            <Lists/>
        </HostScreen>
    }
}

/// The lists that the channel has, one of them shown.
#[component]
fn Lists() -> impl IntoView {
    let (text, context) = (use_text(), use_session().context);
    let offered = List::offered(context.flavor);
    let names = offered.iter().map(|list| list_name(text, *list, context.in_mini_program()).to_owned()).collect();
    let chosen = expect_context::<InvitationsState>().chosen;
    view! {
        <div class="invitations__lists">
            <Segments
                id="which-invitations"
                label=text.which_invitations()
                options=names
                chosen=DynSignal::memo(move || Some(chosen.get()))
                on_choose=move |place| chosen.set(place)
            />
        </div>
        {move || offered.get(chosen.get()).map(|list| view! { <SentList list=*list/> })}
    }
}

fn list_name(text: Text, list: List, has_links: bool) -> &'static str {
    match list {
        List::Open if has_links => text.list_links(),
        List::Overdue if has_links => text.list_links_over(),
        List::Open => text.list_open(),
        List::Accepted => text.list_accepted(),
        List::Overdue => text.list_overdue(),
        List::Withdrawn => text.list_withdrawn(),
    }
}

/// One list. A tap on a row opens what may be done with its invitation.
#[component]
fn SentList(list: List) -> impl IntoView {
    let text = use_text();
    let sent_list =
        use_list(expect_context::<InvitationsState>().list(list), move |context, wanted| invitation::rows(context, list, wanted));
    let chosen = RwSignal::new(None::<Sent>);
    let invite = use_href(&Route::Host(HostRoute::Invite));
    let empty = Callback::new(move |()| {
        let next = Some((text.invite(), invite.clone()));
        view! { <Empty title=text.no_invitations_title() detail=text.no_invitations_detail() next=next/> }.into_any()
    });
    let row = move |sent: Sent| {
        let opened = sent.clone();
        view! { <SentRow sent=sent on_click=move || chosen.set(Some(opened.clone()))/> }.into_any()
    };
    view! {
        <div class="invitations__rows">
            <ListView list=sent_list words=ListWords { count: Text::invitation_count, empty } row=row/>
        </div>
        {move || chosen.get().map(|sent| view! { <SentDialog list=sent_list chosen=chosen sent=sent/> })}
    }
}
