//! Texts that a site writes in rich text, read as plain paragraphs.

/// The paragraphs of a text that may hold HTML: tags are dropped, block tags end a paragraph, scripts
/// and styles go with their content. Nothing of it is ever handed to the browser as markup.
pub fn paragraphs(source: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = source;
    while let Some((before, after)) = rest.split_once('<') {
        push_words(&mut text, before);
        let name = tag_name(after);
        if name.is_empty() {
            text.push('<');
            rest = after;
            continue;
        }
        rest = after.split_once('>').map_or("", |(_, tail)| tail);
        match name.as_str() {
            "script" | "style" => rest = skip_to_end(rest, &name),
            "li" => text.push_str("\n· "),
            "br" | "p" | "/p" | "div" | "/div" | "/li" | "ul" | "/ul" | "ol" | "/ol" | "tr" | "h1" | "/h1" | "h2" | "/h2" | "h3"
            | "/h3" | "h4" | "/h4" => text.push('\n'),
            _ => {}
        }
    }
    push_words(&mut text, rest);
    text.lines().map(str::trim).filter(|line| !line.is_empty() && *line != "·").map(str::to_owned).collect()
}

/// The lower-case name of a tag whose `<` was just read; empty where a lone `<` stood.
fn tag_name(after: &str) -> String {
    let name: String = after.chars().take_while(|&c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!')).collect();
    let name = name.to_ascii_lowercase();
    let closing = name.trim_end_matches('/');
    if closing.is_empty() { name } else { closing.to_owned() }
}

fn skip_to_end<'a>(rest: &'a str, name: &str) -> &'a str {
    let end = format!("</{name}");
    let found = rest.to_ascii_lowercase().find(&end).and_then(|at| rest.get(at..));
    found.and_then(|tail| tail.split_once('>')).map_or("", |(_, tail)| tail)
}

fn push_words(text: &mut String, words: &str) {
    const ENTITIES: [(&str, &str); 6] = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let plain = ENTITIES.iter().fold(words.to_owned(), |words, (entity, character)| words.replace(entity, character));
    text.push_str(&plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rich_text_becomes_paragraphs() {
        let source =
            "<h3>须知</h3><p>请<strong>佩戴</strong>安全帽&nbsp;&amp; 胸牌</p><ul><li>不拍照</li><li>不吸烟</li></ul>第一行<br/>第二行";
        assert_eq!(paragraphs(source), ["须知", "请佩戴安全帽 & 胸牌", "· 不拍照", "· 不吸烟", "第一行", "第二行"]);
    }

    #[test]
    fn plain_text_keeps_its_lines() {
        assert_eq!(paragraphs("1.遵守秩序\n\n2.体温 < 37.3"), ["1.遵守秩序", "2.体温 < 37.3"]);
    }

    #[test]
    fn scripts_and_broken_tags_leave_nothing_behind() {
        assert_eq!(paragraphs("a<script>alert('<p>')</script>b<SCRIPT src=x>"), ["ab"]);
        assert_eq!(paragraphs("<img src=x onerror=alert(1)>ok<p"), ["ok"]);
        assert!(paragraphs("").is_empty());
    }
}
