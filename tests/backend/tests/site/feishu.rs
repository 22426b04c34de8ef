//! Feishu's access control, in its own manner.

use std::time::Duration;

use serde_json::{Value, json};
use standin::{route::FEISHU, seed::feishu::DOCUMENTED_USER};

use crate::caller::Caller;

/// Status, `code` and `data` of one call.
async fn call(caller: &Caller, method: &str, path: &str, body: &Value) -> (u16, i64, Value) {
    let json = [("content-type", "application/json; charset=utf-8")];
    let sent = if body.is_null() { String::new() } else { body.to_string() };
    let answer = caller.call(method, &format!("{FEISHU}/acs/v1/{path}"), &json, sent).await.expect("an answer");
    let body = answer.json();
    (answer.status.as_u16(), body["code"].as_i64().expect("a number"), body["data"].clone())
}

fn visitor(phone: &str) -> Value {
    json!({ "user": { "user_type": 11, "user_id": format!("ou_{phone}"), "user_name": "沈亦舟", "phone_num": phone } })
}

#[tokio::test]
async fn a_visitor_is_registered_found_and_removed() {
    let caller = Caller::start().await;
    let (status, code, data) = call(&caller, "POST", "visitors", &visitor("1357890001")).await;
    assert_eq!((status, code), (200, 0));
    let number = data["visitor_id"].as_str().expect("an id").to_owned();
    let (_, code, data) = call(&caller, "GET", "users/ou_1357890001?user_id_type=open_id", &Value::Null).await;
    assert_eq!((code, &data["user"]["user_id"]), (0, &json!("ou_1357890001")));
    assert_eq!(call(&caller, "POST", "visitors", &visitor("1357890001")).await.1, 1_490_203);

    assert_eq!(call(&caller, "DELETE", &format!("visitors/{number}"), &Value::Null).await, (200, 0, json!({})));
    assert_eq!(call(&caller, "GET", "users/ou_1357890001", &Value::Null).await.1, 1_490_101);
    let (status, code, _) = call(&caller, "DELETE", &format!("visitors/{number}"), &Value::Null).await;
    assert_eq!((status, code), (400, 1_490_001));
    assert_eq!(call(&caller, "POST", "visitors", &visitor("1357890001")).await.0, 200, "delete and create is change");
}

#[tokio::test]
async fn users_come_in_pages() {
    let caller = Caller::start().await;
    let mut path = "users?page_size=50".to_owned();
    let mut seen = Vec::new();
    for expected in [50, 50, 20] {
        let (status, _, data) = call(&caller, "GET", &path, &Value::Null).await;
        let items = data["items"].as_array().expect("a list").clone();
        assert_eq!((status, items.len(), data["has_more"].as_bool()), (200, expected, Some(expected == 50)));
        seen.extend(items.iter().map(|user| user["user_id"].to_string()));
        let Some(token) = data["page_token"].as_str() else { break };
        assert!(token.contains('+') && token.contains('/'), "a token that must be encoded: {token}");
        path = format!("users?page_size=50&page_token={}", token.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D"));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 120);
    let (_, _, data) = call(&caller, "GET", "users", &Value::Null).await;
    assert_eq!(data["items"].as_array().map(Vec::len), Some(10));
    assert_eq!(call(&caller, "GET", &format!("users/{DOCUMENTED_USER}"), &Value::Null).await.2["user"]["feature"]["card"], 123_456);
}

#[tokio::test]
async fn nonsense_has_codes() {
    let caller = Caller::start().await;
    for (method, path, body, code) in [
        ("POST", "visitors", Value::Null, 1_490_001),
        ("POST", "visitors", json!({}), 1_490_001),
        ("POST", "visitors", json!({ "user": { "user_type": 3 } }), 1_490_001),
        ("POST", "visitors", json!({ "user": { "user_type": "11" } }), 1_490_001),
        ("POST", "visitors?user_id_type=phone", visitor("1"), 1_490_001),
        ("GET", "users?page_size=51", Value::Null, 1_490_001),
        ("GET", "users?page_size=0", Value::Null, 1_490_001),
        ("GET", "users?page_token=forged", Value::Null, 1_490_018),
        ("GET", "users/ou_nobody", Value::Null, 1_490_101),
    ] {
        let (status, found, _) = call(&caller, method, path, &body).await;
        assert_eq!((status, found), (400, code), "{method} {path} {body}");
    }
}

#[tokio::test]
async fn the_sixth_change_in_a_second_is_too_many() {
    let caller = Caller::start().await;
    for phone in 1..=5 {
        assert_eq!(call(&caller, "POST", "visitors", &visitor(&phone.to_string())).await.0, 200);
    }
    assert_eq!(call(&caller, "POST", "visitors", &visitor("6")).await.0, 429);
    assert_eq!(call(&caller, "DELETE", "visitors/1", &Value::Null).await.0, 429, "removals count as well");
    assert_eq!(call(&caller, "GET", "users", &Value::Null).await.0, 200, "reading is free");
    tokio::time::sleep(Duration::from_millis(1050)).await;
    assert_eq!(call(&caller, "POST", "visitors", &visitor("6")).await.0, 200);

    caller.control("POST", "reset", &Value::Null).await;
    assert_eq!(call(&caller, "GET", "users/ou_6", &Value::Null).await.0, 400);
    assert_eq!(call(&caller, "POST", "visitors", &visitor("6")).await.0, 200, "a reset forgets the pace too");
}

#[tokio::test]
async fn faults_and_the_log_of_calls_reach_feishu_too() {
    let caller = Caller::start().await;
    caller.control("POST", "faults", &json!({ "path": "v1/users", "status": 429, "times": 1, "body": { "code": 99_991_400 } })).await;
    assert_eq!(call(&caller, "GET", "users", &Value::Null).await.0, 429);
    assert_eq!(call(&caller, "GET", "users", &Value::Null).await.0, 200);
    let calls = caller.control("GET", "calls", &Value::Null).await.json();
    assert_eq!(calls[0]["path"], format!("{FEISHU}/acs/v1/users"));
}
