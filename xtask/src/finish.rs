//! The last steps of a bundle, as Trunk's post-build hook: a plain `trunk build --release` takes them, too.

mod compress;
mod function_names;
mod glue;
mod page;
pub mod policy;
mod program;
pub mod split;

use crate::{
    failure::{Failure, Outcome},
    shell::{self, announce},
    stamp,
    tools::Tools,
    workspace::Workspace,
};
use std::{env, fs, path::PathBuf};

/// What goes through esbuild must run here: the first Chromium and iOS with ES modules.
const CSS_FLOOR: &str = "--target=chrome61,ios11";
const SCRIPT_FLOOR: &str = "--target=es2017";

pub fn run(workspace: &Workspace) -> Outcome {
    stamp::forget(workspace)?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        return Ok(());
    }
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("`finish` is Trunk's to call: run `trunk build --release` or `cargo xtask dist`."))?;
    refuse_foreign_flags()?;
    let tools = Tools::for_finish(workspace)?;

    announce("lowering the programs for old webviews");
    let names = program::finish_all(workspace, &tools, &staging)?;

    announce("merging and minifying the page");
    let page = staging.join("index.html");
    let html = fs::read_to_string(&page).map_err(Failure::at(&page))?;
    let html = page::finish(&tools, &staging, &html)?;
    let html = names.iter().fold(html, |html, names| names.rename_in(&html));
    fs::write(&page, html).map_err(Failure::at(&page))?;

    policy::write(&page)?;

    if workspace.records() {
        return Ok(());
    }
    announce("compressing");
    compress::all(&staging)
}

/// RUSTFLAGS replaces the flags of .cargo/config.toml, without which the wasm cannot be lowered. `cargo xtask` takes
/// it out of the environment; a plain `trunk build` does not.
fn refuse_foreign_flags() -> Outcome {
    match env::var("RUSTFLAGS") {
        Ok(flags) if !flags.trim().is_empty() && !flags.contains("-reference-types") => Err(Failure::new(
            "RUSTFLAGS replaces the flags of .cargo/config.toml, which old webviews need: unset it, or use `cargo xtask dist`.",
        )),
        _ => Ok(()),
    }
}

/// Minifies a script or stylesheet.
fn esbuild(tools: &Tools, options: &[&str], source: &str) -> Outcome<String> {
    let minified = shell::filter(tools.command("esbuild").args(["--minify", "--log-level=error"]).args(options), source)?;
    Ok(minified.trim_end().to_owned())
}
