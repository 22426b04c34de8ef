//! The screens, one a file. A page wires; it does not decide.

pub mod access;
pub mod approvals;
pub mod booking;
pub mod calendar;
pub mod companions;
pub mod host_visit;
pub mod invitation;
pub mod invitations;
pub mod message;
pub mod not_found;
pub mod pass;
pub mod receptions;
pub mod today;
pub mod visit;
pub mod visits;
