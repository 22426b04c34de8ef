//! What is loaded of the invitations that were sent. It outlives the page, so that "back" is there at once.

use crate::api::invitation::List;
use crate::domain::invitation::sent::Sent;
use crate::resource::list;
use leptos::prelude::*;

/// The lists, and which of those that the channel has is shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct InvitationsState {
    pub chosen: RwSignal<usize>,
    open: list::List<Sent>,
    accepted: list::List<Sent>,
    overdue: list::List<Sent>,
    withdrawn: list::List<Sent>,
}

impl InvitationsState {
    pub fn list(self, list: List) -> list::List<Sent> {
        match list {
            List::Open => self.open,
            List::Accepted => self.accepted,
            List::Overdue => self.overdue,
            List::Withdrawn => self.withdrawn,
        }
    }
}
