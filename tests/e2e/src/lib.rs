//! End-to-end tests: the built bundle in headless Chromium, against the stand-in backend.
//!
//! A story opens a [`site::Site`] of its own, starts a [`phone::Phone`] on it, taps, types and looks, and closes the
//! phone at the end. Elements are found by role and accessible name, as a screen reader finds them. Expectations wait
//! until they hold, up to a limit; nothing sleeps for a fixed time.
//!
//! At most two browsers run at a time, whatever `--test-threads` says.

/// Paths: the bundle, fixtures, screenshots.
pub mod place;

/// Starts and stops chromedriver.
pub mod chromedriver;

/// WebDriver commands that fantoccini lacks.
mod command;

/// A site for one story: the stand-in backend with the bundle, and fault injection.
pub mod site;

/// A phone: one browser session.
pub mod phone;

/// Metadata of a JPEG.
pub mod jpeg;

/// Why a story failed.
pub mod error;
