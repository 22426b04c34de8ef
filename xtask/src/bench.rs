use crate::{bundle, failure::Outcome, shell, tools, workspace::Workspace};
use std::process::Command;

/// Builds what is missing and measures the bundle in Chromium: the figures are this machine's.
pub fn run(workspace: &Workspace) -> Outcome {
    tools::require_for_tests(workspace)?;
    bundle::require(workspace, None)?;
    let bench = ["run", "--quiet", "--release", "--package", "e2e", "--example", "bench"];
    shell::run(Command::new("cargo").args(bench).current_dir(&workspace.root))
}
