//! Change a visit that still waits or was returned: the same form, filled in as it was booked, the host fixed.

use super::booking_form::{BookingForm, BookingState, Purpose};
use super::form_view::FormView;
use super::resources::{Questions, join};
use crate::api::{area, form, visit};
use crate::context::{use_href, use_session};
use crate::domain::booking::Form;
use crate::domain::venue::Mode;
use crate::domain::visit::{Visit, VisitRef};
use crate::form::DraftStore;
use crate::layout::VisitorScreen;
use crate::reactive::DynSignal;
use crate::resource::{AsyncView, use_api};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::frame::FrameLink;
use leptos::context::Provider;
use leptos::prelude::*;

/// The form of a visit that can be changed.
#[component]
pub fn ChangePage(visit: VisitRef) -> impl IntoView {
    let (text, session) = (use_text(), use_session());
    let detail = use_href(&Route::Visit(visit.clone()));
    let links = view! { <FrameLink label=text.see_the_visit() href=detail.clone()/> }.into_any();
    let booked = use_api(move |context| visit::detail(context, &visit));
    let visits = use_href(&Route::Visits);
    let ready = move |booked: DynSignal<Option<Visit>>| match booked.get_untracked() {
        Some(visit) if visit.status.may_be_changed() => {
            let session = visit.enterprise().map_or_else(|| session.clone(), |enterprise| session.at(enterprise));
            view! { <Provider value=session><ChangeForm visit=visit/></Provider> }.into_any()
        }
        None => {
            let next = Some((text.my_visits(), visits.clone()));
            view! { <Empty title=text.visit_not_found_title() detail=text.visit_not_found_detail() next=next/> }.into_any()
        }
        Some(_) => {
            let next = Some((text.see_the_visit(), detail.clone()));
            view! { <Empty title=text.not_changeable_now_title() detail=text.not_changeable_now_detail() next=next/> }.into_any()
        }
    };
    view! {
        <VisitorScreen title=text.change_visit() links=links>
            <AsyncView value=booked.signal() on_retry=move || booked.refetch() children=ready/>
        </VisitorScreen>
    }
}

#[component]
fn ChangeForm(visit: Visit) -> impl IntoView {
    let mode = visit.mode.unwrap_or(Mode::Person);
    let fields = use_api(move |context| form::questions(context, mode));
    let areas = use_api(area::for_visitor);
    let retry = move || {
        fields.refetch_if_failed();
        areas.refetch_if_failed();
    };
    let drafts = DraftStore::of_route(&use_session(), &Route::ChangeVisit(visit.visit_ref()));
    let ready = move |questions: DynSignal<Questions>| {
        let (fields, areas) = questions.get_untracked();
        let form = Form::to_change(&visit, fields, areas);
        view! { <FormView booking=BookingForm::open(drafts.clone(), Purpose::Change(visit.visit_ref()), form, BookingState::new())/> }
    };
    view! { <AsyncView value=join(fields, areas) on_retry=retry children=ready/> }
}
