//! map
pub mod app;
