//! Texts that a site writes in rich text: what of their markup is shown.

/// How much of a text is read. Nobody reads more, and nobody's phone has to.
pub const LONGEST: usize = 100_000;

/// How deep elements are shown inside each other; what is nested deeper is shown as words.
pub const DEEPEST: usize = 12;

/// What becomes of an element of a site's text. Attributes are never taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// Shown within a line, as this element.
    Inline(&'static str),
    /// Shown as this element, on lines of its own.
    Block(&'static str),
    /// Its words are shown.
    Words,
    /// Gone, with everything in it.
    Gone,
}

/// Elements within a line, and what they are shown as where that is something else.
const INLINE: &str = "strong b=strong em i=em u ins=u s del=s sub sup";

/// Elements on lines of their own. Headings stand below the title of the letter.
const BLOCKS: &str = "p br hr ul ol li h1=h4 h2=h4 h3=h5 h4=h5 h5=h6 h6 blockquote pre table thead tbody tfoot caption tr th td \
    div section=div article=div header=div footer=div address=div center=div figure=div dl=div dt=div dd=div";

/// Elements whose words are none. What merely shows something instead of its words, as a video does, is not among them.
const GONE: &str = "script style iframe template noembed noframes title svg math select textarea";

/// What becomes of an element, by its lower-case name: what is listed nowhere is not shown as an element.
pub fn treatment(name: &str) -> Treatment {
    if let Some(shown) = listed(INLINE, name) {
        return Treatment::Inline(shown);
    }
    if listed(GONE, name).is_some() {
        return Treatment::Gone;
    }
    listed(BLOCKS, name).map_or(Treatment::Words, Treatment::Block)
}

fn listed(list: &'static str, name: &str) -> Option<&'static str> {
    list.split(' ').map(|entry| entry.split_once('=').unwrap_or((entry, entry))).find(|(known, _)| *known == name).map(|(_, shown)| shown)
}

/// The address of a link that only dials; other links of a site's text lead nowhere.
pub fn dialling(address: &str) -> Option<&str> {
    let number = address.strip_prefix("tel:")?;
    let dials = |c: char| c.is_ascii_digit() || "+-(), ".contains(c);
    (number.len() <= 40 && number.bytes().any(|byte| byte.is_ascii_digit()) && number.chars().all(dials)).then_some(address)
}

/// The part of a text that is read.
pub fn readable(source: &str) -> &str {
    let end = source.char_indices().nth(LONGEST).map_or(source.len(), |(at, _)| at);
    source.get(..end).unwrap_or(source).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_structures_a_text_is_shown() {
        for (name, shown) in [("p", "p"), ("br", "br"), ("li", "li"), ("td", "td"), ("div", "div"), ("h1", "h4"), ("h6", "h6")] {
            assert_eq!(treatment(name), Treatment::Block(shown), "{name}");
        }
        assert_eq!([treatment("b"), treatment("strong")], [Treatment::Inline("strong"); 2]);
    }

    #[test]
    fn what_runs_or_fetches_is_gone() {
        for name in ["script", "style", "iframe", "template", "noembed", "noframes", "title", "svg", "math", "select", "textarea"] {
            assert_eq!(treatment(name), Treatment::Gone, "{name}");
        }
    }

    #[test]
    fn whatever_else_comes_is_words() {
        for name in
            ["a", "span", "font", "img", "object", "noscript", "video", "form", "input", "button", "link", "marquee", "x-made-up", ""]
        {
            assert_eq!(treatment(name), Treatment::Words, "{name}");
        }
    }

    #[test]
    fn nothing_that_is_shown_can_run_or_fetch() {
        let harmless = "strong em u s sub sup p br hr ul ol li h4 h5 h6 blockquote pre table thead tbody tfoot caption tr th td div";
        let names = harmless.split(' ').chain(["b", "h1", "section", "dl", "a", "img", "base", "meta", "link", "details", "dialog"]);
        for name in names {
            if let Treatment::Inline(shown) | Treatment::Block(shown) = treatment(name) {
                assert!(harmless.split(' ').any(|known| known == shown), "{name} is shown as {shown}");
            }
        }
    }

    #[test]
    fn only_numbers_are_dialled() {
        for address in ["tel:021-5555 0110", "tel:+86(21)55550110,8"] {
            assert_eq!(dialling(address), Some(address));
        }
        for address in
            ["", "tel:", "tel:+", "tel:javascript:1", "https://example.com", "javascript:alert(1)", "TEL:1", "tel:*#06#", " tel:1"]
        {
            assert_eq!(dialling(address), None, "{address}");
        }
        assert_eq!(dialling(&format!("tel:{}", "1".repeat(41))), None);
    }

    #[test]
    fn what_is_read_has_an_end() {
        assert_eq!(readable("\n 一二三 \n"), "一二三");
        assert_eq!(readable(&"字".repeat(LONGEST + 7)).chars().count(), LONGEST);
    }
}
