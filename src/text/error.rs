//! A failed call, in words: what happened and what to do.

use super::words::words;
use super::{Reader, Text};
use crate::api::error::{AccessRefusal, ApiError};

words! {
    ErrorWords / error:
    failure_signed_out;
    failure_unreachable;
    failure_timed_out;
    failure_too_many_calls;
    failure_incomplete;
    failure_forbidden;
    failure_not_offered;
    failure_not_offered_to_employee;
    failure_status(status: u16);
    failure_code(code: &str);
    failure_too_large;
    failure_unreadable;
    failure_unreadable_to_employee;

    // Why access control refuses, for the employee who wanted to let somebody in.
    doors_refuse_parameter;
    doors_refuse_phone;
    doors_refuse_person;
    doors_refuse_page;
}

impl Text {
    /// One sentence for the person who waits.
    pub fn failure(self, error: &ApiError) -> String {
        let fixed = match error {
            ApiError::Refused { message, .. } if !message.trim().is_empty() => message,
            _ if error.needs_sign_in() => self.failure_signed_out(),
            ApiError::Unreachable => self.failure_unreachable(),
            ApiError::TooManyCalls => self.failure_too_many_calls(),
            ApiError::Incomplete => self.failure_incomplete(),
            ApiError::Access(refusal) => self.door_refusal(*refusal),
            ApiError::TimedOut => self.failure_timed_out(),
            ApiError::Status(403) => self.failure_forbidden(),
            ApiError::Status(404) if self.reader == Reader::Employee => self.failure_not_offered_to_employee(),
            ApiError::Status(404) => self.failure_not_offered(),
            ApiError::Status(status) => return self.failure_status(*status),
            ApiError::Refused { code, .. } => return self.failure_code(code),
            ApiError::TooLarge => self.failure_too_large(),
            ApiError::Unreadable { .. } if self.reader == Reader::Employee => self.failure_unreadable_to_employee(),
            ApiError::Unreadable { .. } => self.failure_unreadable(),
        };
        fixed.to_owned()
    }

    /// Why the doors refuse, for the employee who wanted to let somebody in.
    fn door_refusal(self, refusal: AccessRefusal) -> &'static str {
        match refusal {
            AccessRefusal::InvalidParameter => self.doors_refuse_parameter(),
            AccessRefusal::PhoneTaken => self.doors_refuse_phone(),
            AccessRefusal::UnknownPerson => self.doors_refuse_person(),
            AccessRefusal::PageTokenInvalid => self.doors_refuse_page(),
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
        assert_eq!(Text::of(Locale::English).failure(&refused("满员")), "满员");
        assert!(Text::of(Locale::Chinese).failure(&refused(" ")).contains("17"));
    }

    #[test]
    fn the_doors_refusals_each_have_their_sentence() {
        for locale in [Locale::Chinese, Locale::English] {
            let refusals = AccessRefusal::ALL.iter().map(|refusal| ApiError::Access(*refusal));
            let sentences: Vec<String> = refusals.chain([ApiError::TooManyCalls]).map(|error| Text::of(locale).failure(&error)).collect();
            for (index, sentence) in sentences.iter().enumerate() {
                assert!(sentence.chars().count() > 8 && !sentences[..index].contains(sentence), "{sentence}");
            }
        }
    }

    #[test]
    fn no_error_tells_an_employee_to_call_their_host() {
        for error in [ApiError::Status(404), ApiError::Unreadable { path: "data".into(), reason: "a list".into() }] {
            let told = |locale, reader| Text::of(locale).for_reader(reader).failure(&error);
            assert!(told(Locale::Chinese, Reader::Visitor).contains("接待人") && told(Locale::English, Reader::Visitor).contains("host"));
            assert!(told(Locale::Chinese, Reader::Employee).contains("管理员"), "{error:?}");
            assert!(!told(Locale::English, Reader::Employee).contains("host"), "{error:?}");
        }
    }

    #[test]
    fn no_failure_is_wordless_or_shows_the_machine_s_facts() {
        let unreadable = ApiError::Unreadable { path: "data.list[3].status".into(), reason: "a list".into() };
        for error in
            [ApiError::Unreachable, ApiError::TimedOut, ApiError::Status(401), ApiError::Status(403), ApiError::Status(500), unreadable]
        {
            for locale in [Locale::Chinese, Locale::English] {
                let sentence = Text::of(locale).failure(&error);
                assert!(sentence.chars().count() > 8 && !sentence.contains("data.list"), "{sentence}");
            }
        }
    }
}
