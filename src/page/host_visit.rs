//! One visit, as its host sees it: its status, what may be done, what happened, and its facts.

mod actions;
mod cancel;
mod context;
mod facts;

use crate::access::AccessPanel;
use crate::context::{use_href, use_navigation};
use crate::decision::{DecisionController, DecisionProvider};
use crate::domain::visit::timeline::Step;
use crate::domain::visit::{HostVisitId, Visit};
use crate::layout::{BackButton, HostScreen};
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::AsyncView;
use crate::route::{HostRoute, Route};
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::outcome::Outcome;
use crate::ui::timeline::{Timeline, TimelineStep};
use crate::visit::{CancelNote, use_host_visit_changes};
use actions::Actions;
use context::HostVisitContext;
use facts::{Answers, Areas, Companions, Remarks, Summary};
use leptos::prelude::*;

/// A visit on a page of its own.
#[component]
pub fn HostVisitPage(id: HostVisitId) -> impl IntoView {
    let text = use_text();
    let link = |label: &'static str, route| view! { <FrameLink label=label href=use_href(&Route::Host(route))/> };
    // A link in a message opens this page first: it leads on to the lists all the same.
    let approvals = (!use_navigation().has_past()).then(|| link(text.approvals(), HostRoute::Approvals));
    let links = view! {
        <BackButton/>
        {approvals}
        {link(text.receptions(), HostRoute::Receptions)}
    };
    view! {
        <HostScreen route=HostRoute::Visit(id.clone()) title=text.host_visit() links=links.into_any()>
            <HostVisitDetail id=id/>
        </HostScreen>
    }
}

/// The visit, on its page and beside the lists. Beside the list of approvals, that page shows the decisions.
#[component]
pub fn HostVisitDetail(id: HostVisitId) -> impl IntoView {
    if use_context::<DecisionController>().is_some() {
        return view! { <HostVisit id=id/> }.into_any();
    }
    let changes = use_host_visit_changes();
    view! { <DecisionProvider on_decided=move |_| changes.notify()><HostVisit id=id/></DecisionProvider> }.into_any()
}

#[component]
fn HostVisit(id: HostVisitId) -> impl IntoView {
    let text = use_text();
    let context = HostVisitContext::new(id);
    provide_context(context.clone());
    context.refresh_when_decided();
    let (resource, news) = (context.resource, context.news);
    let (visit, is_missing) = (context.visit(), context.is_missing());
    let list = use_href(&Route::Host(HostRoute::Receptions));
    let content = move || {
        if is_missing.get() {
            let next = Some((text.receptions(), list.clone()));
            view! { <Empty title=text.host_visit_not_found_title() detail=text.host_visit_not_found_detail() next=next/> }.into_any()
        } else {
            let retry = move || resource.refetch();
            view! { <AsyncView value=visit on_retry=retry children=|visit| view! { <VisitContent visit=visit/> }/> }.into_any()
        }
    };
    view! {
        <p class="host-visit__news" role="status">{move || news.get()}</p>
        <CancelNote failure=context.cancel_failure visit=resource/>
        {move || content()}
    }
}

#[component]
fn VisitContent(visit: DynSignal<Visit>) -> impl IntoView {
    view! {
        <StatusOutcome visit=visit/>
        <Summary visit=visit/>
        <Actions visit=visit/>
        <AccessPanel visit=visit/>
        <Remarks visit=visit/>
        <Areas visit=visit/>
        <Companions visit=visit/>
        <Answers visit=visit/>
        <Progress visit=visit/>
    }
}

#[component]
fn StatusOutcome(visit: DynSignal<Visit>) -> impl IntoView {
    let text = use_text();
    let status = DynSignal::memo(move || visit.with(|visit| visit.status.clone()));
    let shown = move || {
        status.with(|status| {
            view! { <Outcome tone=status.tone() title=text.host_status(status) detail=text.host_status_meaning(status)/> }.into_any()
        })
    };
    view! { {move || shown()} }
}

/// What happened, what holds now, and what comes next.
#[component]
fn Progress(visit: DynSignal<Visit>) -> impl IntoView {
    let text = use_text();
    let steps = DynSignal::memo(move || visit.with(Visit::timeline));
    let shown = move || {
        let now = clock::now_shown();
        let step = |step: Step| TimelineStep {
            words: text.host_step(step.event).to_owned(),
            time: step.at.map(|time| text.moment(time, now)).unwrap_or_default(),
            when: step.when,
        };
        let steps = steps.get().into_iter().map(step).collect();
        view! { <Timeline label=text.progress() steps=steps/> }.into_any()
    };
    view! { {move || shown()} }
}
