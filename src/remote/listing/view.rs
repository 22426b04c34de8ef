//! What is shown of a list.

use super::{FetchState, ListResource, ListRow};
use crate::domain::paging::{FetchMode, Loaded};
use crate::old_ui::element::{El, all, live, nothing};
use crate::old_ui::failed::failed;
use crate::old_ui::list_edge::{list_end, list_head};
use crate::old_ui::paged_list::{Extent, paged_list};
use crate::old_ui::pull::pull_to_refresh;
use crate::old_ui::search::search;
use crate::old_ui::skeleton::skeleton;
use crate::platform::visibility::on_return;
use crate::state::SetIfChanged;
use crate::state::while_shown;
use crate::text::Text;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use std::rc::Rc;

/// How long typing rests before the search begins, in milliseconds.
const REST: u32 = 300;

/// What a page has to say about its list.
pub struct Words<T> {
    /// How many rows there are.
    pub count: fn(Text, usize) -> String,
    /// A row. It is still: what is live, or listens, would outlive it.
    pub row: Box<dyn Fn(&T) -> El>,
    /// What stands there when there are no rows.
    pub nothing_there: Box<dyn Fn() -> El>,
}

/// The list below its tabs and search line: how many there are, the rows, and the ways to refresh them.
pub fn listing<T: ListRow>(reading: ListResource<T>, above: El, words: Words<T>) -> El {
    on_return(move || reading.refresh());
    let text = Text::here();
    let pull = [text.pull_to_refresh(), text.release_to_refresh(), text.refreshing()];
    let head = head(reading, words.count);
    let content = all([above, head, shown(reading, words)]);
    pull_to_refresh(pull, move || reading.is_refreshing(), move || reading.refresh(), content)
}

/// A line that searches the list while it is typed into.
pub fn search_line<T: ListRow>(reading: ListResource<T>, label: &str) -> El {
    let typed = RwSignal::new(reading.list.query.get_untracked());
    let on_input = move |words: String| {
        typed.set(words.clone());
        Timeout::new(REST, move || {
            if typed.try_get_untracked().as_ref() == Some(&words) {
                reading.search(words.trim());
            }
        })
        .forget();
    };
    search(label, move || typed.get(), on_input)
}

/// How many rows there are, and the way to refresh for those who cannot pull.
fn head<T: ListRow>(reading: ListResource<T>, count: fn(Text, usize) -> String) -> El {
    let text = Text::here();
    let count = move || reading.list.rows.with(|rows| if rows.has_begun() { count(text, rows.standing()) } else { String::new() });
    let label = move || if reading.is_refreshing() { text.refreshing() } else { text.refresh() }.to_owned();
    list_head(count, label, move || reading.refresh())
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
    fn of<T: ListRow>(reading: ListResource<T>) -> Self {
        match reading.list.rows.with(|rows| (rows.has_begun(), rows.items.is_empty())) {
            (true, true) => Self::Empty,
            (true, false) => Self::Rows,
            _ if reading.course.with(|course| matches!(course, FetchState::Failed(_))) => Self::Failed,
            _ => Self::Waiting,
        }
    }
}

fn shown<T: ListRow>(reading: ListResource<T>, words: Words<T>) -> El {
    let face = RwSignal::new(Face::Waiting);
    while_shown(move || face.set_if_changed(Face::of(reading)));
    let row = Rc::new(words.row);
    let nothing_there = words.nothing_there;
    live(move || match face.get() {
        Face::Waiting => skeleton(Text::here().loading()),
        Face::Failed => end(reading, FetchMode::Reset),
        Face::Empty => nothing_there(),
        Face::Rows => {
            let row = Rc::clone(&row);
            rows(reading, move |item| row(item))
        }
    })
}

fn rows<T: ListRow>(reading: ListResource<T>, row: impl Fn(&T) -> El + 'static) -> El {
    let loaded = reading.list.rows;
    let extent = move || loaded.with(|rows| Extent { rows: rows.items.len(), total: rows.total, edition: rows.edition });
    let draw = move |place: usize| loaded.with_untracked(|rows| rows.items.get(place).map(&row)).unwrap_or_else(nothing);
    let list = paged_list(reading.list.heights, extent, draw, move || reading.ask_for_more());
    all([list, live(move || end(reading, FetchMode::Append))])
}

/// What stands under the rows: that more are coming, did not come and can be wished for again, or that there are none.
fn end<T: ListRow>(reading: ListResource<T>, again: FetchMode) -> El {
    let text = Text::here();
    let failure = reading.course.with(|course| if let FetchState::Failed(error) = course { Some(text.failure(error)) } else { None });
    match failure {
        Some(failure) => failed(&failure, text.retry(), move || reading.ask(again)),
        _ if reading.list.rows.with(|rows| Loaded::next(rows).is_some()) => list_end(text.loading()).attr("role", "status"),
        _ => list_end(text.all_visits_shown()),
    }
}
