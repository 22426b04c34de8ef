//! The visitor front-end: two Leptos programs, `src/main.rs` for visitors and `src/bin/host.rs` for employees.
//!
//! `domain` knows what a visit and a booking form are and what may be done with them; it knows nobody else. `api` speaks to
//! the visitorcs backend and turns its answers into domain values; in Rust, only `api/transport` touches the network. `ui` is the
//! component library and knows no page, no call and no route. `platform` is what the browser does for us. `page` wires
//! these together, one screen a file; what several pages do together is a module of its own between `ui` and `page`.
//! Beside them stand the scripts of the page: what a link brings along and what came of signing in (`launch.js`), the loader
//! (`loader.js`), the heading and the answers before the program (`heading.js`, `early_answers.js`, their table
//! `first_screens.js`), what keeps the app on the device (`shell.js`), all inline in `index.html`, and `rest.js`, which joins the
//! two parts of a program's wasm.
//! `tests/architecture.rs` proves that imports point inward. The words of the domain are in `docs/glossary.md`.

/// Visits, bookings and their rules: pure, `now` is a parameter.
pub mod domain;

/// Percent-encoding, in one place.
pub mod percent;

/// Lenient reading of JSON.
pub mod json;

/// The typed fetch layer: one `endpoint!` a call, plain data until `transport` sends it.
pub mod api;

/// Settings read from `config.json` when the app starts.
pub mod config;

/// Who is here, and through which channel.
pub mod session;

/// Every word that users read, one file a language.
pub mod text;

/// Our own addresses: `Route` to href and back.
pub mod route;

/// Links for others, which say where they belong.
pub mod link;

/// What each address shows and asks for first, for the loader.
pub mod first_screen;

/// Signals, memos and effects that are compiled once for all types and closures.
pub mod reactive;

/// The browser: storage, clock, history, pictures, regular expressions.
pub mod platform;

/// The component library: buttons, cells, fields, dialogs, lists.
pub mod ui;

/// What every component has at hand: client, session, navigation, preferences.
pub mod context;

/// Values and lists of the backend, and the views of waiting for them.
pub mod resource;

/// What stands around the content of a page.
pub mod layout;

/// What several pages show of a visit.
pub mod visit;

/// Filling in a form: questions, pictures, draft, submission.
pub mod form;

/// How an employee decides on bookings.
pub mod decision;

/// Access control (Feishu): registering and removing visitors.
pub mod access;

/// The screens.
pub mod page;

/// The two programs: contexts and route tables.
pub mod app;
