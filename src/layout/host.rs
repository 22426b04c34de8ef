//! An employee's screen.

use super::{LanguageSwitch, RemoveData, SignInRequired};
use crate::context::{use_navigation, use_session};
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::frame::Frame;
use crate::ui::tab_bar::{TabBar, TabBarLink, TabSign};
use leptos::prelude::*;

/// A screen of the employee's. Those that lie side by side have the bar that leads from one to the other, and on a wide
/// screen all have it; who is not known is told how to get in, and the children are not built.
#[component]
pub fn HostScreen(
    /// Which screen it is.
    route: HostRoute,
    #[prop(into)] title: String,
    /// `FrameLink`s and `FrameButton`s beside the title.
    #[prop(optional)]
    links: Option<AnyView>,
    /// Whether the screen uses the whole width of a computer's window.
    #[prop(optional)]
    wide: bool,
    /// Whether the heading of the page is its outcome's title.
    #[prop(optional)]
    leads_to_outcome: bool,
    children: Children,
) -> impl IntoView {
    let text = use_text();
    if !use_session().is_known() {
        let content = view! { <SignInRequired title=text.host_needs_identity_title() is_for_staff=true/> <RemoveData/> };
        return view! { <Frame title=title links=view! { <LanguageSwitch/> }.into_any()>{content}</Frame> }.into_any();
    }
    let links = view! { {links} <LanguageSwitch/> }.into_any();
    view! {
        <Frame title=title links=links wide=wide leads_to_outcome=leads_to_outcome bar=Some(tabs(&route))>
            {children()}
        </Frame>
    }
    .into_any()
}

fn tabs(current: &HostRoute) -> AnyView {
    let (text, navigation) = (use_text(), use_navigation());
    let screens = [
        (TabSign::Day, text.today(), HostRoute::Today),
        (TabSign::Tick, text.approvals(), HostRoute::Approvals),
        (TabSign::People, text.receptions(), HostRoute::Receptions),
        (TabSign::Letter, text.invitations(), HostRoute::Invitations),
    ];
    let is_deeper = screens.iter().all(|(_, _, route)| route != current);
    let links: Vec<AnyView> = screens
        .into_iter()
        .map(|(sign, label, route)| {
            let is_current = route == *current;
            let href = navigation.href(&Route::Host(route));
            view! { <TabBarLink sign=sign label=label href=href is_current=is_current/> }.into_any()
        })
        .collect();
    view! { <TabBar label=text.host_screens() only_wide=is_deeper>{links}</TabBar> }.into_any()
}
