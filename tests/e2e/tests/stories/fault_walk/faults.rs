//! What can happen to a call, and the sentences that tell it.

use e2e::site::Fault;
use serde_json::Value;
use visitor_front::api::error::ApiError;
use visitor_front::text::{Locale, Reader, Text};

/// What happens to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    Drop,
    Hang,
    Unauthorized,
    Forbidden,
    NotFound,
    TooMany,
    Broken,
    BadGateway,
    Empty,
    Refusal,
    Truncated,
    WrongTypes,
    Null,
}

/// What the backend says where it refuses.
pub const REFUSAL: &str = "今日系统维护，暂停办理";

impl Trouble {
    pub const ALL: [Self; 13] = [
        Self::Drop,
        Self::Hang,
        Self::Unauthorized,
        Self::Forbidden,
        Self::NotFound,
        Self::TooMany,
        Self::Broken,
        Self::BadGateway,
        Self::Empty,
        Self::Refusal,
        Self::Truncated,
        Self::WrongTypes,
        Self::Null,
    ];

    /// The fault that the stand-in is to inject.
    pub fn fault(self) -> Fault {
        match self {
            Self::Drop => Fault::RequestLost,
            Self::Hang => Fault::Hang,
            Self::Unauthorized => Fault::Status(401),
            Self::Forbidden => Fault::Status(403),
            Self::NotFound => Fault::Status(404),
            Self::TooMany => Fault::Status(429),
            Self::Broken => Fault::Status(500),
            Self::BadGateway => Fault::BadGateway,
            Self::Empty => Fault::Body(""),
            Self::Refusal => Fault::Refused(REFUSAL),
            Self::Truncated => Fault::TruncatedJson,
            Self::WrongTypes => Fault::WrongTypes,
            Self::Null => Fault::Data(Value::Null),
        }
    }

    /// The app's sentences for it, to a visitor and to an employee.
    pub fn sentences(self) -> [String; 2] {
        let unreadable = || ApiError::Unreadable { path: String::new(), reason: String::new() };
        let error = match self {
            Self::Drop => ApiError::Unreachable,
            Self::Hang => ApiError::TimedOut,
            Self::Unauthorized => ApiError::Status(401),
            Self::Forbidden => ApiError::Status(403),
            Self::NotFound => ApiError::Status(404),
            Self::TooMany => ApiError::TooManyCalls,
            Self::Broken => ApiError::Status(500),
            Self::BadGateway => ApiError::Status(502),
            Self::Refusal => ApiError::Refused { code: "0x01".into(), message: REFUSAL.into() },
            Self::Empty | Self::Truncated | Self::WrongTypes | Self::Null => unreadable(),
        };
        [Reader::Visitor, Reader::Employee].map(|reader| Text::of(Locale::Chinese).for_reader(reader).failure(&error))
    }
}
