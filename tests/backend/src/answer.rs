//! What goes back to a caller: the envelope around data, or a refusal in the backend's words.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::status::Illegal;

/// An endpoint's outcome.
pub type Answer = Result<Value, Refusal>;

/// Why the backend does not do what it was asked.
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
    Move(Illegal),
    NoPass,
    NotYourApproval,
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
    ImageNotBase64,
    ImageKind,
    ImageTooLarge,
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
            Self::Move(_) => "2002",
            Self::NoPass => "2003",
            Self::NotYourApproval => "2004",
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
            Self::ImageNotBase64 => "4001",
            Self::ImageKind => "4002",
            Self::ImageTooLarge => "4003",
        }
    }

    /// The sentence for the person in front of the screen.
    pub fn msg(&self) -> String {
        match self {
            Self::NoSuchEndpoint => "接口不存在".into(),
            Self::NotSignedIn => "登录已失效，请重新进入".into(),
            Self::NotJson => "请求体应为 application/json".into(),
            Self::TooLarge => "请求内容过大".into(),
            Self::Unreadable(reason) => format!("请求格式错误：{reason}"),
            Self::ParameterMissing(name) => format!("缺少参数：{name}"),
            Self::ParameterInvalid { name, expected } => format!("参数 {name} 不正确：应为{expected}"),
            Self::NoSuchOrder => "预约单不存在".into(),
            Self::Move(illegal) => {
                format!("当前状态「{}」不允许{}", illegal.from.label(), illegal.wanted.label())
            }
            Self::NoPass => "当前状态没有通行二维码".into(),
            Self::NotYourApproval => "您不是该预约的被访人，无法审批".into(),
            Self::ModelClosed => "该预约模式未开放".into(),
            Self::FieldMissing(name) => format!("请填写{name}"),
            Self::FieldTooLong { name, limit } => format!("{name}不能超过{limit}个字符"),
            Self::OptionUnknown(name) => format!("{name}的选项无效，请重新选择"),
            Self::TooManyPictures(name) => format!("{name}最多上传三张"),
            Self::PictureUnknown(name) => format!("{name}未上传成功，请重新上传"),
            Self::TimeUnreadable(name) => format!("{name}格式不正确，应为 ISO 8601 时间（+08:00）"),
            Self::StartInThePast => "预计来访时间不能早于当前时间".into(),
            Self::EndBeforeStart => "预计离开时间必须晚于预计来访时间".into(),
            Self::HostMissing => "请填写被访人手机号".into(),
            Self::HostUnknown => "未找到该被访人，请核对手机号".into(),
            Self::AreaUnknown(id) => format!("访问区域不存在：{id}"),
            Self::ImageNotBase64 => "图片数据不是有效的 base64 编码".into(),
            Self::ImageKind => "仅支持 JPG、PNG 格式的图片".into(),
            Self::ImageTooLarge => "图片不能超过 5MB".into(),
        }
    }
}

impl From<Illegal> for Refusal {
    fn from(illegal: Illegal) -> Self {
        Self::Move(illegal)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({ "code": self.code(), "msg": self.msg(), "data": {} });
        (self.status(), Json(body)).into_response()
    }
}

/// An endpoint's outcome in its envelope.
pub fn envelope(answer: Answer) -> Response {
    match answer {
        Ok(data) => Json(json!({ "code": "0", "msg": "success", "data": data })).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}
