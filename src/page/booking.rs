//! Book a visit: read and promise, choose whom, fill in the form, send it.

mod desk;
mod drafts;
mod form;
mod photos;
mod preface;
mod question;
mod sending;
mod subject;

use super::{FrameLink, LanguageSwitch, Site};
use crate::api::commitment::{GetCommitments, GetParkNotice};
use crate::api::error::ApiError;
use crate::api::form::{GetFields, fields};
use crate::api::venue::{GetOffer, ListAreas, areas};
use crate::domain::booking::field::Field;
use crate::domain::booking::{Form, HostSearch, Subject};
use crate::domain::commitment::{Commitments, Letter};
use crate::domain::venue::{Area, Mode, Offer};
use crate::remote::{Load, Loading, Remote, load};
use crate::route::Route;
use crate::text::Text;
use crate::ui::empty::Empty;
use crate::ui::frame::Frame;
use desk::{Desk, Earlier};
use drafts::Drafts;
use form::FormView;
use leptos::prelude::*;
use preface::Preface;
use subject::ModeChoice;

#[component]
pub fn BookingPage(site: Site) -> impl IntoView {
    let text = Text::here();
    let drafts = Drafts::of(&site.session);
    let mode = RwSignal::new(drafts.mode().unwrap_or(Mode::Person));
    let opening = Opening::load(&site, mode);
    let links = {
        let visits = site.href(&Route::Visits);
        move || view! { <FrameLink label=text.my_visits() href=visits.clone()/> <LanguageSwitch/> }
    };
    let agreed = RwSignal::new(false);
    let value = Signal::derive(move || opening.rules());
    let ready = move |rules: Rules| {
        if rules.offer.modes().is_empty() {
            return view! { <Empty title=text.closed_title() detail=text.closed_detail() next=None/> }.into_any();
        }
        let (site, drafts) = (site.clone(), drafts.clone());
        let rules = StoredValue::new(rules);
        let preface_or_form = move || {
            if agreed.get() || rules.with_value(Rules::say_nothing) {
                view! { <FormPart site=site.clone() drafts=drafts.clone() opening mode rules/> }.into_any()
            } else {
                view! { <Preface rules=rules.get_value() on_agree=move || agreed.set(true)/> }.into_any()
            }
        };
        preface_or_form.into_any()
    };
    view! { <Frame title=text.book_a_visit() links><Load value retry=move || opening.reload_failed() children=ready/></Frame> }
}

/// What the site lays down before the form.
#[derive(Debug, Clone, PartialEq)]
struct Rules {
    offer: Offer,
    commitments: Commitments,
    /// The park's notice. Where it could not be read, nobody is kept from booking.
    notice: Result<Option<Letter>, ApiError>,
}

impl Rules {
    /// Whether there is nothing to read or promise before the form.
    fn say_nothing(&self) -> bool {
        let no_notice = matches!(self.notice, Ok(None));
        no_notice && self.commitments.before.is_empty() && self.commitments.letter.is_none()
    }
}

/// Everything the page asks for when it opens, all at once.
#[derive(Clone, Copy)]
struct Opening {
    commitments: Loading<Commitments>,
    offer: Loading<Offer>,
    notice: Loading<Result<Option<Letter>, ApiError>>,
    fields: Loading<Vec<Field>>,
    areas: Loading<Vec<Area>>,
}

impl Opening {
    fn load(site: &Site, mode: RwSignal<Mode>) -> Self {
        let (for_commitments, for_offer, for_notice, for_fields, for_areas) = (site.clone(), site.clone(), site.clone(), site.clone(), site.clone());
        Self {
            commitments: load(move || {
                let client = for_commitments.client.clone();
                async move { client.send(&GetCommitments {}).await.map(Commitments::from) }
            }),
            offer: load(move || {
                let client = for_offer.client.clone();
                async move { client.send(&GetOffer {}).await.map(Offer::from) }
            }),
            notice: load(move || {
                let client = for_notice.client.clone();
                async move { Ok(client.send(&GetParkNotice {}).await.map(|wire| wire.letter())) }
            }),
            fields: load(move || {
                let call = GetFields::for_visitor(for_fields.session.app.as_ref(), mode.get_untracked());
                let client = for_fields.client.clone();
                async move { client.send(&call).await.map(fields) }
            }),
            areas: load(move || {
                let call = ListAreas::for_visitor(for_areas.session.open_id.as_ref());
                let client = for_areas.client.clone();
                async move { client.send(&call).await.map(areas) }
            }),
        }
    }

    fn rules(self) -> Remote<Rules> {
        let joined = self.offer.get().and(self.commitments.get()).and(self.notice.get());
        joined.map(|((offer, commitments), notice)| Rules { offer, commitments, notice })
    }

    fn questions(self) -> Remote<(Vec<Field>, Vec<Area>)> {
        self.fields.get().and(self.areas.get())
    }

    fn reload_failed(self) {
        self.offer.reload_if_failed();
        self.commitments.reload_if_failed();
        self.fields.reload_if_failed();
        self.areas.reload_if_failed();
    }
}

/// The form of the chosen mode. What was typed in the other mode is carried over.
#[component]
fn FormPart(site: Site, drafts: Drafts, opening: Opening, mode: RwSignal<Mode>, rules: StoredValue<Rules>) -> impl IntoView {
    let offered = rules.with_value(|rules| rules.offer.modes());
    if let Some(&first) = offered.first()
        && !offered.contains(&mode.get_untracked())
    {
        mode.set(first);
        opening.fields.reload();
    }
    let earlier = StoredValue::new(Earlier::default());
    let choose = move |chosen: Mode| {
        mode.set(chosen);
        opening.fields.reload();
    };
    let value = Signal::derive(move || opening.questions());
    let ready = move |(fields, areas): (Vec<Field>, Vec<Area>)| {
        let subject = rules.with_value(|rules| subject_for(mode.get_untracked(), &rules.offer));
        let fresh = rules.with_value(|rules| Form::new(subject, fields, areas, &rules.commitments));
        let desk = Desk::open(site.clone(), drafts.clone(), fresh, earlier);
        view! { <FormView desk/> }
    };
    view! {
        <ModeChoice offered mode on_choose=choose/>
        <Load value retry=move || opening.reload_failed() children=ready/>
    }
}

fn subject_for(mode: Mode, offer: &Offer) -> Subject {
    match mode {
        Mode::Person => Subject::Person(HostSearch::default()),
        Mode::Place => Subject::Place { offered: offer.places.clone(), chosen: (offer.places.len() == 1).then_some(0) },
    }
}
