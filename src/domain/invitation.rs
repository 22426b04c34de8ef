//! An invitation: how its link names it.

use super::code::codes;
use super::id::InvitationId;

/// What the link of an invitation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationLink {
    pub id: InvitationId,
    /// From where it was opened; none where the link does not say.
    pub scene: Option<ShareScene>,
}

codes! {
    /// From where a link of ours was opened (`sceneshow`; `s` in our links).
    pub enum ShareScene: &'static str {
        Sms = "sms",
        /// A notice of the official account.
        Notice = "mp_notice",
        /// Shared by the official account.
        AccountShare = "mp_share",
        /// Shared by the mini-program.
        MiniProgramShare = "ma_share",
        /// From a list of records.
        Log = "log",
    }
}
