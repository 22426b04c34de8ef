//! A value and its place in the answer: what has one sensible meaning is read, the rest refused by its path.

use super::{Answer, Fill, Unreadable, plain_text};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::fmt;

/// Where in the answer we are: a chain on the stack, written out only for an error.
pub(super) enum Path<'p> {
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
    pub(super) value: &'v Value,
    pub(super) path: &'v Path<'v>,
}

impl<'v> Node<'v> {
    /// Reads what is here.
    pub(super) fn read<T: Answer>(self) -> Result<T, Unreadable> {
        let mut read = T::default();
        read.fill(self)?;
        Ok(read)
    }

    /// Reads the fields of the object here into their places; a missing one reads like null. Where some are said to be
    /// needed, the others stay as they are if they cannot be read.
    pub fn fill(self, places: &mut [(&str, &mut dyn Fill)], needed: Option<&[&str]>) -> Result<(), Unreadable> {
        let fields = self.object()?;
        for (name, place) in places {
            let value = fields.get(*name).unwrap_or(&Value::Null);
            let filled = place.fill(Node { value, path: &Path::Field(self.path, name) });
            if needed.is_none_or(|needed| needed.contains(name)) {
                filled?;
            }
        }
        Ok(())
    }

    /// The object here; null, an empty text and an empty list read as an object without fields.
    pub(super) fn object(self) -> Result<Cow<'v, Map<String, Value>>, Unreadable> {
        Ok(match self.value {
            Value::Object(fields) => Cow::Borrowed(fields),
            Value::Null => Cow::Owned(Map::new()),
            Value::Array(items) if items.is_empty() => Cow::Owned(Map::new()),
            Value::String(text) if text.trim().is_empty() => Cow::Owned(Map::new()),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Object(fields)) => Cow::Owned(fields),
                _ => return self.refuse("an object"),
            },
            _ => return self.refuse("an object"),
        })
    }

    pub(super) fn refuse_null(self) -> Result<(), Unreadable> {
        if self.value.is_null() { self.refuse("an object") } else { Ok(()) }
    }

    /// The list here; null, `{}` and a bare word such as "close" read as an empty one, an object as a list of one.
    pub(super) fn list(self) -> Result<Cow<'v, [Value]>, Unreadable> {
        match self.value {
            Value::Array(items) => Ok(Cow::Borrowed(items)),
            Value::Null => Ok(Cow::Borrowed(&[])),
            Value::Object(fields) if fields.is_empty() => Ok(Cow::Borrowed(&[])),
            Value::Object(_) => Ok(Cow::Borrowed(std::slice::from_ref(self.value))),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Array(items)) => Ok(Cow::Owned(items)),
                Ok(Value::Object(_)) => self.refuse("a list"),
                Err(_) if text.trim_start().starts_with('[') => self.refuse("a list (its text is broken)"),
                _ => Ok(Cow::Borrowed(&[])),
            },
            _ => self.refuse("a list"),
        }
    }

    /// The list here, or the text of one.
    pub(super) fn whole_list(self) -> Result<Cow<'v, [Value]>, Unreadable> {
        match self.value {
            Value::Array(items) => Ok(Cow::Borrowed(items)),
            Value::String(text) => match serde_json::from_str(text) {
                Ok(Value::Array(items)) => Ok(Cow::Owned(items)),
                _ => self.refuse("a list"),
            },
            _ => self.refuse("a list"),
        }
    }

    pub(super) fn text(self) -> Result<String, Unreadable> {
        match self.value {
            // The documents' examples write `{}` for "any scalar".
            Value::Object(fields) if fields.is_empty() => Ok(String::new()),
            Value::Object(_) | Value::Array(_) => self.refuse("a text"),
            scalar => Ok(plain_text(scalar)),
        }
    }

    pub(super) fn flag(self) -> Result<bool, Unreadable> {
        match plain_text(self.value).trim().to_ascii_lowercase().as_str() {
            "true" | "1" => Ok(true),
            "false" | "0" | "" => Ok(false),
            _ => self.refuse("true or false"),
        }
    }

    pub(super) fn integer(self) -> Result<Option<i64>, Unreadable> {
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
