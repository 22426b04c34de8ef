use crate::{
    failure::Outcome,
    shell,
    shell::announce,
    stamp,
    tools::Tools,
    workspace::{RECORDS, Workspace},
};
use std::process::Command;

/// Makes sure that dist/ holds the release bundle of the present sources.
pub fn require(workspace: &Workspace, public_url: Option<&str>) -> Outcome {
    build(workspace, public_url.unwrap_or_default(), |trunk| {
        trunk.args(public_url.iter().flat_map(|url| ["--public-url", url]));
    })
}

/// Makes sure that dist/ holds a bundle that records which of its functions run.
pub fn require_recorder(workspace: &Workspace) -> Outcome {
    build(workspace, RECORDS, |trunk| {
        trunk.env(RECORDS, "1");
    })
}

fn build(workspace: &Workspace, variant: &str, arrange: impl Fn(&mut Command)) -> Outcome {
    let fingerprint = stamp::fingerprint(workspace, variant)?;
    if stamp::is_current(workspace, &fingerprint) {
        announce("the bundle is up to date");
        return Ok(());
    }
    let tools = Tools::for_bundle(workspace)?;
    announce("building the bundle (the first time compiles all dependencies and takes minutes)");
    let mut trunk = tools.command("trunk");
    trunk
        .args(["build", "--release"])
        .current_dir(&workspace.root)
        // Everything Trunk needs is on PATH by now.
        .env("TRUNK_OFFLINE", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // These would replace the flags in .cargo/config.toml, without which old webviews show a white page.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        // Trunk takes "1" for a bad value here, and some terminals set it.
        .env_remove("NO_COLOR");
    arrange(&mut trunk);
    shell::run(&mut trunk)?;
    stamp::remember(workspace, &fingerprint)
}
