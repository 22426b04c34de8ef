//! Responses: an envelope around data, or a refusal with the backend's code and message.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::status::Illegal;

mod words;

/// The result of an endpoint.
pub type ApiResult = Result<Value, Refusal>;

/// Why the backend refuses a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    NoSuchEndpoint,
    NotSignedIn,
    /// A body was expected as JSON and came as something else.
    NotJson,
    TooLarge,
    Unreadable(String),
    ParameterMissing(&'static str),
    ParameterInvalid {
        name: &'static str,
        expected: &'static str,
    },
    NoSuchOrder,
    Transition(Illegal),
    NoPass,
    NotYourApproval,
    /// The caller is known, or claims to be, and is no employee.
    NotAnEmployee,
    /// A link whose share was stopped, or whose invitation is over.
    LinkClosed,
    AlreadyTaken,
    OrderIdTaken,
    SmsDelivered,
    Party(PartyError),
    NotYourVisit,
    ModelClosed,
    FieldMissing(String),
    FieldTooLong {
        name: String,
        limit: usize,
    },
    OptionUnknown(String),
    TooManyPictures(String),
    PictureUnknown(String),
    TimeUnreadable(&'static str),
    StartInThePast,
    EndBeforeStart,
    HostMissing,
    HostUnknown,
    AreaUnknown(String),
    EnterpriseUnknown,
    FaceUnknown,
    ImageNotBase64,
    ImageKind,
    ImageTooLarge,
}

/// What is wrong with a leader and the companions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartyError {
    /// The visit was booked by number only, or by somebody who comes alone.
    Alone,
    /// The leader cannot be a companion too.
    OwnParty,
    Full,
    Incomplete,
    AlreadySubmitted,
    NotSubmitted,
}

impl Refusal {
    /// Refusals are answers with status 200, but for those that never reach an endpoint's own code.
    fn status(&self) -> StatusCode {
        match self {
            Self::NoSuchEndpoint => StatusCode::NOT_FOUND,
            Self::NotSignedIn => StatusCode::UNAUTHORIZED,
            Self::NotJson => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            _ => StatusCode::OK,
        }
    }

    /// The code on the wire, stable for tests.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSuchEndpoint => "404",
            Self::NotSignedIn => "401",
            Self::NotJson => "415",
            Self::TooLarge => "413",
            Self::Unreadable(_) => "400",
            Self::ParameterMissing(_) => "1001",
            Self::ParameterInvalid { .. } => "1002",
            Self::NoSuchOrder => "2001",
            Self::Transition(_) => "2002",
            Self::NoPass => "2003",
            Self::NotYourApproval => "2004",
            Self::NotAnEmployee => "2005",
            Self::LinkClosed => "2006",
            Self::AlreadyTaken => "2007",
            Self::OrderIdTaken => "2008",
            Self::SmsDelivered => "2009",
            Self::Party(_) => "2010",
            Self::NotYourVisit => "2011",
            Self::ModelClosed => "3001",
            Self::FieldMissing(_) => "3002",
            Self::FieldTooLong { .. } => "3003",
            Self::OptionUnknown(_) => "3004",
            Self::TooManyPictures(_) => "3005",
            Self::PictureUnknown(_) => "3006",
            Self::TimeUnreadable(_) => "3007",
            Self::StartInThePast => "3008",
            Self::EndBeforeStart => "3009",
            Self::HostMissing => "3010",
            Self::HostUnknown => "3011",
            Self::AreaUnknown(_) => "3012",
            Self::EnterpriseUnknown => "3013",
            Self::FaceUnknown => "3014",
            Self::ImageNotBase64 => "4001",
            Self::ImageKind => "4002",
            Self::ImageTooLarge => "4003",
        }
    }
}

impl From<Illegal> for Refusal {
    fn from(illegal: Illegal) -> Self {
        Self::Transition(illegal)
    }
}

impl From<PartyError> for Refusal {
    fn from(trouble: PartyError) -> Self {
        Self::Party(trouble)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({ "code": self.code(), "msg": self.msg(), "data": {} });
        (self.status(), Json(body)).into_response()
    }
}

/// The result of an endpoint in its envelope.
pub fn envelope(answer: ApiResult) -> Response {
    match answer {
        Ok(data) => Json(json!({ "code": "0", "msg": "success", "data": data })).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}
