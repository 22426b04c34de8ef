//! Every word that users read, in Chinese and English.

mod access;
mod approval;
mod booking;
mod companion;
mod error;
mod hosting;
mod invitation;
mod inviting;
mod pass;
mod reception;
mod time;
mod visit;

use leptos::prelude::use_context;

/// A language that we speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    #[default]
    Chinese,
    English,
}

impl Locale {
    /// The language tag, as in `<html lang>` and in config.json.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// The first wish that we can meet; Chinese where nobody wishes anything, English for foreign wishes.
    pub fn choose<'a>(wishes: impl IntoIterator<Item = &'a str>) -> Self {
        let wish = wishes.into_iter().map(str::trim).find(|wish| !wish.is_empty());
        match wish {
            Some(wish) if !wish.to_ascii_lowercase().starts_with("zh") => Self::English,
            _ => Self::Chinese,
        }
    }

    /// The other one, for the language switch.
    pub fn other(self) -> Self {
        match self {
            Self::Chinese => Self::English,
            Self::English => Self::Chinese,
        }
    }
}

/// The words of one language. Taken from the context by [`Text::here`], it is the only way to a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Text(pub Locale);

/// The words of the language that is shown.
pub fn use_text() -> Text {
    Text::here()
}

impl Text {
    /// The words of the language that is shown.
    pub fn here() -> Self {
        use_context().unwrap_or_default()
    }

    fn pick(self, chinese: &'static str, english: &'static str) -> &'static str {
        match self.0 {
            Locale::Chinese => chinese,
            Locale::English => english,
        }
    }
}

/// Fixed phrases: `name: "中文", "English";` becomes `fn name(self) -> &'static str`.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident: $chinese:literal, $english:literal;)*) => {
        impl crate::text::Text {$(
            $(#[$doc])*
            pub fn $name(self) -> &'static str {
                self.pick($chinese, $english)
            }
        )*}
    };
}
use phrases;

phrases! {
    /// The language switch: the other language's own name.
    other_language: "English", "中文";
    retry: "重试", "Try again";
    close: "关闭", "Close";
    loading: "正在加载", "Resource";
    back_to_start: "返回预约首页", "Back to booking";
    not_here_title: "这里不提供此功能", "Not offered here";
    not_here_detail: "请在微信中打开链接。", "Please open the link in WeChat.";
    not_found_title: "没有找到这个页面", "This page does not exist";
    not_found_detail: "链接可能不完整，请检查后重新打开，或从下面继续。", "The link may be incomplete. Check it and open it again, or go on from here.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_wish_counts() {
        assert_eq!(Locale::choose(["", "zh-CN"]), Locale::Chinese);
        assert_eq!(Locale::choose(["en", "zh-CN"]), Locale::English);
        assert_eq!(Locale::choose(["fr-FR"]), Locale::English);
        assert_eq!(Locale::choose(["", " "]), Locale::Chinese);
        assert_eq!(Locale::choose(["zh-Hant-TW"]), Locale::Chinese);
    }
}
