//! The employee's screens of access control: the visitors to register, and the members.

mod members;
mod visitors;

use crate::access::use_access;
use crate::context::use_href;
use crate::layout::HostScreen;
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::tabs::{TabLink, Tabs};
use leptos::prelude::*;
use members::Members;
use visitors::Visitors;

/// The approved visitors who are still to come, and whether they are registered.
#[component]
pub fn AccessVisitorsPage() -> impl IntoView {
    view! { <AccessScreen route=HostRoute::Access><Visitors/></AccessScreen> }
}

/// The members of access control.
#[component]
pub fn AccessMembersPage() -> impl IntoView {
    view! { <AccessScreen route=HostRoute::Members><Members/></AccessScreen> }
}

/// The screen around either list; its children are built only where the site manages access control.
#[component]
fn AccessScreen(route: HostRoute, children: Children) -> impl IntoView {
    let text = use_text();
    let today = use_href(&Route::Host(HostRoute::Today));
    let links = view! { <FrameLink label=text.today() href=today.clone()/> }.into_any();
    let is_visitors = route == HostRoute::Access;
    let content = move || match use_access() {
        Some(_) => view! {
            <Tabs label=text.which_access_pages()>
                <TabLink label=text.access_visitors() href=use_href(&Route::Host(HostRoute::Access)) is_current=is_visitors/>
                <TabLink label=text.access_members() href=use_href(&Route::Host(HostRoute::Members)) is_current=!is_visitors/>
            </Tabs>
            {children()}
        }
        .into_any(),
        None => {
            view! { <Empty title=text.access_off_title() detail=text.access_off_detail() next=Some((text.today(), today))/> }.into_any()
        }
    };
    view! { <HostScreen route=route title=text.access_control() links=links>{content()}</HostScreen> }
}
