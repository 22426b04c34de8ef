use super::Tools;
use crate::{
    failure::{Failure, Outcome},
    shell::{self, announce},
    workspace::Workspace,
};
use std::{fs, path::PathBuf, process::Command};

/// A release build of tools that run for seconds: fast to build is worth more than fast to run.
const CHEAP: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
];

/// Makes sure that `program` runs at exactly this version.
pub fn require(workspace: &Workspace, tools: &Tools, package: &str, program: &str, version: &str, features: &[&str]) -> Outcome {
    if version_of(tools, program).as_deref() == Some(version) {
        return Ok(());
    }
    announce(&format!("building {package} {version} (once; a few minutes)"));
    let locked = shell::run(install(workspace, package, version).arg("--locked").args(features));
    if locked.is_err() {
        // A lock file may name versions that the registry's index does not list (yet, or any more).
        announce(&format!("{package} does not build as locked; trying with today's dependencies"));
        shell::run(install(workspace, package, version).args(features))?;
    }
    match version_of(tools, program) {
        Some(found) if found == version => Ok(()),
        _ => Err(Failure::new(format!("{package} {version} was installed, but `{program} --version` says otherwise."))),
    }
}

/// Throws the tools' dependencies away, a gigabyte, once all tools are built.
pub fn sweep(workspace: &Workspace) -> Outcome {
    let directory = build_directory(workspace);
    if directory.exists() {
        fs::remove_dir_all(&directory).map_err(Failure::at(&directory))?;
    }
    Ok(())
}

/// One for all tools: they share dependencies.
fn build_directory(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools-build")
}

/// `trunk 0.21.14`, `wasm-bindgen 0.2.130`.
fn version_of(tools: &Tools, program: &str) -> Option<String> {
    let answer = shell::read(tools.command(program).arg("--version")).ok()?;
    answer.split_whitespace().nth(1).map(str::to_owned)
}

fn install(workspace: &Workspace, package: &str, version: &str) -> Command {
    let mut command = Command::new("cargo");
    command
        .args(["install", package, "--version", version, "--root"])
        .arg(workspace.tools())
        .env("CARGO_TARGET_DIR", build_directory(workspace))
        .envs(CHEAP)
        .env_remove("RUSTFLAGS");
    command
}
