//! A portrait for access control.

use super::booking::field::{Field, Kind};
use super::id::FaceId;

/// What the portrait is called among the answers to the form.
pub const PORTRAIT: &str = "faceId";

/// A portrait that access control has graded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portrait {
    /// None where access control does not take it.
    pub id: Option<FaceId>,
    pub quality: Quality,
}

/// How well access control will recognize the face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// From 80 points.
    Good,
    /// From 70.
    Middling,
    /// From 60.
    Poor,
    /// Below: access control would not recognize it.
    Unfit,
}

/// The question for a portrait; nobody has to answer it.
pub fn portrait_question(label: &str, tip: &str) -> Field {
    Field { tip: tip.to_owned(), ..Field::optional(PORTRAIT, label, Kind::Portrait) }
}
