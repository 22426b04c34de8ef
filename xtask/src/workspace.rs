use crate::failure::{Failure, Outcome};
use std::{
    env,
    path::{Path, PathBuf},
};

/// What tells those who finish a bundle that it has to record which functions run.
pub const RECORDS: &str = "VISITOR_RECORDS";

/// Where things are.
pub struct Workspace {
    /// The directory of Cargo.toml, Trunk.toml and index.html.
    pub root: PathBuf,
    /// `target/`, or what CARGO_TARGET_DIR says.
    pub target: PathBuf,
}

impl Workspace {
    pub fn find() -> Outcome<Self> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or_else(|| Failure::new("xtask has no directory above it."))?.to_owned();
        let target = match env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()) {
            Some(dir) => env::current_dir().map_err(Failure::at(Path::new(".")))?.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// Whether the bundle is one that records which functions run. `cargo xtask profile` says so to itself and to what Trunk
    /// calls.
    pub fn records(&self) -> bool {
        env::var_os(RECORDS).is_some()
    }

    /// Scratch of the bundle's last steps: the lowered wasm, the fallback's parts.
    pub fn scratch(&self) -> PathBuf {
        self.target.join("bundle")
    }
}
