use crate::{
    bundle,
    failure::{Failure, Outcome},
    shell,
    shell::announce,
    workspace::Workspace,
};
use std::{
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt,
    process::Command,
};

/// Builds what is missing and serves the app with the stand-in backend until Ctrl-C.
pub fn run(workspace: &Workspace, port: u16) -> Outcome {
    require_free(port)?;
    bundle::require(workspace, None)?;
    announce("building the stand-in backend");
    shell::run(cargo(workspace).args(["build", "--package", "standin"]))?;
    // This process becomes the backend, which prints the links to try: whoever stops the one has stopped the other.
    let error = cargo(workspace)
        .args(["run", "--quiet", "--package", "standin", "--", "--port", &port.to_string(), "--dist"])
        .arg(workspace.dist())
        .exec();
    Err(Failure::new(format!("cargo cannot be run: {error}.")))
}

fn require_free(port: u16) -> Outcome {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map(drop).map_err(|error| {
        Failure::new(format!("port {port} cannot be used ({error}): stop what runs there, or choose another with --port."))
    })
}

fn cargo(workspace: &Workspace) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&workspace.root);
    cargo
}
