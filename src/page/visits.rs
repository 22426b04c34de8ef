//! My visits: what is booked and how it stands, and what is over.

pub mod lists;

use crate::api::channel::Operation;
use crate::api::visit;
use crate::context::{use_href, use_session};
use crate::domain::visit::Visit;
use crate::domain::visit::twins::later_twin;
use crate::layout::{RemoveData, SignInRequired, VisitorScreen};
use crate::platform::clock;
use crate::reactive::{DynSignal, memo};
use crate::resource::list::{List, ListSearch, ListView, ListWords, use_list};
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::ui::badge::Badge;
use crate::ui::cell::{Cells, Digest, LinkCell};
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::tabs::{TabLink, Tabs};
use leptos::prelude::*;
use lists::{Tab, VisitLists};

/// The visitor's visits: those to come, or those that are over.
#[component]
pub fn VisitsPage(tab: Tab) -> impl IntoView {
    let (text, session) = (use_text(), use_session());
    let flavor = session.context.flavor;
    let book = use_href(&Route::Book);
    let can_book = Operation::BookVisit.is_offered(flavor);
    let links = can_book.then(|| view! { <FrameLink label=text.book_a_visit() href=book.clone()/> }).into_any();
    let start = can_book.then_some((text.back_to_start(), book));
    let content = if !Operation::ListMyVisits.is_offered(flavor) {
        view! { <Empty title=text.no_list_here_title() detail=text.no_list_here_detail() next=start/> <RemoveData/> }.into_any()
    } else if session.is_known() {
        view! { <VisitList tab=tab/> }.into_any()
    } else {
        view! { <SignInRequired title=text.list_needs_identity_title() next=start/> <RemoveData/> }.into_any()
    };
    view! { <VisitorScreen title=text.my_visits() links=links>{content}</VisitorScreen> }
}

#[component]
fn VisitList(tab: Tab) -> impl IntoView {
    let text = use_text();
    let list = expect_context::<VisitLists>().of(tab);
    let visits = use_list(list, move |context, wanted| visit::rows(context, &tab.part(list.query.get_untracked()), wanted));
    let book = use_href(&Route::Book);
    let empty = Callback::new(move |()| {
        let (title, detail) = match tab {
            Tab::Upcoming => (text.no_visits_title(), text.no_visits_detail()),
            Tab::History if list.query.with_untracked(String::is_empty) => (text.no_history_title(), text.no_history_detail()),
            Tab::History => (text.no_visit_found_title(), text.no_visit_found_detail()),
        };
        view! { <Empty title=title detail=detail next=Some((text.book_a_visit(), book.clone()))/> }.into_any()
    });
    let words = ListWords { count: Text::visit_count, empty };
    let is_settled = memo(move || visits.is_settled());
    let search = (tab == Tab::History).then(|| view! { <ListSearch list=visits label=text.search_by_host()/> });
    view! {
        <ListView list=visits words=words row=|visit| view! { <VisitRow visit=visit/> }.into_any()>
            <Tabs label=text.which_visits()>
                <TabLink label=text.upcoming() href=use_href(&Route::Visits) is_current=tab == Tab::Upcoming/>
                <TabLink label=text.history() href=use_href(&Route::History) is_current=tab == Tab::History/>
            </Tabs>
            {search}
            {(tab == Tab::Upcoming).then(|| view! { <TwinNote list=list/> })}
        </ListView>
        {move || is_settled.get().then(|| view! { <RemoveData/> })}
    }
}

/// Says that one visit may have been booked twice, and leads to where the second one is cancelled.
#[component]
fn TwinNote(list: List<Visit>) -> impl IntoView {
    let text = use_text();
    let twin = DynSignal::memo(move || list.rows.with(|rows| later_twin(&rows.items).map(Visit::visit_ref)));
    let shown = move || {
        twin.get().map(|twin| {
            view! {
                <Cells>
                    <LinkCell href=use_href(&Route::Visit(twin))>
                        <Digest title=text.booked_twice_title() lines=vec![text.booked_twice_detail().to_owned()]/>
                    </LinkCell>
                </Cells>
            }
            .into_any()
        })
    };
    view! { {move || shown()} }
}

#[component]
fn VisitRow(visit: Visit) -> impl IntoView {
    let text = use_text();
    let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, clock::now()));
    let lines = vec![when, text.purpose_line(&visit.host_department, &visit.purpose)];
    view! {
        <LinkCell href=use_href(&Route::Visit(visit.visit_ref()))>
            <Digest title=visit.host.name.clone() lines=lines/>
            <Badge label=text.status(&visit.status) tone=visit.status.tone()/>
        </LinkCell>
    }
}
