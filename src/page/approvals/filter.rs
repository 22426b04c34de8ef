//! What narrows a list down: a name, a day, and which end comes first.

use crate::api::channel::{ApiFlavor, Operation};
use crate::api::host_visit::{self, Part};
use crate::api::visit::Sort;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::Month;
use crate::domain::paging::FetchMode;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::month::{MonthAct, MonthWords, month};
use crate::page::Site;
use crate::platform::clock;
use crate::remote::Remote;
use crate::remote::listing::{ListResource, search_line};
use crate::text::Text;
use leptos::prelude::*;

/// The mini-program's calls take a name at most, and that not everywhere.
pub fn filter(site: &Site, reading: ListResource<HostVisitSummary>, part: Part) -> El {
    let text = Text::here();
    let flavor = site.session.context.flavor;
    let takes_names = flavor != ApiFlavor::MiniProgram || part == Part::Overdue;
    let search = if takes_names { search_line(reading, text.search_by_visitor()) } else { nothing() };
    if flavor == ApiFlavor::MiniProgram || !Operation::ListVisitDays.is_offered(flavor) {
        return search;
    }
    let kept = site.approvals;
    let (day, sort) = (kept.day, kept.sort(part));
    let shown_month: RwSignal<Option<Month>> = RwSignal::new(None);
    let read_anew = move || {
        reading.list.clear();
        reading.ask(FetchMode::Reset);
    };
    let button = |label: Box<dyn Fn() -> String>| block("button", "approvals__filter").attr("type", "button").live_text(label);
    let by_day = button(Box::new(move || day.get().map_or_else(|| text.any_day().to_owned(), |day| text.day(day.start, clock::now()))))
        .live_attr("aria-expanded", move || shown_month.get().is_some().to_string())
        .on("click", move |_| {
            let fresh = Month::of(day.get_untracked().map_or_else(clock::now, |day| day.start));
            shown_month.update(|shown| *shown = if shown.is_some() { None } else { Some(fresh) });
        });
    let any_day =
        button(Box::new(move || text.all_days().to_owned())).live_flag("hidden", move || day.get().is_none()).on("click", move |_| {
            day.set(None);
            shown_month.set(None);
            read_anew();
        });
    let order =
        button(Box::new(move || if sort.get() == Sort::EarliestFirst { text.earliest_first() } else { text.latest_first() }.to_owned()))
            .on("click", move |_| {
                sort.update(|sort| *sort = if *sort == Sort::EarliestFirst { Sort::LatestFirst } else { Sort::EarliestFirst });
                read_anew();
            });
    let site = site.clone();
    let calendar = live(move || {
        let Some(shown) = shown_month.get() else { return nothing() };
        let days = site.try_load(move |context| host_visit::days(context, shown, part));
        live(move || {
            // Without its marks it is a calendar all the same.
            let marked = if let Remote::Ready(Ok(days)) = days.get() { days } else { Vec::new() };
            let now = clock::now();
            let words = MonthWords {
                title: text.month_title(shown),
                previous: text.previous_month(),
                next: text.next_month(),
                weekdays: text.weekday_initials(),
                day: Box::new(move |day, has_visits| text.calendar_day(day, has_visits, now)),
            };
            let in_month = |time| (Month::of(time) == shown).then(|| time.day());
            month(shown, &words, &marked, day.get().and_then(|day| in_month(day.start)), in_month(now), move |act| match act {
                MonthAct::Turn(to) => shown_month.set(Some(to)),
                MonthAct::Choose(chosen) => {
                    day.set(Some(chosen));
                    shown_month.set(None);
                    read_anew();
                }
            })
        })
    });
    all([search, block("div", "approvals__filters").children([by_day, any_day, order]), calendar])
}
