//! A visit for the phone's own calendar.

use crate::domain::calendar::Appointment;
use crate::platform::{clock, files};
use crate::text::use_text;
use crate::ui::calendar_link::CalendarLink;
use leptos::prelude::*;

/// A link that adds a visit to the phone's calendar; where the webview saves no files, the hint what to do instead.
#[component]
pub fn AddToCalendar(appointment: Appointment) -> impl IntoView {
    let text = use_text();
    let address = files::calendar_address(&appointment.file(clock::now()));
    view! { <CalendarLink label=text.add_to_calendar() hint=text.calendar_elsewhere() address=address/> }
}
