//! Pictures that go with a booking.

/// How many pictures one question takes.
pub const MOST_PHOTOS: usize = 3;

/// The largest picture file that is taken, in bytes. Larger ones exhaust the memory of the phones we serve.
pub const LARGEST_FILE: f64 = 20.0 * 1024.0 * 1024.0;

/// The longer side of a picture after it is scaled down, in pixels.
pub const LONGEST_SIDE: f64 = 1600.0;

/// One picture, on its way to the server or there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Tells this picture from the others while it is on its way.
    pub id: u32,
    /// A small copy to show, as a `data:` URL.
    pub thumbnail: String,
    pub progress: UploadState,
}

/// How far a picture has got.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum UploadState {
    Uploading,
    /// On the server, under this address.
    Uploaded(String),
    /// The upload failed; it can be tried again.
    Failed,
}

/// Why a file cannot go with a booking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    NotAPicture,
    TooLarge,
    /// A picture, but of a kind that this browser cannot draw.
    Undrawable,
    /// A face that access control would not recognize.
    Unrecognizable,
}

/// Whether a chosen file can be taken at all, by what the browser says of it.
pub fn accept(media_type: &str, bytes: f64) -> Result<(), Unfit> {
    if !media_type.starts_with("image/") || media_type.starts_with("image/svg") {
        return Err(Unfit::NotAPicture);
    }
    if bytes > LARGEST_FILE { Err(Unfit::TooLarge) } else { Ok(()) }
}

/// The size of a picture once its longer side fits [`LONGEST_SIDE`]; never larger than it was.
pub fn scaled(width: f64, height: f64, longest: f64) -> (f64, f64) {
    let factor = (longest / width.max(height)).min(1.0);
    ((width * factor).round().max(1.0), (height * factor).round().max(1.0))
}

/// The EXIF orientation of a JPEG, 1 to 8; 1 where the file does not say.
///
/// Only webviews that do not turn pictures by themselves need it (Chrome before 81, iOS before 13.4).
pub fn exif_orientation(jpeg: &[u8]) -> u8 {
    orientation_tag(jpeg).filter(|value| (1..=8).contains(value)).unwrap_or(1)
}

fn orientation_tag(jpeg: &[u8]) -> Option<u8> {
    let mut rest = jpeg.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let &[0xFF, marker, high, low, ..] = rest else { return None };
        let segment = rest.get(4..2 + usize::from(u16::from_be_bytes([high, low])))?;
        if marker == 0xE1
            && let Some(tiff) = segment.strip_prefix(b"Exif\0\0")
        {
            return tiff_orientation(tiff);
        }
        if marker == 0xDA {
            return None;
        }
        rest = rest.get(4 + segment.len()..)?;
    }
}

fn tiff_orientation(tiff: &[u8]) -> Option<u8> {
    const ORIENTATION: u16 = 0x0112;
    let big_endian = tiff.starts_with(b"MM");
    let short = |at: usize| -> Option<u16> {
        let bytes = [*tiff.get(at)?, *tiff.get(at + 1)?];
        Some(if big_endian { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let long = |at: usize| -> Option<usize> {
        let (first, second) = (usize::from(short(at)?), usize::from(short(at + 2)?));
        Some(if big_endian { first << 16 | second } else { second << 16 | first })
    };
    let directory = long(4)?;
    let entries = usize::from(short(directory)?);
    let entry = (0..entries).map(|index| directory + 2 + index * 12).find(|&at| short(at) == Some(ORIENTATION))?;
    u8::try_from(short(entry + 8)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg_with_orientation(value: u8, big_endian: bool) -> Vec<u8> {
        let tiff: Vec<u8> = if big_endian {
            [b"MM\0*".as_slice(), &[0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0]].concat()
        } else {
            [b"II*\0".as_slice(), &[8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, value, 0, 0, 0]].concat()
        };
        let exif = [b"Exif\0\0".as_slice(), &tiff].concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xE1, length[0], length[1]], exif.as_slice(), &[0xFF, 0xDA, 0, 2]].concat()
    }

    #[test]
    fn orientation_is_found_in_both_byte_orders() {
        assert_eq!(exif_orientation(&jpeg_with_orientation(6, true)), 6);
        assert_eq!(exif_orientation(&jpeg_with_orientation(3, false)), 3);
    }

    #[test]
    fn files_without_a_sound_orientation_stay_upright() {
        let whole = jpeg_with_orientation(8, true);
        for length in 0..whole.len() {
            let orientation = exif_orientation(&whole[..length]);
            assert!(orientation == 1 || orientation == 8);
        }
        assert_eq!(exif_orientation(&jpeg_with_orientation(9, true)), 1);
        assert_eq!(exif_orientation(b"\x89PNG"), 1);
    }

    #[test]
    fn large_pictures_shrink_and_small_ones_stay() {
        assert_eq!(scaled(4000.0, 3000.0, LONGEST_SIDE), (1600.0, 1200.0));
        assert_eq!(scaled(300.0, 900.0, LONGEST_SIDE), (300.0, 900.0));
        assert_eq!(scaled(10000.0, 1.0, LONGEST_SIDE), (1600.0, 1.0));
    }

    #[test]
    fn only_pictures_of_a_sane_size_are_taken() {
        assert_eq!(accept("image/jpeg", 3e6), Ok(()));
        assert_eq!(accept("application/pdf", 10.0), Err(Unfit::NotAPicture));
        assert_eq!(accept("", 10.0), Err(Unfit::NotAPicture));
        assert_eq!(accept("image/svg+xml", 10.0), Err(Unfit::NotAPicture));
        assert_eq!(accept("image/png", LARGEST_FILE + 1.0), Err(Unfit::TooLarge));
    }
}
