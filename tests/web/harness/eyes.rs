//! Finding things as people do: by what they are and what they are called.

use super::Screen;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, NodeList};

impl Screen {
    /// What is there of a role, and not hidden.
    pub fn all(&self, role: &str) -> Vec<HtmlElement> {
        let is_wanted = |element: &HtmlElement| role_of(element).as_deref() == Some(role) && !is_hidden(element);
        let within = |root: &Element| elements::<HtmlElement>(&root.query_selector_all("*").unwrap()).collect::<Vec<_>>();
        let and_itself = |root: Element| std::iter::once(root.clone().unchecked_into()).chain(within(&root)).collect::<Vec<HtmlElement>>();
        self.roots().into_iter().flat_map(and_itself).filter(is_wanted).collect()
    }

    /// What those of a role are called.
    pub fn names(&self, role: &str) -> Vec<String> {
        self.all(role).iter().map(|element| label_of(element)).collect()
    }

    pub fn has(&self, role: &str, name: &str) -> bool {
        self.names(role).iter().any(|known| known == name)
    }

    /// The one of a role that is called so.
    pub fn get(&self, role: &str, name: &str) -> HtmlElement {
        let mut found: Vec<_> = self.all(role).into_iter().filter(|element| label_of(element) == name).collect();
        assert_eq!(found.len(), 1, "{role} {name:?} among {:?}", self.names(role));
        found.remove(0)
    }

    /// The only one of a role.
    pub fn only(&self, role: &str) -> HtmlElement {
        let mut found = self.all(role);
        assert_eq!(found.len(), 1, "{role}: {:?}", self.names(role));
        found.remove(0)
    }

    /// A form's control of a role, by its label.
    pub fn control<T: JsCast>(&self, role: &str, label: &str) -> T {
        self.get(role, label).dyn_into().unwrap()
    }

    /// All words on the screen.
    pub fn words(&self) -> String {
        tidy(&self.roots().iter().map(words_of).collect::<Vec<_>>().join(" "))
    }

    /// The place of the view, and the dialogs, which stand beside it.
    fn roots(&self) -> Vec<Element> {
        let dialogs = document().query_selector_all("body > .popup, body > [role=dialog]").unwrap();
        let mut roots = vec![Element::from(self.place.clone())];
        roots.extend(elements::<Element>(&dialogs));
        roots
    }

    /// The place in which the view is mounted.
    pub fn place(&self) -> &HtmlElement {
        &self.place
    }
}

/// What an element is called: by its label, else by its words.
pub fn label_of(element: &Element) -> String {
    if let Some(label) = element.get_attribute("aria-label").or_else(|| element.get_attribute("alt")) {
        return label;
    }
    let labels = js_sys::Reflect::get(element, &"labels".into()).unwrap().dyn_into::<NodeList>();
    match labels.ok().filter(|labels| labels.length() > 0) {
        Some(labels) => elements::<Element>(&labels).map(|label| words_of(&label)).collect::<Vec<_>>().join(" "),
        None => words_of(element),
    }
}

/// What is said about an element beside its name.
pub fn describe(element: &Element) -> String {
    let ids = element.get_attribute("aria-describedby").unwrap_or_default();
    let parts: Vec<String> = ids.split(' ').filter_map(|id| document().get_element_by_id(id)).map(|part| words_of(&part)).collect();
    tidy(&parts.join(" "))
}

/// The words in an element, without its hidden parts.
pub fn words_of(element: &Element) -> String {
    let mut words = String::new();
    collect_words(element, &mut words);
    tidy(&words)
}

fn collect_words(of: &Node, words: &mut String) {
    let mut next = of.first_child();
    while let Some(node) = next {
        match node.dyn_ref::<Element>() {
            Some(element) if is_hidden(element) => {}
            Some(element) => collect_words(element, words),
            None if node.node_type() == Node::TEXT_NODE => words.push_str(&node.node_value().unwrap_or_default()),
            None => {}
        }
        words.push(' ');
        next = node.next_sibling();
    }
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_hidden(element: &Element) -> bool {
    element.closest("[hidden], [aria-hidden=true], [inert]").unwrap().is_some()
}

fn role_of(element: &Element) -> Option<String> {
    let own = element.get_attribute("role");
    own.or_else(|| implied_role(element).map(str::to_owned))
}

fn implied_role(element: &Element) -> Option<&'static str> {
    Some(match element.local_name().as_str() {
        "a" if element.has_attribute("href") => "link",
        "button" => "button",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "img" => "img",
        "input" => match element.get_attribute("type").as_deref() {
            Some("checkbox") => "checkbox",
            Some("radio") => "radio",
            Some("file") => "button",
            _ => "textbox",
        },
        "li" => "listitem",
        "ol" | "ul" => "list",
        "select" => "combobox",
        _ => return None,
    })
}

fn elements<T: JsCast>(nodes: &NodeList) -> impl Iterator<Item = T> + use<'_, T> {
    (0..nodes.length()).map(|at| JsValue::from(nodes.get(at)).unchecked_into())
}
