//! Whether the bundle in dist/ is still the one that the sources would give.

use crate::{
    failure::{Failure, Outcome},
    workspace::Workspace,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// Everything that the bundle is made of, or made by.
const INPUTS: [&str; 10] =
    ["src", "style", "public", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", ".cargo", "xtask"];

/// What the sources are now, in one number; `variant` tells bundles of the same sources apart.
pub fn fingerprint(workspace: &Workspace, variant: &str) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    variant.hash(&mut hasher);
    for input in INPUTS {
        let path = workspace.root.join(input);
        if path.exists() {
            take(&path, &mut hasher)?;
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

pub fn is_current(workspace: &Workspace, fingerprint: &str) -> bool {
    let known = fs::read_to_string(file(workspace)).is_ok_and(|known| known == fingerprint);
    known && workspace.dist().join("index.html").is_file()
}

/// To be called when dist/ begins to change: whoever builds next does it in full.
pub fn forget(workspace: &Workspace) -> Outcome {
    let file = file(workspace);
    if file.exists() {
        fs::remove_file(&file).map_err(Failure::at(&file))?;
    }
    Ok(())
}

pub fn remember(workspace: &Workspace, fingerprint: &str) -> Outcome {
    let file = file(workspace);
    fs::write(&file, fingerprint).map_err(Failure::at(&file))
}

fn file(workspace: &Workspace) -> PathBuf {
    workspace.target.join("bundle.stamp")
}

fn take(path: &Path, hasher: &mut DefaultHasher) -> Outcome {
    path.hash(hasher);
    if path.is_file() {
        fs::read(path).map_err(Failure::at(path))?.hash(hasher);
        return Ok(());
    }
    for entry in sorted_entries(path)? {
        take(&entry, hasher)?;
    }
    Ok(())
}

/// The paths in a directory, in the same order on every machine.
pub fn sorted_entries(directory: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(directory).map_err(Failure::at(directory))?;
    let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>().map_err(Failure::at(directory))?;
    paths.sort();
    Ok(paths)
}
