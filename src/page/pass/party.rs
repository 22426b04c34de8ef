//! The passes of those who come together: each has a code of its own, and one leads to the next.

use super::use_pass;
use crate::api::error::ApiError;
use crate::api::visit::{Part, list};
use crate::context::{use_href, use_session};
use crate::domain::id::{Batch, OrderId};
use crate::domain::paging::Page;
use crate::domain::visit::Visit;
use crate::reactive::{DynSignal, effect};
use crate::resource::{Remote, use_optional_api};
use crate::route::Route;
use crate::text::use_text;
use leptos::prelude::*;

/// The passes before and after one, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Neighbours {
    pub previous: Option<Route>,
    pub next: Option<Route>,
}

/// Links to the other passes of the party; nothing where the channel names no party. Only visits of one batch belong
/// together, and only the mini-program's calls name batches.
#[component]
pub fn Party(neighbours: RwSignal<Neighbours>) -> impl IntoView {
    let pass = use_pass().pass;
    use_session().context.in_mini_program().then(|| {
        let batch = DynSignal::memo(move || pass.with(|pass| pass.batch.clone()));
        view! { {move || batch.get().map(|batch| view! { <PassesOfBatch batch=batch neighbours=neighbours/> })} }
    })
}

/// Where a pass lies among those of its party.
#[derive(Debug, Clone, PartialEq)]
struct Position {
    previous: Option<Visit>,
    own: Visit,
    next: Option<Visit>,
    number: usize,
    count: usize,
}

impl Position {
    /// The position of an order; none without other passes.
    fn find(answer: Remote<Result<Page<Visit>, ApiError>>, batch: &Batch, order: &OrderId) -> Option<Self> {
        let Remote::Ready(Ok(page)) = answer else { return None };
        let is_in_party = |visit: &Visit| visit.batch.as_ref() == Some(batch) && (visit.status.has_pass() || visit.order == *order);
        let mut passes: Vec<Visit> = page.items.into_iter().filter(is_in_party).collect();
        passes.dedup_by(|first, second| first.order == second.order);
        let index = passes.iter().position(|visit| visit.order == *order).filter(|_| passes.len() > 1)?;
        let visit = |index: usize| passes.get(index).cloned();
        Some(Self {
            previous: index.checked_sub(1).and_then(visit),
            own: visit(index)?,
            next: visit(index + 1),
            number: index + 1,
            count: passes.len(),
        })
    }

    fn neighbours(&self) -> Neighbours {
        let route = |visit: &Option<Visit>| visit.as_ref().map(|visit| Route::Pass(visit.visit_ref()));
        Neighbours { previous: route(&self.previous), next: route(&self.next) }
    }
}

#[component]
fn PassesOfBatch(batch: Batch, neighbours: RwSignal<Neighbours>) -> impl IntoView {
    let text = use_text();
    let order = use_pass().pass.with_untracked(|pass| pass.order.clone());
    let visits = use_optional_api(|context| list(context, &Part::Upcoming, 1)).refresh_on_return();
    let position = DynSignal::memo(move || Position::find(visits.get(), &batch, &order));
    effect(move || neighbours.set(position.with(|position| position.as_ref().map(Position::neighbours)).unwrap_or_default()));
    let shown = move || {
        let Position { previous, own, next, number, count } = position.get()?;
        let links = view! {
            <nav class="pass__party" aria-label=text.passes()>
                <NeighbourLink label=text.previous_pass() visit=previous/>
                <span class="pass__position">
                    <strong class="pass__visitor">{own.visitor_name}</strong>
                    <span class="pass__hint">{text.pass_of(number, count)}</span>
                </span>
                <NeighbourLink label=text.next_pass() visit=next/>
            </nav>
        };
        Some(links.into_any())
    };
    view! { {move || shown()} }
}

/// A link to a neighbour's pass; an empty place where there is none.
#[component]
fn NeighbourLink(label: &'static str, visit: Option<Visit>) -> impl IntoView {
    match visit {
        Some(visit) => {
            let href = use_href(&Route::Pass(visit.visit_ref()));
            view! { <a class="pass__neighbour" href=href>{format!("{label} {}", visit.visitor_name)}</a> }.into_any()
        }
        None => view! { <span class="pass__neighbour"></span> }.into_any(),
    }
}
