//! The days that have visits, and the visits of one of them.

use super::{Beside, Site, beside, host_frame, host_row, keep_up, language_switch, way_out};
use crate::api::channel::Operation;
use crate::api::host_visit::{Part, Sought, days, rows};
use crate::api::visit::Sort;
use crate::domain::month::{Day, Month};
use crate::domain::paging::FetchMode;
use crate::old_ui::element::{El, all, block, live, nothing};
use crate::old_ui::empty::empty;
use crate::old_ui::failed::failed;
use crate::old_ui::frame::frame_link;
use crate::old_ui::month::{MonthAct, MonthWords, month};
use crate::platform::clock;
use crate::remote::Remote;
use crate::remote::listing::{Words, listing};
use crate::route::{HostRoute, Route};
use crate::text::Text;
use leptos::prelude::*;

/// `detail` is what stands beside the list on a wide screen.
pub fn calendar_page(site: Site, detail: Beside) -> El {
    let text = Text::here();
    let today = site.href(&Route::Host(HostRoute::Today));
    let links = [way_out(&site), frame_link(text.today(), &today), language_switch()];
    let page = site.clone();
    let frame = host_frame(&site, &HostRoute::Calendar, text.calendar(), links, move || {
        if Operation::ListVisitDays.is_offered(page.session.context.flavor) {
            let list = shown(page.clone());
            beside(&page, list, None, detail)
        } else {
            empty(text.not_here_title(), text.not_here_detail(), None)
        }
    });
    frame.attr("data-wide", "")
}

/// The month above, and what the chosen day brings below.
fn shown(site: Site) -> El {
    let (text, now) = (Text::here(), clock::now());
    let (list, day) = (site.receptions.of_day, site.receptions.day);
    if day.with_untracked(Option::is_none) {
        day.set(Month::of(now).days().into_iter().find(|day| day.number == now.day()));
    }
    let month_shown = RwSignal::new(Month::of(day.get_untracked().map_or(now, |day| day.start)));
    let marked = site.try_load(move |context| days(context, month_shown.get_untracked(), Part::AllReceptions)).refresh_on_return();
    let reading = site.read(list, move |context, wanted| {
        let sought = Sought { visitor: "", start: day.get_untracked().map(Day::span), sort: Sort::EarliestFirst };
        rows(context, Part::AllReceptions, sought, wanted)
    });
    keep_up(&site, reading);
    let act = move |act| match act {
        MonthAct::Turn(to) => {
            month_shown.set(to);
            marked.reload();
        }
        MonthAct::Choose(chosen) => {
            day.set(Some(chosen));
            list.clear();
            reading.ask(FetchMode::Reset);
        }
    };
    let calendar = live(move || {
        let month_shown = month_shown.get();
        let days = if let Remote::Ready(Ok(days)) = marked.get() { days } else { Vec::new() };
        let number = |day: Day| (Month::of(day.start) == month_shown).then_some(day.number);
        let today = (Month::of(now) == month_shown).then(|| now.day());
        month(month_shown, &words(text, month_shown), &days, day.get().and_then(number), today, act)
    });
    let trouble = live(move || match marked.get() {
        Remote::Ready(Err(_)) => failed(text.days_unknown(), text.retry(), move || marked.reload()),
        _ => nothing(),
    });
    let heading = block("h2", "calendar__day").live_text(move || day.get().map(|day| text.day(day.start, now)).unwrap_or_default());
    let words = Words {
        count: Text::visitor_count,
        row: Box::new(move |visit| host_row(&site, text, visit, now)),
        nothing_there: Box::new(|| {
            let text = Text::here();
            empty(text.nobody_that_day_title(), text.nobody_that_day_detail(), None)
        }),
    };
    listing(reading, all([calendar, trouble, heading]), words)
}

fn words(text: Text, month: Month) -> MonthWords {
    MonthWords {
        title: text.month_title(month),
        previous: text.previous_month(),
        next: text.next_month(),
        weekdays: text.weekday_initials(),
        day: Box::new(move |day, has_visits| text.calendar_day(day, has_visits, clock::now())),
    }
}
