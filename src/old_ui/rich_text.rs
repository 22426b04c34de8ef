//! Texts that a site wrote in rich text, built anew from what is harmless in them.
//!
//! The browser reads the markup into a document that has no window: there, nothing runs and nothing is fetched. The
//! words of it, and the elements that `domain::notice` allows, are then made afresh; no attribute is taken over.

use super::element::{El, block, el};
use crate::domain::notice::{DEEPEST, Treatment, dialling, readable, treatment};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

/// A text of a site, to be shown and to be said.
#[derive(Debug, Clone)]
pub struct RichText {
    pub shown: El,
    /// Its words, as a name for what it is about.
    pub words: String,
}

/// Reads a text that may hold markup. Where it holds none, its lines are kept.
pub fn rich_text(source: &str) -> RichText {
    let source = readable(source);
    let mut copy = Copyist::default();
    let place = block("div", "rich-text");
    let shown = match parsed(source) {
        Some(text) => copy.inside(&text, place, 0),
        None => copy.words(source, place),
    };
    RichText { shown: if copy.has_blocks { shown } else { shown.attr("data-plain", "") }, words: copy.words }
}

fn parsed(source: &str) -> Option<Node> {
    let document = DomParser::new().ok()?.parse_from_string(source, SupportedType::TextHtml).ok()?;
    document.body().map(Node::from)
}

/// What was found on the way through a text.
#[derive(Default)]
struct Copyist {
    words: String,
    has_blocks: bool,
}

impl Copyist {
    /// Copies what stands in `from` into `place`.
    fn inside(&mut self, from: &Node, place: El, depth: usize) -> El {
        let (mut place, mut next) = (place, from.first_child());
        while let Some(node) = next {
            place = match node.dyn_ref::<Element>() {
                Some(element) => self.element(element, place, depth),
                None if node.node_type() == Node::TEXT_NODE => self.words(&node.node_value().unwrap_or_default(), place),
                None => place,
            };
            next = node.next_sibling();
        }
        place
    }

    fn element(&mut self, from: &Element, place: El, depth: usize) -> El {
        let treatment = treatment(&from.local_name());
        let shown = match treatment {
            Treatment::Gone => return place,
            Treatment::Words => link(from),
            Treatment::Inline(name) | Treatment::Block(name) => Some(el(name)),
        };
        let space = if matches!(treatment, Treatment::Block(_)) { " " } else { "" };
        self.has_blocks |= !space.is_empty();
        self.words.push_str(space);
        let place = match shown {
            Some(shown) if depth < DEEPEST => place.child(self.inside(from, shown, depth + 1)),
            _ => self.inside(from, place, depth),
        };
        self.words.push_str(space);
        place
    }

    fn words(&mut self, words: &str, place: El) -> El {
        self.words.push_str(words);
        place.text(words)
    }
}

/// A link that dials.
fn link(from: &Element) -> Option<El> {
    let address = from.get_attribute("href").filter(|_| from.local_name() == "a")?;
    Some(el("a").attr("href", dialling(&address)?))
}
