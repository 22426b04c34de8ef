//! What was answered, under the server's own keys.

use super::field::{Field, FieldKey, Kind};
use super::photo::Photo;
use std::collections::BTreeMap;

/// The answers typed, chosen and photographed so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    texts: BTreeMap<FieldKey, String>,
    photos: BTreeMap<FieldKey, Vec<Photo>>,
}

impl Answers {
    /// The answers that a form starts with.
    pub fn with_defaults(fields: &[Field]) -> Self {
        let defaults = fields.iter().filter(|field| !field.default.is_empty());
        let texts = defaults.map(|field| (field.key.clone(), field.default.clone())).collect();
        Self { texts, photos: BTreeMap::new() }
    }

    /// What was typed, untrimmed; empty where nothing was.
    pub fn text(&self, key: &FieldKey) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    pub fn set_text(&mut self, key: &FieldKey, typed: String) {
        self.texts.insert(key.clone(), typed);
    }

    pub fn texts(&self) -> impl Iterator<Item = (&FieldKey, &str)> {
        self.texts.iter().map(|(key, text)| (key, text.as_str()))
    }

    pub fn photos(&self, key: &FieldKey) -> &[Photo] {
        self.photos.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn photos_mut(&mut self, key: &FieldKey) -> &mut Vec<Photo> {
        self.photos.entry(key.clone()).or_default()
    }

    pub fn all_photos(&self) -> impl Iterator<Item = (&FieldKey, &[Photo])> {
        self.photos.iter().map(|(key, photos)| (key, photos.as_slice()))
    }

    /// Takes over the other answers to questions that `fields` asks and lets the visitor change.
    pub fn take_from(&mut self, other: Self, fields: &[Field]) {
        let asks = |key: &FieldKey| fields.iter().any(|field| field.changeable && field.takes(key));
        self.texts.extend(other.texts.into_iter().filter(|(key, _)| asks(key)));
        self.photos.extend(other.photos.into_iter().filter(|(key, _)| asks(key)));
    }
}

impl Field {
    /// Whether an answer under this key belongs to this question. A choice takes no answer that it does not offer;
    /// that is for the check to say.
    fn takes(&self, key: &FieldKey) -> bool {
        let asked = !matches!(self.kind, Kind::Unsupported { .. });
        asked && (&self.key == key || self.sub.as_ref().is_some_and(|sub| &sub.key == key))
    }
}
