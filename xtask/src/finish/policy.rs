use crate::{
    failure::{Failure, Outcome},
    shell,
};
use std::{fs, path::Path, process::Command};

/// In the bundle: what a server sends as `Content-Security-Policy` with the page.
pub const FILE: &str = "content-security-policy.txt";

const PRINT: &str = include_str!("policy.js");

/// Writes the policy that the finished page needs beside it.
pub fn write(page: &Path) -> Outcome {
    let policy = shell::read(Command::new("node").args(["-e", PRINT]).arg(page))?;
    let file = page.with_file_name(FILE);
    fs::write(&file, policy).map_err(Failure::at(&file))
}
