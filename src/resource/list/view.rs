//! What is shown of a list.

use super::{FetchState, ListResource, ListRow};
use crate::domain::paging::{FetchMode, Loaded};
use crate::platform::visibility::on_return;
use crate::reactive::{DynSignal, memo};
use crate::resource::failure::Failure;
use crate::text::{Text, use_text};
use crate::ui::list_edge::{ListEnd, ListHead};
use crate::ui::paged_list::{CurrentRow, Extent, PagedList};
use crate::ui::pull::{PullToRefresh, PullWords};
use crate::ui::search::Search;
use crate::ui::skeleton::Skeleton;
use leptos::prelude::*;
use std::time::Duration;

/// How long typing rests before the search begins.
const REST: Duration = Duration::from_millis(300);

/// What a page says about its list.
#[derive(Debug, Clone, Copy)]
pub struct ListWords {
    /// How many rows there are.
    pub count: fn(Text, usize) -> String,
    /// What stands there when there are no rows.
    pub empty: Callback<(), AnyView>,
}

/// A list: how many rows there are, the rows, and the ways to refresh them. Tabs and search line are its children.
#[component]
pub fn ListView<T: ListRow>(
    list: ListResource<T>,
    words: ListWords,
    /// Draws a row. It is drawn again when the row's content changes.
    #[prop(into)]
    row: Callback<T, AnyView>,
    /// The row that is shown beside the list.
    #[prop(optional)]
    current: Option<DynSignal<Option<CurrentRow>>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    on_return(move || list.refresh());
    let text = use_text();
    let pull_words = PullWords { pull: text.pull_to_refresh(), release: text.release_to_refresh(), refreshing: text.refreshing() };
    let rows = list.list.rows;
    let count = move || rows.with(|rows| if rows.has_begun() { (words.count)(text, rows.count()) } else { String::new() });
    let refresh_label = move || if list.is_refreshing() { text.refreshing() } else { text.refresh() }.to_owned();
    let face = DynSignal::memo(move || Face::of(list));
    let shown = move || match face.get() {
        Face::Waiting => view! { <Skeleton label=text.loading()/> }.into_any(),
        Face::Failed => end(list, FetchMode::Reset),
        Face::Empty => words.empty.run(()),
        Face::Rows => rows_view(list, row, current),
    };
    view! {
        <PullToRefresh words=pull_words is_busy=move || list.is_refreshing() on_refresh=move || list.refresh()>
            {children.map(|children| children())}
            <ListHead count=count refresh_label=refresh_label on_refresh=move || list.refresh()/>
            {move || shown()}
        </PullToRefresh>
    }
}

/// A line that searches the list while it is typed into.
#[component]
pub fn ListSearch<T: ListRow>(list: ListResource<T>, #[prop(into)] label: String) -> impl IntoView {
    let typed = RwSignal::new(list.list.query.get_untracked());
    // Which key was the last one.
    let round = StoredValue::new(0_u32);
    let search = move |words: String| {
        let this = round.get_value() + 1;
        round.set_value(this);
        typed.set(words.clone());
        let search_if_rested = move || {
            if round.try_get_value() == Some(this) {
                list.search(words.trim());
            }
        };
        set_timeout(search_if_rested, REST);
    };
    view! { <Search label=label value=typed on_input=search/> }
}

/// What the list shows. Pages that come change the rows, and not this.
#[derive(Clone, Copy, PartialEq)]
enum Face {
    Waiting,
    Failed,
    Empty,
    Rows,
}

impl Face {
    /// Tracked.
    fn of<T: ListRow>(list: ListResource<T>) -> Self {
        match list.list.rows.with(|rows| (rows.has_begun(), rows.items.is_empty())) {
            (true, true) => Self::Empty,
            (true, false) => Self::Rows,
            _ if list.state.with(|state| matches!(state, FetchState::Failed(_))) => Self::Failed,
            _ => Self::Waiting,
        }
    }
}

fn rows_view<T: ListRow>(list: ListResource<T>, row: Callback<T, AnyView>, current: Option<DynSignal<Option<CurrentRow>>>) -> AnyView {
    let loaded = list.list.rows;
    let extent = DynSignal::memo(move || loaded.with(|rows| Extent { rows: rows.items.len(), total: rows.known_total() }));
    let row_at = move |place: usize| {
        let item = memo(move || loaded.with(|rows| rows.items.get(place).cloned()));
        (move || item.get().map(|item| row.run(item))).into_any()
    };
    view! {
        <PagedList heights=list.list.heights extent=extent row=row_at current=current on_near_end=move || list.fetch_more()/>
        {move || end(list, FetchMode::Append)}
    }
    .into_any()
}

/// What stands under the rows: that more are coming, that they did not come and can be fetched again, or the end.
fn end<T: ListRow>(list: ListResource<T>, again: FetchMode) -> AnyView {
    let text = use_text();
    let failure = list.state.with(|state| if let FetchState::Failed(error) = state { Some(error.clone()) } else { None });
    match failure {
        Some(error) => view! { <Failure error=error on_retry=Callback::new(move |()| list.fetch(again))/> }.into_any(),
        None if list.list.rows.with(|rows| Loaded::next(rows).is_some()) => {
            view! { <ListEnd words=text.loading() is_loading=true/> }.into_any()
        }
        None => view! { <ListEnd words=text.all_visits_shown()/> }.into_any(),
    }
}
