//! What several pages show of a visit: a row of a host's list, and a link that puts the visit into the phone's calendar.

mod add_to_calendar;
mod host_list;

pub use add_to_calendar::{AddToCalendar, AddToCalendarProps};
pub use host_list::{HostVisitChanges, HostVisitRow, HostVisitRowProps, current_row, use_host_visit_changes, visits_of};
