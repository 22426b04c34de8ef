//! What the site has to choose from, loaded at once.

use crate::api::channel::Operation;
use crate::api::{area, catalogue, form};
use crate::context::use_session;
use crate::domain::booking::field::Field;
use crate::domain::invitation::draft::{Offer, Precision, VisitorType};
use crate::domain::venue::Area;
use crate::resource::{Remote, Resource, use_api};

/// Everything that the form fetches when it opens.
#[derive(Clone, Copy)]
pub struct Offering {
    details: Details,
    areas: Resource<Vec<Area>>,
}

/// Purposes, kinds of visitor, time precision: the official account has them in its form.
#[derive(Clone, Copy)]
enum Details {
    Form(Resource<Vec<Field>>),
    Lists(Resource<Vec<String>>, Resource<Vec<VisitorType>>, Resource<Precision>),
}

impl Offering {
    pub fn load() -> Self {
        let details = if Operation::ChooseDetails.is_offered(use_session().context.flavor) {
            Details::Lists(use_api(catalogue::purposes), use_api(catalogue::visitor_types), use_api(catalogue::precision))
        } else {
            Details::Form(use_api(form::for_employee))
        };
        Self { details, areas: use_api(area::for_employee) }
    }

    /// Tracked.
    pub fn get(self) -> Remote<Offer> {
        let areas = self.areas.get();
        match self.details {
            Details::Form(form) => form.get().and(areas).map(|(fields, areas)| Offer::from_form(&fields, areas)),
            Details::Lists(purposes, types, precision) => {
                let lists = purposes.get().and(types.get()).and(precision.get()).and(areas);
                // The calls of these channels take no invitation without a purpose.
                lists.map(|(((purposes, types), precision), areas)| Offer { precision, purposes, needs_purpose: true, types, areas })
            }
        }
    }

    pub fn refetch_failed(self) {
        self.areas.refetch_if_failed();
        match self.details {
            Details::Form(form) => form.refetch_if_failed(),
            Details::Lists(purposes, types, precision) => {
                purposes.refetch_if_failed();
                types.refetch_if_failed();
                precision.refetch_if_failed();
            }
        }
    }
}
