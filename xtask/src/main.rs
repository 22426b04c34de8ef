//! `cargo xtask`: the tools, the bundle, the demo, the tests. Two commands do everything on a machine with rustup,
//! node and apt: `cargo xtask demo` and `cargo xtask test`.

mod bench;
mod bundle;
mod demo;
mod dist;
mod failure;
mod finish;
mod lockfile;
mod profile;
mod shell;
mod size;
mod stamp;
mod tally;
mod task;
mod test;
mod tools;
mod workspace;

use failure::Outcome;
use std::process::{Command, ExitCode};
use task::Task;
use workspace::Workspace;

fn main() -> ExitCode {
    match Task::parse(std::env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Outcome {
    let workspace = Workspace::find()?;
    match task {
        Task::Help => {
            println!("{}", task::HELP);
            Ok(())
        }
        Task::Demo { port } => demo::run(&workspace, port),
        Task::Dist { public_url } => dist::run(&workspace, public_url.as_deref()),
        Task::Test { arguments } => test::run(&workspace, &arguments),
        Task::Bench => bench::run(&workspace),
        Task::Profile => profile::run(&workspace),
        Task::Inventory { write } => {
            let arguments = ["run", "--quiet", "--package", "contract", "--"].into_iter().chain(write.then_some("--write"));
            shell::run(Command::new("cargo").args(arguments).current_dir(&workspace.root))
        }
        Task::Finish => finish::run(&workspace),
    }
}
