use crate::{failure::Outcome, shell, stamp::sorted_entries};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// What browsers download as text, or nearly so. Pictures and fonts are compressed by their own format.
const COMPRESSIBLE: [&str; 8] = ["html", "js", "wasm", "css", "json", "svg", "txt", "webmanifest"];

const COMPRESS: &str = include_str!("compress.js");

/// Leaves `.br` and `.gz` beside each compressible file, for servers that send what is there.
pub fn all(directory: &Path) -> Outcome {
    let mut files = Vec::new();
    collect(directory, &mut files)?;
    shell::run(Command::new("node").args(["-e", COMPRESS]).args(files))
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    for path in sorted_entries(directory)? {
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().and_then(|kind| kind.to_str()).is_some_and(|kind| COMPRESSIBLE.contains(&kind)) {
            files.push(path);
        }
    }
    Ok(())
}
