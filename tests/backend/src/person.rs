//! Who visits and who is visited.

use crate::{device::Device, response::Refusal};

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

/// Somebody with an account in the mini-program, whose name and phone the site knows from there.
#[derive(Debug, Clone)]
pub struct Account {
    pub open_id: String,
    pub name: String,
    pub phone: String,
    pub work_unit: String,
}

/// A tenant of the park, as the mini-program lists it.
#[derive(Debug, Clone)]
pub struct Enterprise {
    pub code: String,
    pub name: String,
    pub project_id: String,
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
    pub devices: Vec<Device>,
    pub accounts: Vec<Account>,
    pub enterprises: Vec<Enterprise>,
}

impl Account {
    /// The account's part of a form, by `paraKey`.
    pub fn answers(&self) -> [(String, String); 3] {
        [("visitorName", &self.name), ("visitorPhoneNum", &self.phone), ("visitorWorkUnit", &self.work_unit)]
            .map(|(key, answer)| (key.to_owned(), answer.clone()))
    }
}

impl Directory {
    pub fn host_by_phone(&self, phone: &str) -> Result<&Host, Refusal> {
        self.hosts.iter().find(|host| host.phone == phone).ok_or(Refusal::HostUnknown)
    }

    pub fn host_by_id(&self, person_id: &str) -> Result<&Host, Refusal> {
        self.hosts.iter().find(|host| host.person_id == person_id).ok_or(Refusal::HostUnknown)
    }

    pub fn host_by_open_id(&self, open_id: &str) -> Result<&Host, Refusal> {
        self.hosts.iter().find(|host| host.open_id == open_id).ok_or(Refusal::NotAnEmployee)
    }

    /// What the mini-program knows about a caller.
    pub fn account(&self, caller: &Caller) -> Option<&Account> {
        match caller {
            Caller::Visitor { open_id } => self.accounts.iter().find(|account| &account.open_id == open_id),
            Caller::Guest { .. } | Caller::Host { .. } => None,
        }
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
