//! Every answer of every endpoint, held against the documented contract.

use serde_json::{Value, json};
use standin::{route, seed::order_id};

use crate::caller::{Caller, HOSTS, JPEG, VISITOR, accepted};

struct Contract(Value);

impl Contract {
    fn read() -> Self {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../contract/visitorcs.json");
        Self(serde_json::from_slice(&std::fs::read(path).expect("the contract")).expect("JSON"))
    }

    fn endpoint(&self, method: &str, path: &str) -> Option<&Value> {
        let endpoints = self.0["endpoints"].as_array().expect("endpoints");
        endpoints.iter().find(|endpoint| endpoint["method"] == method && endpoint["path"] == path)
    }

    #[track_caller]
    fn check(&self, method: &str, path: &str, answer: &Value) {
        let endpoint = self.endpoint(method, path).unwrap_or_else(|| panic!("{method} {path} is not documented"));
        let mut deviations = Vec::new();
        check_members(path, answer, &endpoint["response"], &mut deviations);
        assert!(deviations.is_empty(), "{deviations:#?}");
    }
}

/// Documented names only, of the documented types; leaving out is allowed, as real answers do.
fn check_members(at: &str, found: &Value, documented: &Value, deviations: &mut Vec<String>) {
    let Some(members) = found.as_object() else {
        return deviations.push(format!("{at}: expected an object, found {found}"));
    };
    for (name, value) in members {
        let at = format!("{at}.{name}");
        let fields = documented.as_array().expect("documented fields");
        match fields.iter().find(|field| field["name"] == name.as_str()) {
            Some(field) => check_value(&at, value, field, deviations),
            None => deviations.push(format!("{at}: not documented")),
        }
    }
}

fn check_value(at: &str, found: &Value, field: &Value, deviations: &mut Vec<String>) {
    let kind = field["type"].as_str().expect("a type");
    let fits = match kind {
        // The documents say object where they mean anything.
        "object" => true,
        "string" => found.is_string(),
        "boolean" => found.is_boolean(),
        "integer" | "integer(int64)" => found.is_i64(),
        "integer(int32)" => found.as_i64().is_some_and(|number| i32::try_from(number).is_ok()),
        "array" => found.is_array(),
        _ => return check_members(at, found, &field["fields"], deviations),
    };
    if !fits {
        return deviations.push(format!("{at}: expected {kind}, found {found}"));
    }
    if let (Some(items), Some(_)) = (found.as_array(), field["fields"].as_array()) {
        for (index, item) in items.iter().enumerate() {
            check_members(&format!("{at}[{index}]"), item, &field["fields"], deviations);
        }
    }
}

#[test]
fn every_endpoint_is_documented() {
    let contract = Contract::read();
    assert_eq!(contract.0["base"], route::BASE);
    for endpoint in route::endpoints() {
        let (method, path) = endpoint.address();
        assert!(contract.endpoint(method.as_str(), path).is_some(), "{method} {path}");
    }
}

/// Calls each endpoint in a way that succeeds; a new endpoint without a call here fails the test.
#[tokio::test]
async fn every_answer_is_as_documented() {
    let caller = Caller::start().await;
    let contract = Contract::read();
    let mut booking = caller.booking();
    booking["visitorCustomc"] = accepted(&caller.upload(JPEG).await)["imageUrl"].clone();
    let decision = |order: usize| json!({ "beVisitorOpenId": "", "orderId": order_id(order), "projectId": "1" });
    let picture = json!({ "imageData": "/9j/4AAQ", "type": "diy" });
    let mut change = booking.clone();
    change["orderId"] = json!(order_id(4));
    let page = json!({ "visitorOpenId": "oVisitorDemo", "pageNo": "1", "pageSize": "100" });
    let login = json!({ "orderId": order_id(1), "personId": "", "type": "visitor" });

    let plan: Vec<(String, String, Option<Value>)> = vec![
        (format!("{VISITOR}/promise/info"), String::new(), None),
        (format!("{VISITOR}/orderModel/config"), String::new(), None),
        (format!("{VISITOR}/field/info"), "?appId=wx1&type=0&orderModel=person".into(), None),
        (format!("{VISITOR}/field/info"), "?appId=wx1&type=0&orderModel=space".into(), None),
        (format!("{VISITOR}/field/info"), "?appId=wx1&type=1".into(), None),
        (format!("{VISITOR}/check/beVisitor"), "?openId=&phoneNo=13800000001".into(), None),
        (format!("{VISITOR}/privilege/info"), "?openId=o&type=0".into(), None),
        ("/ui/v1/privilege/info".into(), String::new(), None),
        (format!("{VISITOR}/image/upload"), String::new(), Some(picture.clone())),
        ("/ui/v1/base/image/upload".into(), String::new(), Some(picture)),
        (format!("{VISITOR}/order"), String::new(), Some(booking)),
        (format!("{VISITOR}/order/update"), String::new(), Some(change)),
        (format!("{VISITOR}/order/cancel"), format!("?orderId={}", order_id(2)), None),
        (format!("{VISITOR}/order/page"), String::new(), Some(page)),
        (format!("{VISITOR}/qrCode"), format!("?orderId={}", order_id(1)), None),
        (format!("{VISITOR}/visitor/msg/login"), String::new(), Some(login)),
        (format!("{HOSTS}/approval/order"), String::new(), Some(decision(0))),
        (format!("{HOSTS}/reject/order"), String::new(), Some(decision(200))),
        (format!("{HOSTS}/order/cancel"), format!("?orderId={}", order_id(1)), None),
        ("/api/v1/clientService/getSysTime".into(), String::new(), None),
    ];
    let details = (0..16).map(|status| (format!("{VISITOR}/order/detail"), format!("?orderId={}", order_id(status)), None));

    let mut called = vec!["/api/v1/clientService/getNoteAdmission".to_owned()];
    for (path, query, body) in plan.into_iter().chain(details) {
        let answer = match body {
            Some(body) => caller.send(&format!("{path}{query}"), &body).await,
            None => caller.ask(&format!("{path}{query}")).await,
        };
        accepted(&answer);
        contract.check("POST", &path, &answer);
        called.push(path);
    }
    let note = format!("{}/api/v1/clientService/getNoteAdmission", route::BASE);
    let answer = caller.call("GET", &note, &[], "").await.expect("an answer").json();
    contract.check("GET", "/api/v1/clientService/getNoteAdmission", &answer);

    let forgotten: Vec<&str> =
        route::endpoints().map(|endpoint| endpoint.address().1).filter(|path| !called.iter().any(|done| done == path)).collect();
    assert!(forgotten.is_empty(), "never called: {forgotten:?}");
}

/// The same endpoints with everything switched off.
#[tokio::test]
async fn a_bare_site_answers_as_documented_too() {
    let caller = Caller::start().await;
    let contract = Contract::read();
    caller.control("POST", "site", &json!({ "mode": "person", "promise": false, "note": false })).await;

    let path = format!("{VISITOR}/promise/info");
    let promise = caller.ask(&path).await;
    contract.check("POST", &path, &promise);
    assert_eq!(accepted(&promise)["showInformFlag"], false);

    let path = format!("{VISITOR}/orderModel/config");
    let config = caller.ask(&path).await;
    contract.check("POST", &path, &config);
    assert_eq!(accepted(&config)["spaceModelStatus"], "close");
    assert_eq!(accepted(&config)["spaceModelList"], json!([]));

    let path = "/api/v1/clientService/getNoteAdmission";
    let note = caller.call("GET", &format!("{}{path}", route::BASE), &[], "").await.expect("an answer").json();
    contract.check("GET", path, &note);
    assert_eq!(accepted(&note)["status"], "0");
}

#[tokio::test]
async fn refusals_keep_the_envelope() {
    let caller = Caller::start().await;
    let contract = Contract::read();
    let cases = [
        (format!("{VISITOR}/order"), json!({ "visitorName": "林知夏" })),
        (format!("{VISITOR}/order/update"), json!({})),
        (format!("{HOSTS}/approval/order"), json!({})),
    ];
    for (path, body) in cases {
        let answer = caller.send(&path, &body).await;
        assert_ne!(answer["code"], "0", "{answer}");
        contract.check("POST", &path, &answer);
    }
}

#[test]
fn the_check_itself_notices_deviations() {
    let documented = json!([
        { "name": "a", "type": "string" },
        { "name": "b", "type": "array", "fields": [{ "name": "c", "type": "integer(int32)" }] },
    ]);
    let deviations = |found: Value| {
        let mut deviations = Vec::new();
        check_members("data", &found, &documented, &mut deviations);
        deviations.len()
    };
    assert_eq!(deviations(json!({ "a": "x", "b": [{ "c": 1 }] })), 0);
    assert_eq!(deviations(json!({ "a": 1 })), 1);
    assert_eq!(deviations(json!({ "a": null })), 1);
    assert_eq!(deviations(json!({ "z": "x" })), 1);
    assert_eq!(deviations(json!({ "b": [{ "c": "1" }, { "c": 5_000_000_000_i64 }] })), 2);
    assert_eq!(deviations(json!([])), 1);
}
