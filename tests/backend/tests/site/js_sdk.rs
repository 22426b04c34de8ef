//! The gateway that signs for WeChat's JS-SDK, and the check that the apps make.

use serde_json::{Value, json};

use crate::caller::{Caller, Response};

async fn get(caller: &Caller, path: &str) -> Response {
    caller.call("GET", path, &[], "").await.expect("an answer")
}

/// What the app finds of a signature over this address.
async fn holds(caller: &Caller, signed: &Value, url: &str) -> Value {
    let app = if signed["appId"].is_null() { &signed["corpid"] } else { &signed["appId"] };
    let check = json!({
        "app": app, "agent": signed["agentid"], "timestamp": signed["timestamp"], "nonceStr": signed["nonceStr"],
        "signature": signed["signature"], "url": url, "calls": ["closeWindow"],
    });
    let headers = [("content-type", "application/json")];
    let answer = caller.call("POST", "/gateway/js-sdk/check", &headers, check.to_string()).await.expect("an answer");
    answer.json()["isValid"].clone()
}

#[tokio::test]
async fn a_signature_holds_for_its_address_and_no_other() {
    let caller = Caller::start().await;
    for call in ["signature?channel=mp", "signature?channel=wecom", "agent-signature?channel=wecom"] {
        let answer = get(&caller, &format!("/gateway/{call}&url=https%3A%2F%2Fstandin%2Fi%2F7%3Fs%3Dsms")).await;
        assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"), "{call}");
        let signed = answer.json();
        assert_eq!(holds(&caller, &signed, "https://standin/i/7?s=sms").await, true, "{call}");
        for other in ["https://standin/i/7", "https://standin/i/7?s=sms#top", "http://standin/i/7?s=sms"] {
            assert_eq!(holds(&caller, &signed, other).await, false, "{call}: {other}");
        }
    }
}

#[tokio::test]
async fn account_company_and_agent_have_tickets_of_their_own() {
    let caller = Caller::start().await;
    let url = "url=http%3A%2F%2Fstandin%2F";
    let account = get(&caller, &format!("/gateway/signature?{url}&channel=mp")).await.json();
    let company = get(&caller, &format!("/gateway/signature?{url}&channel=wecom")).await.json();
    let agent = get(&caller, &format!("/gateway/agent-signature?{url}")).await.json();
    assert_eq!((&account["appId"], &company["appId"], &agent["corpid"]), (&json!("wxdemo"), &json!("wwdemo"), &json!("wwdemo")));
    let mut posing = company.clone();
    posing["appId"] = account["appId"].clone();
    assert_eq!(holds(&caller, &posing, "http://standin/").await, false);
    let mut posing = agent;
    posing["agentid"] = Value::Null;
    assert_eq!(holds(&caller, &posing, "http://standin/").await, false);
}

#[tokio::test]
async fn only_addresses_of_the_site_are_signed_and_none_with_a_fragment() {
    let caller = Caller::start().await;
    let foreign = ["https://elsewhere.example/", "https://standin.elsewhere.example/", "https://standin", "//standin/", ""];
    for url in foreign.into_iter().chain(["https://standin/#top"]) {
        let encoded = url.replace('/', "%2F").replace(':', "%3A").replace('#', "%23");
        assert_eq!(get(&caller, &format!("/gateway/signature?url={encoded}")).await.status, 403, "{url}");
    }
    assert_eq!(get(&caller, "/gateway/signature").await.status, 400);
}
