//! Elements of a screen, built straight into the DOM and kept alive by Leptos' signals.
//!
//! Why not `view!`: it compiles each element's type, and the machinery around it, anew, and these screens would not
//! fit the budget. README, "Size", has the figures.
//!
//! An element that cannot be made (there is no document) is nothing, and so is what is done to it.

use crate::state::while_shown;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, Node};

/// An element, several in a row, or nothing.
#[derive(Debug, Clone)]
pub struct El(Option<Node>);

/// An empty element.
pub fn el(tag: &str) -> El {
    El(document().and_then(|document| document.create_element(tag).ok()).map(Node::from))
}

/// An empty element of a class.
pub fn block(tag: &str, class: &str) -> El {
    el(tag).attr("class", class)
}

/// Nothing.
pub fn nothing() -> El {
    El(None)
}

/// Several in a row.
pub fn all(parts: impl IntoIterator<Item = El>) -> El {
    let row = El(document().map(|document| document.create_document_fragment().into()));
    parts.into_iter().fold(row, El::child)
}

/// A part of the screen that is drawn anew when what it reads changes.
pub fn live(draw: impl FnMut() -> El + 'static) -> El {
    live_boxed(Box::new(draw)).unwrap_or_else(nothing)
}

/// Does something when something happens to the window, as long as this part of the screen is shown.
pub fn on_window(event: &'static str, act: impl FnMut(Event) + 'static) {
    let act = Closure::wrap(Box::new(act) as Box<dyn FnMut(Event)>);
    if let Some(window) = web_sys::window() {
        // Adding a listener cannot fail on a window.
        let _ = window.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
    }
    StoredValue::new_local(Listener { event, act });
}

/// Somebody who listens to the window; dropping it ends that.
struct Listener {
    event: &'static str,
    act: Closure<dyn FnMut(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let act = self.act.as_ref().unchecked_ref();
        let _ = web_sys::window().map(|window| window.remove_event_listener_with_callback(self.event, act));
    }
}

impl El {
    /// The element itself, for those who measure it.
    pub(super) fn element(&self) -> Option<&Element> {
        self.0.as_ref().and_then(|node| node.dyn_ref())
    }

    /// Puts a child before all others.
    pub(super) fn put_first(&self, child: Self) {
        if let (Some(parent), Some(child)) = (&self.0, &child.0) {
            let _ = parent.insert_before(child, parent.first_child().as_ref());
        }
    }

    pub fn attr(self, name: &str, value: &str) -> Self {
        self.set_attr(name, value);
        self
    }

    /// The element's own words.
    pub fn text(self, words: &str) -> Self {
        let words = document().map(|document| document.create_text_node(words).into());
        self.child(El(words))
    }

    pub fn child(self, child: Self) -> Self {
        if let (Some(parent), Some(child)) = (&self.0, &child.0) {
            // Only a node that contains the parent is refused, and a fresh one contains nothing.
            let _ = parent.append_child(child);
        }
        self
    }

    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Words that change.
    pub fn live_text(self, read: impl Fn() -> String + 'static) -> Self {
        let node = self.0.clone();
        while_shown(move || node.iter().for_each(|node| node.set_text_content(Some(&read()))));
        self
    }

    /// An attribute that changes.
    pub fn live_attr(self, name: &'static str, read: impl Fn() -> String + 'static) -> Self {
        let element = self.clone();
        while_shown(move || element.set_attr(name, &read()));
        self
    }

    /// A property that is on or off: `disabled`, `checked`, `hidden`.
    pub fn live_flag(self, name: &'static str, read: impl Fn() -> bool + 'static) -> Self {
        let element = self.clone();
        while_shown(move || element.set_property(name, &read().into()));
        self
    }

    /// The value of an input. It is left alone while it is the same: writing it moves the cursor.
    pub fn live_value(self, read: impl Fn() -> String + 'static) -> Self {
        let element = self.clone();
        while_shown(move || {
            let value = JsValue::from_str(&read());
            if element.property("value") != Some(value.clone()) {
                element.set_property("value", &value);
            }
        });
        self
    }

    /// Does something when something happens to the element.
    pub fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        let act = Closure::wrap(Box::new(act) as Box<dyn FnMut(Event)>);
        if let Some(node) = &self.0 {
            // Adding a listener cannot fail on a node.
            let _ = node.add_event_listener_with_callback(event, act.as_ref().unchecked_ref());
        }
        StoredValue::new_local(act);
        self
    }

    /// Hands the element over, once it is on the screen and can be focused.
    pub fn focus_when_shown(self) -> Self {
        if let Some(element) = self.0.clone().and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) {
            request_animation_frame(move || {
                // What cannot be focused any more is gone.
                let _ = element.focus();
            });
        }
        self
    }

    /// Puts the element into another one.
    pub fn mount_in(self, parent: &Node) {
        if let Some(node) = self.0 {
            let _ = parent.append_child(&node);
        }
    }

    /// Puts the element at the end of the page.
    pub fn mount(self) {
        if let (Some(node), Some(body)) = (self.0, document().and_then(|document| document.body())) {
            let _ = body.append_child(&node);
        }
    }

    fn set_attr(&self, name: &str, value: &str) {
        if let Some(element) = self.element() {
            // Only an impossible name is refused, and names are ours.
            let _ = element.set_attribute(name, value);
        }
    }

    fn set_property(&self, name: &str, value: &JsValue) {
        // Only a frozen object refuses a property.
        let _ = self.0.as_ref().map(|node| js_sys::Reflect::set(node, &name.into(), value));
    }

    fn property(&self, name: &str) -> Option<JsValue> {
        self.0.as_ref().and_then(|node| js_sys::Reflect::get(node, &name.into()).ok())
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn live_boxed(mut draw: Box<dyn FnMut() -> El>) -> Option<El> {
    let document = document()?;
    let row = document.create_document_fragment();
    let (start, end): (Node, Node) = (document.create_comment("").into(), document.create_comment("").into());
    row.append_child(&start).ok()?;
    row.append_child(&end).ok()?;
    while_shown(move || {
        let fresh = draw();
        let Some(parent) = end.parent_node() else { return };
        while let Some(stale) = start.next_sibling().filter(|node| node != &end) {
            if parent.remove_child(&stale).is_err() {
                return;
            }
        }
        if let Some(fresh) = fresh.0 {
            let _ = parent.insert_before(&fresh, Some(&end));
        }
    });
    Some(El(Some(row.into())))
}

/// The key that an event of the keyboard tells of.
pub fn pressed(event: &Event) -> String {
    js_sys::Reflect::get(event, &"key".into()).ok().and_then(|key| key.as_string()).unwrap_or_default()
}

/// What the visitor typed into, or chose from, the element that an event happened to.
pub fn typed(event: &Event) -> String {
    let value = event.target().and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// What the nearest element around the target of an event says under an attribute.
pub fn closest_attr(event: &Event, attribute: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}
