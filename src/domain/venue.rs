//! Whom or what one visits: a person, or a place that the site offers.

use super::code::codes;
use super::id::{AreaId, EnterpriseCode, PersonId, ProjectId};

codes! {
    /// How a site takes bookings (`orderModel`).
    pub enum Mode: &'static str {
        /// The visitor names a member of staff.
        Person = "person",
        /// The visitor names a place; somebody at the site answers for it.
        Place = "space",
    }
}

/// Somebody who receives visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    pub id: Option<PersonId>,
    pub name: String,
    pub phone: String,
}

/// A company that can be visited, which in the mini-program is chosen first: it brings the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enterprise {
    pub name: String,
    pub code: Option<EnterpriseCode>,
    pub project: ProjectId,
}

/// How many characters a search for companies takes at least.
pub const SHORTEST_SEARCH: usize = 2;

/// A place that can be booked, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    pub host: Host,
}

/// Which modes of booking a site offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub by_person: bool,
    pub places: Vec<Place>,
}

impl Offer {
    /// The modes of booking, the usual one first; empty when the site takes no bookings.
    pub fn modes(&self) -> Vec<Mode> {
        let person = self.by_person.then_some(Mode::Person);
        let place = (!self.places.is_empty()).then_some(Mode::Place);
        person.into_iter().chain(place).collect()
    }
}

/// A permission group that a visitor may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    pub id: AreaId,
    pub name: String,
    /// What the site says of it, often empty.
    pub remark: String,
    /// Whether the site chooses it for everybody at first.
    pub preselected: bool,
}
