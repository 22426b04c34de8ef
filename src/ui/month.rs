//! A month of days to tap, of which some are marked.

use super::button::click;
use crate::domain::month::{Day, Month};
use crate::reactive::{DynSignal, memo};
use leptos::prelude::*;

/// The words around a month.
#[derive(Debug, Clone)]
pub struct MonthWords {
    /// The month and its year.
    pub title: Signal<String>,
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
    #[prop(into)] month: DynSignal<Month>,
    words: MonthWords,
    #[prop(into)] marked: DynSignal<Vec<u32>>,
    #[prop(into)] chosen: DynSignal<Option<u32>>,
    #[prop(into)] today: DynSignal<Option<u32>>,
    #[prop(into)] on_event: Callback<MonthEvent>,
) -> impl IntoView {
    let weekdays: Vec<AnyView> = words
        .weekdays
        .iter()
        .map(|weekday| view! { <span class="month__weekday" aria-hidden="true">{*weekday}</span> }.into_any())
        .collect();
    let label = words.day;
    let day = move |day: Day| {
        let is_marked = memo(move || marked.with(|marked| marked.contains(&day.number)));
        view! {
            <button
                class="month__day"
                type="button"
                aria-label=move || label.run((day, is_marked.get()))
                aria-pressed=move || if chosen.get() == Some(day.number) { "true" } else { "false" }
                data-marked=move || is_marked.get().then_some("")
                aria-current=move || (today.get() == Some(day.number)).then_some("date")
                on:click=move |_| on_event.run(MonthEvent::Choose(day))
            >
                {day.number.to_string()}
            </button>
        }
        .into_any()
    };
    let days = move || {
        let month = month.get();
        let gaps = (0..month.lead()).map(|_| view! { <span class="month__gap"></span> }.into_any());
        gaps.chain(month.days().into_iter().map(day)).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="month">
            <div class="month__head">
                <Turn sign="‹" label=words.previous on_click=move || on_event.run(MonthEvent::Turn(month.get_untracked().previous()))/>
                <p class="month__title" aria-live="polite">{words.title}</p>
                <Turn sign="›" label=words.next on_click=move || on_event.run(MonthEvent::Turn(month.get_untracked().next()))/>
            </div>
            <div class="month__days">{weekdays}{days}</div>
        </div>
    }
}

#[component]
fn Turn(sign: &'static str, label: &'static str, #[prop(into)] on_click: Callback<()>) -> impl IntoView {
    view! { <button class="month__turn" type="button" aria-label=label on:click=click(on_click)>{sign}</button> }
}
