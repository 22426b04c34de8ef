//! The face of waiting: grey bars, shown only when waiting takes longer than a glance.

use super::element::{El, block};

/// Something is on its way. The delay of 300 ms is the stylesheet's.
pub fn skeleton(label: &str) -> El {
    let bars = (0..3).map(|_| block("div", "skeleton__bar"));
    block("div", "skeleton").attr("role", "status").attr("aria-label", label).children(bars)
}
