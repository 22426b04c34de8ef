use crate::{bundle, failure::Outcome, size, workspace::Workspace};

/// Leaves dist/ ready to upload, and fails when it weighs too much.
pub fn run(workspace: &Workspace, public_url: Option<&str>) -> Outcome {
    bundle::require(workspace, public_url)?;
    size::check(&workspace.dist())
}
