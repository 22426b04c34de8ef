//! What several pages show of a visit: a row of a host's list, a link that puts the visit into the phone's calendar, and
//! why it was not cancelled.

mod accepted_here;
mod add_to_calendar;
mod cancel_note;
mod host_list;
mod mini_program;
mod unknown_visitor;

pub use accepted_here::{accepted_origin, remember_acceptance};
pub use add_to_calendar::{AddToCalendar, AddToCalendarProps};
pub use cancel_note::{CancelFailure, CancelNote, CancelNoteProps};
pub use host_list::{HostVisitChanges, HostVisitRow, HostVisitRowProps, current_row, use_host_visit_changes, visits_of};
pub use mini_program::{OpenInMiniProgram, OpenInMiniProgramProps};
pub use unknown_visitor::{UnknownVisitor, UnknownVisitorProps};
