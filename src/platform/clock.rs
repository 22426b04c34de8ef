//! The phone's clock, put right by the site's and read as site time.

use crate::domain::clock;
use crate::domain::time::SiteTime;
use leptos::prelude::{ArcTrigger, Notify, Track};
use std::cell::Cell;

/// Less than this is not worth drawing anything anew, in milliseconds.
const NOTICEABLE: i64 = 30_000;

thread_local! {
    static CORRECTION: Cell<i64> = const { Cell::new(0) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
    static CORRECTED: ArcTrigger = ArcTrigger::new();
}

/// Now, at the site.
pub fn now() -> SiteTime {
    site_time(phone_millis() + CORRECTION.get())
}

/// Now, as far as this phone knows: for what it keeps from one day to the next, whether the site tells its time or not.
pub fn now_by_phone() -> SiteTime {
    site_time(phone_millis())
}

/// Now, for a part of the screen that says "today": it is drawn anew when the clock turns out to be wrong.
pub fn now_shown() -> SiteTime {
    CORRECTED.with(Track::track);
    now()
}

/// What the phone's own clock says, right or wrong, in milliseconds since 1970.
pub fn phone_millis() -> i64 {
    // `Date.now()` counts whole milliseconds well inside the range of an i64.
    js_sys::Date::now() as i64
}

/// How long the page has been there, in milliseconds. This clock never goes backwards.
pub fn uptime_millis() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// How far the phone's clock is known to be off, in milliseconds: for what is kept until there is no network.
pub fn correction() -> i64 {
    CORRECTION.get()
}

/// Takes an earlier correction until the site tells its time.
pub fn presume(correction: i64) {
    if CORRECTION.get() == 0 {
        CORRECTION.set(correction);
    }
}

/// Whether the site has to be asked for its time: the first time only.
pub fn is_to_be_asked() -> bool {
    !ASKED.replace(true)
}

/// Takes the site's time, which was asked for when the phone's clock said `asked`.
pub fn set(asked: i64, site_millis: i64) {
    let Some(correction) = clock::correction(asked, site_millis, phone_millis()) else { return };
    let before = CORRECTION.replace(correction);
    if correction.saturating_sub(before).abs() > NOTICEABLE {
        CORRECTED.with(Notify::notify);
    }
}

fn site_time(unix_millis: i64) -> SiteTime {
    SiteTime::from_unix_millis(unix_millis).unwrap_or(SiteTime::EPOCH)
}
