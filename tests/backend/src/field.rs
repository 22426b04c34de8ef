//! The rules of a booking form, read back from the very configuration that the site serves.

use serde_json::Value;

use crate::{picture::Pictures, request::text, response::Refusal};

/// At most three pictures in a field.
const PICTURES: usize = 3;

/// What the site demands of one visible field.
#[derive(Debug, Clone)]
pub struct Rule {
    pub key: String,
    name: String,
    kind: Kind,
    required: bool,
    max_length: Option<usize>,
    /// The second input under the field, demanded once the field itself is answered.
    sub: Option<Sub>,
}

#[derive(Debug, Clone)]
struct Sub {
    key: String,
    name: String,
}

#[derive(Debug, Clone)]
enum Kind {
    /// Text, dates, and kinds this backend has no rule for.
    Free,
    Select {
        options: Vec<String>,
    },
    Pictures,
}

/// The rules in a field list; entries that cannot be read demand nothing.
pub fn rules(fields: &Value) -> Vec<Rule> {
    fields.as_array().into_iter().flatten().filter_map(Rule::read).collect()
}

impl Rule {
    fn read(entry: &Value) -> Option<Self> {
        let info = entry.get("fieldInfoDto")?;
        let value = |name: &str| info.get(name).and_then(text);
        let is_deleted = value("status").as_deref() == Some("-1");
        let is_hidden = value("display").as_deref() == Some("1");
        if is_deleted || is_hidden {
            return None;
        }
        let key = value("paraKey")?;
        Some(Self {
            name: value("paraName").unwrap_or_else(|| key.clone()),
            kind: Kind::read(value("showType").as_deref(), entry),
            required: value("required").as_deref() == Some("0"),
            max_length: info.get("maxLength").and_then(Value::as_u64).and_then(|limit| usize::try_from(limit).ok()),
            sub: Sub::read(entry),
            key,
        })
    }

    /// Whether an answer satisfies the rule; `answer` finds what was given under a key.
    pub fn check(&self, answer: impl Fn(&str) -> Option<String>, pictures: &Pictures) -> Result<(), Refusal> {
        let Some(given) = answer(&self.key) else {
            return match self.required {
                true => Err(Refusal::FieldMissing(self.name.clone())),
                false => Ok(()),
            };
        };
        self.check_length(&given)?;
        self.kind.check(&self.name, &given, pictures)?;
        match &self.sub {
            Some(sub) if answer(&sub.key).is_none() => Err(Refusal::FieldMissing(sub.name.clone())),
            _ => Ok(()),
        }
    }

    fn check_length(&self, given: &str) -> Result<(), Refusal> {
        match self.max_length {
            Some(limit) if given.chars().count() > limit => Err(Refusal::FieldTooLong { name: self.name.clone(), limit }),
            _ => Ok(()),
        }
    }
}

impl Sub {
    fn read(entry: &Value) -> Option<Self> {
        let key = entry.get("subParaKey").and_then(text)?;
        let name = entry.get("subParaName").and_then(text).unwrap_or_else(|| key.clone());
        Some(Self { key, name })
    }
}

impl Kind {
    fn read(show_type: Option<&str>, entry: &Value) -> Self {
        match show_type {
            Some("2") => Self::Select { options: options(entry) },
            Some("6") => Self::Pictures,
            _ => Self::Free,
        }
    }

    fn check(&self, name: &str, given: &str, pictures: &Pictures) -> Result<(), Refusal> {
        match self {
            Self::Free => Ok(()),
            Self::Select { options } if options.is_empty() || options.iter().any(|option| option == given) => Ok(()),
            Self::Select { .. } => Err(Refusal::OptionUnknown(name.to_owned())),
            Self::Pictures if given.split(',').count() > PICTURES => Err(Refusal::TooManyPictures(name.to_owned())),
            Self::Pictures if given.split(',').all(|url| pictures.has(url.trim())) => Ok(()),
            Self::Pictures => Err(Refusal::PictureUnknown(name.to_owned())),
        }
    }
}

/// What may be chosen: values and texts of `dataList`, else keys and texts of `customOption`.
fn options(entry: &Value) -> Vec<String> {
    let listed = entry.get("dataList").and_then(Value::as_array).into_iter().flatten();
    let listed: Vec<String> = listed.flat_map(|option| ["value", "text"].map(|part| option.get(part).and_then(text))).flatten().collect();
    if !listed.is_empty() {
        return listed;
    }
    let custom = entry.pointer("/fieldInfoDto/customOption").and_then(Value::as_object);
    custom.into_iter().flatten().flat_map(|(key, label)| [Some(key.clone()), text(label)]).flatten().collect()
}
