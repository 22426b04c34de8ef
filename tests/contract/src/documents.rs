//! The documents of the API, as their machine-readable form tells them.

use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;

/// One documented endpoint.
pub struct Endpoint {
    method: String,
    /// With the base of its service.
    path: String,
    pub parameters: Vec<Parameter>,
    said: Value,
}

impl Endpoint {
    pub fn address(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// The answer's `data`, as it is described.
    pub fn answer(&self) -> &Value {
        let fields = self.said["response"].as_array().expect("an answer");
        fields.iter().find(|field| field["name"] == "data").expect("data")
    }

    /// A whole answer, envelope included.
    pub fn example(&self) -> &Value {
        &self.said["response_example"]
    }
}

pub struct Parameter {
    pub name: String,
    pub place: Place,
    pub required: bool,
    kind: String,
}

impl Parameter {
    /// Whether a value is of the documented type. The documents say `object` where they mean any scalar.
    pub fn takes(&self, value: &Value) -> bool {
        match self.kind.as_str() {
            "string" => value.is_string(),
            "int" | "integer(int32)" => value.is_u64() || value.is_i64(),
            "array" => value.is_array(),
            "object" => value.is_string() || value.is_number(),
            _ => value.is_object(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    Body,
}

/// The same, read once.
pub static DOCUMENTS: LazyLock<Vec<Endpoint>> = LazyLock::new(documents);

/// Every endpoint that the front-end is to speak: visitorcs and Feishu.
pub fn documents() -> Vec<Endpoint> {
    ["visitorcs.json", "feishu.json"].into_iter().flat_map(read).collect()
}

fn read(file: &str) -> Vec<Endpoint> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let contract: Value = serde_json::from_slice(&std::fs::read(path).expect("the contract")).expect("JSON");
    let base = text(&contract["base"]);
    contract["endpoints"].as_array().expect("endpoints").iter().map(|said| endpoint(&base, said)).collect()
}

fn endpoint(base: &str, said: &Value) -> Endpoint {
    let listed = said["request"].as_array().cloned().unwrap_or_default();
    let is_feishu = base.starts_with("/open");
    let parameters = listed.iter().flat_map(|parameter| match place(parameter) {
        // visitorcs documents its bodies as one parameter whose fields are the body's; Feishu names the body's own.
        Place::Body if !is_feishu => {
            parameter["fields"].as_array().expect("fields").iter().map(|field| named(field, Place::Body)).collect()
        }
        place => vec![named(parameter, place)],
    });
    Endpoint {
        method: text(&said["method"]),
        path: base.to_owned() + &text(&said["path"]),
        parameters: parameters.collect(),
        said: said.clone(),
    }
}

fn place(parameter: &Value) -> Place {
    match parameter["in"].as_str() {
        Some("path") => Place::Path,
        Some("query") => Place::Query,
        Some("body") => Place::Body,
        other => panic!("a place that nobody knows: {other:?}"),
    }
}

fn named(said: &Value, place: Place) -> Parameter {
    Parameter { name: text(&said["name"]), place, required: said["required"] == true, kind: text(&said["type"]) }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
