//! What several pages show of a visit: a row of a host's list, a link that puts the visit into the phone's calendar, and
//! why it was not cancelled.

mod add_to_calendar;
mod cancel_note;
mod host_list;

pub use add_to_calendar::{AddToCalendar, AddToCalendarProps};
pub use cancel_note::{CancelFailure, CancelNote, CancelNoteProps};
pub use host_list::{HostVisitChanges, HostVisitRow, HostVisitRowProps, current_row, use_host_visit_changes, visits_of};
