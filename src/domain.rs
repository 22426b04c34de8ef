//! The nouns of a visit and their rules. Pure: no browser, no network, no clock.

pub mod access;
pub mod approval;
pub mod booking;
pub mod calendar;
pub mod clock;
pub mod code;
pub mod commitment;
pub mod companion;
pub mod delivery;
pub mod hold;
pub mod host_visit;
pub mod id;
pub mod invitation;
pub mod long_stay;
pub mod month;
pub mod notice;
pub mod paging;
pub mod pass;
pub mod person;
pub mod portrait;
pub mod problem;
pub mod qr_code;
pub mod sign_in;
pub mod time;
pub mod venue;
pub mod visit;
