//! A visit's status as answers write it: a number, the number as a text, or the documents' word.

use crate::domain::visit::Status;

/// The documents' words, each at its number; WeCom and the mini-program use them.
const WORDS: [&str; 16] = [
    "待审批",
    "正常",
    "迟到",
    "预约逾期",
    "审批退回",
    "超期自动签离",
    "访客签离",
    "超期未签离",
    "已到达",
    "审批逾期",
    "邀约中",
    "邀约逾期",
    "邀约失效(员工取消)",
    "邀约失效(访客取消)",
    "预约失效(员工取消)",
    "预约失效(访客取消)",
];

/// The status behind a text; what is no known number and no known word stays as it came.
pub fn status(text: &str) -> Status {
    let text = text.trim();
    let number = text.parse().ok().or_else(|| WORDS.iter().position(|word| *word == text));
    number.and_then(Status::from_number).unwrap_or_else(|| Status::Unknown(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_name_the_same() {
        for (number, word) in WORDS.iter().enumerate() {
            assert_eq!(status(&format!(" {number} ")), status(word));
            assert_eq!(status(word).number(), Some(number));
        }
        assert_eq!((status("8"), status("已到达")), (Status::Arrived, Status::Arrived));
    }

    #[test]
    fn an_unknown_status_stays_as_it_came() {
        for text in ["16", "-1", "待来访", "", "8.0"] {
            assert_eq!(status(text), Status::Unknown(text.to_owned()));
        }
    }
}
