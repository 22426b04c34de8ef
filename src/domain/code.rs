//! Closed sets of words: each is an enum, its words on the wire stand beside its variants.

/// Declares enums with their codes on the wire, texts or numbers:
/// `pub enum Party: &'static str { Visitor = "visitor", Employee = "person" }`.
macro_rules! codes {
    ($($(#[$doc:meta])* pub enum $name:ident: $code:ty { $($(#[$note:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$note])* $variant,)+
        }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// What stands on the wire.
            pub const fn code(self) -> $code {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            pub fn from_code(code: impl PartialEq<$code>) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| code == known.code())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.code().serialize(serializer)
            }
        }
    )+};
}

pub(crate) use codes;

#[cfg(test)]
mod tests {
    codes! {
        pub enum Party: &'static str { Visitor = "visitor", Employee = "person", }
        pub enum Kind: u32 { Card = 111, Other = 990, }
    }

    #[test]
    fn every_code_is_read_back_and_sent() {
        assert_eq!(Party::from_code("person"), Some(Party::Employee));
        assert_eq!((Party::from_code("Person"), Kind::from_code(990)), (None, Some(Kind::Other)));
        assert_eq!(serde_json::to_string(&(Party::Visitor, Kind::Card)).unwrap(), r#"["visitor",111]"#);
    }
}
