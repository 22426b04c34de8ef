//! Whom the doors know (Feishu access control).

pub mod queue;
pub mod registration;
pub mod roster;

use super::code::codes;
use super::id::{DepartmentId, DoorUserId};
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

    /// Whom a record of the doors stands for (`user_type`).
    pub enum UserType: u32 {
        Employee = 1,
        Department = 2,
        AllEmployees = 10,
        Visitor = 11,
    }
}

/// A visitor whom the doors are to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoorVisitor {
    pub name: String,
    pub phone: String,
    /// Where Feishu files its visitors, if the site says so.
    pub department: Option<DepartmentId>,
}

/// Somebody in access control, and by what the doors know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub id: DoorUserId,
    /// The card's number; none without a card.
    pub card: Option<String>,
    pub has_face: bool,
}

impl Row for Member {
    fn is_same(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// What an employee may have the doors do about a visit: they are to know only who may come in, and forget everybody.
pub fn wanted(status: &Status, registration: &Registration) -> Vec<AccessTask> {
    let is_wanted = |errand: &&AccessTask| **errand == AccessTask::Remove || status.has_pass();
    registration.errands().iter().filter(is_wanted).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::DoorVisitorId;
    use registration::Known;

    #[test]
    fn only_who_may_come_in_is_registered_and_everybody_can_be_removed() {
        let registered = Registration::known(Known::Registered(DoorVisitorId::parse("v1").unwrap()));
        for status in Status::KNOWN {
            let (fresh, known) = (wanted(&status, &Registration::known(Known::Nothing)), wanted(&status, &registered));
            if matches!(status, Status::Normal | Status::Late) {
                assert_eq!((fresh, known), (vec![AccessTask::Register], vec![AccessTask::Change, AccessTask::Remove]), "{status:?}");
            } else {
                assert_eq!((fresh, known), (vec![], vec![AccessTask::Remove]), "{status:?}");
            }
        }
    }
}
