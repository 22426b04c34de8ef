//! Uploaded pictures: what is accepted, kept and served again.

use std::collections::BTreeMap;

use axum::{
    body::Bytes,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};

use crate::response::Refusal;

/// Where pictures are served; on the same origin, so a relative address is enough.
pub const FOLDER: &str = "/__standin/image/";

/// Decoded bytes, not characters of base64.
pub const LIMIT: usize = 5 * 1024 * 1024;

/// All pictures that were uploaded, by their address.
#[derive(Debug, Default)]
pub struct Pictures(BTreeMap<String, Picture>);

#[derive(Debug, Clone)]
struct Picture {
    kind: Kind,
    face_id: String,
    bytes: Bytes,
}

/// The response about a stored picture.
#[derive(Debug)]
pub struct StoredPicture {
    pub address: String,
    pub face_id: String,
    /// 0 to 100, as a face.
    pub score: usize,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Jpeg,
    Png,
}

impl Pictures {
    /// Keeps a picture, or refuses what is not one.
    pub fn store(&mut self, base64: &str) -> Result<StoredPicture, Refusal> {
        let bytes = STANDARD.decode(base64).map_err(|_| Refusal::ImageNotBase64)?;
        let kind = Kind::of(&bytes).ok_or(Refusal::ImageKind)?;
        if bytes.len() > LIMIT {
            return Err(Refusal::ImageTooLarge);
        }
        let number = self.0.len() + 1;
        let kept =
            StoredPicture { address: format!("{FOLDER}{number}.{}", kind.extension()), face_id: face_id(number), score: score(&bytes) };
        self.0.insert(kept.address.clone(), Picture { kind, face_id: kept.face_id.clone(), bytes: bytes.into() });
        Ok(kept)
    }

    /// The address of a face by its number.
    pub fn face(&self, face_id: &str) -> Option<String> {
        self.0.iter().find(|(_, picture)| picture.face_id == face_id).map(|(address, _)| address.clone())
    }

    /// Whether `address`, with or without an origin before it, is one of ours.
    pub fn has(&self, address: &str) -> bool {
        address.find(FOLDER).and_then(|start| address.get(start..)).is_some_and(|path| self.0.contains_key(path))
    }

    /// The picture as a browser fetches it.
    pub fn serve(&self, name: &str) -> Response {
        match self.0.get(&format!("{FOLDER}{name}")) {
            Some(picture) => ([(header::CONTENT_TYPE, picture.kind.media())], picture.bytes.clone()).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

impl StoredPicture {
    /// The score in the documents' words.
    pub fn level(&self) -> &'static str {
        match self.score {
            80.. => "高",
            70..80 => "中",
            60..70 => "低",
            _ => "不合格",
        }
    }
}

fn face_id(number: usize) -> String {
    format!("1179524873{number:06}")
}

/// Nobody looks at the face: a larger picture is a better one.
fn score(bytes: &[u8]) -> usize {
    (55 + bytes.len() / 1024).min(98)
}

impl Kind {
    fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xFF, 0xD8, 0xFF, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(Self::Png),
            _ => None,
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }
}
