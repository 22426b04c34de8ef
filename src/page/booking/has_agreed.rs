//! Whether the visitor has agreed to what the site lays down.

use leptos::prelude::*;

/// Whether the visitor has read and promised what the site asks before a booking. It holds for one booking, and
/// outlives the page: the app provides it.
#[derive(Debug, Clone, Copy, Default)]
pub struct HasAgreed(pub RwSignal<bool>);
