//! The visits that I receive: who comes and who is here, who of them is here, and who was.

pub mod lists;

use super::{Beside, Site, beside, host_frame, host_row, keep_up, language_switch, way_out};
use crate::api::host_visit::{Sought, rows};
use crate::api::visit::Sort;
use crate::domain::host_visit::HostVisitSummary;
use crate::old_ui::element::{El, all, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::tabs::{tab_link, tabs};
use crate::platform::clock;
use crate::remote::listing::{List, Words, listing, search_line};
use crate::route::{HostRoute, Route};
use crate::text::Text;
use leptos::prelude::*;
use lists::Tab;

/// `detail` is what stands beside the list on a wide screen.
pub fn receptions_page(site: Site, tab: Tab, detail: Beside) -> El {
    let text = Text::here();
    let links = [way_out(&site), language_switch()];
    let lists = site.clone();
    let frame = host_frame(&site, &HostRoute::Receptions, text.receptions(), links, move || {
        let list = shown(lists.clone(), tab);
        beside(&lists, list, None, detail)
    });
    frame.attr("data-wide", "")
}

fn shown(site: Site, tab: Tab) -> El {
    let text = Text::here();
    let way = |label, route: HostRoute, of| tab_link(label, &site.href(&Route::Host(route)), of == tab);
    let ways = [
        way(text.to_receive(), HostRoute::Receptions, Tab::Expected),
        way(text.on_site(), HostRoute::OnSite, Tab::OnSite),
        way(text.received(), HostRoute::Received, Tab::Received),
    ];
    let ways = tabs(text.which_receptions(), ways);
    let list = site.receptions.of(tab);
    let reading = site.read(list, move |context, wanted| {
        let sort = if tab == Tab::Received { Sort::LatestFirst } else { Sort::EarliestFirst };
        rows(context, tab.part(), Sought { visitor: &list.query.get_untracked(), start: None, sort }, wanted)
    });
    keep_up(&site, reading);
    let search = if tab == Tab::Received { search_line(reading, text.search_by_visitor()) } else { nothing() };
    let now = clock::now();
    let words = Words {
        count: Text::visitor_count,
        row: Box::new(move |visit| host_row(&site, text, visit, now)),
        nothing_there: Box::new(move || nothing_there(tab, list)),
    };
    listing(reading, all([ways, search]), words)
}

fn nothing_there(tab: Tab, list: List<HostVisitSummary>) -> El {
    let text = Text::here();
    let (title, detail) = match tab {
        Tab::Expected => (text.nobody_to_receive_title(), text.nobody_comes_detail()),
        Tab::OnSite => (text.nobody_on_site_title(), text.nobody_on_site_detail()),
        Tab::Received if list.query.with_untracked(String::is_empty) => (text.nobody_received_title(), text.nobody_received_detail()),
        Tab::Received => (text.no_visit_found_title(), text.nobody_found_detail()),
    };
    empty(title, detail, None)
}
