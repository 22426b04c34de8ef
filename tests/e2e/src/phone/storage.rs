//! Storage, the cache, and pictures: QR codes and colours.

use super::Phone;
use crate::error::Result;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The web storage areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// `localStorage`.
    Local,
    /// `sessionStorage`, which ends with the tab.
    Session,
}

impl Storage {
    fn name(self) -> &'static str {
        match self {
            Self::Local => "localStorage",
            Self::Session => "sessionStorage",
        }
    }
}

/// A value that a person's storage holds: `kept:owner:name` is the key, and before the text stand its end and how far the clock
/// was off, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub owner: String,
    pub name: String,
    pub end: i64,
    pub correction: i64,
    pub text: String,
}

impl Kept {
    fn parse(key: &str, stored: &str) -> Option<Self> {
        let (owner, name) = key.strip_prefix("kept:")?.split_once(':')?;
        let mut parts = stored.splitn(3, ' ');
        let mut number = || parts.next()?.parse().ok();
        let (end, correction) = (number()?, number()?);
        Some(Self { owner: owner.to_owned(), name: name.to_owned(), end, correction, text: parts.next()?.to_owned() })
    }
}

impl Phone {
    /// What a storage area holds for persons.
    pub async fn kept(&self, area: Storage) -> Result<Vec<Kept>> {
        Ok(self.storage(area).await?.iter().filter_map(|(key, stored)| Kept::parse(key, stored)).collect())
    }

    /// Whether a storage area holds something of that name, for anybody.
    pub async fn keeps(&self, area: Storage, name: &str) -> Result<bool> {
        Ok(self.kept(area).await?.iter().any(|kept| kept.name == name))
    }

    /// Stores a value as if it had been stored before.
    pub async fn set_kept(&self, area: Storage, kept: &Kept) -> Result {
        let Kept { owner, name, end, correction, text } = kept;
        self.set_storage_item(area, &format!("kept:{owner}:{name}"), &format!("{end} {correction} {text}")).await
    }

    /// The addresses in the Cache storage.
    pub async fn cached_urls(&self) -> Result<Vec<String>> {
        const SCRIPT: &str = "
            var done = arguments[0];
            caches.keys().then(function (names) {
                return Promise.all(names.map(function (name) {
                    return caches.open(name).then(function (cache) { return cache.keys(); });
                }));
            }).then(function (all) { done([].concat.apply([], all).map(function (request) { return request.url; })); });";
        let names = self.client.execute_async(SCRIPT, Vec::new()).await?;
        Ok(names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    }

    /// Waits until the page, its program and its settings are cached.
    pub async fn page_is_cached(&self) -> Result {
        let is_whole = |names: &[String]| {
            let has = |end: &str| names.iter().any(|name| name.ends_with(end));
            has("/") && has(".wasm") && has(".js") && has("config.json")
        };
        self.until("a cached page", async || Ok(is_whole(&self.cached_urls().await?).then_some(()))).await
    }

    /// Waits until a file is cached whose address ends like this.
    pub async fn has_cached(&self, ending: &str) -> Result {
        let has = async || Ok(self.cached_urls().await?.iter().any(|url| url.ends_with(ending)).then_some(()));
        self.until(format!("a cached file {ending}"), has).await
    }

    /// Waits until the cache is empty.
    pub async fn cache_is_empty(&self) -> Result {
        self.until("an empty cache", async || Ok(self.cached_urls().await?.is_empty().then_some(()))).await
    }

    /// Waits until an independent decoder finds exactly one QR code on the screen, with this content.
    pub async fn has_qr_code(&self, content: &[u8]) -> Result {
        let wanted = format!("a code that says “{}”", String::from_utf8_lossy(content));
        self.until(wanted, async || Ok((self.qr_codes().await? == [content]).then_some(()))).await
    }

    /// The QR codes that an independent decoder finds on the screen, each as its bytes.
    pub async fn qr_codes(&self) -> Result<Vec<Vec<u8>>> {
        Ok(decode_qr_codes(&self.client.screenshot().await?))
    }

    /// All items of a storage area, by key.
    pub async fn storage(&self, area: Storage) -> Result<BTreeMap<String, String>> {
        let items = self.query("storage", [area.name()]).await?;
        let pairs = items.as_object().into_iter().flatten();
        Ok(pairs.map(|(key, value)| (key.clone(), value.as_str().unwrap_or_default().to_owned())).collect())
    }

    /// Sets an item of a storage area.
    pub async fn set_storage_item(&self, area: Storage, key: &str, text: &str) -> Result {
        let script = format!("{}.setItem(arguments[0], arguments[1])", area.name());
        self.client.execute(&script, vec![json!(key), json!(text)]).await?;
        Ok(())
    }

    /// The colours of a picture on the site at points given in hundredths of its width and height: red, green, blue.
    pub async fn image_colours(&self, picture: &str, points: &[(u8, u8)]) -> Result<Vec<[u8; 3]>> {
        const SCRIPT: &str = "
            var points = arguments[1], done = arguments[2], image = new Image();
            image.onerror = function () { done([]) };
            image.onload = function () {
                var canvas = document.createElement('canvas');
                canvas.width = image.naturalWidth;
                canvas.height = image.naturalHeight;
                var pen = canvas.getContext('2d');
                pen.drawImage(image, 0, 0);
                done(points.map(function (point) {
                    return Array.from(pen.getImageData(canvas.width * point[0] / 100, canvas.height * point[1] / 100, 1, 1).data);
                }));
            };
            image.src = arguments[0];";
        let colours = self.client.execute_async(SCRIPT, vec![json!(picture), json!(points)]).await?;
        let part = |colour: &Value, index: usize| {
            colour.get(index).and_then(Value::as_u64).and_then(|part| u8::try_from(part).ok()).unwrap_or_default()
        };
        Ok(colours.as_array().into_iter().flatten().map(|colour| [part(colour, 0), part(colour, 1), part(colour, 2)]).collect())
    }
}

/// The QR codes that an independent decoder finds on a PNG, each as its bytes.
pub fn decode_qr_codes(png: &[u8]) -> Vec<Vec<u8>> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let Ok(mut reader) = decoder.read_info() else { return Vec::new() };
    let mut pixels = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let Ok(frame) = reader.next_frame(&mut pixels) else { return Vec::new() };
    let (width, height) = (frame.width as usize, frame.height as usize);
    let step = frame.line_size / width.max(1);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        let at = y * frame.line_size + x * step;
        let parts = pixels.get(at..at + step.min(3)).unwrap_or_default();
        let sum: usize = parts.iter().map(|part| usize::from(*part)).sum();
        u8::try_from(sum / parts.len().max(1)).unwrap_or(u8::MAX)
    });
    let read = picture.detect_grids().into_iter().filter_map(|grid| {
        let mut content = Vec::new();
        grid.decode_to(&mut content).ok().map(|_| content)
    });
    read.collect()
}
