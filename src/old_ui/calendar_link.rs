//! A visit to put into one's own calendar.

use super::button::quiet_link;
use super::element::{El, block};

/// A link that saves a calendar file; without an address, the hint what to do instead.
pub fn calendar_link(label: &str, hint: &str, address: Option<&str>) -> El {
    match address {
        Some(address) => quiet_link(label, address).attr("download", "visit.ics"),
        None => block("p", "calendar-link").text(hint),
    }
}
