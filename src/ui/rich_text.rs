//! Texts that a site wrote in rich text, built anew from what is harmless in them.
//!
//! The browser reads the markup into a document that has no window: there, nothing runs and nothing is fetched. The
//! words of it, and the elements that `domain::notice` allows, are then made afresh; no attribute is taken over.
//! Their tags are known only at run time, which `view!` cannot say: `html::custom` makes them.

use crate::domain::notice::{DEEPEST, Treatment, dialling, readable, treatment};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

/// A text that may hold markup. Where it holds none, its lines are kept.
#[component]
pub fn RichText(#[prop(into)] source: String) -> impl IntoView {
    let mut reader = Reader::default();
    let content = reader.read(&source);
    view! { <div class="rich-text" data-plain=(!reader.has_blocks).then_some("")>{content}</div> }
}

/// The words of a text that may hold markup, as a name for what it is about.
pub fn plain_words(source: &str) -> String {
    let mut reader = Reader::default();
    reader.read(source);
    reader.words
}

fn parsed(source: &str) -> Option<Node> {
    let document = DomParser::new().ok()?.parse_from_string(source, SupportedType::TextHtml).ok()?;
    document.body().map(Node::from)
}

/// What was found on the way through a text.
#[derive(Default)]
struct Reader {
    words: String,
    has_blocks: bool,
}

impl Reader {
    fn read(&mut self, source: &str) -> Vec<AnyView> {
        let source = readable(source);
        match parsed(source) {
            Some(body) => self.children(&body, 0),
            None => vec![self.text(source.to_owned())],
        }
    }

    fn children(&mut self, of: &Node, depth: usize) -> Vec<AnyView> {
        let (mut views, mut next) = (Vec::new(), of.first_child());
        while let Some(node) = next {
            match node.dyn_ref::<Element>() {
                Some(element) => views.extend(self.element(element, depth)),
                None if node.node_type() == Node::TEXT_NODE => views.push(self.text(node.node_value().unwrap_or_default())),
                None => {}
            }
            next = node.next_sibling();
        }
        views
    }

    fn element(&mut self, from: &Element, depth: usize) -> Vec<AnyView> {
        let treatment = treatment(&from.local_name());
        let tag = match treatment {
            Treatment::Gone => return Vec::new(),
            Treatment::Words => None,
            Treatment::Inline(name) | Treatment::Block(name) => Some(name),
        };
        let space = if matches!(treatment, Treatment::Block(_)) { " " } else { "" };
        self.has_blocks |= !space.is_empty();
        self.words.push_str(space);
        let is_shallow = depth < DEEPEST;
        let children = self.children(from, if is_shallow { depth + 1 } else { depth });
        self.words.push_str(space);
        match (tag, dialled(from)) {
            (Some(tag), _) if is_shallow => vec![html::custom(tag).child(children).into_any()],
            (None, Some(address)) if is_shallow => vec![view! { <a href=address>{children}</a> }.into_any()],
            _ => children,
        }
    }

    fn text(&mut self, words: String) -> AnyView {
        self.words.push_str(&words);
        words.into_any()
    }
}

/// The number that a link dials; other links lead nowhere.
fn dialled(link: &Element) -> Option<String> {
    let address = link.get_attribute("href").filter(|_| link.local_name() == "a")?;
    dialling(&address).map(str::to_owned)
}
