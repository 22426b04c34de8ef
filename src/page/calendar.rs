//! The days that have visits, and the visits of one of them.

pub mod state;

use crate::api::channel::Operation;
use crate::api::error::ApiError;
use crate::api::host_visit::{HostVisitQuery, Part, days, rows};
use crate::api::visit::Sort;
use crate::context::{use_href, use_session};
use crate::domain::month::{Day, Month};
use crate::domain::paging::FetchMode;
use crate::domain::visit::HostVisitId;
use crate::layout::{BackButton, HostScreen, SideBySide};
use crate::platform::clock;
use crate::reactive::{DynSignal, memo};
use crate::resource::list::{ListView, ListWords, use_list};
use crate::resource::{Remote, Resource, use_optional_api};
use crate::route::{HostList, HostRoute, Route};
use crate::text::{Text, use_text};
use crate::ui::empty::Empty;
use crate::ui::failed::Failed;
use crate::ui::frame::FrameLink;
use crate::ui::month::{MonthEvent, MonthView, MonthWords};
use crate::visit::{HostVisitRow, current_row, use_host_visit_changes, visits_of};
use leptos::prelude::*;
use state::CalendarState;

/// A month to choose a day from, and that day's visits.
#[component]
pub fn CalendarPage(
    /// Draws a visit beside the list on a wide screen.
    #[prop(into)]
    detail: Callback<HostVisitId, AnyView>,
) -> impl IntoView {
    let text = use_text();
    let today = use_href(&Route::Host(HostRoute::Today));
    let links = view! {
        <BackButton/>
        <FrameLink label=text.today() href=today/>
    };
    let is_offered = Operation::ListVisitDays.is_offered(use_session().context.flavor);
    let list = expect_context::<CalendarState>().list;
    let visits = move || visits_of(list);
    let content = move || {
        if is_offered {
            view! { <SideBySide list=HostList::Calendar visits=visits detail=detail><Visits/></SideBySide> }.into_any()
        } else {
            view! { <Empty title=text.not_here_title() detail=text.not_here_detail()/> }.into_any()
        }
    };
    view! { <HostScreen route=HostRoute::Calendar title=text.calendar() links=links.into_any() wide=true>{content()}</HostScreen> }
}

/// The month above, and the chosen day's visits below.
#[component]
fn Visits() -> impl IntoView {
    let (text, now) = (use_text(), clock::now());
    let CalendarState { day, list } = expect_context();
    if day.with_untracked(Option::is_none) {
        day.set(Month::of(now).days().into_iter().find(|day| day.number == now.day()));
    }
    let visits = use_list(list, move |context, wanted| {
        let query = HostVisitQuery { visitor: "", start: day.get_untracked().map(Day::span), sort: Sort::EarliestFirst };
        rows(context, Part::AllReceptions, query, wanted)
    });
    use_host_visit_changes().refresh(visits);
    let choose = move |chosen| {
        day.set(Some(chosen));
        list.clear();
        visits.fetch(FetchMode::Reset);
    };
    let empty =
        Callback::new(move |()| view! { <Empty title=text.nobody_that_day_title() detail=text.nobody_that_day_detail()/> }.into_any());
    let words = ListWords { count: Text::visitor_count, empty };
    view! {
        <ListView list=visits words=words current=current_row(list) row=|visit| view! { <HostVisitRow visit=visit/> }.into_any()>
            <DayChooser day=day on_choose=choose/>
            <h2 class="calendar__day">{move || day.get().map(|day| text.day(day.start, now))}</h2>
        </ListView>
    }
}

/// The month of the chosen day, its days with visits marked; other months can be leafed to.
#[component]
fn DayChooser(day: RwSignal<Option<Day>>, #[prop(into)] on_choose: Callback<Day>) -> impl IntoView {
    let (text, now) = (use_text(), clock::now());
    let month = RwSignal::new(Month::of(day.get_untracked().map_or(now, |day| day.start)));
    let days: Resource<Result<Vec<u32>, ApiError>> =
        use_optional_api(move |context| days(context, month.get_untracked(), Part::AllReceptions)).refresh_on_return();
    let marked = DynSignal::memo(move || days.get().ready().and_then(Result::ok).unwrap_or_default());
    let are_unknown = memo(move || matches!(days.get(), Remote::Ready(Err(_))));
    let chosen = move || day.get().filter(|day| Month::of(day.start) == month.get()).map(|day| day.number);
    let today = move || (Month::of(now) == month.get()).then(|| now.day());
    let on_event = move |event| match event {
        MonthEvent::Turn(to) => {
            month.set(to);
            days.refetch();
        }
        MonthEvent::Choose(day) => on_choose.run(day),
    };
    let words = MonthWords {
        title: Signal::derive(move || text.month_title(month.get())),
        previous: text.previous_month(),
        next: text.next_month(),
        weekdays: text.weekday_initials(),
        day: Callback::new(move |(day, has_visits)| text.calendar_day(day, has_visits, now)),
    };
    let failed = move || view! { <Failed sentence=text.days_unknown() retry_label=text.retry() on_retry=move || days.refetch()/> };
    view! {
        <MonthView
            month=month
            words=words
            marked=marked
            chosen=DynSignal::memo(chosen)
            today=DynSignal::memo(today)
            on_event=on_event
        />
        {move || are_unknown.get().then(failed)}
    }
}
