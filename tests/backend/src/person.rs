//! Who visits and who is visited.

use crate::answer::Refusal;

/// An employee whom visitors may ask for.
#[derive(Debug, Clone)]
pub struct Host {
    pub person_id: String,
    pub open_id: String,
    pub name: String,
    pub phone: String,
    pub department_id: String,
    pub department: String,
}

/// A place that can be booked instead of a person; its host answers for it.
#[derive(Debug, Clone)]
pub struct Place {
    pub name: String,
    pub host: Host,
}

/// A permission group: the doors a visitor may pass.
#[derive(Debug, Clone)]
pub struct Area {
    pub id: String,
    pub name: String,
    pub remark: String,
    pub chosen: bool,
}

/// Who calls, as far as the backend can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caller {
    /// A visitor known to WeChat.
    Visitor {
        open_id: String,
    },
    /// A visitor who left no more than a phone number with a booking.
    Guest {
        phone: String,
    },
    Host {
        person_id: String,
    },
}

/// The people and places of the site.
#[derive(Debug, Clone, Default)]
pub struct Directory {
    pub hosts: Vec<Host>,
    pub places: Vec<Place>,
    pub areas: Vec<Area>,
}

impl Directory {
    pub fn host_by_phone(&self, phone: &str) -> Result<&Host, Refusal> {
        self.hosts.iter().find(|host| host.phone == phone).ok_or(Refusal::HostUnknown)
    }

    pub fn host_by_id(&self, person_id: &str) -> Result<&Host, Refusal> {
        self.hosts.iter().find(|host| host.person_id == person_id).ok_or(Refusal::HostUnknown)
    }

    /// The ids of a comma-separated list of areas, each of which must exist.
    pub fn areas_named(&self, list: &str) -> Result<Vec<String>, Refusal> {
        list.split(',')
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .map(|id| match self.areas.iter().any(|area| area.id == id) {
                true => Ok(id.to_owned()),
                false => Err(Refusal::AreaUnknown(id.to_owned())),
            })
            .collect()
    }
}
