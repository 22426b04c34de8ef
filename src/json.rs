//! Reads what real servers send instead of what they document, where it has one sensible meaning:
//! numbers as text and back, JSON as text, null and missing for empty. What has none is refused, with the
//! path of what could not be read.
//!
//! Types are declared by [`answer!`](crate::answer): a table of fields and their names on the wire. It brings less
//! code into the bundle than `derive(Deserialize)` (README, "Size"), and names every error's place.

use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt;

/// Something that can be read from JSON.
pub trait Answer: Sized {
    fn read(node: Node) -> Result<Self, Unreadable>;
}

/// What could not be read, where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Such as `data.list[2].status`.
    pub path: String,
    pub reason: String,
}

/// Reads a value; `root` names it in errors.
pub fn read<T: Answer>(value: &Value, root: &str) -> Result<T, Unreadable> {
    T::read(Node { value, path: &Path::Root(root) })
}

/// A scalar as text: the form in which codes and keys come as well as numbers.
pub fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// Declares an answer: `field: Type = "nameOnTheWire"`. Fields that are missing read like null.
#[macro_export]
macro_rules! answer {
    ($(#[$doc:meta])* $visible:vis struct $name:ident {
        $($(#[$field_doc:meta])* $field_visible:vis $field:ident: $type:ty = $wire:literal,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        $visible struct $name {
            $($(#[$field_doc])* $field_visible $field: $type,)*
        }

        impl $crate::json::Answer for $name {
            fn read(node: $crate::json::Node) -> Result<Self, $crate::json::Unreadable> {
                let fields = node.object()?;
                Ok(Self { $($field: fields.read($wire)?,)* })
            }
        }
    };
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

/// A value and its place in the answer.
#[derive(Clone, Copy)]
pub struct Node<'v> {
    value: &'v Value,
    path: &'v Path<'v>,
}

/// The fields of an object, read by their names.
pub struct Fields<'v> {
    fields: Cow<'v, Map<String, Value>>,
    path: &'v Path<'v>,
}

impl Fields<'_> {
    pub fn read<T: Answer>(&self, name: &str) -> Result<T, Unreadable> {
        let value = self.fields.get(name).unwrap_or(&Value::Null);
        T::read(Node { value, path: &Path::Field(self.path, name) })
    }
}

impl<'v> Node<'v> {
    /// The object here; null, an empty text and an empty list read as an object without fields.
    pub fn object(self) -> Result<Fields<'v>, Unreadable> {
        let fields = match self.value {
            Value::Object(fields) => Cow::Borrowed(fields),
            Value::Null => Cow::Owned(Map::new()),
            Value::Array(items) if items.is_empty() => Cow::Owned(Map::new()),
            Value::String(text) if text.trim().is_empty() => Cow::Owned(Map::new()),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Object(fields)) => Cow::Owned(fields),
                _ => return self.refuse("an object"),
            },
            _ => return self.refuse("an object"),
        };
        Ok(Fields { fields, path: self.path })
    }

    /// The list here; null, `{}` and a bare word such as "close" read as an empty one.
    fn list(self) -> Result<Cow<'v, [Value]>, Unreadable> {
        match self.value {
            Value::Array(items) => Ok(Cow::Borrowed(items)),
            Value::Null => Ok(Cow::Borrowed(&[])),
            Value::Object(fields) if fields.is_empty() => Ok(Cow::Borrowed(&[])),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Array(items)) => Ok(Cow::Owned(items)),
                Ok(Value::Object(_)) => self.refuse("a list"),
                Err(_) if text.trim_start().starts_with('[') => self.refuse("a list (its text is broken)"),
                _ => Ok(Cow::Borrowed(&[])),
            },
            _ => self.refuse("a list"),
        }
    }

    fn text(self) -> Result<String, Unreadable> {
        match self.value {
            // The documents' examples write `{}` for "any scalar".
            Value::Object(fields) if fields.is_empty() => Ok(String::new()),
            Value::Object(_) | Value::Array(_) => self.refuse("a text"),
            scalar => Ok(plain_text(scalar)),
        }
    }

    fn flag(self) -> Result<bool, Unreadable> {
        match plain_text(self.value).trim().to_ascii_lowercase().as_str() {
            "true" | "1" => Ok(true),
            "false" | "0" | "" => Ok(false),
            _ => self.refuse("true or false"),
        }
    }

    fn integer(self) -> Result<Option<i64>, Unreadable> {
        let read = match self.value {
            Value::Null => return Ok(None),
            Value::String(text) if text.trim().is_empty() => return Ok(None),
            Value::Number(_) | Value::String(_) => whole_number(plain_text(self.value).trim()),
            _ => None,
        };
        if read.is_none() { self.refuse("a whole number") } else { Ok(read) }
    }

    /// Names the kind of what came, never its content: that may be somebody's name.
    fn refuse<T>(self, wanted: &str) -> Result<T, Unreadable> {
        Err(self.refusal(wanted))
    }

    fn refusal(self, wanted: &str) -> Unreadable {
        let came = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Unreadable { path: self.path.to_string(), reason: format!("{came} instead of {wanted}") }
    }
}

/// `5` and `5.0` are whole numbers; `5.5` is none.
fn whole_number(text: &str) -> Option<i64> {
    let (digits, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_whole = !fraction.is_empty() && fraction.bytes().all(|byte| byte == b'0');
    is_whole.then(|| digits.parse().ok()).flatten()
}

impl Answer for String {
    fn read(node: Node) -> Result<Self, Unreadable> {
        node.text()
    }
}

impl Answer for bool {
    fn read(node: Node) -> Result<Self, Unreadable> {
        node.flag()
    }
}

impl Answer for Option<i64> {
    fn read(node: Node) -> Result<Self, Unreadable> {
        node.integer()
    }
}

/// The answer to a call that only says whether it worked.
impl Answer for () {
    fn read(_: Node) -> Result<Self, Unreadable> {
        Ok(())
    }
}

impl Answer for Value {
    fn read(node: Node) -> Result<Self, Unreadable> {
        Ok(node.value.clone())
    }
}

impl<T: Answer> Answer for Vec<T> {
    fn read(node: Node) -> Result<Self, Unreadable> {
        let items = node.list()?;
        items.iter().enumerate().map(|(index, value)| T::read(Node { value, path: &Path::Item(node.path, index) })).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    answer! {
        #[derive(PartialEq)]
        struct Row {
            name: String = "name",
            total: Option<i64> = "total",
            is_open: bool = "isOpen",
            items: Vec<Item> = "items",
            extra: Value = "extra",
        }
    }

    answer! {
        #[derive(PartialEq)]
        struct Item {
            status: String = "status",
        }
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
        for value in [
            json!({}),
            json!(null),
            json!(""),
            json!([]),
            json!({"name": null, "total": "", "isOpen": null, "items": null, "other": [[{}]]}),
        ] {
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
        let refused =
            |value, path: &str, reason: &str| assert_eq!(row(value), Err(Unreadable { path: path.into(), reason: reason.into() }));
        refused(json!({"items": [{"status": "1"}, {"status": ["王建国"]}]}), "data.items[1].status", "a list instead of a text");
        refused(json!({"total": "many"}), "data.total", "a text instead of a whole number");
        assert_eq!(row(json!({"total": "5.0"})).unwrap().total, Some(5));
        refused(json!({"total": 1.5}), "data.total", "a number instead of a whole number");
        refused(json!({"items": "[{"}), "data.items", "a text instead of a list (its text is broken)");
        refused(json!({"items": 5}), "data.items", "a number instead of a list");
        refused(json!({"isOpen": "maybe"}), "data.isOpen", "a text instead of true or false");
        refused(json!(true), "data", "true or false instead of an object");
    }
}
