use crate::{
    bundle,
    failure::{Failure, Outcome},
    shell,
    shell::announce,
    stamp::sorted_entries,
    tally::Tally,
    tools,
    workspace::Workspace,
};
use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

/// Everything newer than the MVP that wabt allows unless told otherwise.
const STRICT_MVP: [&str; 7] = [
    "--disable-mutable-globals",
    "--disable-saturating-float-to-int",
    "--disable-sign-extension",
    "--disable-simd",
    "--disable-multi-value",
    "--disable-bulk-memory",
    "--disable-reference-types",
];

/// Fetches what is missing and runs every test; the last line counts them.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Outcome {
    tools::require_for_tests(workspace)?;
    bundle::require(workspace, None)?;
    let mut tally = old_webviews_accept_the_wasm(workspace)?;
    announce("running the tests");
    tally += cargo_test(workspace, arguments)?;
    println!("{tally}");
    match tally.failed {
        0 => Ok(()),
        // The line above has said it all, and is to stay the last one.
        _ => std::process::exit(1),
    }
}

fn old_webviews_accept_the_wasm(workspace: &Workspace) -> Outcome<Tally> {
    announce("checking that the wasm is strict MVP");
    let files = sorted_entries(&workspace.dist())?;
    let programs: Vec<_> = files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")).collect();
    if programs.is_empty() {
        return Err(Failure::new("dist/ holds no wasm."));
    }
    let mut tally = Tally::default();
    for wasm in programs {
        let valid = shell::run(Command::new("wasm-validate").args(STRICT_MVP).arg(wasm));
        let name = wasm.file_name().unwrap_or_default().to_string_lossy();
        println!("test the_wasm_is_strict_mvp {name} ... {}", if valid.is_ok() { "ok" } else { "FAILED" });
        tally += if valid.is_ok() { Tally::PASS } else { Tally::FAIL };
    }
    Ok(tally)
}

fn cargo_test(workspace: &Workspace, arguments: &[String]) -> Outcome<Tally> {
    let mut cargo = Command::new("cargo")
        .args(["test", "--no-fail-fast"])
        .args(scope(arguments))
        .args(arguments)
        .current_dir(&workspace.root)
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| Failure::new(format!("cargo cannot be run: {error}.")))?;
    let mut tally = Tally::default();
    for line in cargo.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines) {
        let line = line.map_err(|error| Failure::new(format!("the tests' output broke off: {error}.")))?;
        println!("{line}");
        if let Some(result) = Tally::of_line(&line) {
            tally += result;
        }
    }
    let status = cargo.wait().map_err(|error| Failure::new(format!("cargo was lost: {error}.")))?;
    if !status.success() && tally.failed == 0 {
        eprintln!("xtask: a test program did not build, or broke off without a result; it counts as one failure.");
        tally += Tally::FAIL;
    }
    Ok(tally)
}

/// All packages, unless the arguments choose some.
fn scope(arguments: &[String]) -> Option<&'static str> {
    let chooses = |argument: &String| argument.starts_with("-p") || argument.starts_with("--package");
    (!arguments.iter().any(chooses)).then_some("--workspace")
}
