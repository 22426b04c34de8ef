//! How a call can fail: facts, and the questions that callers ask of them. The words are in `text`.

use crate::domain::code::codes;
use std::fmt;

/// Why a call brought no usable answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// No connection: the request or its answer was lost on the way.
    Unreachable,
    /// No answer within the time a call may take.
    TimedOut,
    /// HTTP 429: more calls than the service takes; the call was not carried out.
    TooManyCalls,
    /// An HTTP status that says failure, without words of the backend's own.
    Status(u16),
    /// The backend understood and said no. `code` is its own, `message` is meant for people.
    Refused { code: String, message: String },
    /// Feishu's access control said no, for a reason that its documents name.
    Access(AccessRefusal),
    /// Not sent: the session lacks something that the call needs, such as the site.
    Incomplete,
    /// An answer with more than a page can show.
    TooLarge,
    /// An answer that cannot be understood, and where in it.
    Unreadable { path: String, reason: String },
}

codes! {
    /// Why Feishu's access control refuses.
    pub enum AccessRefusal: &'static str {
        /// HTTP 400, a parameter that it does not accept.
        InvalidParameter = "1490001",
        /// HTTP 400, the phone number belongs to a registered visitor already.
        PhoneTaken = "1490203",
        /// HTTP 400, the person is not in the access-control group.
        UnknownPerson = "1490101",
        /// HTTP 400, the place in the list that a page token names is gone: begin with the first page.
        PageTokenInvalid = "1490018",
    }
}

impl ApiError {
    /// Whether the same call may succeed a moment later.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Unreachable | Self::TimedOut | Self::TooManyCalls => true,
            Self::Status(status) => *status >= 500,
            Self::Refused { .. } | Self::Access(_) | Self::Incomplete | Self::TooLarge | Self::Unreadable { .. } => false,
        }
    }

    /// Whether the backend does not know who is asking.
    pub fn needs_sign_in(&self) -> bool {
        match self {
            Self::Status(status) => *status == 401,
            Self::Refused { code, .. } => code == "401",
            _ => false,
        }
    }

    /// Whether the backend knows who is asking, and does not let them.
    pub fn is_forbidden(&self) -> bool {
        match self {
            Self::Status(status) => *status == 403,
            Self::Refused { code, .. } => code == "403",
            _ => false,
        }
    }

    /// Whether a call that writes may have been carried out all the same.
    pub fn leaves_doubt(&self) -> bool {
        match self {
            Self::Unreachable | Self::TimedOut | Self::TooLarge | Self::Unreadable { .. } => true,
            Self::Status(status) => *status >= 500,
            Self::TooManyCalls | Self::Refused { .. } | Self::Access(_) | Self::Incomplete => false,
        }
    }
}

/// For logs: facts only, nothing that a visitor typed and nothing that the backend said of a person.
impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Unreachable => f.write_str("unreachable"),
            Self::TimedOut => f.write_str("timed out"),
            Self::TooManyCalls => f.write_str("too many calls"),
            Self::Status(status) => write!(f, "HTTP status {status}"),
            Self::Refused { code, .. } if is_code(code) => write!(f, "refused with code {code}"),
            Self::Refused { .. } => f.write_str("refused"),
            Self::Access(refusal) => write!(f, "refused with code {}", refusal.code()),
            Self::Incomplete => f.write_str("not sent: incomplete"),
            Self::TooLarge => f.write_str("too large"),
            Self::Unreadable { path, reason } => write!(f, "unreadable at {path}: {reason}"),
        }
    }
}

/// Whether a code looks like one, so that it cannot be somebody's name or a whole message.
fn is_code(code: &str) -> bool {
    code.len() <= 16 && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: &str) -> ApiError {
        ApiError::Refused { code: code.into(), message: "张晓雯 13900000001".into() }
    }

    #[test]
    fn only_passing_faults_are_retried() {
        assert!(ApiError::Unreachable.is_retryable() && ApiError::TimedOut.is_retryable());
        assert!(ApiError::Status(503).is_retryable() && ApiError::TooManyCalls.is_retryable());
        assert!(!ApiError::Status(404).is_retryable() && !refused("1").is_retryable());
    }

    #[test]
    fn a_refusal_leaves_no_doubt_and_a_lost_answer_does() {
        assert!(!refused("1").leaves_doubt() && !ApiError::Status(400).leaves_doubt() && !ApiError::TooManyCalls.leaves_doubt());
        for error in [
            ApiError::Unreachable,
            ApiError::TimedOut,
            ApiError::Status(502),
            ApiError::Unreadable { path: "$".into(), reason: "HTML".into() },
        ] {
            assert!(error.leaves_doubt(), "{error}");
        }
    }

    #[test]
    fn signing_in_helps_against_401_only() {
        assert!(ApiError::Status(401).needs_sign_in() && refused("401").needs_sign_in());
        assert!(!ApiError::Status(403).needs_sign_in() && !refused("403").needs_sign_in());
    }

    #[test]
    fn logs_hold_nothing_of_a_person() {
        for (code, log) in [("17", "refused with code 17"), ("0x0530", "refused with code 0x0530"), ("张晓雯", "refused")] {
            assert_eq!(refused(code).to_string(), log);
        }
        assert_eq!(refused("请联系王建国 13800000001").to_string(), "refused");
    }
}
