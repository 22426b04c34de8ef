//! The stand-in over real sockets, as the front-end meets it.
//!
//! `cfg(test)` tells clippy that helpers are test code as well.

#[cfg(test)]
mod approval;
#[cfg(test)]
mod believable;
#[cfg(test)]
mod booking;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod caller;
#[cfg(test)]
mod companion;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod control;
#[cfg(test)]
mod delivery;
#[cfg(test)]
mod feishu;
#[cfg(test)]
mod gateway;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod invitation;
#[cfg(test)]
mod js_sdk;
#[cfg(test)]
mod life;
#[cfg(test)]
mod mini_program;
#[cfg(test)]
mod paging;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod reception;
#[cfg(test)]
mod session;
#[cfg(test)]
mod share;
#[cfg(test)]
mod statuses;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod wecom;
