//! What visitors do with their phones, one story a file.
//!
//! `cfg(test)` tells clippy that helpers are test code as well.

#[cfg(test)]
mod booking_a_person;
#[cfg(test)]
mod booking_a_place;
#[cfg(test)]
mod visitor;
#[cfg(test)]
mod scratch;
