use super::{SCRIPT_FLOOR, esbuild};
use crate::{
    failure::{Failure, Outcome},
    shell,
    stamp::sorted_entries,
    tools::Tools,
    workspace::Workspace,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    thread,
};

/// What rustc and its precompiled standard library use today. Named one by one: `--all-features` writes encodings
/// that no browser reads.
const FEATURES_IN: [&str; 6] = [
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
];

/// The lowering, then small. A second `-Oz` or `--converge` gains nothing, `--merge-similar-functions` neither; what
/// rustc's memory layout promises (the stack is lowest, memory starts as zeros) gains half a percent.
const PASSES: [&str; 6] = [
    "--signext-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--zero-filled-memory",
    "--low-memory-unused",
    "-Oz",
];

/// The names that Trunk gave and the final ones: a hash of everything the program is made of, so that a browser can
/// keep each file forever and never mixes two builds.
pub struct Names {
    trunk: Vec<String>,
    finished: Vec<String>,
}

impl Names {
    pub fn rename_in(&self, page: &str) -> String {
        let pairs = self.trunk.iter().zip(&self.finished);
        pairs.fold(page.to_owned(), |page, (trunk, finished)| page.replace(trunk, finished))
    }
}

/// Turns Trunk's wasm and glue into what old webviews run: strict MVP wasm, ES2017 glue, and the JavaScript fallback.
pub fn finish(workspace: &Workspace, tools: &Tools, staging: &Path) -> Outcome<Names> {
    let wasm = bindgen_wasm(staging)?;
    let trunk_wasm = file_name(&wasm);
    let stem = trunk_wasm.trim_end_matches("_bg.wasm").to_owned();
    // Trunk names its files `package-hash`.
    let package = stem.rsplit_once('-').map_or(stem.as_str(), |(package, _)| package);
    let glue = staging.join(format!("{stem}.js"));
    let scratch = workspace.scratch();
    fs::create_dir_all(&scratch).map_err(Failure::at(&scratch))?;

    let lowered = scratch.join("program.wasm");
    lower(tools, &wasm, &lowered)?;
    let (glue_code, fallback_code) = thread::scope(|scope| {
        let fallback = scope.spawn(|| fallback(workspace, tools, package, &wasm, &lowered));
        let glue = minified_glue(tools, &glue);
        (glue, fallback.join())
    });
    let fallback_code = fallback_code.map_err(|_| Failure::new("writing the JavaScript fallback broke off."))??;
    let (glue_code, wasm_code) = (glue_code?, fs::read(&lowered).map_err(Failure::at(&lowered))?);

    let mut hasher = DefaultHasher::new();
    (&wasm_code, &glue_code, &fallback_code).hash(&mut hasher);
    let package = stem.rsplit_once('-').map_or(stem.as_str(), |(package, _)| package);
    let finished = format!("{package}-{:016x}", hasher.finish());
    for old in [&wasm, &glue] {
        fs::remove_file(old).map_err(Failure::at(old))?;
    }
    write(&staging.join(format!("{finished}_bg.wasm")), &wasm_code)?;
    write(&staging.join(format!("{finished}.js")), glue_code.as_bytes())?;
    write(&staging.join(format!("{finished}.fallback.js")), fallback_code.as_bytes())?;
    Ok(Names { trunk: vec![trunk_wasm, format!("{stem}.js")], finished: vec![format!("{finished}_bg.wasm"), format!("{finished}.js")] })
}

fn lower(tools: &Tools, wasm: &Path, lowered: &Path) -> Outcome {
    shell::read(tools.command("wasm-opt").args(FEATURES_IN).args(PASSES).arg(wasm).arg("-o").arg(lowered)).map(drop)
}

/// Only `init` is exported: the loader calls nothing else. Bundling takes in the glue's snippets, if there are any.
fn minified_glue(tools: &Tools, glue: &Path) -> Outcome<String> {
    let entry = format!("export {{ default }} from '{}'", glue.display());
    // `import.meta` is for callers who do not say where the wasm is; ours does.
    esbuild(tools, &["--bundle", "--format=esm", SCRIPT_FLOOR, "--supported:import-meta=true"], &entry)
}

/// The same program as JavaScript, in one classic script.
fn fallback(workspace: &Workspace, tools: &Tools, package: &str, wasm: &Path, lowered: &Path) -> Outcome<String> {
    let built = workspace.target.join(format!("wasm32-unknown-unknown/release/{package}.wasm"));
    let directory = workspace.scratch().join("fallback");
    let options = ["--target", "bundler", "--no-typescript", "--out-name", package, "--out-dir"];
    shell::read(tools.command("wasm-bindgen").args(options).arg(&directory).arg(&built))?;
    // For both targets wasm-bindgen writes the same wasm, so it need not be lowered twice. Trust, but check.
    let twin = directory.join(format!("{package}_bg.wasm"));
    if fs::read(&twin).map_err(Failure::at(&twin))? != fs::read(wasm).map_err(Failure::at(wasm))? {
        return Err(Failure::new("the wasm in target/ is not the one that Trunk bundled: build once more."));
    }
    // Beside the glue, which it imports.
    let program = directory.join("program.js");
    shell::read(tools.command("wasm2js").arg("-Oz").arg(lowered).arg("-o").arg(&program))?;
    let entry = format!(
        "import * as glue from '{directory}/{package}_bg.js'
         import * as wasm from '{directory}/program.js'
         glue.__wbg_set_wasm(wasm)
         visitorBoot.start(() => wasm.__wbindgen_start())",
        directory = directory.display(),
    );
    esbuild(tools, &["--bundle", "--format=iife", SCRIPT_FLOOR], &entry)
}

fn bindgen_wasm(staging: &Path) -> Outcome<PathBuf> {
    sorted_entries(staging)?
        .into_iter()
        .find(|path| file_name(path).ends_with("_bg.wasm"))
        .ok_or_else(|| Failure::new(format!("Trunk left no wasm in {}.", staging.display())))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(Failure::at(path))
}
