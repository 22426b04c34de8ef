//! What a JPEG says of itself, read from its segments.

/// The facts that stories ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jpeg {
    pub width: u16,
    pub height: u16,
    /// Whether it carries EXIF: where and when it was taken, and which side is up.
    pub has_exif: bool,
}

/// Reads a JPEG's head; none if it is no JPEG.
pub fn read(bytes: &[u8]) -> Option<Jpeg> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut has_exif = false;
    loop {
        let &[0xFF, marker, high, low, ..] = rest else { return None };
        let segment = rest.get(4..2 + usize::from(u16::from_be_bytes([high, low])))?;
        match marker {
            0xE1 => has_exif |= segment.starts_with(b"Exif"),
            // Start of frame, but for the three markers in between that are something else.
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                let &[_, height_high, height_low, width_high, width_low, ..] = segment else { return None };
                return Some(Jpeg {
                    width: u16::from_be_bytes([width_high, width_low]),
                    height: u16::from_be_bytes([height_high, height_low]),
                    has_exif,
                });
            }
            _ => {}
        }
        rest = rest.get(4 + segment.len()..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::{Jpeg, read};
    use std::fs;

    #[test]
    fn the_fixture_lies_on_its_side_and_says_so() {
        let bytes = fs::read(crate::place::fixture("sideways.jpg")).unwrap();
        assert_eq!(read(&bytes), Some(Jpeg { width: 2400, height: 1800, has_exif: true }));
    }

    #[test]
    fn what_is_no_jpeg_is_none() {
        for bytes in [&b""[..], b"GIF89a", &[0xFF, 0xD8], &[0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1]] {
            assert_eq!(read(bytes), None);
        }
    }
}
