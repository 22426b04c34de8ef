//! The signatures that WeChat's and WeCom's JS-SDK ask for. The backend has no call for them: a gateway of the site has.

use super::call::ApiCall;
use super::envelope;
use super::error::ApiError;
use crate::answer;
use crate::domain::js_sdk::{Signature, without_fragment};
use crate::percent;

/// Whose ticket signs (`channel`): a gateway may serve both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signer {
    /// The official account.
    WeChat,
    /// The company.
    WeCom,
}

impl Signer {
    fn code(self) -> &'static str {
        match self {
            Self::WeChat => "mp",
            Self::WeCom => "wecom",
        }
    }
}

/// A page's address, signed by the gateway at `gateway`.
pub fn signature(gateway: &str, page: &str, signer: Signer) -> ApiCall<Signature> {
    ApiCall::by_setting(call_address(gateway, page, signer), |answer| {
        let Signed { app_id, timestamp, nonce_str, signature } = envelope::read(answer)?;
        complete(Signature { app: app_id, agent: None, timestamp, nonce: nonce_str, signature })
    })
}

/// The same for WeCom's agent.
pub fn agent_signature(gateway: &str, page: &str) -> ApiCall<Signature> {
    ApiCall::by_setting(call_address(gateway, page, Signer::WeCom), |answer| {
        let SignedForAgent { corp_id, agent_id, timestamp, nonce_str, signature } = envelope::read(answer)?;
        complete(Signature { app: corp_id, agent: Some(agent_id), timestamp, nonce: nonce_str, signature })
    })
}

answer! {
    struct Signed {
        app_id: String = "appId",
        timestamp: String = "timestamp",
        nonce_str: String = "nonceStr",
        signature: String = "signature",
    }
}

answer! {
    struct SignedForAgent {
        corp_id: String = "corpid",
        agent_id: String = "agentid",
        timestamp: String = "timestamp",
        nonce_str: String = "nonceStr",
        signature: String = "signature",
    }
}

fn call_address(gateway: &str, page: &str, signer: Signer) -> String {
    let separator = if gateway.contains('?') { '&' } else { '?' };
    format!("{gateway}{separator}url={}&channel={}", percent::encode(without_fragment(page)), signer.code())
}

/// Half a signature is none.
fn complete(signature: Signature) -> Result<Signature, ApiError> {
    let Signature { app, agent, timestamp, nonce, signature: signed } = &signature;
    let is_blank = |part: &&String| part.trim().is_empty();
    let has_blank = [app, timestamp, nonce, signed].iter().any(is_blank) || agent.iter().any(|part| is_blank(&part));
    match !has_blank {
        true => Ok(signature),
        false => Err(ApiError::Unreadable { path: "$".to_owned(), reason: "half a signature".to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn the_page_s_address_goes_encoded_and_without_its_fragment() {
        let call = signature("/gateway/signature", "https://site.example/i/7?s=sms&a=1#top", Signer::WeChat);
        let encoded = "https%3A%2F%2Fsite.example%2Fi%2F7%3Fs%3Dsms%26a%3D1";
        assert_eq!(call.request().unwrap().to_string(), format!("GET /gateway/signature?url={encoded}&channel=mp"));
        let call = agent_signature("https://gate.example/sign?site=7", "https://site.example/");
        let asked = "GET https://gate.example/sign?site=7&url=https%3A%2F%2Fsite.example%2F&channel=wecom";
        assert_eq!(call.request().unwrap().to_string(), asked);
    }

    #[test]
    fn a_signature_is_read_and_half_of_one_is_refused() {
        let read = |answer: Value| signature("/s", "https://a/", Signer::WeChat).read(&answer);
        let whole = json!({ "appId": "wx1", "timestamp": 1700000000, "nonceStr": "n", "signature": "s" });
        let signed = read(whole.clone()).unwrap();
        assert_eq!((signed.app.as_str(), signed.timestamp.as_str(), signed.agent), ("wx1", "1700000000", None));
        for part in ["appId", "timestamp", "nonceStr", "signature"] {
            for bad in [Value::Null, json!(" "), json!(["x"])] {
                let mut half = whole.clone();
                half[part] = bad;
                assert!(read(half.clone()).is_err(), "{half}");
            }
        }
    }

    #[test]
    fn an_agent_s_signature_names_company_and_agent() {
        let read = |answer: Value| agent_signature("/s", "https://a/").read(&answer);
        let whole = json!({ "corpid": "ww1", "agentid": 1000002, "timestamp": "1", "nonceStr": "n", "signature": "s" });
        let signed = read(whole.clone()).unwrap();
        assert_eq!((signed.app.as_str(), signed.agent.as_deref()), ("ww1", Some("1000002")));
        let mut half = whole;
        half["agentid"] = Value::Null;
        assert!(read(half).is_err());
    }
}
