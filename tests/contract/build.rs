//! Collects every `parameters!` and `endpoint!` of the front-end, so that no list of calls is kept by hand.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the macros themselves are declared and tried.
const MACROS: [&str; 2] = ["endpoint.rs", "parameter.rs"];

fn main() -> Result<(), Box<dyn Error>> {
    let sources = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../src");
    println!("cargo:rerun-if-changed={}", sources.join("api").display());

    let (mut samples, mut calls) = (String::new(), String::new());
    for file in rust_files(&sources.join("api"))? {
        let module =
            file.strip_prefix(&sources)?.with_extension("").iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("::");
        let text = fs::read_to_string(&file)?;
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for rest in code.split("\nparameters! {\n").skip(1) {
            let body = rest.split("\n}\n").next().unwrap_or_default();
            writeln!(samples, "sample! {{ visitor_front::{module};\n{body}\n}}")?;
        }
        for line in code.lines().filter_map(|line| line.strip_prefix("endpoint!(")) {
            let name = line.split(',').next().unwrap_or_default();
            writeln!(calls, "    Call::of::<visitor_front::{module}::{name}>(),")?;
        }
    }
    let declared = format!("{samples}\nfn declared() -> Vec<Call> {{\n    vec![\n{calls}    ]\n}}\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("declared.rs"), declared)?;
    Ok(())
}

/// The sources below a folder but the macros' own, always in the same order.
fn rust_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    entries.sort();
    let mut files = Vec::new();
    for path in entries {
        let is_macro = MACROS.iter().any(|name| path == folder.join(name));
        if path.is_dir() {
            files.extend(rust_files(&path)?);
        } else if path.extension().is_some_and(|kind| kind == "rs") && !is_macro {
            files.push(path);
        }
    }
    Ok(files)
}
