//! One row that is in the document.

use leptos::mount::{UnmountHandle, mount_to_renderer};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::{html, prelude::*};
use std::cell::Cell;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// A row in the document; dropping it takes it away and ends what it owns.
pub struct MountedRow {
    element: NodeRef<html::Div>,
    total: Cell<usize>,
    is_current: Cell<bool>,
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
        Self { element, total: Cell::new(total), is_current: Cell::new(false), _handle: handle }
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

    /// Says, to eyes and screen readers, whether the row's item is the one that is shown beside the list.
    pub fn set_current(&self, is_current: bool) {
        if self.is_current.replace(is_current) != is_current
            && let Some(row) = self.element.get_untracked()
        {
            // Known attributes can be set.
            let _ = if is_current { row.set_attribute("aria-current", "true") } else { row.remove_attribute("aria-current") };
        }
    }

    /// Scrolls the row into sight, where it is not.
    pub fn scroll_into_view(&self) {
        if let Some(row) = self.element.get_untracked() {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&nearest);
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
