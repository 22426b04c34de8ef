//! The calls, held against the documents: `tests/contract/*.json`.

use contract::calls::{Call, every_call, inventory};
use contract::documents::{Parameter, Place, documents};
use contract::spoken;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use visitor_front::api::request::Request;
use visitor_front::percent;

#[test]
fn each_documented_endpoint_is_declared_once_and_nothing_else() {
    let mut declared: BTreeMap<String, usize> = BTreeMap::new();
    for call in every_call() {
        *declared.entry(call.address()).or_default() += 1;
    }
    let documented: BTreeMap<String, usize> = documents().into_iter().map(|endpoint| (endpoint.address(), 1)).collect();
    assert_eq!(declared, documented);
}

#[test]
fn every_declaration_in_the_sources_is_tested_here() {
    let sampled: BTreeSet<String> = every_call().iter().map(|call| call.name.to_owned()).collect();
    let declared = declared_in(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/api")));
    assert_eq!(declared, sampled);
}

/// The names in `endpoint!(Name, …` below a folder, tests left out.
fn declared_in(folder: &Path) -> BTreeSet<String> {
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let names = |path: PathBuf| {
        if path.is_dir() {
            return declared_in(&path);
        }
        let source = fs::read_to_string(path).unwrap_or_default();
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter_map(|line| line.strip_prefix("endpoint!("));
        lines.filter_map(|line| line.split_once(',')).map(|(name, _)| name.to_owned()).collect()
    };
    paths.flat_map(names).collect()
}

/// After a change that is meant to be: `cargo xtask inventory --write`, and read the difference.
#[test]
fn each_call_goes_over_the_wire_as_written_down() {
    let (sent, golden) = (inventory(), include_str!("fixtures/endpoints.txt"));
    for (line, expected) in sent.lines().zip(golden.lines()) {
        assert_eq!(line, expected);
    }
    assert_eq!(sent.lines().count(), golden.lines().count());
    assert_eq!(golden.lines().count(), documents().len());
}

#[test]
fn every_parameter_is_documented_and_every_required_one_is_there() {
    for (endpoint, call) in spoken() {
        for request in [&call.request, &call.leanest] {
            check(&call, request, &endpoint.parameters);
        }
    }
}

fn check(call: &Call, request: &Request, documented: &[Parameter]) {
    let address = call.address();
    let query: BTreeSet<String> =
        request.query.split('&').filter_map(|pair| pair.split_once('=')).map(|(name, _)| name.to_owned()).collect();
    let body: Map<String, Value> = request.json.as_ref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();

    assert_eq!(named(documented, Place::Path), placeholders(call.path), "{address}");
    let has_body = documented.iter().any(|parameter| parameter.place == Place::Body);
    assert_eq!(request.json.is_some(), has_body, "{address}: encoding");
    for (place, sent) in [(Place::Query, query), (Place::Body, body.keys().cloned().collect())] {
        let known = named(documented, place);
        assert!(sent.is_subset(&known), "{address}: not documented in the {place:?}: {:?}", sent.difference(&known));
        let required = documented.iter().filter(|parameter| parameter.place == place && parameter.required);
        let missing: Vec<&str> = required.map(|parameter| parameter.name.as_str()).filter(|name| !sent.contains(*name)).collect();
        assert!(missing.is_empty(), "{address}: required and not sent: {missing:?}");
    }
    for parameter in documented.iter().filter(|parameter| parameter.place == Place::Body) {
        let value = body.get(&parameter.name);
        assert!(value.is_none_or(|value| parameter.takes(value)), "{address}: {} takes no {value:?}", parameter.name);
    }
}

fn named(documented: &[Parameter], place: Place) -> BTreeSet<String> {
    documented.iter().filter(|parameter| parameter.place == place).map(|parameter| parameter.name.clone()).collect()
}

fn placeholders(path: &str) -> BTreeSet<String> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn ids_in_paths_and_queries_cannot_break_out() {
    for call in every_call().iter().filter(|call| call.path.contains('{')) {
        let fixed = call.path.split('{').next().unwrap_or_default();
        let filled = call.request.path.strip_prefix(fixed).expect("the documented path");
        let rest = call.path.rsplit('}').next().unwrap_or_default();
        let id = filled.strip_suffix(rest).expect("the documented path");
        assert!(!id.contains(['/', '?', '#', '%']) || percent::decode(id) != id, "{}", call.request);
        assert_eq!(percent::encode(&percent::decode(id)), id);
    }
}
