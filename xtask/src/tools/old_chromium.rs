use super::npm;
use crate::{
    failure::{Failure, Outcome},
    shell::{self, announce},
    workspace::Workspace,
};
use std::{fs, os::unix::fs::PermissionsExt, process::Command};

/// A real Chromium 88, older than reference types, and the driver of its day: what a webview of 2021 does.
const SET: npm::Set = npm::Set { directory: "old-chromium", packages: &[("chrome-aws-lambda", "5.5.0"), ("puppeteer-core", "5.5.0")] };

const UNPACK: &str = "
const [packed, unpacked] = process.argv.slice(1), fs = require('fs')
fs.writeFileSync(unpacked, require('zlib').brotliDecompressSync(fs.readFileSync(packed)))";

pub fn require(workspace: &Workspace) -> Outcome {
    npm::require(workspace, &SET)?;
    let home = SET.home(workspace);
    let (packed, program) = (home.join("node_modules/chrome-aws-lambda/bin/chromium.br"), home.join("chromium"));
    if program.is_file() {
        return Ok(());
    }
    announce("unpacking Chromium 88");
    // Under another name until it is whole.
    let unpacked = home.join("chromium.part");
    shell::run(Command::new("node").args(["-e", UNPACK]).args([&packed, &unpacked]))?;
    fs::set_permissions(&unpacked, fs::Permissions::from_mode(0o755)).map_err(Failure::at(&unpacked))?;
    fs::rename(&unpacked, &program).map_err(Failure::at(&program))
}
