//! The tools, at pinned versions, in target/tools. One that is there already, or on PATH at the same version, is
//! not fetched again.

mod apt;
mod crates;
mod npm;
mod old_chromium;

use crate::{
    failure::{Failure, Outcome},
    lockfile,
    shell::{self, announce, path_with},
    workspace::Workspace,
};
use std::{ffi::OsString, fs, path::PathBuf, process::Command};

const TRUNK: &str = "0.21.14";

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Runs tests that are built for the browser in one; a program of wasm-bindgen-cli.
pub const TEST_RUNNER: &str = "wasm-bindgen-test-runner";

/// binaryen: wasm-opt and wasm2js. Pinned for its lowering passes, which a later version may drop.
const BUNDLERS: npm::Set = npm::Set { directory: "node", packages: &[("binaryen", "131.0.0"), ("esbuild", "0.28.2")] };

/// The tools that are ready to run.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Everything that builds the bundle.
    pub fn for_bundle(workspace: &Workspace) -> Outcome<Self> {
        require_wasm_target()?;
        let tools = Self::for_finish(workspace)?;
        // Trunk needs no TLS: it downloads nothing here, and building TLS takes as long as building Trunk.
        crates::require(workspace, &tools, "trunk", "trunk", TRUNK, &["--no-default-features"])?;
        crates::sweep(workspace)?;
        Ok(tools)
    }

    /// What the tests of components need beside a browser.
    pub fn for_component_tests(workspace: &Workspace) -> Outcome<Self> {
        require_wasm_target()?;
        let tools = Self { path: path_with(&[workspace.tools().join("bin")])? };
        crates::require(workspace, &tools, "wasm-bindgen-cli", TEST_RUNNER, &wasm_bindgen_version(workspace)?, &[])?;
        crates::sweep(workspace)?;
        Ok(tools)
    }

    /// What the bundle's last steps need, when Trunk itself is there already.
    pub fn for_finish(workspace: &Workspace) -> Outcome<Self> {
        let directories = [workspace.tools().join("bin"), BUNDLERS.programs(workspace)];
        let tools = Self { path: path_with(&directories)? };
        npm::require(workspace, &BUNDLERS)?;
        apt::require_for_finish()?;
        let version = wasm_bindgen_version(workspace)?;
        crates::require(workspace, &tools, "wasm-bindgen-cli", "wasm-bindgen", &version, &[])?;
        Ok(tools)
    }

    /// A command that finds the tools before whatever PATH holds.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        command
    }
}

/// What the tests need besides: browsers, old and new, Chinese fonts, and the wasm validator.
pub fn require_for_tests(workspace: &Workspace) -> Outcome {
    apt::require_for_tests()?;
    old_chromium::require(workspace)
}

/// The command-line tool and the library must be of one version, exactly.
fn wasm_bindgen_version(workspace: &Workspace) -> Outcome<String> {
    let path = workspace.root.join("Cargo.lock");
    let lockfile = fs::read_to_string(&path).map_err(Failure::at(&path))?;
    lockfile::version_of("wasm-bindgen", &lockfile)
        .map(str::to_owned)
        .ok_or_else(|| Failure::new("Cargo.lock names no version of wasm-bindgen."))
}

fn require_wasm_target() -> Outcome {
    let directory = shell::read(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET]))?;
    if PathBuf::from(directory.trim()).is_dir() {
        return Ok(());
    }
    announce(&format!("adding Rust's {WASM_TARGET} target"));
    shell::run(Command::new("rustup").args(["target", "add", WASM_TARGET]))
}
