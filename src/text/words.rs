//! How the sentences of a topic are declared.

/// Declares the sentences of a topic, once for all languages:
///
/// ```text
/// words! {
///     BookingWords / booking:
///     submit;                                  // a fixed phrase
///     problem_count(count: usize);             // a sentence with arguments
///     weekday_initials: [&'static str; 7];     // anything else
/// }
/// ```
///
/// This makes the struct that every language fills in (`WORDS.booking.submit` in `zh_cn.rs` and `en.rs`) and the method
/// that callers use (`text.submit()`, `text.problem_count(3)`).
macro_rules! words {
    ($Words:ident / $group:ident: $($(#[$doc:meta])* $key:ident $(($($argument:ident: $kind:ty),+))? $(: $other:ty)?;)+) => {
        pub struct $Words {
            $($(#[$doc])* pub $key: crate::text::words::field_type!($(($($kind),+))? $(: $other)?),)+
        }

        #[cfg(test)]
        impl $Words {
            pub const KEYS: &'static [&'static str] = &[$(stringify!($key)),+];
        }

        impl crate::text::Text {
            $(crate::text::words::accessor! { $(#[$doc])* $group $key $(($($argument: $kind),+))? $(: $other)? })+
        }
    };
}
pub(super) use words;

macro_rules! field_type {
    () => { &'static str };
    (($($kind:ty),+)) => { fn($($kind),+) -> String };
    (: $other:ty) => { $other };
}
pub(super) use field_type;

macro_rules! accessor {
    ($(#[$doc:meta])* $group:ident $key:ident) => {
        crate::text::words::accessor! { $(#[$doc])* $group $key: &'static str }
    };
    ($(#[$doc:meta])* $group:ident $key:ident: $other:ty) => {
        $(#[$doc])*
        pub fn $key(self) -> $other {
            crate::text::for_each_locale!(crate::text::words::in_locale! (self.locale) $group $key)
        }
    };
    ($(#[$doc:meta])* $group:ident $key:ident ($($argument:ident: $kind:ty),+)) => {
        $(#[$doc])*
        pub fn $key(self, $($argument: $kind),+) -> String {
            crate::text::for_each_locale!(crate::text::words::in_locale! (self.locale) $group $key ($($argument),+))
        }
    };
}
pub(super) use accessor;

/// One key in the language that is shown. Each key is read at compile time, so that a program holds only the sentences
/// that it uses: the visitor's has none of the employee's.
macro_rules! in_locale {
    ([$($Locale:ident = $tag:literal in $file:ident;)+] ($locale:expr) $group:ident $key:ident) => {
        match $locale {
            $(crate::text::Locale::$Locale => const { crate::text::$file::WORDS.$group.$key },)+
        }
    };
    ([$($Locale:ident = $tag:literal in $file:ident;)+] ($locale:expr) $group:ident $key:ident $arguments:tt) => {
        match $locale {
            $(crate::text::Locale::$Locale => (const { crate::text::$file::WORDS.$group.$key }) $arguments,)+
        }
    };
}
pub(super) use in_locale;
