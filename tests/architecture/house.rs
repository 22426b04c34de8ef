//! The sources, read as far as the rules need it: no comments, no tests, and the paths that the code names.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

/// Macros stand at the crate's root, wherever they are written.
const MACROS: [(&str, &str); 3] = [("endpoint", "api"), ("parameters", "api"), ("answer", "json")];

/// The sources by their path below the workspace.
pub struct House(pub BTreeMap<String, Source>);

pub struct Source {
    pub path: String,
    /// Rust without its comments and tests; anything else as it is.
    pub text: String,
}

impl House {
    pub fn real() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = BTreeMap::new();
        for folder in ["src", "style"] {
            read_folder(root, folder, &mut files).expect("the sources");
        }
        files.insert("index.html".to_owned(), fs::read_to_string(root.join("index.html")).expect("the page"));
        let of_tests: Vec<String> = files.iter().flat_map(|(path, text)| test_modules(path, text)).collect();
        files.retain(|path, _| !of_tests.contains(path));
        Self(files.into_iter().map(|(path, text)| (path.clone(), Source::new(path, &text))).collect())
    }

    /// The house with one file added or replaced.
    pub fn with(path: &str, text: &str) -> Self {
        let mut house = Self::real();
        house.0.insert(path.to_owned(), Source::new(path.to_owned(), text));
        house
    }

    pub fn text(&self, path: &str) -> String {
        self.0.get(path).map(|file| file.text.clone()).unwrap_or_default()
    }

    /// What a rule finds in the Rust sources, each with its file.
    pub fn every(&self, rule: impl Fn(&Source) -> Vec<String>) -> Vec<String> {
        let sources = self.0.values().filter(|file| file.path.ends_with(".rs"));
        sources.flat_map(|file| rule(file).into_iter().map(|found| format!("{}: {found}", file.path)).collect::<Vec<_>>()).collect()
    }
}

impl Source {
    fn new(path: String, text: &str) -> Self {
        let text = if path.ends_with(".rs") { without_tests(&without_comments(text)) } else { text.to_owned() };
        Self { path, text }
    }

    /// `src/page/booking/desk.rs` is `page`, `booking`, `desk`.
    fn module(&self) -> Vec<&str> {
        self.path.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect()
    }

    pub fn ring(&self) -> &str {
        self.module().first().copied().unwrap_or_default()
    }

    pub fn lines_with(&self, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
        self.text.lines().filter(|line| is_wrong(line)).map(|line| line.trim().to_owned()).collect()
    }

    /// Every path of our own that the code names, from the crate's root: `api::error::ApiError`.
    pub fn names(&self) -> Vec<String> {
        let tokens = tokens(&self.text);
        let mut names = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let begins = at == 0 || tokens.get(at - 1).is_none_or(|before| before != "::");
            let goes_on = tokens.get(at + 1).is_some_and(|after| after == "::");
            let mut base: Vec<String> = self.module().into_iter().map(str::to_owned).collect();
            match token.as_str() {
                "crate" => base.clear(),
                "super" => base.truncate(base.len().saturating_sub(1)),
                "self" => {}
                _ => continue,
            }
            if begins && goes_on {
                follow(&tokens, at + 2, base, &mut names);
            }
        }
        for name in &mut names {
            if let Some((_, home)) = MACROS.iter().find(|(known, _)| known == name) {
                *name = format!("{home}::{name}");
            }
        }
        names
    }
}

/// Follows a path from a token on, into the branches of a `{…}`; gives the token after it.
fn follow(tokens: &[String], mut at: usize, mut path: Vec<String>, names: &mut Vec<String>) -> usize {
    loop {
        match tokens.get(at).map(String::as_str) {
            Some("super") => path.truncate(path.len().saturating_sub(1)),
            Some("self") => {}
            Some("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token != "}") {
                    at = follow(tokens, at, path.clone(), names);
                    at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                }
                return at + 1;
            }
            Some(word) => path.push(word.to_owned()),
            None => return at,
        }
        at += 1;
        if tokens.get(at).is_none_or(|token| token != "::") {
            names.push(path.join("::"));
            let is_renamed = tokens.get(at).is_some_and(|token| token == "as");
            return if is_renamed { at + 2 } else { at };
        }
        at += 1;
    }
}

/// Words, `::`, and single signs.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in code.chars() {
        let is_word = c.is_alphanumeric() || c == '_';
        match tokens.last_mut() {
            Some(last) if in_word && is_word || c == ':' && last == ":" => last.push(c),
            _ if c.is_whitespace() => {}
            _ => tokens.push(c.to_string()),
        }
        in_word = is_word;
    }
    tokens
}

/// The code with its comments blanked, and everything else in its place.
fn without_comments(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let quote =
            |end: &str, from: usize| rest.get(from..).and_then(|inner| inner.find(end)).map_or(rest.len(), |at| from + at + end.len());
        let (length, is_comment) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), true)
        } else if rest.starts_with("r#\"") {
            (quote("\"#", 3), false)
        } else if first == '"' {
            (string_length(rest), false)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\''") {
            (quote("'", 2), false)
        } else {
            (first.len_utf8(), false)
        };
        let (piece, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if !is_comment {
            out.push_str(piece);
        }
        rest = tail;
    }
    out
}

/// The length of the string that the text begins with, with its quotes.
fn string_length(text: &str) -> usize {
    let mut is_escaped = true;
    for (at, c) in text.char_indices() {
        match c {
            '"' if !is_escaped => return at + 1,
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    text.len()
}

/// The code without what is compiled for tests only: from the attribute to the end of the item after it.
fn without_tests(code: &str) -> String {
    let mut parts = code.split("#[cfg(test)]");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.get(item_length(part)..).unwrap_or_default())
}

/// Up to the semicolon, or to the brace that closes a column of its own: rustfmt writes items so.
fn item_length(text: &str) -> usize {
    let semicolon = text.find(';').unwrap_or(text.len());
    let brace = text.find('{').unwrap_or(text.len());
    let closing = text.find("\n}").map_or(text.len(), |at| at + 2);
    if semicolon < brace { semicolon + 1 } else { closing }
}

/// The files that a source includes for tests only: `#[cfg(test)] mod fixture;`.
fn test_modules(path: &str, text: &str) -> Vec<String> {
    let folder = path.trim_end_matches(".rs");
    let items = text.split("#[cfg(test)]").skip(1).filter_map(|item| item.split_once(';')).map(|(item, _)| item.trim());
    let names = items.filter_map(|item| item.split_once("mod ")).map(|(_, name)| name.trim());
    names.filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_')).map(|name| format!("{folder}/{name}.rs")).collect()
}

fn read_folder(root: &Path, folder: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_folder(root, &path, files)?;
        } else if path.ends_with(".rs") || path.ends_with(".css") {
            files.insert(path, fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
