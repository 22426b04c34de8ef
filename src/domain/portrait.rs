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

impl Quality {
    /// The quality by the documents' word; by the points where the word says nothing. Who says neither refuses nothing.
    pub fn read(word: &str, points: Option<i64>) -> Self {
        match (word.trim(), points) {
            ("高", _) => Self::Good,
            ("中", _) => Self::Middling,
            ("低", _) => Self::Poor,
            ("不合格", _) => Self::Unfit,
            (_, Some(80..)) => Self::Good,
            (_, Some(70..) | None) => Self::Middling,
            (_, Some(60..)) => Self::Poor,
            (_, Some(_)) => Self::Unfit,
        }
    }
}

/// The question for a portrait; nobody has to answer it.
pub fn portrait_question(label: &str, tip: &str) -> Field {
    Field { tip: tip.to_owned(), ..Field::optional(PORTRAIT, label, Kind::Portrait) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_decides_and_the_points_where_there_is_none() {
        for (word, points, quality) in [
            ("高", None, Quality::Good),
            ("中", Some(20), Quality::Middling),
            (" 低 ", Some(99), Quality::Poor),
            ("不合格", Some(99), Quality::Unfit),
            ("", Some(80), Quality::Good),
            ("优", Some(79), Quality::Middling),
            ("", Some(60), Quality::Poor),
            ("", Some(59), Quality::Unfit),
            ("", None, Quality::Middling),
        ] {
            assert_eq!(Quality::read(word, points), quality, "{word} {points:?}");
        }
    }
}
