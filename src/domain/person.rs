//! Phone numbers and identity documents.

use super::code::codes;

/// A phone number without the spaces, dashes and brackets that a person may type, a mainland mobile without its country's code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// A number of 5 to 15 digits with an optional leading `+`: a landline, a mobile, or one from abroad.
    pub fn parse(text: &str) -> Option<Self> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '(' | ')')).collect();
        let digits = compact.strip_prefix('+').unwrap_or(&compact);
        let fits = (5..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        // At home, a mobile number is known without the country's code.
        let local = ["+86", "0086", "86"].iter().find_map(|code| compact.strip_prefix(code)).map(|local| Self(local.to_owned()));
        fits.then(|| local.filter(Self::is_mainland_mobile).unwrap_or(Self(compact)))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number has its final length: a mainland mobile, which needs no further digit.
    pub fn is_mainland_mobile(&self) -> bool {
        self.0.len() == 11 && self.0.starts_with('1')
    }
}

codes! {
    /// The kind of an identity document (`visitorIdentityType`, `identityId`).
    pub enum DocumentType: u32 {
        /// The only one whose number carries a checksum.
        ResidentIdentityCard = 111,
        DrivingLicence = 335,
        WorkPermit = 131,
        StudentCard = 133,
        OfficerCard = 114,
        Passport = 414,
        Other = 990,
    }
}

/// Whether a number is a valid resident identity number: 17 digits with a real birth date, and the
/// check character of GB 11643.
pub fn is_resident_identity_number(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let Some((body, check)) = number.split_at_checked(17) else { return false };
    if !body.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = body.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
    let expected = CHECKS.get((sum % 11) as usize).copied();
    let matches = matches!(check.as_bytes(), [given] if Some(given.to_ascii_uppercase()) == expected);
    matches && has_birth_date(body)
}

fn has_birth_date(body: &str) -> bool {
    let part = |range: std::ops::Range<usize>| body.get(range).unwrap_or_default();
    super::time::parse_date(&format!("{}-{}-{}", part(6..10), part(10..12), part(12..14))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_read_as_people_type_them() {
        for (typed, read) in [
            ("138 0000-0001", "13800000001"),
            ("+44 20 7946 0958", "+442079460958"),
            ("+86 138-0000-0001", "13800000001"),
            ("0086 13800000001", "13800000001"),
            ("+86 21 5888 1234", "+862158881234"),
            (" 021-5888 1234", "02158881234"),
        ] {
            assert_eq!(Phone::parse(typed).unwrap().as_str(), read);
        }
        for typed in ["", "1380", "王建国", "13800000001x", "+", "1234567890123456"] {
            assert_eq!(Phone::parse(typed), None, "{typed}");
        }
        assert!(Phone::parse("13800000001").unwrap().is_mainland_mobile());
        assert!(!Phone::parse("1380000000").unwrap().is_mainland_mobile());
    }

    #[test]
    fn identity_numbers_follow_gb_11643() {
        for valid in ["11010519491231002X", "11010519491231002x", "440524188001010014"] {
            assert!(is_resident_identity_number(valid), "{valid}");
        }
        // Wrong check digit, impossible date with a right check digit, too short, letters, 15 digits, Chinese.
        for wrong in [
            "110105194912310021",
            "110105194913310023",
            "11010519491231002",
            "1101051949123A002X",
            "110105491231002",
            "一一〇一〇五一九四九一二三一〇〇二X",
            "",
        ] {
            assert!(!is_resident_identity_number(wrong), "{wrong}");
        }
    }
}
