//! Values as the calls write them.

use crate::domain::booking::field::{FieldKey, IDENTITY_TYPE};
use crate::domain::id::AreaId;
use crate::domain::time::SiteTime;
use crate::domain::visit::Status;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// A moment in ISO 8601 with `+08:00`: `2026-11-21T10:00:00+08:00`, as the official account's calls take it.
#[derive(Debug, Clone, Copy)]
pub struct Iso(pub SiteTime);

/// A moment as `yyyy-MM-dd HH:mm` in site time, as the calls of WeCom and the mini-program take it.
#[derive(Debug, Clone, Copy)]
pub struct Minute(pub SiteTime);

/// A number that the official account's calls take as a text.
#[derive(Debug, Clone, Copy)]
pub struct Digits(pub usize);

/// Areas by their ids, joined by commas.
#[derive(Debug, Clone)]
pub struct AreaIds(pub Vec<AreaId>);

/// Statuses by their numbers, joined by commas; unknown ones have none and are left out.
#[derive(Debug, Clone)]
pub struct Statuses(pub Vec<Status>);

/// A form's answers under the site's own keys, each as its text.
#[derive(Debug, Clone)]
pub struct FormAnswers(pub Vec<(FieldKey, String)>);

/// A form's answers, the document's type as a number: so do invitations and companions take it.
#[derive(Debug, Clone)]
pub struct GuestAnswers(pub Vec<(FieldKey, String)>);

impl AreaIds {
    /// None for no areas at all, where a call may leave them out.
    pub fn some(areas: &[AreaId]) -> Option<Self> {
        (!areas.is_empty()).then(|| Self(areas.to_vec()))
    }
}

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl Serialize for Minute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.minute_text())
    }
}

impl Serialize for Digits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_string())
    }
}

impl Serialize for AreaIds {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ids: Vec<&str> = self.0.iter().map(AreaId::as_str).collect();
        serializer.serialize_str(&ids.join(","))
    }
}

impl Serialize for Statuses {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let numbers: Vec<String> = self.0.iter().filter_map(Status::number).map(|number| number.to_string()).collect();
        serializer.serialize_str(&numbers.join(","))
    }
}

impl Serialize for FormAnswers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, answer)| (key.as_str(), answer)))
    }
}

impl Serialize for GuestAnswers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = |key: &FieldKey, answer: &String| match answer.parse::<u32>() {
            Ok(number) if key.as_str() == IDENTITY_TYPE => Value::from(number),
            _ => Value::from(answer.as_str()),
        };
        serializer.collect_map(self.0.iter().map(|(key, answer)| (key.as_str(), value(key, answer))))
    }
}
