//! One row that is in the document.

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::{html, prelude::*};
use std::cell::Cell;
use web_sys::Element;

/// A row in the document; dropping it takes it away and ends what it owns.
pub struct MountedRow {
    element: NodeRef<html::Div>,
    total: Cell<usize>,
    /// Unmounts the row when it is dropped.
    _handle: UnmountHandle<AnyViewState>,
}

impl MountedRow {
    /// Mounts a row at the end of `rows`. Its number counts from 0.
    pub fn new(rows: &Element, number: usize, total: usize, content: impl FnOnce() -> AnyView + 'static) -> Self {
        let element = NodeRef::new();
        let handle = mount_to_renderer(rows, move || {
            view! {
                <div
                    class="paged-list__row"
                    role="listitem"
                    aria-posinset=(number + 1).to_string()
                    aria-setsize=total.to_string()
                    node_ref=element
                >
                    {content()}
                </div>
            }
            .into_any()
        });
        Self { element, total: Cell::new(total), _handle: handle }
    }

    /// Tells screen readers how long the list is.
    pub fn set_total(&self, total: usize) {
        if self.total.replace(total) != total
            && let Some(row) = self.element.get_untracked()
        {
            // By hand: a signal and an effect for each row are much of what a row costs. Setting a known attribute cannot fail.
            let _ = row.set_attribute("aria-setsize", &total.to_string());
        }
    }

    /// Moves the row before another one.
    pub fn move_before(&self, next: Option<&Self>) {
        if let (Some(row), Some(next)) = (self.element.get_untracked(), next.and_then(|next| next.element.get_untracked()))
            && let Some(parent) = next.parent_node()
        {
            // Both are rows of one list.
            let _ = parent.insert_before(&row, Some(&next));
        }
    }

    /// The height in CSS pixels.
    pub fn height(&self) -> f64 {
        self.element.get_untracked().map_or(0.0, |row| row.get_bounding_client_rect().height())
    }
}
