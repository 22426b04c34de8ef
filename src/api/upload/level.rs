//! How well the doors will know a face, in the documents' words.

use crate::domain::portrait::Quality;

/// The documents' words, from 80, 70 and 60 points on, and below.
const LEVELS: [(&str, Quality); 4] = [("高", Quality::Good), ("中", Quality::Middling), ("低", Quality::Poor), ("不合格", Quality::Unfit)];

/// The quality by the word; by the points where the word says nothing. Who says neither refuses nothing.
pub fn quality(word: &str, points: Option<i64>) -> Quality {
    let quality = LEVELS.iter().find(|(level, _)| *level == word.trim()).map(|(_, quality)| *quality);
    quality.unwrap_or(match points {
        Some(80..) => Quality::Good,
        Some(70..) | None => Quality::Middling,
        Some(60..) => Quality::Poor,
        Some(_) => Quality::Unfit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_decides_and_the_points_where_there_is_none() {
        for (word, points, expected) in [
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
            assert_eq!(quality(word, points), expected, "{word} {points:?}");
        }
    }
}
