//! Cuts a program's wasm in two, once for each kind of first screen: what that screen runs, and the rest. What it runs was
//! recorded by `cargo xtask profile` and is checked in (`xtask/recorded`); `src/rest.js` puts the parts together.

use super::function_names;
use crate::{
    failure::{Failure, Outcome},
    shell,
    tools::Tools,
    workspace::Workspace,
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The kinds of first screens, by program. The loader (`src/loader.js`) tells from the address which one it is.
pub const FIRST_SCREENS: [(&str, &str); 7] = [
    ("visitor", "booking"),
    ("visitor", "invitation"),
    ("visitor", "pass"),
    ("visitor", "visits"),
    ("host", "approvals"),
    ("host", "today"),
    ("host", "host"),
];

/// The tool that cuts. binaryen's npm package has all its tools but this one, so that it comes from Debian's.
pub const SPLITTER: &str = "wasm-split";

/// What both parts use besides the MVP: the stack pointer, a global that changes, is the first part's export and the
/// rest's import. Browsers know that since Chrome 74 and Safari 12; others take the fallback.
const FEATURES: [&str; 2] = ["--mvp-features", "--enable-mutable-globals"];

/// Both parts of a program.
pub struct Halves {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
}

/// Cuts `wasm`, whose functions have names, for a first screen of a program.
pub fn split(workspace: &Workspace, tools: &Tools, wasm: &Path, (program, screen): (&str, &str), scratch: &Path) -> Outcome<Halves> {
    let recorded = Recorded::read(workspace, screen)?.and_common(workspace, program)?;
    // What has no name cannot be told from what ran: some hundred small functions, among them the one that starts.
    let is_kept = |name: &String| function_names::is_number(name) || recorded.has(name);
    let kept: Vec<String> = function_names_of(wasm)?.into_iter().filter(is_kept).collect();
    let [list, first, rest] = ["kept.txt", "first.wasm", "rest.wasm"].map(|file| scratch.join(format!("{screen}.{file}")));
    fs::write(&list, kept.join("\n")).map_err(Failure::at(&list))?;
    let command = &mut tools.command(SPLITTER);
    command.arg("--split").args(FEATURES).arg(format!("--keep-funcs=@{}", list.display()));
    command.args(["--import-namespace=a", "--placeholder-namespace=p", "-o1"]).arg(&first).arg("-o2").arg(&rest).arg(wasm);
    shell::read(command)?;
    let read = |file: &PathBuf| fs::read(file).map_err(Failure::at(file));
    Ok(Halves { first: read(&first)?, rest: read(&rest)? })
}

/// Has a program record which of its functions run, for `cargo xtask profile`.
pub fn instrument(tools: &Tools, wasm: &Path, instrumented: &Path) -> Outcome<Vec<u8>> {
    shell::read(tools.command(SPLITTER).arg("--instrument").args(FEATURES).arg(wasm).arg("-o").arg(instrumented))?;
    fs::read(instrumented).map_err(Failure::at(instrumented))
}

/// The names of the functions that a program defines, in its order.
pub fn function_names_of(wasm: &Path) -> Outcome<Vec<String>> {
    let bytes = fs::read(wasm).map_err(Failure::at(wasm))?;
    function_names::defined(&bytes).ok_or_else(|| Failure::new(format!("{} is no wasm file.", wasm.display())))
}

/// The functions that a first screen runs, by a hash of their names: the names themselves would be a megabyte.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Recorded(BTreeSet<u32>);

impl Recorded {
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self(names.filter(|name| !function_names::is_number(name)).map(hash).collect())
    }

    pub fn read(workspace: &Workspace, screen: &str) -> Outcome<Self> {
        let file = file(workspace, screen);
        let text = fs::read_to_string(&file).map_err(Failure::at(&file))?;
        Ok(Self::parse(&text))
    }

    /// Takes what at least two first screens of a program run: another answer of the backend may have any of them run it.
    fn and_common(mut self, workspace: &Workspace, program: &str) -> Outcome<Self> {
        let mut seen = BTreeSet::new();
        for (_, screen) in FIRST_SCREENS.iter().filter(|(of, _)| *of == program) {
            let recorded = Self::read(workspace, screen)?;
            self.0.extend(recorded.0.iter().filter(|hash| !seen.insert(**hash)));
        }
        Ok(self)
    }

    pub fn write(&self, workspace: &Workspace, screen: &str) -> Outcome {
        let file = file(workspace, screen);
        fs::write(&file, self.to_text()).map_err(Failure::at(&file))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    fn has(&self, name: &str) -> bool {
        self.0.contains(&hash(name))
    }

    fn parse(text: &str) -> Self {
        Self(text.split_whitespace().filter_map(|hash| u32::from_str_radix(hash, 16).ok()).collect())
    }

    /// Sixteen a line.
    fn to_text(&self) -> String {
        let hashes: Vec<String> = self.0.iter().map(|hash| format!("{hash:08x}")).collect();
        hashes.chunks(16).map(|line| line.join(" ") + "\n").collect()
    }
}

fn file(workspace: &Workspace, screen: &str) -> PathBuf {
    workspace.root.join("xtask/recorded").join(format!("{screen}.txt"))
}

/// FNV-1a.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_recorded_is_read_back() {
        let names: Vec<String> = (0..40).map(|number| format!("function_{number}")).collect();
        let recorded = Recorded::of(names.iter().map(String::as_str));
        assert_eq!(Recorded::parse(&recorded.to_text()), recorded);
        assert_eq!(recorded.to_text().lines().count(), 3);
        assert!(recorded.has("function_7") && !recorded.has("function_40"));
    }

    #[test]
    fn the_hash_is_the_one_that_is_checked_in() {
        assert_eq!(hash("foobar"), 0xbf9c_f968);
    }
}
