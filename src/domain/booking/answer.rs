//! What was answered, under the server's own keys.

use super::field::{AnswerType, Field, FieldKey};
use super::photo::{Photo, UploadState};

/// The answers typed, chosen and photographed so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    texts: Vec<(FieldKey, String)>,
    photos: Vec<(FieldKey, Vec<Photo>)>,
}

impl Answers {
    /// The answers that a form starts with.
    pub fn with_defaults(fields: &[Field]) -> Self {
        let mut answers = Self::default();
        for field in fields.iter().filter(|field| !field.default.is_empty()) {
            answers.set_text(&field.key, field.default.clone());
        }
        answers
    }

    /// The answers that a visit was booked with, to the questions that `fields` ask; pictures by their addresses.
    pub fn of_visit(booked: &[(FieldKey, String)], fields: &[Field]) -> Self {
        let mut answers = Self::default();
        for (key, text) in booked {
            let field = fields.iter().find(|field| field.takes(key));
            match field.map_or(AnswerType::None, |field| field.kind.answer_type()) {
                AnswerType::Photos => {
                    for address in text.split(',').map(str::trim).filter(|address| !address.is_empty()) {
                        let id = answers.next_photo_id();
                        let progress = UploadState::Uploaded(address.to_owned());
                        answers.add_photo(key, Photo { id, thumbnail: address.to_owned(), progress });
                    }
                }
                AnswerType::Text => answers.set_text(key, text.clone()),
                AnswerType::None => {}
            }
        }
        answers
    }

    /// What was typed, untrimmed; empty where nothing was.
    pub fn text(&self, key: &FieldKey) -> &str {
        self.texts.iter().find(|(known, _)| known == key).map_or("", |(_, text)| text)
    }

    /// Takes what was typed; an answer that is emptied again is no answer.
    pub fn set_text(&mut self, key: &FieldKey, typed: String) {
        let known = self.texts.iter().position(|(known, _)| known == key);
        match known {
            Some(at) if typed.is_empty() => {
                self.texts.remove(at);
            }
            Some(at) => self.texts.iter_mut().skip(at).take(1).for_each(|(_, text)| text.clone_from(&typed)),
            None if typed.is_empty() => {}
            None => self.texts.push((key.clone(), typed)),
        }
    }

    pub fn texts(&self) -> &[(FieldKey, String)] {
        &self.texts
    }

    pub fn photos(&self, key: &FieldKey) -> &[Photo] {
        self.photos.iter().find(|(known, _)| known == key).map_or(&[], |(_, photos)| photos)
    }

    pub fn all_photos(&self) -> impl Iterator<Item = (&FieldKey, &Photo)> {
        self.photos.iter().flat_map(|(key, photos)| photos.iter().map(move |photo| (key, photo)))
    }

    pub fn add_photo(&mut self, key: &FieldKey, photo: Photo) {
        match self.photos.iter_mut().find(|(known, _)| known == key) {
            Some((_, photos)) => photos.push(photo),
            None => self.photos.push((key.clone(), vec![photo])),
        }
    }

    /// Puts a photo in the place of another; where that is gone, or there is none, it joins the others.
    pub fn put_photo(&mut self, key: &FieldKey, photo: Photo, in_place_of: Option<u32>) {
        match in_place_of.and_then(|old| self.photo_mut(old)) {
            Some(old) => *old = photo,
            None => self.add_photo(key, photo),
        }
    }

    pub fn remove_photo(&mut self, id: u32) {
        self.photos.iter_mut().for_each(|(_, photos)| photos.retain(|photo| photo.id != id));
    }

    pub fn photo_mut(&mut self, id: u32) -> Option<&mut Photo> {
        self.photos.iter_mut().flat_map(|(_, photos)| photos).find(|photo| photo.id == id)
    }

    /// A number that no photo here has yet.
    pub fn next_photo_id(&self) -> u32 {
        self.all_photos().map(|(_, photo)| photo.id + 1).max().unwrap_or(0)
    }

    /// Drops the answers to questions that `fields` asks and lets the visitor change.
    pub fn forget(&mut self, fields: &[Field]) {
        let is_asked = |key: &FieldKey| fields.iter().any(|field| field.changeable && field.takes(key));
        self.texts.retain(|(key, _)| !is_asked(key));
        self.photos.retain(|(key, _)| !is_asked(key));
    }

    /// Takes over all the other answers.
    pub fn merge(&mut self, other: Self) {
        for (key, text) in other.texts {
            self.set_text(&key, text);
        }
        self.photos.extend(other.photos);
    }

    /// Takes over the other answers to questions that `fields` asks and lets the visitor change.
    pub fn take_from(&mut self, other: Self, fields: &[Field]) {
        let is_asked = |key: &FieldKey| fields.iter().any(|field| field.changeable && field.takes(key));
        for (key, text) in other.texts.into_iter().filter(|(key, _)| is_asked(key)) {
            self.set_text(&key, text);
        }
        self.photos.extend(other.photos.into_iter().filter(|(key, _)| is_asked(key)));
    }
}

impl Field {
    /// Whether an answer under this key belongs to this question.
    fn takes(&self, key: &FieldKey) -> bool {
        self.kind.is_supported() && (&self.key == key || self.sub.as_ref().is_some_and(|sub| &sub.key == key))
    }
}
