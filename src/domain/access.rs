//! Whom the doors know (Feishu access control).

use super::code::codes;

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
