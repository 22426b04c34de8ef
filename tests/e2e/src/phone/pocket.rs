//! What the phone keeps, and what it can tell of a picture.

use super::Phone;
use crate::trouble::Outcome;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Where a page keeps things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Store {
    /// `localStorage`: it outlives the tab.
    Lasting,
    /// `sessionStorage`: it goes with the tab.
    Tab,
}

impl Store {
    fn name(self) -> &'static str {
        match self {
            Self::Lasting => "localStorage",
            Self::Tab => "sessionStorage",
        }
    }
}

impl Phone {
    /// The addresses of all files that the page keeps for times without a network.
    pub async fn cached(&self) -> Outcome<Vec<String>> {
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

    /// Waits until the page, its program and its settings are kept for times without a network.
    pub async fn keeps_a_page(&self) -> Outcome {
        let is_whole = |names: &[String]| {
            let has = |end: &str| names.iter().any(|name| name.ends_with(end));
            has("/") && has(".wasm") && has(".js") && has("config.json")
        };
        self.until("a page that is kept", async || Ok(is_whole(&self.cached().await?).then_some(()))).await
    }

    /// Waits until nothing is kept any more.
    pub async fn keeps_no_page(&self) -> Outcome {
        self.until("nothing to be kept", async || Ok(self.cached().await?.is_empty().then_some(()))).await
    }

    /// Waits until an independent reader finds exactly one code on the screen, and reads this from it.
    pub async fn reads(&self, content: &[u8]) -> Outcome {
        let wanted = format!("a code that says “{}”", String::from_utf8_lossy(content));
        self.until(wanted, async || Ok((self.codes_on_the_screen().await? == [content]).then_some(()))).await
    }

    /// The codes that an independent reader finds on the screen, each as its bytes.
    pub async fn codes_on_the_screen(&self) -> Outcome<Vec<Vec<u8>>> {
        Ok(codes(&self.client.screenshot().await?))
    }

    /// Everything that a store holds, by its key.
    pub async fn kept(&self, store: Store) -> Outcome<BTreeMap<String, String>> {
        let kept = self.ask("storage", [store.name()]).await?;
        let pairs = kept.as_object().into_iter().flatten();
        Ok(pairs.map(|(key, value)| (key.clone(), value.as_str().unwrap_or_default().to_owned())).collect())
    }

    /// Puts something into a store behind the page's back.
    pub async fn keep(&self, store: Store, key: &str, text: &str) -> Outcome {
        let script = format!("{}.setItem(arguments[0], arguments[1])", store.name());
        self.client.execute(&script, vec![json!(key), json!(text)]).await?;
        Ok(())
    }

    /// The colours of a picture on the site at points given in hundredths of its width and height: red, green, blue.
    pub async fn colours(&self, picture: &str, points: &[(u8, u8)]) -> Outcome<Vec<[u8; 3]>> {
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

/// The codes that an independent reader finds on a PNG, each as its bytes.
pub fn codes(png: &[u8]) -> Vec<Vec<u8>> {
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
