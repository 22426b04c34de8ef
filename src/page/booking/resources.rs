//! What the site lays down, and what it asks: everything that the form needs, fetched at once.

use crate::api::error::ApiError;
use crate::api::{area, commitment, form, venue};
use crate::domain::booking::field::Field;
use crate::domain::commitment::{Commitments, Letter};
use crate::domain::venue::{Area, Mode, Offer};
use crate::resource::{RemoteSignal, Resource, use_api, use_optional_api};
use leptos::prelude::*;

/// What the site lays down before the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    pub offer: Offer,
    pub commitments: Commitments,
    /// The park's notice. Where it could not be read, booking goes on without it.
    pub notice: Result<Option<Letter>, ApiError>,
}

impl Rules {
    /// Whether there is nothing to read or promise before the form.
    pub fn say_nothing(&self) -> bool {
        let no_notice = matches!(self.notice, Ok(None));
        no_notice && self.commitments.before.is_empty() && self.commitments.letter.is_none()
    }
}

/// The fields of the form, and the areas to choose from.
pub type Questions = (Vec<Field>, Vec<Area>);

/// Everything that a fresh booking needs.
#[derive(Clone, Copy)]
pub struct BookingResources {
    pub mode: RwSignal<Mode>,
    pub rules: RemoteSignal<Rules>,
    pub questions: RemoteSignal<Questions>,
    commitments: Resource<Commitments>,
    offer: Resource<Offer>,
    fields: Resource<Vec<Field>>,
    areas: Resource<Vec<Area>>,
}

impl BookingResources {
    pub fn fetch(mode: Mode) -> Self {
        let mode = RwSignal::new(mode);
        let (commitments, offer) = (use_api(commitment::commitments), use_api(venue::offer));
        let notice = use_optional_api(|_| commitment::park_notice());
        let fields = use_api(move |context| form::questions(context, mode.get_untracked()));
        let areas = use_api(area::for_visitor);
        let rules = move || {
            let joined = offer.get().and(commitments.get()).and(notice.get());
            joined.map(|((offer, commitments), notice)| Rules { offer, commitments, notice })
        };
        Self { mode, rules: RemoteSignal::derive(rules), questions: join(fields, areas), commitments, offer, fields, areas }
    }

    /// Fetches the questions of another mode.
    pub fn choose_mode(self, mode: Mode) {
        self.mode.set(mode);
        self.fields.refetch();
    }

    pub fn refetch_failed(self) {
        self.offer.refetch_if_failed();
        self.commitments.refetch_if_failed();
        self.fields.refetch_if_failed();
        self.areas.refetch_if_failed();
    }
}

/// The fields and the areas, once both are there.
pub fn join(fields: Resource<Vec<Field>>, areas: Resource<Vec<Area>>) -> RemoteSignal<Questions> {
    RemoteSignal::derive(move || fields.get().and(areas.get()))
}
