//! What an employee is to decide on: what waits, what was not decided in time, what was decided.

pub mod state;

mod filter;
mod next;
mod row;
mod scan;
mod selection_bar;
mod signed_out;

use crate::api::host_visit::{self, HostVisitQuery, Part};
use crate::context::use_session;
use crate::decision::{DecisionProvider, use_decisions};
use crate::domain::approval::queue::{DecisionNumber, DecisionQueue};
use crate::domain::visit::{HostVisitId, Status};
use crate::layout::{BackButton, HostScreen, SideBySide};
use crate::resource::list::{ListView, ListWords, use_list};
use crate::route::{HostList, HostRoute};
use crate::text::{Text, use_text};
use crate::ui::empty::Empty;
use crate::ui::tabs::{TabButton, Tabs};
use crate::visit::{current_row, use_host_visit_changes, visits_of};
use filter::ApprovalsFilter;
use leptos::prelude::*;
use next::NextAfterDecision;
use row::ApprovalRow;
use selection_bar::SelectionBar;
use signed_out::SignedOut;
use state::{ApprovalsState, use_approvals};

/// The lists of approvals, and the visit that was chosen in them on a wide screen.
#[component]
pub fn ApprovalsPage(
    /// Draws the chosen visit.
    #[prop(into)]
    detail: Callback<HostVisitId, AnyView>,
) -> impl IntoView {
    let text = use_text();
    let links = view! { <BackButton/> }.into_any();
    view! {
        <HostScreen route=HostRoute::Approvals title=text.approvals() links=links wide=true>
            <Approvals detail=detail/>
        </HostScreen>
    }
}

#[component]
fn Approvals(detail: Callback<HostVisitId, AnyView>) -> impl IntoView {
    let (text, approvals) = (use_text(), use_approvals());
    approvals.restore_selection();
    let list = move || {
        let part = approvals.part.get();
        view! { <ApprovalList part=part/> }.into_any()
    };
    let visits = move || visits_of(approvals.list(approvals.part.get_untracked()));
    view! {
        <DecisionProvider on_decided=move |(id, status): (HostVisitId, Status)| approvals.set_status(&id, status)>
            <FailuresFirst/>
            <NextAfterDecision/>
            <SideBySide list=HostList::Approvals visits=visits detail=detail>
                <Tabs label=text.which_approvals()>{part_tabs(text, approvals)}</Tabs>
                {move || list()}
            </SideBySide>
        </DecisionProvider>
    }
}

/// Has the visits that a batch could not decide on stand first, once it is over.
#[component]
fn FailuresFirst() -> impl IntoView {
    let (approvals, queue) = (use_approvals(), use_decisions().store.queue);
    Effect::new(move |seen: Option<Vec<DecisionNumber>>| {
        let (seen, batches) = (seen.unwrap_or_default(), queue.with(DecisionQueue::failed_batches));
        let over = batches.iter().map(|(number, _)| *number).collect();
        untrack(|| batches.iter().filter(|(number, _)| !seen.contains(number)).for_each(|(_, failed)| approvals.bring_first(failed)));
        over
    });
}

/// A tab for each list that the channel has.
fn part_tabs(text: Text, approvals: ApprovalsState) -> Vec<AnyView> {
    let (flavor, shown) = (use_session().context.flavor, approvals.part);
    let parts = [(Part::Waiting, text.waiting()), (Part::Overdue, text.overdue()), (Part::Decided, text.decided_before())];
    let tab = |(part, label): (Part, &'static str)| {
        let show = move || {
            if shown.get_untracked() != part {
                shown.set(part);
            }
        };
        view! { <TabButton label=label is_current=Signal::derive(move || shown.get() == part) on_click=show/> }.into_any()
    };
    parts.into_iter().filter(|(part, _)| part.is_offered(flavor)).map(tab).collect()
}

#[component]
fn ApprovalList(part: Part) -> impl IntoView {
    let (text, approvals) = (use_text(), use_approvals());
    let rows = approvals.list(part);
    let list = use_list(rows, move |context, wanted| {
        let visitor = rows.query.get_untracked();
        let start = approvals.day.get_untracked().map(|day| day.span());
        host_visit::rows(context, part, HostVisitQuery { visitor: &visitor, start, sort: approvals.sort(part).get_untracked() }, wanted)
    });
    use_host_visit_changes().refresh(list);
    let empty = Callback::new(move |()| {
        let is_narrowed = approvals.day.with_untracked(Option::is_some) || !rows.query.with_untracked(String::is_empty);
        let (title, detail) = match part {
            _ if is_narrowed => (text.none_found_title(), text.none_found_detail()),
            Part::Overdue => (text.no_overdue_title(), text.no_overdue_detail()),
            Part::Decided => (text.no_decided_title(), text.no_decided_detail()),
            _ => (text.no_approvals_title(), text.no_approvals_detail()),
        };
        view! { <Empty title=title detail=detail/> }.into_any()
    });
    let words = ListWords { count: if part == Part::Waiting { Text::waiting_count } else { Text::visit_count }, empty };
    view! {
        <ListView list=list words=words current=current_row(rows) row=move |visit| view! { <ApprovalRow part=part visit=visit/> }.into_any()>
            <SignedOut list=list/>
            <ApprovalsFilter list=list part=part/>
            {(part == Part::Waiting).then(|| view! { <SelectionBar list=list/> })}
        </ListView>
    }
}
