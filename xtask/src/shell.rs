//! Running other programs, always with one sentence when that fails.

use crate::failure::{Failure, Outcome};
use std::{
    env,
    ffi::OsStr,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Output, Stdio},
};

/// A step that is about to begin.
pub fn announce(step: &str) {
    eprintln!("xtask: {step}");
}

/// Runs a program whose output goes straight to the screen; anything but success is a failure.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| unstartable(command, &error))?;
    succeeded(command, status)
}

/// Runs a program quietly and returns what it wrote; on failure, what it complained about is shown.
pub fn read(command: &mut Command) -> Outcome<String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| unstartable(command, &error))?;
    text(command, output)
}

/// Runs a program as a filter.
pub fn filter(command: &mut Command, input: &str) -> Outcome<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| unstartable(command, &error))?;
    // Our filters read everything before they write; taking the pipe closes it, which ends their input.
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input.as_bytes()).map_err(|error| unstartable(command, &error))?;
    }
    let output = child.wait_with_output().map_err(|error| unstartable(command, &error))?;
    text(command, output)
}

/// The directory list of PATH with `directories` in front.
pub fn path_with(directories: &[PathBuf]) -> Outcome<std::ffi::OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    env::join_paths(directories.iter().cloned().chain(env::split_paths(&present)))
        .map_err(|error| Failure::new(format!("PATH cannot be extended: {error}.")))
}

/// Whether a program of this name can be found.
pub fn is_installed(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|directory| directory.join(program).is_file())
}

fn text(command: &Command, output: Output) -> Outcome<String> {
    if let Err(failure) = succeeded(command, output.status) {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::new(format!("{failure}\n{}", complaint.trim_end())));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure::new(format!("{} wrote something that is no text.", name(command))))
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    let arguments: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
    Err(Failure::new(format!("`{} {}` failed ({status}).", name(command), arguments.join(" "))))
}

fn unstartable(command: &Command, error: &std::io::Error) -> Failure {
    let name = name(command);
    match (error.kind(), name.as_str()) {
        (ErrorKind::NotFound, "npm" | "node") => {
            Failure::new(format!("`{name}` is not installed: install Node.js 18 or later with npm, then run this again."))
        }
        (ErrorKind::NotFound, "cargo" | "rustc" | "rustup") => {
            Failure::new(format!("`{name}` is not installed: install Rust with rustup, then run this again."))
        }
        (ErrorKind::NotFound, _) => Failure::new(format!("`{name}` is not installed.")),
        _ => Failure::new(format!("`{name}` cannot be run: {error}.")),
    }
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}
