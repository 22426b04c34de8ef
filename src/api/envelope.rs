//! `{code, msg, data}` around every answer: opened here, once.

use super::error::{AccessRefusal, ApiError};
use super::request::Service;
use crate::json::{self, Answer, Unreadable};
use serde_json::Value;

/// The envelope's `data`, whatever it holds, or what the envelope says instead.
///
/// Feishu's envelope is the same, and each of its documented refusals has a name.
pub fn open(service: Service, status: u16, body: &str) -> Result<Value, ApiError> {
    if status == 429 {
        return Err(ApiError::TooManyCalls);
    }
    if service == Service::Gateway {
        return bare(status, body);
    }
    let envelope = serde_json::from_str(body).ok().and_then(|value: Value| match value {
        Value::Object(fields) if fields.contains_key("code") => Some(fields),
        _ => None,
    });
    let Some(mut fields) = envelope else {
        return Err(if (200..300).contains(&status) { not_an_envelope(body) } else { ApiError::Status(status) });
    };
    let code: String = json::read(fields.get("code").unwrap_or(&Value::Null), "code").map_err(unreadable)?;
    // A refusal without words is told in ours.
    let message: String = fields.get("msg").and_then(|message| json::read(message, "msg").ok()).unwrap_or_default();
    let named = AccessRefusal::ALL.iter().find(|refusal| service == Service::Feishu && refusal.code() == code);
    if let Some(refusal) = named {
        return Err(ApiError::Access(*refusal));
    }
    match status {
        200..300 if code == "0" => Ok(fields.remove("data").unwrap_or(Value::Null)),
        // An HTTP failure without a sentence for people is no more than its status.
        400.. if message.is_empty() || status >= 500 => Err(ApiError::Status(status)),
        401 => Err(ApiError::Refused { code: "401".to_owned(), message }),
        _ => Err(ApiError::Refused { code, message }),
    }
}

/// An answer that is its own data.
fn bare(status: u16, body: &str) -> Result<Value, ApiError> {
    match status {
        200..300 => serde_json::from_str(body).ok().filter(Value::is_object).ok_or_else(|| not_an_envelope(body)),
        _ => Err(ApiError::Status(status)),
    }
}

/// The answer in an envelope's data.
pub fn read<T: Answer>(data: &Value) -> Result<T, ApiError> {
    json::read(data, "data").map_err(unreadable)
}

fn unreadable(Unreadable { path, reason }: Unreadable) -> ApiError {
    ApiError::Unreadable { path, reason }
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
        read(&open(Service::Visitorcs, status, body)?)
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
    fn a_code_is_a_code_and_no_place_for_other_things() {
        let reason = "an object instead of a text".to_owned();
        assert_eq!(text(200, r#"{"code":{"name":"张晓雯"},"msg":["?"]}"#), Err(ApiError::Unreadable { path: "code".into(), reason }));
        let refused = ApiError::Refused { code: "9".into(), message: String::new() };
        assert_eq!(text(200, r#"{"code":9,"msg":["?"]}"#), Err(refused));
    }

    #[test]
    fn a_gateway_answers_without_an_envelope() {
        assert_eq!(open(Service::Gateway, 200, r#"{"appId":"wx1"}"#), Ok(serde_json::json!({ "appId": "wx1" })));
        for body in ["", "<!doctype html>", "[]", "\"wx1\"", "{\"appId\":"] {
            assert!(matches!(open(Service::Gateway, 200, body), Err(ApiError::Unreadable { .. })), "{body}");
        }
        assert_eq!(open(Service::Gateway, 403, r#"{"code":"0"}"#), Err(ApiError::Status(403)));
        assert_eq!(open(Service::Gateway, 429, ""), Err(ApiError::TooManyCalls));
    }

    #[test]
    fn feishu_s_refusals_have_names() {
        let refusal = |service, status, body: &str| open(service, status, body).unwrap_err();
        for named in AccessRefusal::ALL {
            let body = format!(r#"{{"code":{},"msg":"?"}}"#, named.code());
            assert_eq!(refusal(Service::Feishu, 400, &body), ApiError::Access(*named));
            assert_eq!(refusal(Service::Visitorcs, 400, &body), ApiError::Refused { code: named.code().into(), message: "?".into() });
        }
        let other = r#"{"code":99991663,"msg":"Invalid access token"}"#;
        let message = "Invalid access token".into();
        assert_eq!(refusal(Service::Feishu, 400, other), ApiError::Refused { code: "99991663".into(), message });
        assert_eq!(refusal(Service::Feishu, 429, r#"{"code":99991400,"msg":"limited"}"#), ApiError::TooManyCalls);
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
