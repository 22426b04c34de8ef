//! Access control (Feishu): the visitors and members whom its devices let in.

pub mod queue;
pub mod registration;

use super::code::codes;
use super::id::{AccessUserId, DepartmentId};
use super::paging::Row;
use super::visit::Status;
use registration::{AccessTask, Registration};

codes! {
    /// What kind of id names somebody in Feishu's calls (`user_id_type`).
    pub enum UserIdType: &'static str {
        /// One app's own; the default.
        OpenId = "open_id",
        /// Common to all apps of one developer.
        UnionId = "union_id",
        /// The company's own.
        UserId = "user_id",
    }

    /// Whom an entry stands for (`user_type`).
    pub enum UserType: u32 {
        Employee = 1,
        Department = 2,
        AllEmployees = 10,
        Visitor = 11,
    }
}

/// A visitor to be registered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessVisitor {
    pub name: String,
    pub phone: String,
    /// The department that Feishu files visitors under, if the site sets one.
    pub department: Option<DepartmentId>,
}

/// A member of access control, and how the devices recognise them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: AccessUserId,
    /// The card's number; none without a card.
    pub card: Option<String>,
    pub has_face: bool,
}

impl Row for Member {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// The tasks that an employee may start for a visit: only who may come in is registered, and everybody can be removed.
pub fn allowed_tasks(status: &Status, registration: &Registration) -> Vec<AccessTask> {
    let is_allowed = |task: &&AccessTask| **task == AccessTask::Remove || status.has_pass();
    registration.tasks().iter().filter(is_allowed).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::AccessVisitorId;
    use registration::AccessEntry;

    #[test]
    fn only_who_may_come_in_is_registered_and_everybody_can_be_removed() {
        let registered = Registration::idle(AccessEntry::Registered(AccessVisitorId::parse("v1").unwrap()));
        for status in Status::KNOWN {
            let (fresh, known) = (allowed_tasks(&status, &Registration::idle(AccessEntry::Unknown)), allowed_tasks(&status, &registered));
            if matches!(status, Status::Normal | Status::Late) {
                assert_eq!((fresh, known), (vec![AccessTask::Register], vec![AccessTask::Change, AccessTask::Remove]), "{status:?}");
            } else {
                assert_eq!((fresh, known), (vec![], vec![AccessTask::Remove]), "{status:?}");
            }
        }
    }
}
