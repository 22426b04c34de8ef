//! My visits: what is booked and how it stands.

use super::{FrameLink, LanguageSwitch, Site};
use crate::api::error::ApiError;
use crate::api::visit::ListVisits;
use crate::domain::paging::{Loaded, Page};
use crate::domain::time::SiteTime;
use crate::domain::visit::Visit;
use crate::platform::clock;
use crate::remote::{Load, PageLife, Remote, load};
use crate::route::Route;
use crate::text::Text;
use crate::ui::badge::Badge;
use crate::ui::button::{Button, Weight};
use crate::ui::cell::{Cells, LinkCell};
use crate::ui::empty::Empty;
use crate::ui::failed::Failed;
use crate::ui::frame::Frame;
use leptos::prelude::*;

#[component]
pub fn VisitsPage(site: Site) -> impl IntoView {
    let text = Text::here();
    let book = site.href(&Route::Book);
    let links = {
        let book = book.clone();
        move || view! { <FrameLink label=text.book_a_visit() href=book.clone()/> <LanguageSwitch/> }
    };
    let list = if site.session.is_known() {
        view! { <VisitList site/> }.into_any()
    } else {
        let next = Some((text.back_to_start(), book));
        view! { <Empty title=text.list_needs_identity_title() detail=text.list_needs_identity_detail() next/> }.into_any()
    };
    view! { <Frame title=text.my_visits() links>{list}</Frame> }
}

#[component]
fn VisitList(site: Site) -> impl IntoView {
    let text = Text::here();
    let first = load({
        let site = site.clone();
        move || page(site.clone(), 1)
    });
    let next = (text.book_a_visit(), site.href(&Route::Book));
    let ready = move |first: Page<Visit>| {
        if first.items.is_empty() {
            let next = Some(next.clone());
            return view! { <Empty title=text.no_visits_title() detail=text.no_visits_detail() next/> }.into_any();
        }
        view! { <Rows site=site.clone() first/> }.into_any()
    };
    view! { <Load value=first.signal() retry=move || first.reload() children=ready/> }
}

/// The rows loaded so far; a page that fails keeps them and can be asked for again.
#[component]
fn Rows(site: Site, first: Page<Visit>) -> impl IntoView {
    let text = Text::here();
    let loaded = RwSignal::new(Loaded::first(first));
    let more = RwSignal::new(None::<Remote<()>>);
    let now = clock::now();
    let navigation = site.navigation.clone();
    let life = PageLife::here();
    let load_more = move || {
        let Some(number) = loaded.with_untracked(Loaded::next_page) else { return };
        let asked = page(site.clone(), number);
        more.set(Some(Remote::Waiting));
        life.spawn(async move {
            match asked.await {
                Ok(page) => {
                    loaded.update(|loaded| loaded.append(page));
                    more.set(None);
                }
                Err(error) => more.set(Some(Remote::Failed(error))),
            }
        });
    };
    let end = move || match more.get() {
        Some(Remote::Failed(error)) => view! { <Failed sentence=text.failure(&error) retry_label=text.retry() retry=load_more.clone()/> }.into_any(),
        Some(_) => view! { <Button label=text.loading() weight=Weight::Quiet disabled=true on_tap=|| ()/> }.into_any(),
        None if loaded.with(|loaded| loaded.next_page().is_some()) => {
            view! { <Button label=text.more_visits() weight=Weight::Quiet on_tap=load_more.clone()/> }.into_any()
        }
        None => view! { <p class="visits__end">{text.all_visits_shown()}</p> }.into_any(),
    };
    view! {
        <Cells>
            <For each=move || loaded.with(|loaded| loaded.items.clone()) key=|visit| visit.order.clone() let(visit)>
                <Row href=navigation.href(&Route::Visit(visit.order.clone())) visit now/>
            </For>
        </Cells>
        {end}
    }
}

#[component]
fn Row(href: String, visit: Visit, now: SiteTime) -> impl IntoView {
    let text = Text::here();
    let when = visit.stay.map_or(text.time_unknown().to_owned(), |stay| text.stay(&stay, now));
    view! {
        <LinkCell href>
            <div class="visits__what">
                <strong class="visits__host">{visit.host.name}</strong>
                <span class="visits__when">{when}</span>
                <span class="visits__purpose">{visit.purpose}</span>
            </div>
            <Badge label=text.status(&visit.status) mood=visit.status.mood()/>
        </LinkCell>
    }
}

async fn page(site: Site, number: usize) -> Result<Page<Visit>, ApiError> {
    let call = ListVisits::page(site.session.open_id.as_ref(), number);
    site.client.send(&call).await.map(Page::from)
}
