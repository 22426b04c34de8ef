//! My visits: what is booked and how it stands, and what is over.

pub mod lists;
mod reading;

use super::{Site, language_switch};
use crate::api::channel::Operation;
use crate::domain::paging::Wish;
use crate::domain::time::SiteTime;
use crate::domain::visit::Visit;
use crate::platform::clock;
use crate::platform::visibility::on_return;
use crate::route::Route;
use crate::state::{State, while_shown};
use crate::text::Text;
use crate::ui::badge::badge;
use crate::ui::cell::link_cell;
use crate::ui::element::{El, all, block, live, nothing};
use crate::ui::empty::empty;
use crate::ui::failed::failed;
use crate::ui::frame::{frame, frame_link};
use crate::ui::paged_list::{Extent, paged_list};
use crate::ui::pull::pull_to_refresh;
use crate::ui::search::search;
use crate::ui::skeleton::skeleton;
use crate::ui::tabs::{tab_link, tabs};
use gloo_timers::callback::Timeout;
use lists::Tab;
use reading::{Course, Reading};

/// How long typing rests before the search begins, in milliseconds.
const REST: u32 = 300;

pub fn visits_page(site: Site, tab: Tab) -> El {
    let text = Text::here();
    let book = site.href(&Route::Book);
    let family = site.session.caller.family;
    let can_book = Operation::BookVisit.is_offered(family);
    let way_to_book = if can_book { frame_link(text.book_a_visit(), &book) } else { nothing() };
    let start = can_book.then_some((text.back_to_start(), book.as_str()));
    let content = if !Operation::ListMyVisits.is_offered(family) {
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
    let reading = Reading::start(site, list);
    on_return(Box::new(move || reading.refresh()));
    let search = if tab == Tab::History { search_by_host(reading) } else { nothing() };
    let words = [text.pull_to_refresh(), text.release_to_refresh(), text.refreshing()];
    let content = all([ways, search, summary(reading), shown(reading)]);
    pull_to_refresh(words, move || reading.is_refreshing(), move || reading.refresh(), content)
}

fn search_by_host(reading: Reading) -> El {
    let typed = State::new(reading.list.host.get_untracked());
    let on_input = move |words: String| {
        typed.set(words.clone());
        Timeout::new(REST, move || {
            let is_latest = typed.try_get_untracked().as_ref() == Some(&words);
            let host = words.trim();
            if is_latest && reading.list.host.with_untracked(|before| before != host) {
                reading.list.search(host.to_owned());
                reading.ask(Wish::Anew);
            }
        })
        .forget();
    };
    search(Text::here().search_by_host(), move || typed.get(), on_input)
}

/// How many visits there are, and the way to refresh for those who cannot pull.
fn summary(reading: Reading) -> El {
    let text = Text::here();
    let visits = reading.list.visits;
    let count = move || visits.with(|visits| if visits.has_begun() { text.visit_count(visits.total) } else { String::new() });
    let count = block("p", "visits__count").attr("role", "status").live_text(count);
    let label = move || if reading.is_refreshing() { text.refreshing() } else { text.refresh() }.to_owned();
    let button = block("button", "visits__refresh").attr("type", "button").live_text(label).on("click", move |_| reading.refresh());
    block("div", "visits__summary").child(count).child(button)
}

/// What the list shows. It is drawn anew only when this changes, and not with every page that comes.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Waiting,
    Failed,
    Empty,
    Rows,
}

impl Face {
    /// Tracked.
    fn of(reading: Reading) -> Self {
        match reading.list.visits.with(|visits| (visits.has_begun(), visits.items.is_empty())) {
            (true, true) => Self::Empty,
            (true, false) => Self::Rows,
            _ if reading.course.with(|course| matches!(course, Course::Failed(_))) => Self::Failed,
            _ => Self::Waiting,
        }
    }
}

fn shown(reading: Reading) -> El {
    let face = State::new(Face::Waiting);
    while_shown(move || face.change_to(Face::of(reading)));
    live(move || match face.get() {
        Face::Waiting => skeleton(Text::here().loading()),
        Face::Failed => end(reading, Wish::Anew),
        Face::Empty => nothing_there(reading),
        Face::Rows => rows(reading),
    })
}

fn nothing_there(reading: Reading) -> El {
    let text = Text::here();
    let list = reading.list;
    let book = reading.site.with_untracked(|site| site.href(&Route::Book));
    let (title, detail) = match list.tab {
        Tab::Upcoming => (text.no_visits_title(), text.no_visits_detail()),
        Tab::History if list.host.with_untracked(String::is_empty) => (text.no_history_title(), text.no_history_detail()),
        Tab::History => (text.no_visit_found_title(), text.no_visit_found_detail()),
    };
    empty(title, detail, Some((text.book_a_visit(), &book)))
}

fn rows(reading: Reading) -> El {
    let visits = reading.list.visits;
    let extent = move || visits.with(|visits| Extent { rows: visits.items.len(), total: visits.total, edition: visits.edition });
    let (text, now) = (Text::here(), clock::now());
    let draw = move |place: usize| {
        let visit = |site: &Site| visits.with_untracked(|visits| visits.items.get(place).map(|visit| row(site, text, visit, now)));
        reading.site.with_untracked(visit).unwrap_or_else(nothing)
    };
    let list = paged_list(reading.list.heights, extent, draw, move || reading.ask_for_more());
    all([list, live(move || end(reading, Wish::More))])
}

/// What stands under the rows: that more are coming, did not come and can be wished for again, or that there are none.
fn end(reading: Reading, again: Wish) -> El {
    let text = Text::here();
    let failure = reading.course.with(|course| if let Course::Failed(error) = course { Some(text.failure(error)) } else { None });
    match failure {
        Some(failure) => failed(&failure, text.retry(), move || reading.ask(again)),
        _ if reading.list.visits.with(|visits| visits.next().is_some()) => quiet_end(text.loading()).attr("role", "status"),
        _ => quiet_end(text.all_visits_shown()),
    }
}

fn quiet_end(words: &str) -> El {
    block("p", "visits__end").text(words)
}

fn row(site: &Site, text: Text, visit: &Visit, now: SiteTime) -> El {
    let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, now));
    let what = block("div", "visits__what")
        .child(block("strong", "visits__host").text(&visit.host.name))
        .child(block("span", "visits__when").text(&when))
        .child(block("span", "visits__purpose").text(&text.errand(&visit.host_department, &visit.purpose)));
    let href = site.href(&Route::Visit(visit.name()));
    link_cell(&href, [what, badge(&text.status(&visit.status), visit.status.mood())])
}
