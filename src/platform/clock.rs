//! The phone's clock, read as site time.

use crate::domain::time::SiteTime;

/// Now, at the site.
pub fn now() -> SiteTime {
    // `Date.now()` counts whole milliseconds well inside the range of an i64.
    SiteTime::from_unix_millis(js_sys::Date::now() as i64).unwrap_or(SiteTime::EPOCH)
}
