//! A failed call, in words: what happened and what to do.

use super::Text;
use crate::api::error::{ApiError, DoorRefusal};

impl Text {
    /// Why the doors refuse, for the employee who wanted to let somebody in.
    fn door_refusal(self, refusal: DoorRefusal) -> &'static str {
        match refusal {
            DoorRefusal::InvalidParameter => {
                self.pick("门禁不接受这些信息，请检查姓名和手机号。", "The doors do not accept this. Check the name and the phone number.")
            }
            DoorRefusal::PhoneTaken => {
                self.pick("门禁里已有这个手机号的访客。", "The doors already know a visitor with this phone number.")
            }
            DoorRefusal::UnknownPerson => self.pick(
                "此人不在门禁权限组里，请联系管理员。",
                "This person is not in the doors' access group. Please ask your administrator.",
            ),
            DoorRefusal::PageTokenInvalid => {
                self.pick("名单已更新，请从头刷新。", "The list has changed meanwhile. Please reload it from the start.")
            }
        }
    }

    /// One sentence for the person who waits.
    pub fn failure(self, error: &ApiError) -> String {
        match error {
            ApiError::Refused { message, .. } if !message.trim().is_empty() => message.clone(),
            _ if error.needs_sign_in() => self
                .pick("登录已失效，请从原来的链接重新进入。", "You are no longer signed in. Please open the original link again.")
                .to_owned(),
            ApiError::Unreachable => {
                self.pick("网络不通，请检查网络后重试。", "No connection. Check your network and try again.").to_owned()
            }
            ApiError::TooManyCalls => {
                self.pick("操作太频繁了，请稍等片刻再试。", "Too many requests at once. Please wait a moment and try again.").to_owned()
            }
            ApiError::Incomplete => self
                .pick("缺少站点信息，请从原来的链接重新进入。", "The site is not known. Please open the original link again.")
                .to_owned(),
            ApiError::Doors(refusal) => self.door_refusal(*refusal).to_owned(),
            ApiError::TimedOut => self.pick("网络太慢，没有等到回应，请重试。", "The network is too slow. Please try again.").to_owned(),
            ApiError::Status(403) => self.pick("您没有权限进行此操作。", "You are not allowed to do this.").to_owned(),
            ApiError::Status(404) => {
                self.pick("站点没有提供这项服务，请联系接待人。", "This site does not offer this. Please contact your host.").to_owned()
            }
            ApiError::Status(status) => match self.0 {
                super::Locale::Chinese => format!("服务暂时不可用（{status}），请稍后重试。"),
                super::Locale::English => format!("The service is unavailable right now ({status}). Please try again later."),
            },
            ApiError::Refused { code, .. } => match self.0 {
                super::Locale::Chinese => format!("服务没有接受这次请求（代码 {code}）。"),
                super::Locale::English => format!("The service did not accept this (code {code})."),
            },
            ApiError::Unreadable { .. } => self
                .pick(
                    "站点的回应无法识别，请稍后重试；若一直如此，请联系接待人。",
                    "The site's answer makes no sense. Please try again later, or contact your host.",
                )
                .to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use super::*;

    #[test]
    fn the_server_s_own_words_come_first() {
        let refused = |message: &str| ApiError::Refused { code: "17".into(), message: message.into() };
        assert_eq!(Text(Locale::English).failure(&refused("满员")), "满员");
        assert!(Text(Locale::Chinese).failure(&refused(" ")).contains("17"));
    }

    #[test]
    fn the_doors_refusals_each_have_their_sentence() {
        for locale in [Locale::Chinese, Locale::English] {
            let refusals = DoorRefusal::ALL.iter().map(|refusal| ApiError::Doors(*refusal));
            let sentences: Vec<String> = refusals.chain([ApiError::TooManyCalls]).map(|error| Text(locale).failure(&error)).collect();
            for (index, sentence) in sentences.iter().enumerate() {
                assert!(sentence.chars().count() > 8 && !sentences[..index].contains(sentence), "{sentence}");
            }
        }
    }

    #[test]
    fn no_failure_is_wordless_or_shows_the_machine_s_facts() {
        let unreadable = ApiError::Unreadable { path: "data.list[3].status".into(), reason: "a list".into() };
        for error in
            [ApiError::Unreachable, ApiError::TimedOut, ApiError::Status(401), ApiError::Status(403), ApiError::Status(500), unreadable]
        {
            for locale in [Locale::Chinese, Locale::English] {
                let sentence = Text(locale).failure(&error);
                assert!(sentence.chars().count() > 8 && !sentence.contains("data.list"), "{sentence}");
            }
        }
    }
}
