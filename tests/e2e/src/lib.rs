//! The built bundle in a real browser, against the stand-in backend, in users' words.
//!
//! A story opens a [`site::Site`] of its own, takes a [`phone::Phone`] to it, taps, types and looks, and puts the
//! phone away at the end. Things on the page are found by role and accessible name, as a screen reader finds them.
//! Looking waits until something is there, up to a limit; nothing sleeps for a fixed time.
//!
//! Two phones are in use at a time, whatever `--test-threads` says: each is a whole Chromium.

/// Where a story and the screenshot of a broken one come from: the bundle, the target directory.
pub mod place;

/// Starts and stops chromedriver.
pub mod chromedriver;

/// What WebDriver itself has no command for.
mod command;

/// A site of one's own: the stand-in with its bundle, and bad luck on demand.
pub mod site;

/// A visitor's phone.
pub mod phone;

/// What a JPEG says of itself.
pub mod jpeg;

/// Why a story broke off.
pub mod trouble;
