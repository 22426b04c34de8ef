use crate::{
    bundle,
    failure::{Failure, Outcome},
    finish::policy,
    size,
    workspace::Workspace,
};
use std::fs;

/// Leaves dist/ ready to upload, and fails when it weighs too much.
pub fn run(workspace: &Workspace, public_url: Option<&str>) -> Outcome {
    bundle::require(workspace, public_url)?;
    let policy = workspace.dist().join(policy::FILE);
    println!("Content-Security-Policy: {}", fs::read_to_string(&policy).map_err(Failure::at(&policy))?);
    size::check(&workspace.dist())
}
