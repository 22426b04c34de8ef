//! The page of a link that names a channel and a site of its own.

use crate::context::{TabSession, link_origin, use_session};
use crate::session::Channel;
use leptos::context::Provider;
use leptos::prelude::*;

/// Gives what a link leads to the calls and the site that the link names; the rest of the tab keeps its own. `only` is the
/// channel of links that exist in one channel alone.
#[component]
pub fn LinkPage(#[prop(optional)] only: Option<Channel>, children: Children) -> impl IntoView {
    let tab = use_session();
    let origin = only.map_or_else(link_origin, |channel| link_origin().in_channel(channel));
    let session = origin.session(&tab);
    view! {
        <Provider value=TabSession(tab)>
            <Provider value=session>{children()}</Provider>
        </Provider>
    }
}
