//! How far each screen of the tab's history is scrolled: by history entry, so that one address may have several positions.

use crate::platform::storage::Storage;
use gloo_timers::future::TimeoutFuture;
use leptos::{ev, prelude::*};
use std::cell::{Cell, RefCell};
use std::fmt::Write;

/// Where the tab keeps the positions while a page is loaded anew, and how many it keeps.
const KEY: &str = "scroll";
const MOST: usize = 50;

/// How often restoring is tried, in milliseconds, and how many tries in vain end it once nothing is fetched any more.
const PAUSE: u32 = 30;
const PATIENCE: u32 = 30;

/// What still grows: a skeleton, or the end of a list of which more is under way.
const LOADING: &str = "[data-loading]";

/// A history entry by its key, and how many CSS pixels its screen is scrolled down.
type Position = (u32, i32);

thread_local! {
    /// The latest last.
    static POSITIONS: RefCell<Vec<Position>> = const { RefCell::new(Vec::new()) };
    static RESTORING: Cell<Option<Position>> = const { Cell::new(None) };
}

/// Takes up the positions from before the page was loaded, and keeps them when it is left. `current` gives the key of the
/// entry that is shown.
pub fn start(current: fn() -> u32) {
    POSITIONS.set(read(&Storage::Session.read(KEY).unwrap_or_default()));
    window_event_listener(ev::pagehide, move |_| {
        save(current());
        Storage::Session.write(KEY, &POSITIONS.with_borrow(|positions| written(positions)));
    });
}

/// Notes how far the screen of an entry is scrolled now; while that is still being restored, how far it is to be.
pub fn save(key: u32) {
    let Some(now) = window().scroll_y().ok().map(|position| position.round() as i32) else { return };
    let position = RESTORING.take().filter(|(restoring, _)| *restoring == key).map_or(now, |(_, position)| position);
    POSITIONS.with_borrow_mut(|positions| {
        positions.retain(|(known, _)| *known != key);
        positions.push((key, position));
        if positions.len() > MOST {
            positions.remove(0);
        }
    });
}

/// Shows a screen from its beginning.
pub fn reset() {
    RESTORING.set(None);
    scroll_to(0);
}

/// Scrolls to where the screen of an entry was left, as soon as the page is long enough again. Ends when somebody scrolls.
pub fn restore(key: u32) {
    let position = POSITIONS.with_borrow(|positions| positions.iter().find(|(known, _)| *known == key).copied());
    let Some(wanted @ (_, position @ 1..)) = position else { return reset() };
    RESTORING.set(Some(wanted));
    leptos::task::spawn_local(async move {
        let (mut tries, mut reached) = (0, None::<f64>);
        while tries < PATIENCE {
            TimeoutFuture::new(PAUSE).await;
            let now = window().scroll_y().unwrap_or_default();
            if RESTORING.get() != Some(wanted) || reached.is_some_and(|reached| (reached - now).abs() > 2.0) {
                break;
            }
            scroll_to(position);
            let next = window().scroll_y().unwrap_or_default();
            if (next - f64::from(position)).abs() < 2.0 {
                break;
            }
            tries = if reached == Some(next) && !is_loading() { tries + 1 } else { 0 };
            reached = Some(next);
        }
        if RESTORING.get() == Some(wanted) {
            RESTORING.set(None);
        }
    });
}

fn scroll_to(position: i32) {
    window().scroll_to_with_x_and_y(0.0, f64::from(position));
}

fn is_loading() -> bool {
    document().query_selector(LOADING).is_ok_and(|found| found.is_some())
}

fn written(positions: &[Position]) -> String {
    positions.iter().fold(String::new(), |mut text, (key, position)| {
        // Writing into a text cannot fail.
        let _ = write!(text, "{key}:{position} ");
        text
    })
}

/// What cannot be read is left out: storage may have been tampered with.
fn read(text: &str) -> Vec<Position> {
    text.split(' ')
        .filter_map(|pair| pair.split_once(':'))
        .filter_map(|(key, position)| Some((key.parse().ok()?, position.parse().ok()?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_back_as_they_were_written() {
        let positions = vec![(7, 0), (u32::MAX, 123_456)];
        assert_eq!(read(&written(&positions)), positions);
        assert_eq!(read("7:1 :3 9 8:x  -1:5 2:4"), [(7, 1), (2, 4)]);
    }
}
