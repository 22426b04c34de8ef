//! What fingers do on the screen.

use leptos::prelude::*;
use web_sys::TouchList;

/// How far a finger goes sideways, in CSS pixels, until that is a swipe; and it goes twice as far as up or down.
const ENOUGH: i32 = 60;

/// Which way a swipe leads: as one leafs through pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    Back,
    On,
}

/// Content that can be swiped sideways.
#[component]
pub fn Swipe(#[prop(into)] on_swipe: Callback<Leaf>, children: Children) -> impl IntoView {
    let begun = StoredValue::new(None::<(i32, i32)>);
    view! {
        <div
            on:touchstart=move |event| begun.set_value(only_finger(&event.touches()))
            on:touchend=move |event| {
                let swipe = begun.get_value().zip(only_finger(&event.changed_touches()));
                begun.set_value(None);
                if let Some(leaf) = swipe.and_then(|(from, to)| leaf(from, to)) {
                    on_swipe.run(leaf);
                }
            }
            on:touchcancel=move |_| begun.set_value(None)
        >
            {children()}
        </div>
    }
}

fn leaf(from: (i32, i32), to: (i32, i32)) -> Option<Leaf> {
    let (sideways, up_or_down) = (to.0 - from.0, to.1 - from.1);
    let is_swipe = sideways.abs() >= ENOUGH && sideways.abs() >= 2 * up_or_down.abs();
    is_swipe.then_some(if sideways > 0 { Leaf::Back } else { Leaf::On })
}

/// Where the only finger on the screen is, in CSS pixels from the left and from the top; none where there are several.
pub(super) fn only_finger(touches: &TouchList) -> Option<(i32, i32)> {
    let touch = touches.get(0).filter(|_| touches.length() < 2)?;
    Some((touch.client_x(), touch.client_y()))
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
