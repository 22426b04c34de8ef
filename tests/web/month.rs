//! `MonthView`: a day to tap, and the way to other months.

use crate::harness::{Screen, click, mount, settle};
use leptos::prelude::*;
use visitor_front::domain::month::{Day, Month};
use visitor_front::domain::time::SiteTime;
use visitor_front::ui::month::{MonthEvent, MonthView, MonthWords};
use wasm_bindgen_test::wasm_bindgen_test;

/// A calendar of May 2026.
struct Calendar {
    screen: Screen,
    marked: RwSignal<Vec<u32>>,
    chosen: RwSignal<Option<u32>>,
    events: StoredValue<Vec<MonthEvent>>,
}

fn may() -> Month {
    Month::of(SiteTime::parse("2026-05-09 10:00").unwrap())
}

fn calendar() -> Calendar {
    let (month, marked, chosen) = (RwSignal::new(may()), RwSignal::new(vec![4]), RwSignal::new(Some(9)));
    let events = StoredValue::new(Vec::new());
    let on_event = move |event| {
        events.update_value(|events| events.push(event));
        if let MonthEvent::Turn(to) = event {
            month.set(to);
        }
    };
    let title = Signal::derive(move || month.with(|month| format!("{}-{}", month.year(), month.number())));
    let day = Callback::new(|(day, is_marked): (Day, bool)| format!("{}{}", day.number, if is_marked { ", visits" } else { "" }));
    let words = MonthWords { title, previous: "Back", next: "On", weekdays: ["M", "T", "W", "T", "F", "S", "S"], day };
    let view = move || view! { <MonthView month=month words=words marked=marked chosen=chosen today=Some(9) on_event=on_event/> };
    Calendar { screen: mount(view), marked, chosen, events }
}

#[wasm_bindgen_test]
async fn a_day_is_chosen_and_keeps_its_button_while_others_are_marked() {
    let Calendar { screen, marked, chosen, events } = calendar();
    let pressed = |day: &str| screen.get("button", day).get_attribute("aria-pressed").unwrap();
    assert_eq!([pressed("9"), pressed("4, visits")], ["true", "false"]);
    assert_eq!(screen.get("button", "9").get_attribute("aria-current").as_deref(), Some("date"));
    let twelfth = screen.get("button", "12");
    click(&twelfth);
    assert!(matches!(events.get_value().as_slice(), [MonthEvent::Choose(day)] if day.number == 12));
    chosen.set(Some(12));
    marked.set(vec![12, 31]);
    settle().await;
    assert_eq!([pressed("9"), pressed("12, visits"), pressed("4")], ["false", "true", "false"]);
    assert!(screen.get("button", "12, visits") == twelfth);
}

#[wasm_bindgen_test]
async fn a_month_turns_back_and_on() {
    let Calendar { screen, events, .. } = calendar();
    // Two buttons turn, the others are days.
    assert_eq!((screen.all("button").len(), screen.words().contains("2026-5")), (2 + 31, true));
    click(&screen.get("button", "Back"));
    settle().await;
    assert_eq!((screen.all("button").len(), screen.words().contains("2026-4")), (2 + 30, true));
    click(&screen.get("button", "On"));
    click(&screen.get("button", "On"));
    settle().await;
    assert!(screen.words().contains("2026-6"));
    assert_eq!(events.get_value().last(), Some(&MonthEvent::Turn(may().next())));
}
