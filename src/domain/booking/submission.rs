//! A booking that is ready to be sent.

use super::field::FieldKey;
use crate::domain::id::AreaId;
use crate::domain::venue::{Host, Mode};
use crate::domain::visit::Stay;

/// A booking that can be sent. Only [`super::Form::check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    pub(super) mode: Mode,
    pub(super) host: Host,
    pub(super) stay: Stay,
    pub(super) areas: Vec<AreaId>,
    pub(super) answers: Vec<(FieldKey, String)>,
}

impl Submission {
    pub fn mode(&self) -> Mode {
        self.mode
    }

    pub fn host(&self) -> &Host {
        &self.host
    }

    pub fn stay(&self) -> Stay {
        self.stay
    }

    pub fn areas(&self) -> &[AreaId] {
        &self.areas
    }

    /// Whether others come along.
    pub fn is_party(&self) -> bool {
        self.answer("visitorPersonNum").parse::<u32>().is_ok_and(|people| people > 1)
    }

    /// The answers under the server's keys, trimmed; pictures as addresses joined by commas.
    pub fn answers(&self) -> &[(FieldKey, String)] {
        &self.answers
    }

    /// The answer under a key; empty where there is none.
    pub(super) fn answer(&self, key: &str) -> &str {
        self.answers.iter().find(|(known, _)| known.as_str() == key).map_or("", |(_, answer)| answer)
    }
}
