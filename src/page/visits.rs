//! My visits: what is booked and how it stands, and what is over.

pub mod lists;

use super::{Site, language_switch};
use crate::api::channel::Operation;
use crate::api::visit;
use crate::domain::time::SiteTime;
use crate::domain::visit::Visit;
use crate::old_ui::badge::badge;
use crate::old_ui::cell::{digest, link_cell};
use crate::old_ui::element::{El, all, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::frame::{frame, frame_link};
use crate::old_ui::tabs::{tab_link, tabs};
use crate::platform::clock;
use crate::remote::listing::{List, Words, listing, search_line};
use crate::route::Route;
use crate::text::Text;
use leptos::prelude::*;
use lists::Tab;

pub fn visits_page(site: Site, tab: Tab) -> El {
    let text = Text::here();
    let book = site.href(&Route::Book);
    let flavor = site.session.context.flavor;
    let can_book = Operation::BookVisit.is_offered(flavor);
    let way_to_book = if can_book { frame_link(text.book_a_visit(), &book) } else { nothing() };
    let start = can_book.then_some((text.back_to_start(), book.as_str()));
    let content = if !Operation::ListMyVisits.is_offered(flavor) {
        empty(text.no_list_here_title(), text.no_list_here_detail(), start)
    } else if site.session.is_known() {
        both_lists(site, tab)
    } else {
        empty(text.list_needs_identity_title(), text.list_needs_identity_detail(), start)
    };
    frame(text.my_visits(), [way_to_book, language_switch()], content)
}

fn both_lists(site: Site, tab: Tab) -> El {
    let text = Text::here();
    let way = |label, route: Route, of| tab_link(label, &site.href(&route), of == tab);
    let ways = [way(text.upcoming(), Route::Visits, Tab::Upcoming), way(text.history(), Route::History, Tab::History)];
    let ways = tabs(text.which_visits(), ways);
    let list = site.lists.of(tab);
    let reading = site.read(list, move |context, wanted| visit::rows(context, &tab.part(list.query.get_untracked()), wanted));
    let search = if tab == Tab::History { search_line(reading, text.search_by_host()) } else { nothing() };
    let now = clock::now();
    let book = site.href(&Route::Book);
    let words = Words {
        count: Text::visit_count,
        row: Box::new(move |visit| row(&site, text, visit, now)),
        nothing_there: Box::new(move || nothing_there(tab, list, &book)),
    };
    listing(reading, all([ways, search]), words)
}

fn nothing_there(tab: Tab, list: List<Visit>, book: &str) -> El {
    let text = Text::here();
    let (title, detail) = match tab {
        Tab::Upcoming => (text.no_visits_title(), text.no_visits_detail()),
        Tab::History if list.query.with_untracked(String::is_empty) => (text.no_history_title(), text.no_history_detail()),
        Tab::History => (text.no_visit_found_title(), text.no_visit_found_detail()),
    };
    empty(title, detail, Some((text.book_a_visit(), book)))
}

fn row(site: &Site, text: Text, visit: &Visit, now: SiteTime) -> El {
    let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, now));
    let what = digest(&visit.host.name, [&*when, &*text.errand(&visit.host_department, &visit.purpose)]);
    let href = site.href(&Route::Visit(visit.name()));
    link_cell(&href, [what, badge(&text.status(&visit.status), visit.status.tone())])
}
