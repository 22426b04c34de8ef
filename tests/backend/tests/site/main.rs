//! The stand-in over real sockets, as the front-end meets it.
//!
//! `cfg(test)` tells clippy that helpers are test code as well.

#[cfg(test)]
mod booking;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod caller;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod disturbance;
#[cfg(test)]
mod paging;
