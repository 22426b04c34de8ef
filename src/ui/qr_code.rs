//! A code for a reader at a gate: dark on white in both themes, its modules sharp.

use crate::domain::qr_code::{QUIET_ZONE, QrCode};
use crate::reactive::DynSignal;
use leptos::{ev, prelude::*};
use std::fmt::Write;

/// No code is smaller than this while the screen has room, in CSS pixels.
const SMALLEST: f64 = 240.0;

/// A code as a picture, as large as whole pixels a module allow within `most` CSS pixels and the screen's width less
/// `margin`. A renewed code changes the picture and keeps its element.
#[component]
pub fn QrCodeImage(
    #[prop(into)] code: DynSignal<QrCode>,
    /// What it is, for those who cannot see it.
    #[prop(into)]
    label: Signal<String>,
    most: f64,
    margin: f64,
) -> impl IntoView {
    let screen = RwSignal::new(Screen::here());
    let resize = window_event_listener(ev::resize, move |_| screen.set(Screen::here()));
    on_cleanup(move || resize.remove());
    let side = Memo::new(move |_| {
        let modules = code.with(|code| code.width() + 2 * QUIET_ZONE);
        pixels(screen.get().side(modules, most, margin))
    });
    view! { <img class="qr-code" src=move || code.with(picture) alt=label draggable="false" style:width=side style:height=side/> }
}

/// A length for stylesheets, to a thousandth of a pixel: the library's own way to write fractions weighs 4 kB.
fn pixels(length: f64) -> String {
    let thousandths = (length * 1_000.0).round() as u32;
    format!("{}.{:03}px", thousandths / 1_000, thousandths % 1_000)
}

/// The code as the address of an SVG picture: one line a run of dark modules.
pub fn picture(code: &QrCode) -> String {
    let side = code.width() + 2 * QUIET_ZONE;
    let mut lines = String::new();
    for (y, row) in code.rows().enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|first, second| first == second) {
            if run.first() == Some(&true) {
                // Writing to a string cannot fail.
                let _ = write!(lines, "M{} {}.5h{}", x + QUIET_ZONE, y + QUIET_ZONE, run.len());
            }
            x += run.len();
        }
    }
    format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='{side}' height='{side}' viewBox='0 0 {side} {side}' \
         shape-rendering='crispEdges'%3E%3Cpath fill='%23fff' d='M0 0h{side}v{side}H0z'/%3E%3Cpath stroke='%23000' d='{lines}'/%3E%3C/svg%3E"
    )
}

/// What a picture has to fit into.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Screen {
    /// The shorter side, in CSS pixels.
    room: f64,
    /// Device pixels a CSS pixel.
    density: f64,
}

impl Screen {
    fn here() -> Self {
        let length = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value: wasm_bindgen::JsValue| value.as_f64());
        let window = window();
        let (width, height) = (length(window.inner_width()), length(window.inner_height()));
        Self { room: width.unwrap_or(SMALLEST).min(height.unwrap_or(f64::MAX)), density: window.device_pixel_ratio().max(0.5) }
    }

    /// The side in CSS pixels at which each module takes the same number of device pixels, if the room allows; else
    /// all the room there is: a code of 177 modules on a coarse screen.
    fn side(self, modules: usize, most: f64, margin: f64) -> f64 {
        let room = (self.room - margin).min(most).max(SMALLEST.min(self.room));
        let module = modules as f64 / self.density;
        let whole = (room / module).floor() * module;
        if whole >= SMALLEST { whole } else { room }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_takes_whole_pixels_and_the_code_never_less_than_240() {
        // Room, density, modules with the quiet zone; the side.
        for (room, density, modules, side) in [
            (390.0, 3.0, 33, 319.0),
            (390.0, 2.0, 33, 313.5),
            (390.0, 1.0, 33, 297.0),
            (320.0, 1.0, 33, 264.0),
            (320.0, 3.0, 185, 246.666_666_666_666_66),
            (320.0, 1.0, 185, 288.0),
            (1280.0, 1.0, 29, 319.0),
            (240.0, 1.0, 29, 240.0),
        ] {
            let found = Screen { room, density }.side(modules, 320.0, 32.0);
            assert!((found - side).abs() < 1e-9, "{room} {density} {modules}: {found}");
            assert!(found >= SMALLEST);
        }
    }

    #[test]
    fn lengths_are_written_to_a_thousandth() {
        assert_eq!([319.0, 313.5, 246.666_666].map(pixels), ["319.000px", "313.500px", "246.667px"]);
    }

    #[test]
    fn the_picture_is_white_with_dark_runs() {
        let code = QrCode::encode("7").unwrap();
        let picture = picture(&code);
        assert!(picture.starts_with("data:image/svg+xml,%3Csvg "), "{picture}");
        assert!(picture.contains("viewBox='0 0 29 29'") && picture.contains("M4 4.5h7"), "{picture}");
        assert!(!picture.contains(['#', '<', '>', '"', '\n']), "{picture}");
    }
}
