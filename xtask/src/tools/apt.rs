use crate::{
    failure::{Failure, Outcome},
    shell::{self, announce, is_installed},
};
use std::process::Command;

/// A program, and the Debian package that holds it.
type Program = (&'static str, &'static str);

/// What the tests run.
const FOR_TESTS: [Program; 3] = [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("wasm-validate", "wabt")];

/// What the bundle's last steps run: of binaryen's tools, npm's package lacks this one.
const FOR_FINISH: [Program; 1] = [("wasm-split", "binaryen")];

/// Without it, Chinese text is a row of boxes on every screenshot.
const FONT_PACKAGE: &str = "fonts-noto-cjk";

/// What the tests need.
pub fn require_for_tests() -> Outcome {
    let font = (!has_chinese_font()).then_some(FONT_PACKAGE);
    require(&missing(&FOR_TESTS).chain(font).collect::<Vec<_>>())
}

/// What the bundle's last steps need.
pub fn require_for_finish() -> Outcome {
    require(&missing(&FOR_FINISH).collect::<Vec<_>>())
}

fn require(missing: &[&str]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    if !is_installed("apt-get") {
        let missing = missing.join(", ");
        return Err(Failure::new(format!("{missing} is needed here, and there is no apt-get to install it with.")));
    }
    announce(&format!("installing {}", missing.join(", ")));
    if install(missing).is_err() {
        announce("refreshing the package lists");
        shell::run(apt_get()?.arg("update"))?;
        install(missing)?;
    }
    Ok(())
}

fn missing(programs: &[Program]) -> impl Iterator<Item = &'static str> {
    programs.iter().filter(|(program, _)| !is_installed(program)).map(|(_, package)| *package)
}

fn has_chinese_font() -> bool {
    shell::read(Command::new("fc-list").args([":lang=zh", "family"])).is_ok_and(|fonts| !fonts.trim().is_empty())
}

fn install(packages: &[&str]) -> Outcome {
    shell::run(apt_get()?.args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn apt_get() -> Outcome<Command> {
    let is_root = shell::read(Command::new("id").arg("-u"))?.trim() == "0";
    let mut command = if is_root {
        Command::new("env")
    } else if is_installed("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        return Err(Failure::new("installing packages needs root: run this as root, or install sudo."));
    };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    Ok(command)
}
