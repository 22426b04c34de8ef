//! Answers that no document foresees: every documented one, broken in every way that a proxy, an upgrade or a bug can.

#![cfg(not(target_arch = "wasm32"))]

use contract::calls::Call;
use contract::spoken;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::{Value, json};
use visitor_front::api::error::ApiError;

/// How many values an answer may grow to before it is left as it is.
const MOST_PLACES: usize = 3_000;

/// A name and a number that no error and no log may repeat.
const NAME: &str = "张晓雯";
const PHONE: &str = "13900000001";

#[derive(Debug, Clone)]
enum Damage {
    Drop,
    Replace(Value),
    /// As the text of its JSON.
    AsText,
    Nest(u8),
    Repeat(u8),
}

#[derive(Debug, Clone)]
struct Mutation {
    call: prop::sample::Index,
    /// Which value of the answer, and what happens to it.
    damages: Vec<(prop::sample::Index, Damage)>,
    /// Whether all texts are somebody's name and number.
    personal: bool,
    cut: Option<prop::sample::Index>,
    status: u16,
}

fn damage() -> impl Strategy<Value = Damage> {
    let scalar = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!(1e308)),
        Just(json!("9".repeat(20_000))),
        Just(json!([])),
        Just(json!({})),
        Just(json!("[{")),
        Just(json!("{\"a\":1}")),
        Just(json!(["xxx", 5, null, {"a": []}])),
    ];
    prop_oneof![
        Just(Damage::Drop),
        scalar.prop_map(Damage::Replace),
        Just(Damage::AsText),
        any::<u8>().prop_map(Damage::Nest),
        (2_u8..40).prop_map(Damage::Repeat),
    ]
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let damages = prop::collection::vec((any::<prop::sample::Index>(), damage()), 1..5);
    let status = prop_oneof![8 => Just(200_u16), 1 => Just(400_u16), 1 => Just(500_u16)];
    let cut = prop::option::weighted(0.15, any::<prop::sample::Index>());
    (any::<prop::sample::Index>(), damages, any::<bool>(), cut, status).prop_map(|(call, damages, personal, cut, status)| Mutation {
        call,
        damages,
        personal,
        cut,
        status,
    })
}

fn run(cases: u32) -> Result<(), String> {
    let calls = spoken();
    let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
    runner
        .run(&mutation(), |mutation| {
            let (endpoint, call) = mutation.call.get(&calls);
            check(call, &mutation, &broken(endpoint.example().clone(), &mutation))
        })
        .map_err(|error| error.to_string())
}

#[test]
fn five_thousand_broken_answers_are_read_or_refused() {
    assert_eq!(run(5_000), Ok(()));
}

#[test]
#[ignore = "long: cargo test --test mutation -- --ignored"]
fn a_hundred_thousand_broken_answers_are_read_or_refused() {
    assert_eq!(run(100_000), Ok(()));
}

/// Reads a broken answer: it may be understood or refused, but never panics, and a refusal says where and nothing personal.
fn check(call: &Call, mutation: &Mutation, body: &str) -> Result<(), TestCaseError> {
    let Err(error) = call.answer(mutation.status, body) else { return Ok(()) };
    let said = error.to_string();
    let is_personal = said.contains(NAME) || said.contains(PHONE);
    let has_place = match &error {
        ApiError::Unreadable { path, reason } => (path == "$" || path == "code" || path.starts_with("data")) && !reason.is_empty(),
        _ => true,
    };
    if is_personal || !has_place {
        return Err(TestCaseError::fail(format!("{}: {said}", call.address())));
    }
    Ok(())
}

fn broken(mut answer: Value, mutation: &Mutation) -> String {
    if mutation.personal {
        each_text(&mut answer, &|text| *text = format!("{NAME}{PHONE}"));
        // A sound code, so that the answer is read; in the next step it may be broken like everything else.
        if let Some(code) = answer.get_mut("code") {
            *code = json!("0");
        }
    }
    for (index, damage) in &mutation.damages {
        let paths = places(&answer);
        // Repetitions of repetitions would fill the memory and test nothing new.
        if paths.len() > MOST_PLACES {
            break;
        }
        let path = index.get(&paths).clone();
        apply(&mut answer, &path, damage);
    }
    let mut body = answer.to_string();
    if let Some(cut) = &mutation.cut {
        let ends: Vec<usize> = body.char_indices().map(|(at, _)| at).collect();
        body.truncate(*cut.get(&ends));
    }
    body
}

fn each_text(value: &mut Value, change: &dyn Fn(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_text(field, change)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// JSON pointers to all values but the whole.
fn places(value: &Value) -> Vec<String> {
    fn collect(value: &Value, at: &str, places: &mut Vec<String>) {
        let inner: Vec<(String, &Value)> = match value {
            Value::Array(items) => items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect(),
            Value::Object(fields) => fields.iter().map(|(name, field)| (name.clone(), field)).collect(),
            _ => Vec::new(),
        };
        for (name, value) in inner {
            let at = format!("{at}/{name}");
            collect(value, &at, places);
            places.push(at);
        }
    }
    let mut places = Vec::new();
    collect(value, "", &mut places);
    // An answer that lost everything has one place left.
    if places.is_empty() {
        places.push(String::new());
    }
    places
}

fn apply(answer: &mut Value, path: &str, damage: &Damage) {
    if let Damage::Drop = damage {
        let (parent, name) = path.rsplit_once('/').unwrap_or_default();
        match answer.pointer_mut(parent) {
            Some(Value::Object(fields)) => drop(fields.remove(name)),
            Some(Value::Array(items)) => items.clear(),
            _ => {}
        }
        return;
    }
    let Some(place) = answer.pointer_mut(path) else { return };
    let was = place.take();
    *place = match damage {
        Damage::Drop => was,
        Damage::Replace(value) => value.clone(),
        Damage::AsText => Value::String(was.to_string()),
        Damage::Nest(depth) => (0..*depth).fold(was, |inner, level| if level % 2 == 0 { json!([inner]) } else { json!({ "a": inner }) }),
        Damage::Repeat(times) => Value::Array(vec![was; usize::from(*times)]),
    };
}
