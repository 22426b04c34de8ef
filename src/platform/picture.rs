//! Pictures: from a chosen file to a small JPEG without EXIF, drawn by the browser's canvas.
//!
//! The canvas does the work and not the wasm: its memory is given back, ours never shrinks.

use crate::domain::booking::photo::{LONGEST_SIDE, exif_orientation, scaled};
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlImageElement, Url};

const JPEG: &str = "image/jpeg";
const QUALITY: f64 = 0.85;

/// The longer side of the copy that is shown, in pixels.
const THUMBNAIL_SIDE: f64 = 160.0;

/// A picture ready to be uploaded and shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The JPEG in base64, without the `data:` prefix.
    pub jpeg_base64: String,
    /// A small copy as a `data:` URL.
    pub thumbnail: String,
}

/// The file is no picture that this browser can draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undrawable;

impl From<JsValue> for Undrawable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// A picture as it was chosen.
#[derive(Debug)]
pub enum Raw {
    File(File),
    /// A `data:` URL. The app that made it has turned the picture upright.
    Data(String),
}

/// Draws a picture anew: upright, its longer side at most [`LONGEST_SIDE`], without EXIF.
pub async fn prepare(raw: &Raw) -> Result<Picture, Undrawable> {
    let (address, file) = match raw {
        Raw::File(file) => (Url::create_object_url_with_blob(file)?, Some(file)),
        Raw::Data(address) => (address.clone(), None),
    };
    let loaded = load(&address).await;
    let orientation = match file {
        Some(file) if !turns_by_itself() => orientation_of(file).await,
        _ => 1,
    };
    let drawn = loaded.and_then(|image| {
        let full = draw(&image, LONGEST_SIDE, orientation)?;
        let thumbnail = draw(&image, THUMBNAIL_SIDE, orientation)?;
        let jpeg_base64 = full.split_once(";base64,").map(|(_, base64)| base64.to_owned()).ok_or(Undrawable)?;
        Ok(Picture { jpeg_base64, thumbnail })
    });
    Url::revoke_object_url(&address)?;
    drawn
}

async fn load(address: &str) -> Result<HtmlImageElement, Undrawable> {
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
    });
    image.set_src(address);
    JsFuture::from(loaded).await?;
    Ok(image)
}

/// Whether the browser heeds EXIF orientation when it draws: Chrome 81, iOS 13.4.
fn turns_by_itself() -> bool {
    web_sys::css::supports_with_value("image-orientation", "from-image").unwrap_or(false)
}

async fn orientation_of(file: &File) -> u8 {
    /// EXIF stands at the start of a file; no need to read all of it.
    const HEAD: f64 = 128.0 * 1024.0;
    let head = file.slice_with_f64_and_f64(0.0, HEAD.min(file.size()));
    let Ok(head) = head.map(|head| web_sys::Response::new_with_opt_blob(Some(&head))).and_then(|response| response) else { return 1 };
    let Ok(reading) = head.array_buffer() else { return 1 };
    let bytes = JsFuture::from(reading).await.ok().and_then(|buffer| buffer.dyn_into::<ArrayBuffer>().ok());
    bytes.map_or(1, |buffer| exif_orientation(&Uint8Array::new(&buffer).to_vec()))
}

/// The picture as a JPEG `data:` URL.
fn draw(image: &HtmlImageElement, longest: f64, orientation: u8) -> Result<String, Undrawable> {
    let (width, height) = scaled(f64::from(image.natural_width()), f64::from(image.natural_height()), longest);
    let sideways = orientation >= 5;
    let (canvas_width, canvas_height) = if sideways { (height, width) } else { (width, height) };
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Undrawable)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into().map_err(|_| Undrawable)?;
    canvas.set_width(canvas_width as u32);
    canvas.set_height(canvas_height as u32);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(Undrawable)?.dyn_into().map_err(|_| Undrawable)?;
    // JPEG knows no transparency: what a PNG leaves clear becomes white, not black.
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, canvas_width, canvas_height);
    turn(&pen, orientation, width, height)?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)?;
    Ok(canvas.to_data_url_with_type_and_encoder_options(JPEG, &QUALITY.into())?)
}

/// Turns the pen so that a picture with this EXIF orientation comes out upright.
fn turn(pen: &CanvasRenderingContext2d, orientation: u8, width: f64, height: f64) -> Result<(), Undrawable> {
    let (a, b, c, d, e, f) = match orientation {
        2 => (-1.0, 0.0, 0.0, 1.0, width, 0.0),
        3 => (-1.0, 0.0, 0.0, -1.0, width, height),
        4 => (1.0, 0.0, 0.0, -1.0, 0.0, height),
        5 => (0.0, 1.0, 1.0, 0.0, 0.0, 0.0),
        6 => (0.0, 1.0, -1.0, 0.0, height, 0.0),
        7 => (0.0, -1.0, -1.0, 0.0, height, width),
        8 => (0.0, -1.0, 1.0, 0.0, 0.0, width),
        _ => return Ok(()),
    };
    Ok(pen.transform(a, b, c, d, e, f)?)
}
