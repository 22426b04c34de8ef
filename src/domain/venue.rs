//! Whom or what one visits: a person, or a place that the site offers.

use super::id::{AreaId, PersonId};

/// How a site takes bookings (`orderModel`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The visitor names a member of staff.
    Person,
    /// The visitor names a place; somebody at the site answers for it.
    Place,
}

impl Mode {
    /// The word on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "space",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Person, Self::Place].into_iter().find(|mode| mode.code() == code)
    }
}

/// Somebody who receives visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Host {
    pub id: Option<PersonId>,
    pub name: String,
    pub phone: String,
}

/// A place that can be booked, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    pub host: Host,
}

/// Which ways to book a site offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub by_person: bool,
    pub places: Vec<Place>,
}

impl Offer {
    /// The ways to book, the usual one first; empty when the site takes no bookings.
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
