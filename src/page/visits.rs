//! My visits: what is booked and how it stands.

use super::{Site, language_switch};
use crate::api::error::ApiError;
use crate::api::visit::{self, Part};
use crate::domain::paging::{Loaded, Page};
use crate::domain::time::SiteTime;
use crate::domain::visit::Visit;
use crate::platform::clock;
use crate::remote::{PageLife, Remote, four_faces, load};
use crate::route::Route;
use crate::state::State;
use crate::text::Text;
use crate::ui::badge::badge;
use crate::ui::button::quiet_button;
use crate::ui::cell::{cells, link_cell};
use crate::ui::element::{El, all, block, live};
use crate::ui::empty::empty;
use crate::ui::failed::failed;
use crate::ui::frame::{frame, frame_link};

pub fn visits_page(site: Site) -> El {
    let text = Text::here();
    let book = site.href(&Route::Book);
    let links = [frame_link(text.book_a_visit(), &book), language_switch()];
    let list = if site.session.is_known() {
        list(site, book)
    } else {
        empty(text.list_needs_identity_title(), text.list_needs_identity_detail(), Some((text.back_to_start(), &book)))
    };
    frame(text.my_visits(), links, list)
}

fn list(site: Site, book: String) -> El {
    let text = Text::here();
    let first = load({
        let site = site.clone();
        move || page(site.clone(), 1)
    });
    let ready = move |first: Page<Visit>| {
        if first.items.is_empty() {
            return empty(text.no_visits_title(), text.no_visits_detail(), Some((text.book_a_visit(), &book)));
        }
        rows(&site, first)
    };
    four_faces(move || first.get(), move || first.reload(), ready)
}

/// The rows loaded so far. A page that fails keeps them, and can be asked for again.
fn rows(site: &Site, first: Page<Visit>) -> El {
    let text = Text::here();
    let loaded = State::new(Loaded::first(first));
    let more = State::new(None::<Remote<()>>);
    let (for_rows, for_more, life) = (site.clone(), site.clone(), PageLife::here());
    let load_more = move || {
        let Some(number) = loaded.with_untracked(Loaded::next_page) else { return };
        let asked = page(for_more.clone(), number);
        more.set(Some(Remote::Waiting));
        life.spawn(async move {
            let answer = asked.await;
            more.set(answer.map_or_else(
                |error| Some(Remote::Failed(error)),
                |page| {
                    loaded.update(|loaded| loaded.append(page));
                    None
                },
            ));
        });
    };
    let end = live(move || match more.get() {
        Some(Remote::Failed(error)) => failed(&text.failure(&error), text.retry(), load_more.clone()),
        Some(_) => quiet_button(text.loading(), || ()).attr("disabled", ""),
        None if loaded.with(|loaded| loaded.next_page().is_some()) => quiet_button(text.more_visits(), load_more.clone()),
        None => block("p", "visits__end").text(text.all_visits_shown()),
    });
    let now = clock::now();
    let rows =
        live(move || cells("", loaded.with(|loaded| loaded.items.iter().map(|visit| row(&for_rows, visit, now)).collect::<Vec<_>>())));
    all([rows, end])
}

fn row(site: &Site, visit: &Visit, now: SiteTime) -> El {
    let text = Text::here();
    let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, now));
    let what = block("div", "visits__what")
        .child(block("strong", "visits__host").text(&visit.host.name))
        .child(block("span", "visits__when").text(&when))
        .child(block("span", "visits__purpose").text(&visit.purpose));
    let href = site.href(&Route::Visit(visit.name()));
    link_cell(&href, [what, badge(&text.status(&visit.status), visit.status.mood())])
}

async fn page(site: Site, number: usize) -> Result<Page<Visit>, ApiError> {
    site.client.send(visit::list(&site.session.caller, &Part::Upcoming, number)).await
}
