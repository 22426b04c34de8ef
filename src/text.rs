//! Every word that users read, one file a language: `text/zh_cn.rs` and `text/en.rs`. The other files declare the sentences
//! of a topic each, once for all languages, and choose between them.
//!
//! A new sentence is a line in its topic's `words!` and a line in each language. A new language is a copy of `en.rs`,
//! translated, and a line in `for_each_locale!` below; what is missing then does not compile.

mod access;
mod approval;
mod booking;
mod common;
mod companion;
mod error;
mod host_status;
mod hosting;
mod invitation;
mod inviting;
mod pass;
mod permission;
mod reception;
mod sign_in;
mod status;
#[cfg(test)]
mod tests;
mod time;
mod visit;
mod words;

use leptos::prelude::use_context;

/// Hands the languages to a macro: each has a name, its tag (as in `<html lang>` and config.json), and the file with its
/// words. The first is for whoever wishes none. A new language is its file and its line here.
macro_rules! for_each_locale {
    ($($callback:ident)::+ ! $($arguments:tt)*) => {
        $($callback)::+! {
            [
                Chinese = "zh-CN" in zh_cn;
                English = "en" in en;
            ]
            $($arguments)*
        }
    };
}
use for_each_locale;

macro_rules! locales {
    ([$($Locale:ident = $tag:literal in $file:ident;)+]) => {
        $(mod $file;)+

        /// A language that we speak.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Locale {
            $($Locale,)+
        }

        impl Locale {
            pub const ALL: [Self; [$($tag),+].len()] = [$(Self::$Locale),+];

            /// The language tag, as in `<html lang>` and in config.json.
            pub fn tag(self) -> &'static str {
                match self {
                    $(Self::$Locale => $tag,)+
                }
            }
        }
    };
}
for_each_locale!(locales!);

impl Default for Locale {
    fn default() -> Self {
        let [first, ..] = Self::ALL;
        first
    }
}

impl Locale {
    /// For whoever wishes a language that we do not speak.
    const STAND_IN: Self = Self::English;

    /// The first wish that we can meet; the default where nobody wishes anything, the stand-in for foreign wishes.
    pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Self {
        let Some(wish) = wishes.into_iter().map(str::trim).find(|wish| !wish.is_empty()) else {
            return Self::default();
        };
        let is_wish = |locale: &Self| locale.tag().eq_ignore_ascii_case(wish);
        let is_close = |locale: &Self| language(locale.tag()).eq_ignore_ascii_case(language(wish));
        Self::ALL.into_iter().find(is_wish).or_else(|| Self::ALL.into_iter().find(is_close)).unwrap_or(Self::STAND_IN)
    }

    /// The next one, for the language switch.
    pub fn other(self) -> Self {
        Self::ALL.into_iter().skip_while(|locale| *locale != self).nth(1).unwrap_or_default()
    }
}

/// `zh` of `zh-CN`.
fn language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// The words of the language that is shown: a method a sentence. Taken from the context by [`use_text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text {
    pub locale: Locale,
    pub reader: Reader,
}

/// Whom the words are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    #[default]
    Visitor,
    /// Nobody tells an employee to call their host.
    Employee,
}

impl Text {
    /// The words for visitors.
    pub const fn of(locale: Locale) -> Self {
        Self { locale, reader: Reader::Visitor }
    }

    pub fn for_reader(self, reader: Reader) -> Self {
        Self { reader, ..self }
    }
}

/// The words of the language that is shown.
pub fn use_text() -> Text {
    use_context().unwrap_or_default()
}

macro_rules! groups {
    ($($group:ident: $Words:ident,)+) => {
        /// All sentences of a language.
        pub struct Words {
            $(pub $group: $group::$Words,)+
        }

        #[cfg(test)]
        impl Words {
            /// What a language has to supply, by group.
            const KEYS: &'static [(&'static str, &'static [&'static str])] = &[$((stringify!($group), $group::$Words::KEYS)),+];
        }
    };
}
groups! {
    common: CommonWords,
    booking: BookingWords,
    companion: CompanionWords,
    visit: VisitWords,
    status: StatusWords,
    host_status: HostStatusWords,
    pass: PassWords,
    permission: PermissionWords,
    invitation: InvitationWords,
    inviting: InvitingWords,
    hosting: HostingWords,
    reception: ReceptionWords,
    approval: ApprovalWords,
    access: AccessWords,
    time: TimeWords,
    sign_in: SignInWords,
    error: ErrorWords,
}
