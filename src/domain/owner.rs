//! Whose a value is that is stored on a device.

use std::fmt::Write;

/// Whoever a stored value belongs to: a hash, so that storage names nobody. Guests cannot be told apart and share one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner(String);

/// FNV-1a, 64 bits.
const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

impl Owner {
    /// Whoever has this id; `kind` says what sort of id it is.
    pub fn of(kind: &str, id: &str) -> Self {
        let bytes = kind.bytes().chain([0]).chain(id.bytes());
        let hash = bytes.fold(OFFSET_BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
        let mut name = String::new();
        // Writing to a string cannot fail.
        let _ = write!(name, "{hash:016x}");
        Self(name)
    }

    /// Somebody who is not known.
    pub fn guest() -> Self {
        Self("guest".to_owned())
    }

    pub fn is_guest(&self) -> bool {
        *self == Self::guest()
    }

    /// The owner of that name, as [`Self::name`] gave it.
    pub fn named(name: String) -> Self {
        Self(name)
    }

    /// How the owner is called in storage.
    pub fn name(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_has_a_name_of_their_own_that_does_not_tell_the_id() {
        let owners = [Owner::of("openId", "oA"), Owner::of("openId", "oB"), Owner::of("token", "oA"), Owner::guest()];
        for (at, owner) in owners.iter().enumerate() {
            assert!(owners.iter().skip(at + 1).all(|other| other != owner), "{owner:?}");
            assert!(!owner.name().contains("oA") && !owner.name().contains(':'), "{owner:?}");
            assert_eq!(Owner::named(owner.name().to_owned()), *owner);
        }
        assert_eq!(Owner::of("openId", "oA"), Owner::of("openId", "oA"));
        assert_eq!(owners.map(|owner| owner.is_guest()), [false, false, false, true]);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        // FNV-1a of "\0a": the zero byte changes nothing but the multiplication.
        let by_hand = (OFFSET_BASIS.wrapping_mul(PRIME) ^ u64::from(b'a')).wrapping_mul(PRIME);
        assert_eq!(Owner::of("", "a").name(), format!("{by_hand:016x}"));
    }
}
