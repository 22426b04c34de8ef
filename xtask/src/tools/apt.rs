use crate::{
    failure::{Failure, Outcome},
    shell::{self, announce, is_installed},
};
use std::process::Command;

/// Programs that the tests run, and the Debian packages that hold them.
const PROGRAMS: [(&str, &str); 3] = [("chromium", "chromium"), ("chromedriver", "chromium-driver"), ("wasm-validate", "wabt")];

/// Without it, Chinese text is a row of boxes on every screenshot.
const FONT_PACKAGE: &str = "fonts-noto-cjk";

pub fn require() -> Outcome {
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    if !is_installed("apt-get") {
        let missing = missing.join(", ");
        return Err(Failure::new(format!("the tests need {missing}, and there is no apt-get to install them with.")));
    }
    announce(&format!("installing {}", missing.join(", ")));
    if install(&missing).is_err() {
        announce("refreshing the package lists");
        shell::run(apt_get()?.arg("update"))?;
        install(&missing)?;
    }
    Ok(())
}

fn missing() -> Vec<&'static str> {
    let programs = PROGRAMS.iter().filter(|(program, _)| !is_installed(program)).map(|(_, package)| *package);
    let font = (!has_chinese_font()).then_some(FONT_PACKAGE);
    programs.chain(font).collect()
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
