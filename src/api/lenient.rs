//! Reads what real servers send instead of what they document, where it has one sensible meaning:
//! numbers as text and back, JSON as text, null and missing for empty. What has none is refused, with the
//! path of what could not be read.
//!
//! Answer types stay plain: `#[derive(Deserialize)]` with `#[serde(default)]`. The leniency is all in the
//! [`Deserializer`] below.

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};
use std::fmt;

/// What could not be read, where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Such as `data.list[2].status`.
    pub path: String,
    pub reason: String,
}

/// Reads a value; `root` names it in errors.
pub fn read<T: DeserializeOwned>(value: &Value, root: &str) -> Result<T, Unreadable> {
    let path = Path::Root(root);
    T::deserialize(Lenient { value, path: &path }).map_err(|error| error.at(&path))
}

/// A scalar as text: the form in which codes and keys come as well as numbers.
pub fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Where in the answer we are: a chain on the stack, written out only for an error.
enum Path<'p> {
    Root(&'p str),
    Field(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Root(name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

impl Unreadable {
    /// The error with its place, unless a deeper place is already known.
    fn at(mut self, path: &Path) -> Self {
        if self.path.is_empty() {
            self.path = path.to_string();
        }
        self
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for Unreadable {}

impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self { path: String::new(), reason: reason.to_string() }
    }
}

#[derive(Clone, Copy)]
struct Lenient<'v> {
    value: &'v Value,
    path: &'v Path<'v>,
}

impl Lenient<'_> {
    /// Names the kind of what came, never its content: that may be somebody's name.
    fn refuse<T>(self, wanted: &str) -> Result<T, Unreadable> {
        let came = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Err(Unreadable { path: self.path.to_string(), reason: format!("{came} instead of {wanted}") })
    }

    fn integer(self) -> Result<i64, Unreadable> {
        let whole = |number: f64| (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64);
        let read = match self.value {
            Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
            Value::String(text) => text.trim().parse().ok().or_else(|| text.trim().parse().ok().and_then(whole)),
            _ => None,
        };
        read.map_or_else(|| self.refuse("a whole number"), Ok)
    }

    fn list<'de, V: Visitor<'de>>(self, items: &[Value], visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(Items { items: items.iter(), index: 0, path: self.path })
    }

    fn object<'de, V: Visitor<'de>>(self, fields: &Map<String, Value>, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_map(Fields { fields: fields.iter(), current: None, path: self.path })
    }
}

impl<'de> Deserializer<'de> for Lenient<'_> {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => match (number.as_i64(), number.as_f64()) {
                (Some(whole), _) => visitor.visit_i64(whole),
                (None, Some(fraction)) => visitor.visit_f64(fraction),
                (None, None) => self.refuse("a number in range"),
            },
            Value::String(text) => visitor.visit_str(text),
            Value::Array(items) => self.list(items, visitor),
            Value::Object(fields) => self.object(fields, visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match plain_text(self.value).trim().to_ascii_lowercase().as_str() {
            "true" | "1" => visitor.visit_bool(true),
            "false" | "0" | "" => visitor.visit_bool(false),
            _ => self.refuse("true or false"),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_i64(self.integer()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.value {
            // The documents' examples write `{}` for "any scalar".
            Value::Object(fields) if !fields.is_empty() => self.refuse("a text"),
            Value::Object(_) => visitor.visit_str(""),
            Value::Array(_) => self.refuse("a text"),
            scalar => visitor.visit_string(plain_text(scalar)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.value {
            Value::Null => visitor.visit_none(),
            Value::String(text) if text.trim().is_empty() => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.value {
            Value::Array(items) => self.list(items, visitor),
            Value::Null => self.list(&[], visitor),
            Value::Object(fields) if fields.is_empty() => self.list(&[], visitor),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Array(items)) => self.list(&items, visitor),
                Ok(Value::Object(_)) => self.refuse("a list"),
                Err(_) if text.trim_start().starts_with('[') => self.refuse("a list (its text is broken)"),
                // A bare word such as "close" where there is no list.
                _ => self.list(&[], visitor),
            },
            _ => self.refuse("a list"),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.value {
            Value::Object(fields) => self.object(fields, visitor),
            Value::Null => self.object(&Map::new(), visitor),
            Value::Array(items) if items.is_empty() => self.object(&Map::new(), visitor),
            Value::String(text) if text.trim().is_empty() => self.object(&Map::new(), visitor),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Object(fields)) => self.object(&fields, visitor),
                _ => self.refuse("an object"),
            },
            _ => self.refuse("an object"),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u64 u128 f32 f64 char str bytes byte_buf unit_struct tuple tuple_struct
        enum identifier
    }
}

struct Items<'v> {
    items: std::slice::Iter<'v, Value>,
    index: usize,
    path: &'v Path<'v>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unreadable> {
        let Some(value) = self.items.next() else { return Ok(None) };
        let path = Path::Item(self.path, self.index);
        self.index += 1;
        seed.deserialize(Lenient { value, path: &path }).map(Some).map_err(|error| error.at(&path))
    }
}

struct Fields<'v> {
    fields: serde_json::map::Iter<'v>,
    current: Option<(&'v String, &'v Value)>,
    path: &'v Path<'v>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        self.current = self.fields.next();
        let Some((name, _)) = self.current else { return Ok(None) };
        let name: StrDeserializer<Unreadable> = name.as_str().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Unreadable> {
        let Some((name, value)) = self.current else { return Err(de::Error::custom("a value without a name")) };
        let path = Path::Field(self.path, name);
        seed.deserialize(Lenient { value, path: &path }).map_err(|error| error.at(&path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use serde_json::json;

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default, rename_all = "camelCase")]
    struct Row {
        name: String,
        total: Option<i64>,
        is_open: bool,
        items: Vec<Item>,
        extra: Value,
    }

    #[derive(Debug, Default, PartialEq, Deserialize)]
    #[serde(default)]
    struct Item {
        status: String,
    }

    fn row(value: Value) -> Result<Row, Unreadable> {
        read(&value, "data")
    }

    fn item(status: &str) -> Item {
        Item { status: status.into() }
    }

    #[test]
    fn scalars_are_read_from_text_and_back() {
        let read = row(json!({"name": 12, "total": "5", "isOpen": "1", "items": [{"status": 8}, {"status": "8"}]})).unwrap();
        assert_eq!(read, Row { name: "12".into(), total: Some(5), is_open: true, items: vec![item("8"), item("8")], ..Row::default() });
    }

    #[test]
    fn null_missing_and_empty_are_the_same() {
        for value in [json!({}), json!(null), json!(""), json!([]), json!({"name": null, "total": "", "isOpen": null, "items": null, "other": [[{}]]})] {
            assert_eq!(row(value.clone()), Ok(Row::default()), "{value}");
        }
        assert_eq!(row(json!({"name": {}})), Ok(Row::default()));
    }

    #[test]
    fn lists_come_as_text_or_not_at_all() {
        assert_eq!(row(json!({"items": "[{\"status\":\"1\"}]"})).unwrap().items, [item("1")]);
        for nothing in ["[]", "xxx", "close", "123", ""] {
            assert_eq!(row(json!({"items": nothing})).unwrap().items, [], "{nothing}");
        }
        assert_eq!(row(json!("{\"name\":\"a\"}")).unwrap().name, "a");
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_its_path_and_without_its_content() {
        let refused = |value, path: &str, reason: &str| assert_eq!(row(value), Err(Unreadable { path: path.into(), reason: reason.into() }));
        refused(json!({"items": [{"status": "1"}, {"status": ["王建国"]}]}), "data.items[1].status", "a list instead of a text");
        refused(json!({"total": "many"}), "data.total", "a text instead of a whole number");
        refused(json!({"total": 1.5}), "data.total", "a number instead of a whole number");
        refused(json!({"items": "[{"}), "data.items", "a text instead of a list (its text is broken)");
        refused(json!({"items": 5}), "data.items", "a number instead of a list");
        refused(json!({"isOpen": "maybe"}), "data.isOpen", "a text instead of true or false");
        refused(json!(true), "data", "true or false instead of an object");
    }
}
