//! `{code, msg, data}` around every answer: opened here, once.

use super::error::ApiError;
use crate::json::{self, Answer};
use serde_json::Value;

/// The envelope's `data`, whatever it holds, or what the envelope says instead.
pub fn open(status: u16, body: &str) -> Result<Value, ApiError> {
    let envelope = serde_json::from_str(body).ok().and_then(|value: Value| match value {
        Value::Object(fields) if fields.contains_key("code") => Some(fields),
        _ => None,
    });
    let Some(mut fields) = envelope else {
        return Err(if (200..300).contains(&status) { not_an_envelope(body) } else { ApiError::Status(status) });
    };
    let code = fields.get("code").map(json::plain_text).unwrap_or_default();
    let message = fields.get("msg").map(json::plain_text).unwrap_or_default();
    match status {
        200..300 if code == "0" => Ok(fields.remove("data").unwrap_or(Value::Null)),
        // An HTTP failure without a sentence for people is no more than its status.
        400.. if message.is_empty() || status >= 500 => Err(ApiError::Status(status)),
        401 => Err(ApiError::Refused { code: "401".to_owned(), message }),
        _ => Err(ApiError::Refused { code, message }),
    }
}

/// The answer in an envelope's data.
pub fn read<T: Answer>(data: &Value) -> Result<T, ApiError> {
    json::read(data, "data").map_err(|unreadable| ApiError::Unreadable { path: unreadable.path, reason: unreadable.reason })
}

fn not_an_envelope(body: &str) -> ApiError {
    let start = body.trim_start();
    let reason = match start.chars().next() {
        None => "an empty answer",
        Some('<') => "a web page instead of JSON",
        Some('{') => "JSON that is broken or has no code",
        Some(_) => "no JSON object",
    };
    ApiError::Unreadable { path: "$".to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(status: u16, body: &str) -> Result<String, ApiError> {
        read(&open(status, body)?)
    }

    #[test]
    fn code_zero_opens_as_text_or_number() {
        for body in [r#"{"code":"0","msg":"success","data":"王建国"}"#, r#"{"code":0,"data":"王建国"}"#] {
            assert_eq!(text(200, body), Ok("王建国".to_owned()));
        }
        assert_eq!(text(200, r#"{"code":"0"}"#), Ok(String::new()));
    }

    #[test]
    fn other_codes_are_refusals_in_the_server_s_words() {
        let refused = |code: &str, message: &str| Err(ApiError::Refused { code: code.into(), message: message.into() });
        assert_eq!(text(200, r#"{"code":"0x0530","msg":"满员","data":null}"#), refused("0x0530", "满员"));
        assert_eq!(text(403, r#"{"code":"403","msg":"无权限"}"#), refused("403", "无权限"));
        assert_eq!(text(200, r#"{"code":null,"msg":"?"}"#), refused("", "?"));
    }

    #[test]
    fn a_401_asks_to_sign_in_whatever_its_code() {
        assert!(text(401, r#"{"code":"7","msg":"登录已过期"}"#).unwrap_err().needs_sign_in());
        assert!(text(401, "").unwrap_err().needs_sign_in());
    }

    #[test]
    fn what_is_no_envelope_says_why() {
        for (body, reason) in [
            ("<!doctype html>", "a web page instead of JSON"),
            ("", "an empty answer"),
            ("[1]", "no JSON object"),
            (r#"{"code":"0","da"#, "JSON that is broken or has no code"),
        ] {
            assert_eq!(text(200, body), Err(ApiError::Unreadable { path: "$".into(), reason: reason.into() }));
        }
        assert_eq!(text(502, "<html>"), Err(ApiError::Status(502)));
        assert_eq!(text(500, r#"{"code":"500","msg":"NullPointerException"}"#), Err(ApiError::Status(500)));
    }
}
