//! The passes of those who come together: each has a code of its own, and one leads to the next.

use crate::api::visit::{Part, list};
use crate::domain::pass::Pass;
use crate::domain::visit::Visit;
use crate::old_ui::element::{El, block, live, nothing};
use crate::page::Site;
use crate::remote::Remote;
use crate::route::Route;
use crate::text::Text;
use leptos::prelude::*;

/// The passes before and after one, as far as they are known.
pub type Neighbours = RwSignal<[Option<Route>; 2]>;

/// The way to the other passes of the party; nothing where the channel tells of none. Only visits of one batch belong
/// together, and only the mini-program's calls name batches.
pub fn party(site: &Site, pass: &Pass, neighbours: Neighbours) -> El {
    let Some(batch) = pass.batch.clone().filter(|_| site.session.context.in_mini_program()) else { return nothing() };
    let told = site.try_load(|context| list(context, &Part::Upcoming, 1));
    let (site, own) = (site.clone(), pass.visit_ref());
    live(move || {
        let Remote::Ready(Ok(page)) = told.get() else { return nothing() };
        let of_party = |visit: &Visit| visit.batch.as_ref() == Some(&batch) && (visit.status.has_pass() || visit.order == own.order);
        let mut passes: Vec<Visit> = page.items.into_iter().filter(of_party).collect();
        passes.dedup_by(|first, second| first.order == second.order);
        let Some(place) = passes.iter().position(|visit| visit.order == own.order) else { return nothing() };
        if passes.len() < 2 {
            return nothing();
        }
        let route = |place: Option<usize>| Some(Route::Pass(passes.get(place?)?.visit_ref()));
        neighbours.set([route(place.checked_sub(1)), route(Some(place + 1))]);
        ways(&site, &passes, place)
    })
}

/// The one before, which one this is, the one after.
fn ways(site: &Site, passes: &[Visit], place: usize) -> El {
    let text = Text::here();
    let way = |label: &str, place: Option<usize>| {
        let visit = place.and_then(|place| passes.get(place));
        let Some(visit) = visit else { return block("span", "pass__way") };
        let href = site.href(&Route::Pass(visit.visit_ref()));
        block("a", "pass__way").attr("href", &href).text(&[label, " ", &visit.visitor_name].concat())
    };
    let own = passes.get(place).map(|visit| visit.visitor_name.as_str()).unwrap_or_default();
    let middle = block("span", "pass__place")
        .child(block("strong", "pass__whose").text(own))
        .child(block("span", "pass__hint").text(&text.pass_of(place + 1, passes.len())));
    block("nav", "pass__party")
        .attr("aria-label", text.passes())
        .child(way(text.previous_pass(), place.checked_sub(1)))
        .child(middle)
        .child(way(text.next_pass(), Some(place + 1)))
}
