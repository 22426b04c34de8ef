use super::{CSS_FLOOR, esbuild};
use crate::{
    failure::{Failure, Outcome},
    shell,
    tools::Tools,
};
use std::{fs, path::Path};

/// What index.html consists of, in order. Comments are left out.
#[derive(Debug, PartialEq, Eq)]
enum Piece<'a> {
    Markup(&'a str),
    /// The address of a stylesheet of ours, below the bundle's root: `style/main.css`.
    Stylesheet(&'a str),
    Style(&'a str),
    Script(&'a str),
}

/// Saves a request: all styles become one <style> in the place of the first; scripts are minified.
pub fn finish(tools: &Tools, staging: &Path, html: &str) -> Outcome<String> {
    let pieces = pieces(html);
    let style = esbuild(tools, &["--loader=css", CSS_FLOOR], &merged_css(tools, staging, &pieces)?)?;
    let mut style = Some(format!("<style>{style}</style>"));
    let mut page = String::new();
    for piece in &pieces {
        match piece {
            Piece::Markup(markup) => push_without_indent(&mut page, markup),
            Piece::Stylesheet(_) | Piece::Style(_) => page.push_str(&style.take().unwrap_or_default()),
            Piece::Script(script) => {
                // ES5 by hand: esbuild only has to keep it so, and `import()` is there to fail where it is unknown.
                let script = esbuild(tools, &["--target=es5", "--supported:dynamic-import=true"], script)?;
                page.push_str(&format!("<script>{script}</script>"));
            }
        }
    }
    remove_stylesheets(staging, &pieces)?;
    Ok(page)
}

/// The page's styles in its order, each stylesheet with what it imports.
fn merged_css(tools: &Tools, staging: &Path, pieces: &[Piece]) -> Outcome<String> {
    let mut merged = String::new();
    for piece in pieces {
        match piece {
            Piece::Stylesheet(address) => {
                let bundle = &mut tools.command("esbuild");
                merged.push_str(&shell::read(bundle.args(["--bundle", "--log-level=error"]).arg(staging.join(address)))?);
            }
            Piece::Style(css) => merged.push_str(css),
            Piece::Markup(_) | Piece::Script(_) => continue,
        }
        merged.push('\n');
    }
    Ok(merged)
}

/// Takes the folders of the stylesheets out of the bundle: the page holds what they say.
fn remove_stylesheets(staging: &Path, pieces: &[Piece]) -> Outcome {
    for piece in pieces {
        if let Piece::Stylesheet(address) = piece
            && let Some((folder, _)) = address.split_once('/')
        {
            let folder = staging.join(folder);
            if folder.is_dir() {
                fs::remove_dir_all(&folder).map_err(Failure::at(&folder))?;
            }
        }
    }
    Ok(())
}

fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut markup, mut rest) = (html, html);
    while let Some(start) = rest.find('<') {
        let (_, tag) = rest.split_at(start);
        let Some((piece, after)) = special(tag) else {
            rest = tag.strip_prefix('<').unwrap_or_default();
            continue;
        };
        let before = markup.get(..markup.len() - tag.len()).unwrap_or_default();
        pieces.push(Piece::Markup(before));
        pieces.extend(piece);
        (markup, rest) = (after, after);
    }
    pieces.push(Piece::Markup(markup));
    pieces.retain(|piece| !matches!(piece, Piece::Markup(markup) if markup.trim().is_empty()));
    pieces
}

/// What begins here, if it is more than markup, and what comes after it. A comment is nothing at all.
fn special(tag: &str) -> Option<(Option<Piece<'_>>, &str)> {
    if let Some(comment) = tag.strip_prefix("<!--") {
        return Some((None, comment.split_once("-->")?.1));
    }
    if let Some(css) = tag.strip_prefix("<style>") {
        let (css, after) = css.split_once("</style>")?;
        return Some((Some(Piece::Style(css)), after));
    }
    if let Some(script) = tag.strip_prefix("<script>") {
        let (script, after) = script.split_once("</script>")?;
        return Some((Some(Piece::Script(script)), after));
    }
    let (attributes, after) = tag.strip_prefix("<link ")?.split_once('>')?;
    attributes.contains("rel=\"stylesheet\"").then_some(())?;
    let address = attributes.split_once("href=\"")?.1.split_once('"')?.0;
    Some((Some(Piece::Stylesheet(address)), after))
}

fn push_without_indent(page: &mut String, markup: &str) {
    for line in markup.lines() {
        page.push_str(line.trim());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html>
<head>
  <script>go()</script>
  <!-- <link rel="stylesheet" href="style/not-this.css"> -->
  <style>a { b: c }</style>
  <link rel="stylesheet" href="style/main.css" integrity="x"/><link rel="icon" href="/i.svg">
  <link rel="stylesheet" href="style/x/print.css"/>
</head>
<body><p>1 < 2</p></body>"#;

    #[test]
    fn stylesheets_come_in_the_order_of_the_page() {
        let found: Vec<_> = pieces(PAGE).into_iter().filter(|piece| matches!(piece, Piece::Stylesheet(_) | Piece::Style(_))).collect();
        let expected = [Piece::Style("a { b: c }"), Piece::Stylesheet("style/main.css"), Piece::Stylesheet("style/x/print.css")];
        assert_eq!(found, expected);
    }

    #[test]
    fn everything_else_stays_and_comments_go() {
        let mut page = String::new();
        for piece in pieces(PAGE) {
            match piece {
                Piece::Markup(markup) => push_without_indent(&mut page, markup),
                Piece::Script(script) => page.push_str(script),
                Piece::Stylesheet(_) | Piece::Style(_) => {}
            }
        }
        assert_eq!(page, "<!doctype html><head>go()<link rel=\"icon\" href=\"/i.svg\"></head><body><p>1 < 2</p></body>");
    }
}
