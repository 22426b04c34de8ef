//! Come along with somebody who booked: what it is about, a few questions, and yes.

mod confirm;

use crate::api::visit::Part;
use crate::api::{companion, form, visit};
use crate::context::{use_href, use_session, use_tab_session};
use crate::domain::booking::field::Field;
use crate::domain::companion::Outing;
use crate::domain::id::Batch;
use crate::domain::venue::Mode;
use crate::domain::visit::Visit;
use crate::layout::VisitorScreen;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, Remote, RemoteSignal, use_api, use_optional_api};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::button::ButtonLink;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::visit::OpenInMiniProgram;
use confirm::{ConfirmForm, OutingFacts};
use leptos::prelude::*;

/// Asks a companion to confirm by the link of a party, by the mini-program's calls wherever it was opened.
#[component]
pub fn CompanionsPage(batch: Batch) -> impl IntoView {
    let text = use_text();
    let is_known = use_session().is_known();
    // In another channel, the list is another one.
    let has_list = is_known && use_tab_session().context.in_mini_program();
    let links = has_list.then(|| view! { <FrameLink label=text.my_visits() href=use_href(&Route::Visits)/> }).into_any();
    let content = if is_known { view! { <Party batch=batch/> }.into_any() } else { view! { <UnknownCompanion batch=batch/> }.into_any() };
    view! { <VisitorScreen title=text.companionship() links=links>{content}</VisitorScreen> }
}

/// What a companion is asked to come along to, and the way into the mini-program, which knows who confirms.
#[component]
fn UnknownCompanion(batch: Batch) -> impl IntoView {
    let (text, wanted) = (use_text(), batch.clone());
    let outing = use_optional_api(move |_| companion::preview(wanted.clone()));
    let facts = move || match outing.get() {
        Remote::Ready(Ok(Some(outing))) => Some(view! { <OutingFacts outing=outing/> }.into_any()),
        _ => None,
    };
    let book = use_href(&Route::Book);
    view! {
        {move || facts()}
        <OpenInMiniProgram route=Route::Companions(batch)/>
        <div class="companions__actions">
            <ButtonLink label=text.back_to_start() href=book/>
        </div>
    }
}

/// What the link of a party leads to.
#[derive(Debug, Clone, PartialEq)]
enum Target {
    /// The companion has confirmed already.
    Joined(Box<Visit>),
    /// What the companion is asked to come along to, and the questions.
    Open(Outing, Vec<Field>),
    /// The answer holds no party.
    Nowhere,
}

#[component]
fn Party(batch: Batch) -> impl IntoView {
    let wanted = batch.clone();
    let outing = use_api(move |_| companion::preview(wanted.clone()));
    let mine = use_api(|context| visit::list(context, &Part::Upcoming, 1));
    let questions = use_api(|context| form::questions(context, Mode::Person));
    let own = batch.clone();
    let value = RemoteSignal::derive(move || {
        let joined = mine.get().map(|mine| mine.items.into_iter().find(|visit| visit.batch.as_ref() == Some(&own)));
        match joined {
            Remote::Ready(Some(visit)) => Remote::Ready(Target::Joined(Box::new(visit))),
            joined => outing.get().and(joined).and(questions.get()).map(|((outing, _), questions)| match outing {
                Some(outing) => Target::Open(outing, questions),
                None => Target::Nowhere,
            }),
        }
    });
    let retry = move || {
        outing.refetch_if_failed();
        mine.refetch_if_failed();
        questions.refetch_if_failed();
    };
    let ready = move |target: DynSignal<Target>| match target.get_untracked() {
        Target::Joined(visit) => view! { <Joined visit=*visit/> }.into_any(),
        Target::Open(outing, questions) => view! { <ConfirmForm batch=batch.clone() outing=outing questions=questions/> }.into_any(),
        Target::Nowhere => view! { <NoOuting/> }.into_any(),
    };
    view! { <AsyncView value=value on_retry=retry children=ready/> }
}

/// Says that the companion has confirmed already.
#[component]
fn Joined(visit: Visit) -> impl IntoView {
    let text = use_text();
    let next = Some((text.see_visit(), use_href(&Route::Visit(visit.visit_ref()))));
    view! { <Empty title=text.in_party_title() detail=text.in_party_detail() next=next/> }
}

/// Says that the link leads nowhere.
#[component]
fn NoOuting() -> impl IntoView {
    let text = use_text();
    let next = Some((text.my_visits(), use_href(&Route::Visits)));
    view! { <Empty title=text.no_outing_title() detail=text.no_outing_detail() next=next/> }
}
