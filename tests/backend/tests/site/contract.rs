//! The documented contract, and the check of an answer against it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use standin::route;

use crate::caller::{Caller, HOSTS, VISITOR, accepted};

/// One of the two contract files.
pub struct Contract(Value);

impl Contract {
    pub fn visitorcs() -> Self {
        Self::read("visitorcs.json")
    }

    pub fn feishu() -> Self {
        Self::read("feishu.json")
    }

    fn read(name: &str) -> Self {
        let path = format!("{}/../contract/{name}", env!("CARGO_MANIFEST_DIR"));
        Self(serde_json::from_slice(&std::fs::read(path).expect("the contract")).expect("JSON"))
    }

    pub fn base(&self) -> &str {
        self.0["base"].as_str().expect("a base")
    }

    /// Every documented endpoint as `POST /path`, in order.
    pub fn addresses(&self) -> BTreeSet<String> {
        let word = |endpoint: &Value, name: &str| endpoint[name].as_str().expect("a word").to_owned();
        self.endpoints().iter().map(|endpoint| format!("{} {}", word(endpoint, "method"), word(endpoint, "path"))).collect()
    }

    fn endpoints(&self) -> &Vec<Value> {
        self.0["endpoints"].as_array().expect("endpoints")
    }

    #[track_caller]
    pub fn check(&self, method: &str, path: &str, answer: &Value) {
        let endpoint = self.endpoints().iter().find(|endpoint| endpoint["method"] == method && endpoint["path"] == path);
        let endpoint = endpoint.unwrap_or_else(|| panic!("{method} {path} is not documented"));
        let mut deviations = Vec::new();
        match endpoint["response_type"].as_str() {
            Some(kind) if kind.starts_with("ActionResult«Map«string,List«") => check_map(path, answer, endpoint, &mut deviations),
            _ => check_members(path, answer, &endpoint["response"], &mut deviations),
        }
        assert!(deviations.is_empty(), "{deviations:#?}");
    }
}

/// A map whose names are the backend's own; the documents give the members of an entry only.
fn check_map(at: &str, answer: &Value, endpoint: &Value, deviations: &mut Vec<String>) {
    let documented = endpoint["response"].as_array().expect("documented fields");
    let fields = documented.iter().find(|field| field["name"] == "data").map(|data| &data["fields"]).expect("entries");
    for (name, list) in answer["data"].as_object().into_iter().flatten() {
        match list.as_array() {
            Some(list) => list.iter().for_each(|entry| check_members(&format!("{at}.data.{name}"), entry, fields, deviations)),
            None => deviations.push(format!("{at}.data.{name}: expected a list, found {list}")),
        }
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
        "int" | "integer" | "integer(int64)" => found.is_i64(),
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

/// The same endpoints with everything switched off.
#[tokio::test]
async fn a_bare_site_answers_as_documented_too() {
    let caller = Caller::start().await;
    let contract = Contract::visitorcs();
    caller.control("POST", "site", &json!({ "mode": "person", "promise": false, "note": false })).await;

    let path = format!("{VISITOR}/promise/info");
    let promise = caller.post(&path).await;
    contract.check("POST", &path, &promise);
    assert_eq!(accepted(&promise)["showInformFlag"], false);

    let path = format!("{VISITOR}/orderModel/config");
    let config = caller.post(&path).await;
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
    let contract = Contract::visitorcs();
    let cases = [
        (format!("{VISITOR}/order"), json!({ "visitorName": "林知夏" })),
        (format!("{VISITOR}/order/update"), json!({})),
        (format!("{HOSTS}/approval/order"), json!({})),
    ];
    for (path, body) in cases {
        let answer = caller.post_json(&path, &body).await;
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
