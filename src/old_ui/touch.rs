//! What fingers do on the screen.

use super::element::{El, el};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// How far a finger goes sideways, in CSS pixels, until that is a swipe; and it goes twice as far as up or down.
const ENOUGH: i32 = 60;

/// Which way a swipe leads: as one leafs through pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    Back,
    On,
}

/// Content that can be swiped sideways.
pub fn swiped(content: El, on_swipe: impl Fn(Leaf) + 'static) -> El {
    let begun = RwSignal::new(None);
    el("div")
        .on("touchstart", move |event| begun.set(finger(&event, "touches")))
        .on("touchend", move |event| {
            let swipe = begun.get_untracked().zip(finger(&event, "changedTouches"));
            begun.set(None);
            if let Some(leaf) = swipe.and_then(|(from, to)| leaf(from, to)) {
                on_swipe(leaf);
            }
        })
        .on("touchcancel", move |_| begun.set(None))
        .child(content)
}

fn leaf(from: (i32, i32), to: (i32, i32)) -> Option<Leaf> {
    let (sideways, up_or_down) = (to.0 - from.0, to.1 - from.1);
    let is_swipe = sideways.abs() >= ENOUGH && sideways.abs() >= 2 * up_or_down.abs();
    is_swipe.then_some(if sideways > 0 { Leaf::Back } else { Leaf::On })
}

/// Where the only finger of an event is, from the left and from the top.
pub(super) fn finger(event: &JsValue, touches: &str) -> Option<(i32, i32)> {
    let touches = part(event, touches)?;
    let is_only_one = part(&touches, "length")?.as_f64()? < 2.0;
    let touch = part(&touches, "0").filter(|_| is_only_one)?;
    let place = |name| part(&touch, name)?.as_f64().map(|place| place as i32);
    place("clientX").zip(place("clientY"))
}

/// A property, where there is one.
pub(super) fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swipe_goes_far_and_sideways() {
        let leaf = |x, y| leaf((200, 300), (200 + x, 300 + y));
        assert_eq!((leaf(60, 0), leaf(-60, 30)), (Some(Leaf::Back), Some(Leaf::On)));
        assert_eq!([leaf(59, 0), leaf(-100, 51), leaf(0, 200), leaf(0, 0)], [None; 4]);
    }
}
