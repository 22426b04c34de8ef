//! One visit: how it stands, what comes next, what may be done, and its facts.

mod actions;
mod cancel;
mod companions;

use crate::api;
use crate::context::{use_href, use_session};
use crate::domain::private::Viewer;
use crate::domain::time::SiteTime;
use crate::domain::venue::Mode;
use crate::domain::visit::timeline::Step;
use crate::domain::visit::{Visit, VisitRef};
use crate::layout::VisitorScreen;
use crate::platform::clock;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, OptionView, use_api};
use crate::route::Route;
use crate::text::{Text, use_text};
use crate::ui::cell::Facts;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use crate::ui::outcome::Outcome;
use crate::ui::timeline::{Timeline, TimelineStep};
use crate::visit::{CancelFailure, CancelNote};
use actions::Actions;
use companions::Companions;
use leptos::prelude::*;

/// One of the visitor's visits.
#[component]
pub fn VisitPage(visit: VisitRef) -> impl IntoView {
    let text = use_text();
    let resource = use_api(move |context| api::visit::detail(context, &visit)).refresh_on_return();
    let refetch = Callback::new(move |()| resource.refetch());
    let failure = RwSignal::new(None);
    let visits = StoredValue::new(use_href(&Route::Visits));
    let absent = move || {
        let next = Some((text.my_visits(), visits.get_value()));
        view! { <Empty title=text.visit_not_found_title() detail=text.visit_not_found_detail() next=next/> }
    };
    let ready = move |found| {
        view! { <OptionView value=found absent=absent children=move |visit| view! { <VisitDetail visit=visit on_change=refetch failure=failure/> }/> }
    };
    let links = view! { <FrameLink label=text.my_visits() href=visits.get_value()/> }.into_any();
    view! {
        <VisitorScreen title=text.visit() links=links>
            <CancelNote failure=failure visit=resource/>
            <AsyncView value=resource.signal() on_retry=refetch children=ready/>
        </VisitorScreen>
    }
}

/// A visit that is there. `on_change` is called when it may stand differently now.
#[component]
fn VisitDetail(visit: DynSignal<Visit>, on_change: Callback<()>, failure: RwSignal<Option<CancelFailure>>) -> impl IntoView {
    let (text, viewer) = (use_text(), use_session().viewer());
    let hint = (viewer == Viewer::Stranger).then(|| view! { <p class="visit__hint">{text.stranger_hint()}</p> }.into_any());
    view! {
        <div class="visit">
            {hint}
            {move || visit.with(|visit| status(text, visit))}
            <Actions visit=visit on_change=on_change failure=failure/>
            <Companions visit=visit on_change=on_change/>
            {move || visit.with(|visit| details(text, visit, viewer, clock::now_shown()))}
        </div>
    }
}

fn status(text: Text, visit: &Visit) -> AnyView {
    let meaning = if visit.is_gathering { text.gathering() } else { text.status_meaning(&visit.status) };
    view! {
        <Outcome tone=visit.status.tone() title=text.status(&visit.status) detail=meaning/>
        <Facts facts=vec![(text.remark(), visit.remark.clone())]/>
    }
    .into_any()
}

fn details(text: Text, visit: &Visit, viewer: Viewer, now: SiteTime) -> AnyView {
    let step = |step: Step| TimelineStep {
        words: text.step(step.event).to_owned(),
        time: step.at.map(|time| text.moment(time, now)).unwrap_or_default(),
        when: step.when,
    };
    let host_label = if visit.mode == Some(Mode::Place) { text.place() } else { text.host() };
    let about_visit = vec![
        (text.time(), visit.stay.map(|stay| text.stay(&stay, now)).unwrap_or_default()),
        (host_label, visit.host.name.clone()),
        (text.department(), visit.host_department.clone()),
        (text.enterprise(), visit.host_company.clone()),
        (text.purpose(), visit.purpose.clone()),
    ];
    let about_visitor = vec![
        (text.visitor(), visit.visitor_name.clone()),
        (text.phone(), visit.visitor_phone.shown_to(viewer)),
        (text.company(), visit.visitor_company.clone()),
        (text.people(), visit.people.map(|people| people.to_string()).unwrap_or_default()),
        (text.car(), visit.car.shown_to(viewer)),
    ];
    view! {
        <Timeline label=text.progress() steps=visit.timeline().into_iter().map(step).collect()/>
        <Facts facts=about_visit/>
        <Facts heading=text.about_you() facts=about_visitor/>
    }
    .into_any()
}
