//! What narrows a list down: a name, a day, and which end comes first.

use super::scan::ScanPass;
use super::state::use_approvals;
use crate::api::channel::{ApiFlavor, Operation};
use crate::api::host_visit::{self, Part};
use crate::api::visit::Sort;
use crate::context::use_session;
use crate::domain::host_visit::HostVisitSummary;
use crate::domain::month::{Day, Month};
use crate::domain::paging::FetchMode;
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::list::{ListResource, ListSearch};
use crate::resource::use_optional_api;
use crate::text::use_text;
use crate::ui::month::{MonthEvent, MonthView, MonthWords};
use leptos::prelude::*;

/// The filters of a list. The mini-program's calls take a name at most, and that not everywhere.
#[component]
pub fn ApprovalsFilter(list: ListResource<HostVisitSummary>, part: Part) -> impl IntoView {
    let (text, flavor) = (use_text(), use_session().context.flavor);
    let takes_names = flavor != ApiFlavor::MiniProgram || part == Part::Overdue;
    let takes_days = flavor != ApiFlavor::MiniProgram && Operation::ListVisitDays.is_offered(flavor);
    view! {
        {takes_names.then(|| view! { <ListSearch list=list label=text.search_by_visitor()/> })}
        {takes_days.then(|| view! { <DayAndOrder list=list part=part/> })}
    }
}

#[component]
fn DayAndOrder(list: ListResource<HostVisitSummary>, part: Part) -> impl IntoView {
    let (text, approvals) = (use_text(), use_approvals());
    let (day, sort) = (approvals.day, approvals.sort(part));
    let is_month_shown = RwSignal::new(false);
    let fetch = move || {
        list.list.clear();
        list.fetch(FetchMode::Reset);
    };
    let show_day = Callback::new(move |chosen: Option<Day>| {
        day.set(chosen);
        is_month_shown.set(false);
        fetch();
    });
    let toggle_order = move || {
        sort.update(|sort| *sort = if *sort == Sort::EarliestFirst { Sort::LatestFirst } else { Sort::EarliestFirst });
        fetch();
    };
    let day_label = move || day.get().map_or_else(|| text.any_day().to_owned(), |day| text.day(day.start, clock::now()));
    let order_label = move || if sort.get() == Sort::EarliestFirst { text.earliest_first() } else { text.latest_first() };
    view! {
        <div class="approvals__filters">
            <button
                class="approvals__filter"
                type="button"
                aria-expanded=move || is_month_shown.get().to_string()
                on:click=move |_| is_month_shown.update(|is_shown| *is_shown = !*is_shown)
            >
                {move || day_label()}
            </button>
            <button class="approvals__filter" type="button" hidden=move || day.get().is_none() on:click=move |_| show_day.run(None)>
                {text.all_days()}
            </button>
            <button class="approvals__filter" type="button" on:click=move |_| toggle_order()>{move || order_label()}</button>
            <ScanPass/>
        </div>
        {move || is_month_shown.get().then(|| view! { <DayChooser part=part on_choose=show_day/> })}
    }
}

/// The month of the chosen day; its days with visits are marked. Without the marks it is a calendar all the same.
#[component]
fn DayChooser(part: Part, on_choose: Callback<Option<Day>>) -> impl IntoView {
    let (text, day, now) = (use_text(), use_approvals().day, clock::now());
    let month = RwSignal::new(Month::of(day.get_untracked().map_or(now, |day| day.start)));
    let days = use_optional_api(move |context| host_visit::days(context, month.get_untracked(), part));
    let marked = DynSignal::memo(move || days.get().ready().and_then(Result::ok).unwrap_or_default());
    let chosen = move || day.get().filter(|day| Month::of(day.start) == month.get()).map(|day| day.number);
    let today = move || (Month::of(now) == month.get()).then(|| now.day());
    let on_event = move |event| match event {
        MonthEvent::Turn(to) => {
            month.set(to);
            days.refetch();
        }
        MonthEvent::Choose(chosen) => on_choose.run(Some(chosen)),
    };
    let words = MonthWords {
        title: Signal::derive(move || text.month_title(month.get())),
        previous: text.previous_month(),
        next: text.next_month(),
        weekdays: text.weekday_initials(),
        day: Callback::new(move |(day, has_visits)| text.calendar_day(day, has_visits, now)),
    };
    view! {
        <MonthView
            month=month
            words=words
            marked=marked
            chosen=DynSignal::memo(chosen)
            today=DynSignal::memo(today)
            on_event=on_event
        />
    }
}
