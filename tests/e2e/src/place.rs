//! Paths on this machine.

use crate::error::{Error, Result};
use std::env;
use std::path::{Path, PathBuf};

/// The folder of the built bundle: `VISITOR_DIST`, else `dist/` of the workspace.
pub fn bundle() -> Result<PathBuf> {
    let folder = env::var_os("VISITOR_DIST").map_or_else(|| workspace().join("dist"), PathBuf::from);
    if folder.join("index.html").is_file() { Ok(folder) } else { Err(Error::NoBundle(folder)) }
}

/// A file that stories hand to the page.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}

/// Where screenshots go: `screenshots/` in the target directory, which this very program lies in.
pub fn screenshots() -> PathBuf {
    let program = env::current_exe().unwrap_or_default();
    let target = program.ancestors().nth(3).map(Path::to_owned);
    target.unwrap_or_else(|| workspace().join("target")).join("screenshots")
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_owned()
}
