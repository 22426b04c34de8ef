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
