//! The options of a question, in all the ways that sites write them.

use super::DataDictionarySingleDto;
use crate::domain::booking::field::Choice;
use crate::json::plain_text;
use serde_json::Value;

/// The options, from the first source that has any.
pub fn choices(listed: &[DataDictionarySingleDto], custom: &Value, data: &Value) -> Vec<Choice> {
    let listed = listed.iter().map(|option| choice(option.value.clone(), option.text.clone()));
    let listed: Vec<Choice> = listed.flatten().collect();
    let mut sources = [listed, choices_in(custom), choices_in(data)].into_iter();
    sources.find(|choices| !choices.is_empty()).unwrap_or_default()
}

/// Options as sites write them: `{"1":"是"}`, `["是"]`, `[{"value":"1","text":"是"}]`, any of these as text, or `是,否`.
fn choices_in(source: &Value) -> Vec<Choice> {
    match source {
        Value::Object(fields) => fields.iter().filter_map(|(value, text)| choice(value.clone(), plain_text(text))).collect(),
        Value::Array(items) => items.iter().filter_map(choice_of).collect(),
        Value::String(text) => match serde_json::from_str(text) {
            Ok(inner @ (Value::Object(_) | Value::Array(_))) => choices_in(&inner),
            _ => text.split([',', '，', ';', '；']).filter_map(|word| choice(word.trim().to_owned(), String::new())).collect(),
        },
        _ => Vec::new(),
    }
}

fn choice_of(item: &Value) -> Option<Choice> {
    let Value::Object(fields) = item else { return choice(plain_text(item), String::new()) };
    let first = |names: &[&str]| names.iter().find_map(|name| fields.get(*name)).map(plain_text).unwrap_or_default();
    choice(first(&["value", "key", "id"]), first(&["text", "label", "name"]))
}

/// An option; its value stands in for a missing text.
fn choice(value: String, text: String) -> Option<Choice> {
    let text = if text.trim().is_empty() { value.clone() } else { text };
    (!value.is_empty()).then_some(Choice { value, text })
}
