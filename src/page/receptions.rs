//! The visits that I receive: who comes and who is here, who of them is here, and who was.

pub mod state;

use crate::api::host_visit::{HostVisitQuery, rows};
use crate::api::visit::Sort;
use crate::context::use_href;
use crate::domain::visit::HostVisitId;
use crate::layout::{BackButton, HostScreen, SideBySide};
use crate::resource::list::{ListSearch, ListView, ListWords, use_list};
use crate::route::{HostRoute, Route};
use crate::text::{Text, use_text};
use crate::ui::empty::Empty;
use crate::ui::tabs::{TabLink, Tabs};
use crate::visit::{HostVisitRow, current_row, use_host_visit_changes, visits_of};
use leptos::prelude::*;
use state::{ReceptionsState, Tab};

/// One of the lists.
#[component]
pub fn ReceptionsPage(
    tab: Tab,
    /// Draws a visit beside the list on a wide screen.
    #[prop(into)]
    detail: Callback<HostVisitId, AnyView>,
) -> impl IntoView {
    let text = use_text();
    let list = expect_context::<ReceptionsState>().list(tab);
    view! {
        <HostScreen route=HostRoute::Receptions title=text.receptions() links=view! { <BackButton/> }.into_any() wide=true>
            <SideBySide list=tab.address() visits=move || visits_of(list) detail=detail>
                <ReceptionList tab=tab/>
            </SideBySide>
        </HostScreen>
    }
}

#[component]
fn ReceptionList(tab: Tab) -> impl IntoView {
    let text = use_text();
    let list = expect_context::<ReceptionsState>().list(tab);
    let visits = use_list(list, move |context, wanted| {
        let sort = if tab == Tab::Received { Sort::LatestFirst } else { Sort::EarliestFirst };
        rows(context, tab.part(), HostVisitQuery { visitor: &list.query.get_untracked(), start: None, sort }, wanted)
    });
    use_host_visit_changes().refresh(visits);
    let empty = Callback::new(move |()| {
        let (title, detail) = match tab {
            Tab::Expected => (text.nobody_to_receive_title(), text.nobody_comes_detail()),
            Tab::OnSite => (text.nobody_on_site_title(), text.nobody_on_site_detail()),
            Tab::Received if list.query.with_untracked(String::is_empty) => (text.nobody_received_title(), text.nobody_received_detail()),
            Tab::Received => (text.no_visit_found_title(), text.nobody_found_detail()),
        };
        view! { <Empty title=title detail=detail/> }.into_any()
    });
    let words = ListWords { count: Text::visitor_count, empty };
    let link = move |label: &'static str, route, of| {
        view! { <TabLink label=label href=use_href(&Route::Host(route)) is_current=of == tab/> }.into_any()
    };
    let search = (tab == Tab::Received).then(|| view! { <ListSearch list=visits label=text.search_by_visitor()/> });
    view! {
        <ListView list=visits words=words current=current_row(list) row=|visit| view! { <HostVisitRow visit=visit/> }.into_any()>
            <Tabs label=text.which_receptions()>
                {link(text.to_receive(), HostRoute::Receptions, Tab::Expected)}
                {link(text.on_site(), HostRoute::OnSite, Tab::OnSite)}
                {link(text.received(), HostRoute::Received, Tab::Received)}
            </Tabs>
            {search}
        </ListView>
    }
}
