//! Which invitations were accepted on this phone: of those it shows the pass to somebody whom no account names.

use crate::domain::id::InvitationId;
use crate::link::LinkOrigin;
use crate::platform::storage::Storage;
use crate::platform::storage::personal::{MONTH, PersonalValue};

/// Remembers on this phone that an invitation was accepted here, and where its link belongs.
pub fn remember_acceptance(id: &InvitationId, origin: &LinkOrigin) {
    acceptance(id).write(&["?", &origin.to_query()].concat(), MONTH);
}

/// Where the link of an invitation belongs that was accepted here; none where it was not.
pub fn accepted_origin(id: &InvitationId) -> Option<LinkOrigin> {
    Some(LinkOrigin::parse(acceptance(id).read()?.trim_start_matches('?')))
}

fn acceptance(id: &InvitationId) -> PersonalValue {
    PersonalValue::new(Storage::Local, ["accepted:", id.as_str()].concat())
}
