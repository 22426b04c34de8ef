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
    print_links(port);
    // This process becomes the backend: whoever stops the one has stopped the other.
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

fn print_links(port: u16) {
    let site = format!("http://127.0.0.1:{port}");
    println!(
        "
  a visitor in WeChat  {site}/?openId=oVisitorDemo&appId=wxdemo&projectId=demo&productId=demo
  the mini-program     {site}/?channel=miniapp&token=token-oVisitorHe
  an invitation        {site}/i/122228959400400?s=sms
  a pass               {site}/visits/122228959400001/pass?openId=oVisitorDemo
  a link in a message  {site}/m/122228959400001?openId=oVisitorDemo
  a companion's link   {site}/companions/B122228959400501?channel=miniapp&token=token-oVisitorTang
  a plain browser      {site}/
  an employee, WeCom   {site}/host?channel=wecom&token=token-oHostWang&projectId=demo
  … in WeChat          {site}/host?openId=oHostWang&appId=wxdemo&projectId=demo&productId=demo
  … the mini-program   {site}/host?channel=miniapp&token=token-oHostWang&projectId=demo

  Ctrl-C stops.
"
    );
}
