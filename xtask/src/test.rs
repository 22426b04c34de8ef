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

/// Everything newer than the MVP that wabt allows unless told otherwise, but for the global that both parts of a program
/// share.
const NEARLY_MVP: [&str; 6] = [
    "--disable-saturating-float-to-int",
    "--disable-sign-extension",
    "--disable-simd",
    "--disable-multi-value",
    "--disable-bulk-memory",
    "--disable-reference-types",
];

/// How long the components' tests may take in all, in seconds. They take five on an idle machine.
const COMPONENTS_TIMEOUT: &str = "180";

/// Fetches what is missing and runs every test; the last line counts them.
pub fn run(workspace: &Workspace, arguments: &[String]) -> Outcome {
    tools::require_for_tests(workspace)?;
    let mut tally = Tally::default();
    let parts = Parts::of(arguments);
    if parts != Parts::Components {
        bundle::require(workspace, None)?;
        tally += old_webviews_accept_the_wasm(workspace)?;
        announce("running the tests");
        let mut cargo = Command::new("cargo");
        cargo.args(["test", "--no-fail-fast"]).args(scope(arguments)).args(arguments);
        tally += count(cargo.current_dir(&workspace.root))?;
    }
    if parts != Parts::Native {
        announce("running the tests of components in Chromium");
        tally += count(&mut components(workspace, arguments)?)?;
    }
    println!("{tally}");
    match tally.failed {
        0 => Ok(()),
        // The line above has said it all, and is to stay the last one.
        _ => std::process::exit(1),
    }
}

fn old_webviews_accept_the_wasm(workspace: &Workspace) -> Outcome<Tally> {
    announce("checking that the wasm is MVP but for one global");
    let files = sorted_entries(&workspace.dist())?;
    let programs: Vec<_> = files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "wasm")).collect();
    if programs.is_empty() {
        return Err(Failure::new("dist/ holds no wasm."));
    }
    let mut tally = Tally::default();
    for wasm in programs {
        let valid = shell::run(Command::new("wasm-validate").args(NEARLY_MVP).arg(wasm));
        let name = wasm.file_name().unwrap_or_default().to_string_lossy();
        println!("test the_wasm_is_strict_mvp {name} ... {}", if valid.is_ok() { "ok" } else { "FAILED" });
        tally += if valid.is_ok() { Tally::PASS } else { Tally::FAIL };
    }
    Ok(tally)
}

/// Which tests the arguments of `cargo test` choose: those that are built for this machine, those of components (`tests/web`,
/// built for the browser), or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parts {
    All,
    Native,
    Components,
}

impl Parts {
    fn of(arguments: &[String]) -> Self {
        let chosen: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match chosen.as_slice() {
            [] => Self::All,
            ["--test", "web", ..] | ["--test=web", ..] => Self::Components,
            _ => Self::Native,
        }
    }
}

/// The tests of components. wasm-bindgen's runner serves them on a port of 127.0.0.1 and opens them in a headless Chromium.
fn components(workspace: &Workspace, arguments: &[String]) -> Outcome<Command> {
    let tools = tools::Tools::for_component_tests(workspace)?;
    let mut cargo = tools.command("cargo");
    cargo
        .args(["test", "--target", tools::WASM_TARGET])
        .args(if arguments.is_empty() { &["--test", "web"][..] } else { &[] })
        .args(arguments)
        .current_dir(&workspace.root)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::TEST_RUNNER)
        .env("CHROMEDRIVER", "chromedriver")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace.root.join("tests/web/webdriver.json"))
        .env("WASM_BINDGEN_TEST_TIMEOUT", COMPONENTS_TIMEOUT)
        // These would replace the flags in .cargo/config.toml.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    Ok(cargo)
}

/// Runs tests and counts them by what they print.
fn count(command: &mut Command) -> Outcome<Tally> {
    let mut cargo = command.stdout(Stdio::piped()).spawn().map_err(|error| Failure::new(format!("cargo cannot be run: {error}.")))?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_choose_the_tests() {
        let parts = |arguments: &str| Parts::of(&arguments.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
        assert_eq!(parts(""), Parts::All);
        assert_eq!([parts("--test web"), parts("--test=web toasts"), parts("--test web toasts")], [Parts::Components; 3]);
        for native in ["-p e2e web", "--test architecture", "--lib", "toasts"] {
            assert_eq!(parts(native), Parts::Native, "{native}");
        }
    }
}
