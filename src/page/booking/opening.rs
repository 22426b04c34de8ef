//! What the site lays down, and what it asks: everything that the form needs, loaded at once.

use crate::api::error::ApiError;
use crate::api::{area, commitment, form, venue};
use crate::domain::booking::field::Field;
use crate::domain::commitment::{Commitments, Letter};
use crate::domain::venue::{Area, Mode, Offer};
use crate::page::Site;
use crate::remote::{Remote, Resource};
use leptos::prelude::*;

/// What the site lays down before the form.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    pub offer: Offer,
    pub commitments: Commitments,
    /// The park's notice. Where it could not be read, nobody is kept from booking.
    pub notice: Result<Option<Letter>, ApiError>,
}

impl Rules {
    /// Whether there is nothing to read or promise before the form.
    pub fn say_nothing(&self) -> bool {
        let no_notice = matches!(self.notice, Ok(None));
        no_notice && self.commitments.before.is_empty() && self.commitments.letter.is_none()
    }
}

/// Everything the page asks for when it opens, all at once.
#[derive(Clone, Copy)]
pub struct Opening {
    commitments: Resource<Commitments>,
    offer: Resource<Offer>,
    notice: Resource<Result<Option<Letter>, ApiError>>,
    pub questions: Resource<Vec<Field>>,
    areas: Resource<Vec<Area>>,
}

impl Opening {
    pub fn load(site: &Site, mode: RwSignal<Mode>) -> Self {
        Self {
            commitments: site.load(commitment::commitments),
            offer: site.load(venue::offer),
            notice: site.try_load(|_| commitment::park_notice()),
            questions: site.load(move |context| form::questions(context, mode.get_untracked())),
            areas: site.load(area::for_visitor),
        }
    }

    pub fn rules(self) -> Remote<Rules> {
        let joined = self.offer.get().and(self.commitments.get()).and(self.notice.get());
        joined.map(|((offer, commitments), notice)| Rules { offer, commitments, notice })
    }

    pub fn asked(self) -> Remote<(Vec<Field>, Vec<Area>)> {
        self.questions.get().and(self.areas.get())
    }

    pub fn reload_failed(self) {
        self.offer.reload_if_failed();
        self.commitments.reload_if_failed();
        self.questions.reload_if_failed();
        self.areas.reload_if_failed();
    }
}
