//! Book a visit: read and promise, choose whom, fill in the form, send it. The same form changes a visit and books
//! another one like it.

mod booking_dialog;
mod booking_form;
mod change;
mod enterprise;
mod form_view;
mod has_agreed;
mod preface;
mod receipt;
mod resources;
mod sent;
mod subject_field;
mod submit;

pub use change::{ChangePage, ChangePageProps};
pub use has_agreed::HasAgreed;
pub use sent::{BookedPage, BookedPageProps, ChangedPage, ChangedPageProps};

use crate::api::channel::{ApiFlavor, Operation};
use crate::api::error::ApiError;
use crate::api::visit;
use crate::context::sign_in::is_back_at_form;
use crate::context::{use_href, use_session};
use crate::domain::booking::{Form, HostSearch, Subject};
use crate::domain::venue::{Mode, Offer};
use crate::domain::visit::{Visit, VisitRef};
use crate::form::{AttemptStore, DraftStore};
use crate::layout::VisitorScreen;
use crate::reactive::{DynSignal, memo};
use crate::resource::{AsyncView, use_optional_api};
use crate::route::Route;
use crate::text::use_text;
use crate::ui::empty::Empty;
use crate::ui::failed::Failed;
use crate::ui::frame::FrameLink;
use booking_form::{BookingForm, BookingState, Purpose};
use enterprise::EnterpriseChoice;
use form_view::FormView;
use leptos::context::Provider;
use leptos::prelude::*;
use preface::Preface;
use resources::{BookingResources, Questions, Rules};
use subject_field::ModeChoice;

/// A fresh booking.
#[component]
pub fn BookingPage() -> impl IntoView {
    let text = use_text();
    let flavor = use_session().context.flavor;
    let has_list = Operation::ListMyVisits.is_offered(flavor);
    let links = has_list.then(|| view! { <FrameLink label=text.my_visits() href=use_href(&Route::Visits)/> }).into_any();
    let content = match flavor {
        ApiFlavor::OfficialAccount => view! { <FreshBooking/> }.into_any(),
        ApiFlavor::MiniProgram => view! { <EnterpriseChoice><FreshBooking/></EnterpriseChoice> }.into_any(),
        ApiFlavor::WeCom => view! { <Empty title=text.not_here_title() detail=text.not_here_detail()/> }.into_any(),
    };
    view! { <VisitorScreen title=text.book_a_visit() links=links>{content}</VisitorScreen> }
}

#[component]
fn FreshBooking() -> impl IntoView {
    view! { <Booking drafts=DraftStore::of_booking(&use_session())/> }
}

/// Another booking like an earlier visit. Where that cannot be shown, the form starts empty, under a word about it.
#[component]
pub fn RepeatPage(visit: VisitRef) -> impl IntoView {
    let (text, session) = (use_text(), use_session());
    let links = view! { <FrameLink label=text.my_visits() href=use_href(&Route::Visits)/> }.into_any();
    let resource = use_optional_api({
        let visit = visit.clone();
        move |context| visit::detail(context, &visit)
    });
    let drafts = DraftStore::of_route(&session, &Route::BookAgain(visit));
    let retry = move || resource.refetch();
    let unlike = move |sentence: String| view! { <Failed sentence=sentence retry_label=text.retry() on_retry=retry/> };
    let form = move |earlier: Option<Visit>| {
        let session = earlier.as_ref().and_then(Visit::enterprise).map_or_else(|| session.clone(), |enterprise| session.at(enterprise));
        let drafts = drafts.clone();
        view! { <Provider value=session><Booking drafts=drafts earlier_visit=earlier/></Provider> }
    };
    let ready = move |earlier: DynSignal<Result<Option<Visit>, ApiError>>| {
        let form = form.clone();
        move || match earlier.get() {
            Ok(Some(visit)) => form(Some(visit)).into_any(),
            Ok(None) => view! { {unlike(text.visit_not_found_title().to_owned())} {form(None)} }.into_any(),
            Err(error) => view! { {unlike(text.failure(&error))} {form(None)} }.into_any(),
        }
    };
    view! {
        <VisitorScreen title=text.book_a_visit() links=links>
            <AsyncView value=resource.signal() on_retry=retry children=ready/>
        </VisitorScreen>
    }
}

/// What the site lays down, and then the form.
#[component]
fn Booking(
    drafts: DraftStore,
    /// The visit that the new one is to be like.
    #[prop(optional_no_strip)]
    earlier_visit: Option<Visit>,
) -> impl IntoView {
    let text = use_text();
    let mode = drafts.form_mode().or(earlier_visit.as_ref().and_then(|visit| visit.mode)).unwrap_or(Mode::Person);
    let resources = BookingResources::fetch(mode);
    let HasAgreed(has_agreed) = expect_context();
    // Who has sent a booking had agreed before: it is looked for first. So had who comes back from signing in to send it.
    if AttemptStore::of(&use_session()).latest(None).is_some() || is_back_at_form() {
        has_agreed.set(true);
    }
    let (drafts, earlier_visit) = (StoredValue::new(drafts), StoredValue::new(earlier_visit));
    let ready = move |rules: DynSignal<Rules>| {
        if rules.with_untracked(|rules| rules.offer.modes().is_empty()) {
            return view! { <Empty title=text.closed_title() detail=text.closed_detail()/> }.into_any();
        }
        let may_book = memo(move || has_agreed.get() || rules.with(Rules::say_nothing));
        let shown = move || {
            if may_book.get() {
                view! { <ModeForm resources=resources rules=rules drafts=drafts earlier_visit=earlier_visit/> }.into_any()
            } else {
                view! { <Preface rules=rules.get_untracked() on_agree=move || has_agreed.set(true)/> }.into_any()
            }
        };
        view! { {move || shown()} }.into_any()
    };
    view! { <AsyncView value=resources.rules on_retry=move || resources.refetch_failed() children=ready/> }
}

/// The form of the chosen mode. What was typed in the other mode is carried over.
#[component]
fn ModeForm(
    resources: BookingResources,
    rules: DynSignal<Rules>,
    drafts: StoredValue<DraftStore>,
    earlier_visit: StoredValue<Option<Visit>>,
) -> impl IntoView {
    let modes = rules.with_untracked(|rules| rules.offer.modes());
    if let Some(&first) = modes.first()
        && !modes.contains(&resources.mode.get_untracked())
    {
        resources.choose_mode(first);
    }
    let state = BookingState::new();
    let HasAgreed(has_agreed) = expect_context();
    on_cleanup(move || {
        // The next booking is promised anew.
        if state.has_arrived_untracked() {
            has_agreed.set(false);
        }
    });
    let ready = move |questions: DynSignal<Questions>| {
        let (fields, areas) = questions.get_untracked();
        let mode = resources.mode.get_untracked();
        let fresh = rules.with_untracked(|rules| Form::new(subject_for(mode, &rules.offer), fields, areas, &rules.commitments));
        let fresh = earlier_visit.with_value(|visit| visit.iter().fold(fresh, Form::to_repeat));
        view! { <FormView booking=BookingForm::open(drafts.get_value(), Purpose::Book, fresh, state)/> }
    };
    view! {
        {move || (!state.arrived.get()).then(|| view! { <ModeChoice modes=modes.clone() resources=resources/> })}
        <AsyncView value=resources.questions on_retry=move || resources.refetch_failed() children=ready/>
    }
}

fn subject_for(mode: Mode, offer: &Offer) -> Subject {
    match mode {
        Mode::Person => Subject::Person(HostSearch::default()),
        Mode::Place => Subject::Place { offered: offer.places.clone(), chosen: (offer.places.len() == 1).then_some(0) },
    }
}
