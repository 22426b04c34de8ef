//! A month of days to tap, of which some are marked.

use crate::domain::month::{Day, Month};
use leptos::prelude::*;

/// The words around a month.
#[derive(Debug, Clone)]
pub struct MonthWords {
    /// The month and its year.
    pub title: String,
    pub previous: &'static str,
    pub next: &'static str,
    /// From Monday on, as short as can be.
    pub weekdays: [&'static str; 7],
    /// A day in full, and whether it is marked.
    pub day: Callback<(Day, bool), String>,
}

/// What is tapped in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthEvent {
    Turn(Month),
    Choose(Day),
}

/// The days of a month in their weeks; those that are `marked`, by their numbers, have a dot.
#[component]
pub fn MonthView(
    month: Month,
    words: MonthWords,
    marked: Vec<u32>,
    #[prop(optional_no_strip)] chosen: Option<u32>,
    #[prop(optional_no_strip)] today: Option<u32>,
    #[prop(into)] on_event: Callback<MonthEvent>,
) -> impl IntoView {
    let weekdays: Vec<AnyView> = words
        .weekdays
        .iter()
        .map(|weekday| view! { <span class="month__weekday" aria-hidden="true">{*weekday}</span> }.into_any())
        .collect();
    let gaps: Vec<AnyView> = (0..month.lead()).map(|_| view! { <span class="month__gap"></span> }.into_any()).collect();
    let day = |day: Day| {
        let is_marked = marked.contains(&day.number);
        let pressed = if chosen == Some(day.number) { "true" } else { "false" };
        view! {
            <button
                class="month__day"
                type="button"
                aria-label=words.day.run((day, is_marked))
                aria-pressed=pressed
                data-marked=is_marked.then_some("")
                aria-current=(today == Some(day.number)).then_some("date")
                on:click=move |_| on_event.run(MonthEvent::Choose(day))
            >
                {day.number.to_string()}
            </button>
        }
        .into_any()
    };
    let days: Vec<AnyView> = month.days().into_iter().map(day).collect();
    view! {
        <div class="month">
            <div class="month__head">
                <Turn sign="‹" label=words.previous to=month.previous() on_event=on_event/>
                <p class="month__title" aria-live="polite">{words.title}</p>
                <Turn sign="›" label=words.next to=month.next() on_event=on_event/>
            </div>
            <div class="month__days">{weekdays}{gaps}{days}</div>
        </div>
    }
}

#[component]
fn Turn(sign: &'static str, label: &'static str, to: Month, on_event: Callback<MonthEvent>) -> impl IntoView {
    view! {
        <button class="month__turn" type="button" aria-label=label on:click=move |_| on_event.run(MonthEvent::Turn(to))>
            {sign}
        </button>
    }
}
