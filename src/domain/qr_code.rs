//! A text as a QR code: which modules are dark.
//!
//! The text goes in as the bytes that it came in. The `qrcode` crate's own choice of modes takes some of UTF-8's bytes
//! for Shift JIS characters, and a reader at the gate would then give back another text.

use qrcode::bits::Bits;
use qrcode::{Color, EcLevel, QrCode as Drawn, Version};

/// The light modules that readers need on each side.
pub const QUIET_ZONE: usize = 4;

/// The modules of a code, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCode {
    modules: Vec<bool>,
    width: usize,
}

/// Why a text has no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    Empty,
    TooLong,
}

impl QrCode {
    /// The smallest code with error correction M, and with as much more as the same size holds. What is too long for M
    /// has L: some code opens more doors than none.
    pub fn encode(text: &str) -> Result<Self, Unfit> {
        if text.is_empty() {
            return Err(Unfit::Empty);
        }
        let (bits, level) =
            smallest(text, &[EcLevel::H, EcLevel::Q, EcLevel::M]).or_else(|| smallest(text, &[EcLevel::L])).ok_or(Unfit::TooLong)?;
        let drawn = Drawn::with_bits(bits, level).map_err(|_| Unfit::TooLong)?;
        let width = drawn.width();
        Ok(Self { modules: drawn.into_colors().into_iter().map(|color| color == Color::Dark).collect(), width })
    }

    /// Modules a side, without the quiet zone.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The rows from the top, each from the left: whether a module is dark.
    pub fn rows(&self) -> impl Iterator<Item = &[bool]> {
        self.modules.chunks(self.width)
    }
}

/// The text in the smallest size that holds it at one of the levels, the best first.
fn smallest(text: &str, levels: &[EcLevel]) -> Option<(Bits, EcLevel)> {
    (1..=40).find_map(|version| {
        let mut bits = written(text, Version::Normal(version))?;
        let length = bits.len();
        let level = *levels.iter().find(|level| bits.max_len(**level).is_ok_and(|room| length <= room))?;
        bits.push_terminator(level).ok()?;
        Some((bits, level))
    })
}

/// The text in the tightest of the three modes that every reader knows.
fn written(text: &str, version: Version) -> Option<Bits> {
    let (mut bits, bytes) = (Bits::new(version), text.as_bytes());
    let written = if bytes.iter().all(u8::is_ascii_digit) {
        bits.push_numeric_data(bytes)
    } else if bytes.iter().all(is_alphanumeric) {
        bits.push_alphanumeric_data(bytes)
    } else {
        bits.push_byte_data(bytes)
    };
    written.ok().map(|()| bits)
}

/// Whether the alphanumeric mode has a byte: capitals, digits and nine signs.
fn is_alphanumeric(byte: &u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" $%*+-./:".contains(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another program reads from the code, quiet zone and all.
    #[cfg(not(target_arch = "wasm32"))]
    fn read(code: &QrCode) -> Vec<u8> {
        let (scale, margin) = (2, QUIET_ZONE);
        let side = (code.width() + 2 * margin) * scale;
        let mut pixels = vec![255; side * side];
        for (y, row) in code.rows().enumerate() {
            for (x, _) in row.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
                let corner = (y + margin) * scale * side + (x + margin) * scale;
                for pixel in [0, 1, side, side + 1] {
                    pixels[corner + pixel] = 0;
                }
            }
        }
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| pixels[y * side + x]);
        let mut content = Vec::new();
        let grids = picture.detect_grids();
        let [grid] = grids.as_slice() else { panic!("{} codes", grids.len()) };
        grid.decode_to(&mut content).unwrap();
        content
    }

    /// Always the same numbers that look like chance.
    #[cfg(not(target_arch = "wasm32"))]
    struct Chance(u64);

    #[cfg(not(target_arch = "wasm32"))]
    impl Chance {
        fn below(&mut self, limit: u32) -> u32 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            u32::try_from(self.0 >> 40).unwrap() % limit
        }

        /// Digits, capitals, what URLs and tokens are made of, Chinese, emoji, anything at all.
        fn text(&mut self) -> String {
            let length = 1 + self.below(60);
            let kind = self.below(6);
            let range = |chance: &mut Self, from: u32, to: u32| char::from_u32(from + chance.below(to - from)).unwrap_or('é');
            (0..length)
                .map(|_| match kind {
                    0 => range(self, 0x30, 0x3a),
                    1 => range(self, 0x41, 0x5b),
                    2 => range(self, 0x20, 0x7f),
                    3 => range(self, 0x4e00, 0x9fa6),
                    4 => range(self, 0x1f300, 0x1f650),
                    _ => range(self, 1, 0x11_0000),
                })
                .collect()
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn another_program_reads_a_thousand_texts_back_byte_by_byte() {
        let mut chance = Chance(0x5eed_cafe_f00d);
        for _ in 0..1_000 {
            let text = chance.text();
            assert_eq!(read(&QrCode::encode(&text).unwrap()), text.as_bytes(), "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    #[test]
    fn what_sites_send_is_read_back_as_it_was_sent() {
        for text in [
            "0",
            "VISITOR-8A01",
            "访客通行 王建国 🎫",
            "https://example.com/?a=1&b=<x>#y",
            "eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
            " \n\t",
            "點茗テ",
        ] {
            assert_eq!(read(&QrCode::encode(text).unwrap()), text.as_bytes(), "{text}");
        }
    }

    #[test]
    fn spare_room_goes_into_error_correction() {
        let level = |text: &str| smallest(text, &[EcLevel::H, EcLevel::Q, EcLevel::M]).map(|(bits, level)| (bits.version(), level));
        let small = Version::Normal(1);
        assert_eq!(level("7"), Some((small, EcLevel::H)));
        assert_eq!(level("abcdefgh"), Some((small, EcLevel::Q)));
        assert_eq!(level("abcdefghijklmn"), Some((small, EcLevel::M)));
        assert_eq!(level("abcdefghijklmno"), Some((Version::Normal(2), EcLevel::Q)));
    }

    #[test]
    fn nothing_and_too_much_have_no_code() {
        assert_eq!(QrCode::encode(""), Err(Unfit::Empty));
        assert_eq!(QrCode::encode(&"a".repeat(3_000)), Err(Unfit::TooLong));
        assert_eq!(QrCode::encode(&"a".repeat(2_953)).map(|code| code.width()), Ok(177));
        assert_eq!(QrCode::encode(&"a".repeat(2_954)), Err(Unfit::TooLong));
        assert_eq!(QrCode::encode(&"7".repeat(3_000)).map(|code| code.rows().count()), Ok(133));
    }
}
