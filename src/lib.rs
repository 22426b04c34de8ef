//! The visitor front-end, from the inside out.
//!
//! `domain` knows what a visit and a booking form are and what may be done with them; it knows nobody
//! else. `api` speaks to the visitorcs backend and turns its answers into domain values; only
//! `api/transport.rs` touches the network. `ui` draws, without knowing what is drawn: it knows no page,
//! no call and no route. `platform` is what the browser does for us. `page` wires these together, one
//! screen a file. Two programs are made of it, `src/main.rs` for visitors and `src/bin/host.rs` for employees.
//! `tests/architecture.rs` holds the arrows in place.

/// What visits, bookings and their rules are: pure, `now` is a parameter.
pub mod domain;

/// Percent-encoding, in one place.
pub mod percent;

/// Lenient reading of JSON.
pub mod json;

/// The typed fetch layer: one `endpoint!` a call, plain data until `transport` sends it.
pub mod api;

/// Settings read from `config.json` when the app starts.
pub mod config;

/// Who is here, and through which door they came.
pub mod session;

/// Every word that users read, in Chinese and English.
pub mod text;

/// Our own addresses: `Route` to href and back.
pub mod route;

/// The browser: storage, clock, history, pictures, regular expressions.
pub mod platform;

/// Cells, fields, dialogs and faces: the vocabulary of the screens.
pub mod ui;

/// What every component has at hand, from Leptos' context.
pub mod context;

/// What a page waits for, and the faces of waiting.
pub mod resource;

/// What stands around the content of a page.
pub mod layout;

/// How an employee decides on bookings, for the list and the detail.
pub mod decision;

/// Access control (Feishu), whichever page employees are on.
pub mod access;

/// What several pages show of a visit.
pub mod visit;

/// A form on the screen: its questions, pictures, draft and submission.
pub mod form;

/// The screens.
pub mod page;

/// What starts the visitor's program and the employee's, and the route table of each.
pub mod app;
