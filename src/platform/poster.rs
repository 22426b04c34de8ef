//! A pass as one picture, drawn on the device.

use crate::domain::qr_code::{QUIET_ZONE, QrCode};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// What the picture says above and below its code.
#[derive(Debug, Clone)]
pub struct Poster {
    pub title: String,
    /// Large, under the title: who it is for.
    pub name: String,
    /// Smaller, under the name.
    pub lines: Vec<String>,
    /// Under the code, large.
    pub spoken_code: String,
}

const WIDTH: f64 = 720.0;
const MARGIN: f64 = 40.0;
const FONT: &str = "system-ui,-apple-system,\"PingFang SC\",\"Noto Sans CJK SC\",sans-serif";

impl Poster {
    /// The picture as the address of a PNG; none where the browser cannot draw it.
    pub fn draw(&self, code: &QrCode) -> Option<String> {
        let modules = code.width() + 2 * QUIET_ZONE;
        // Whole pixels a module, or readers see stripes.
        let scale = ((WIDTH - 2.0 * MARGIN) / modules as f64).floor().max(2.0);
        let side = scale * modules as f64;
        let width = WIDTH.max(side + 2.0 * MARGIN);
        let height = 190.0 + 44.0 * self.lines.len() as f64 + side + 120.0;
        let canvas: HtmlCanvasElement = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        pen.set_fill_style_str("#fff");
        pen.fill_rect(0.0, 0.0, width, height);
        pen.set_fill_style_str("#000");
        pen.set_text_align("center");
        let mut y = 70.0;
        let mut write = |words: &str, size: u32, step: f64| {
            pen.set_font(&format!("{size}px {FONT}"));
            let _ = pen.fill_text_with_max_width(words, width / 2.0, y, width - 2.0 * MARGIN);
            y += step;
        };
        write(&self.title, 32, 64.0);
        write(&self.name, 48, 56.0);
        for line in &self.lines {
            write(line, 28, 44.0);
        }
        let top = y - 30.0;
        draw_code(&pen, code, scale, (width - side) / 2.0, top);
        pen.set_font(&format!("44px {FONT}"));
        let _ = pen.fill_text_with_max_width(&self.spoken_code, width / 2.0, top + side + 56.0, width - 2.0 * MARGIN);
        canvas.to_data_url_with_type("image/png").ok()
    }
}

fn draw_code(pen: &CanvasRenderingContext2d, code: &QrCode, scale: f64, left: f64, top: f64) {
    let (left, top) = (left.round(), top.round());
    for (y, row) in code.rows().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
            let at = |module: usize| (module + QUIET_ZONE) as f64 * scale;
            pen.fill_rect(left + at(x), top + at(y), scale, scale);
        }
    }
}
