//! A portrait for the doors.

use super::booking::field::{Field, Kind};
use super::id::FaceId;

/// What the portrait is called among the answers to the form.
pub const PORTRAIT: &str = "faceId";

/// A portrait that the doors have looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// None where the doors do not want it.
    pub id: Option<FaceId>,
    pub quality: Quality,
}

/// How well the doors will know the face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// From 80 points.
    Good,
    /// From 70.
    Middling,
    /// From 60.
    Poor,
    /// Below: the doors would not know it.
    Unfit,
}

/// The question for a portrait; nobody has to answer it.
pub fn portrait_question(label: &str, tip: &str) -> Field {
    Field { tip: tip.to_owned(), ..Field::optional(PORTRAIT, label, Kind::Portrait) }
}
