//! A choice among few, all in sight.

use super::element::{El, block, el};
use std::rc::Rc;

/// Radio buttons side by side; options are told apart by their place. `id` tells the group from others on the page.
pub fn segments(
    id: &str,
    label: &str,
    options: &[&str],
    chosen: impl Fn() -> Option<usize> + 'static,
    on_choose: impl Fn(usize) + 'static,
) -> El {
    let (chosen, on_choose) = (Rc::new(chosen), Rc::new(on_choose));
    let options = options.iter().enumerate().map(|(place, option)| {
        let (chosen, on_choose) = (Rc::clone(&chosen), Rc::clone(&on_choose));
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", id)
            .live_flag("checked", move || chosen() == Some(place))
            .on("change", move |_| on_choose(place));
        block("label", "segments__option").child(radio).child(el("span").text(option))
    });
    block("div", "segments").attr("role", "radiogroup").attr("aria-label", label).attr("id", id).attr("tabindex", "-1").children(options)
}
